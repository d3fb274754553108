"""The colours of drawings: one style sheet of CSS variables, each with a fallback."""

from __future__ import annotations

LIGHT = {
    "skin": "#dfa27c", "skin-far": "#c98d69", "top": "#f0c36a", "top-far": "#d8a850", "legs": "#2f5d6b",
    "legs-far": "#6d929b", "hair": "#4a362e", "ink": "#33231d", "line": "#9c6244", "nail": "#f0c5a8",
    "work": "#dc4a2a", "arrow": "#12404f", "flush": "#d67a5c", "top-line": "#b98a34", "legs-line": "#1c3d48",
    "prop-line": "#8a785c", "towel-line": "#5f7cae", "fringe": "#f7f2e8", "rubber": "#d98a94",
    "cloth-dark": "#6f9c97", "ground": "#fff", "shadow": "#22302f", "floor": "#d9cdb9", "lens": "#fff",
    "lens-floor": "#f3ecdf", "prop": "#c9b79c", "prop-dark": "#9c8a70", "wall": "#ece3d3",
    "wall-dark": "#d8cbb5", "cloth": "#8fb8b4", "cloth-far": "#b4cfcc", "towel": "#8fa9d6",
    "towel-far": "#b3c4e3", "ball": "#c8d44a", "seam": "#f6f7dc", "band": "#7d5ba6", "band-far": "#a58cc4",
    "pencil": "#e2a32f",
}  # fmt: skip
DARK = {
    "skin": "#d79b76", "skin-far": "#ad7857", "top": "#e8b95c", "top-far": "#b98f42", "legs": "#5f9fae",
    "legs-far": "#3c6a76", "hair": "#7a5a49", "line": "#7a4a33", "work": "#ff7d5c", "arrow": "#d9f1ee",
    "flush": "#e07c5d", "top-line": "#8a6526", "legs-line": "#20424b", "prop-line": "#4d4334",
    "towel-line": "#42587f", "ground": "#1c2b2a", "shadow": "#000", "floor": "#41524f", "lens": "#1c2b2a",
    "lens-floor": "#273937", "prop": "#a08f74", "prop-dark": "#75674f", "wall": "#4a5653",
    "wall-dark": "#3a4744", "cloth": "#4d7a77", "cloth-dark": "#3b605e", "fringe": "#d9d6cc",
    "cloth-far": "#629490", "towel": "#7f9bcc", "towel-far": "#5a719a", "band": "#a98bd0",
    "band-far": "#75609a",
}  # fmt: skip
PAPER = {  # far limbs must differ from near ones in grey too
    **LIGHT, "skin-far": "#b98a6c", "top-far": "#c9a763", "legs": "#4f7681", "legs-far": "#a3babf",
    "floor": "#b9ad98", "arrow": "#0b2a33", "work": "#a3270c", "lens-floor": "#f6f1e8",
}  # fmt: skip

# class → colour; the classes are short because every drawing repeats them
FILLS = {
    "s": "skin", "sf": "skin-far", "t": "top", "tf": "top-far", "l": "legs", "lf": "legs-far", "h": "hair",
    "i": "ink", "e": "line", "na": "nail", "w": "work", "wt": "flush", "tl": "towel-line", "ru": "rubber",
    "cd": "cloth-dark", "ag": "ground", "fr": "fringe", "a": "arrow", "p": "prop", "pd": "prop-dark",
    "wa": "wall", "wd": "wall-dark", "c": "cloth", "cf": "cloth-far", "to": "towel", "tof": "towel-far",
    "b": "ball", "sm": "seam", "n": "band", "nf": "band-far", "pc": "pencil", "fl": "lens-floor",
    "lens": "lens",
}  # fmt: skip


CONTOUR = 2.4  # its outer half is visible
CONTOURS = {"s": "line", "t": "top-line", "l": "legs-line", "to": "towel-line"}


def colour(name: str) -> str:
    return f"var(--gf-fig-{name},{LIGHT[name]})"


def grey(value: str) -> str:
    """The grey of a colour's luma (ITU-R BT.601), for black-and-white print."""
    parts = value[1:] if len(value) == 7 else "".join(digit * 2 for digit in value[1:])
    red, green, blue = (int(parts[i : i + 2], 16) for i in (0, 2, 4))
    light = f"{round(0.299 * red + 0.587 * green + 0.114 * blue):02x}"
    return f"#{light}{light}{light}"


def _variables(palette: dict[str, str]) -> str:
    return ";".join(f"--gf-fig-{name}:{value}" for name, value in palette.items())


def rules() -> str:
    """The rules for all drawings of a page."""
    lines = [
        ("", "display:block;width:100%;height:auto"),
        (" path", "stroke-linecap:round;stroke-linejoin:round"),
        *((f" .{name}", f"fill:{colour(value)}") for name, value in FILLS.items()),
        (" .g", f"stroke:{colour('prop-line')};stroke-width:{CONTOUR:g};paint-order:stroke"),
        *((f" .{name}.g,.gf-fig .{name}f.g", f"stroke:{colour(line)}") for name, line in CONTOURS.items()),
        (" .near .g", "stroke-width:4"),
        *((f" .{name}.o", f"fill:none;stroke:{colour(value)}") for name, value in FILLS.items()),
        (" .rim", f"fill:none;stroke:{colour('prop')};stroke-width:5"),
        (" .f", f"fill:none;stroke:{colour('floor')};stroke-width:2"),
        (" .d", f"fill:{colour('shadow')};opacity:.1"),
    ]
    return "".join(f".gf-fig{selector}{{{text}}}" for selector, text in lines)


def style_sheet() -> str:
    """The style sheet of a site: the rules, the palettes for the dark scheme and for print, and pausing."""
    return (
        rules() + f'[data-md-color-scheme="slate"]{{{_variables(DARK)}}}'
        f"@media print{{.gf-fig{{{_variables({name: grey(value) for name, value in PAPER.items()})}}}}}"
        "@media screen and (prefers-reduced-motion:no-preference)"
        "{.gf-fig-moving .gf-fig-arrows{display:none}}"
        ".gf-fig-paused *{animation-play-state:paused}"
    )


def own_sheet() -> str:
    """The style sheet of a standalone SVG file: dark where the reader prefers it."""
    return f"{rules()}@media screen and (prefers-color-scheme:dark){{svg{{{_variables(DARK)}}}}}"
