"""HTML pages for authors of figures: every pose of every figure, and every joint in both directions."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from html import escape
from time import process_time
from typing import Any

from posedraw.pose.joints import PAIRED, SINGLE, Movement
from posedraw.pose.model import Figure
from posedraw.pose.reader import read_figure
from posedraw.svg.document import draw_moving, draw_stills
from posedraw.svg.style import style_sheet

PAGE = """<!doctype html><html lang=en><meta charset=utf-8><title>Figures</title><style>
body{{font:15px/1.4 sans-serif;margin:16px;background:#fbf6ee}}h2{{margin:24px 0 8px}}
section{{display:grid;grid-template-columns:repeat(auto-fill,minmax(300px,1fr));gap:8px}}
figure{{margin:0;background:#fff;border-radius:12px;padding:4px}}figcaption{{padding:4px 8px;color:#555}}
{style}</style>{body}</html>
"""


def poses_sheet(figures: Mapping[str, Figure]) -> str:
    """A page with the loop and the stills of every figure, their sizes and the time that they take."""
    body = ""
    for slug, figure in figures.items():
        begun = process_time()
        stills = draw_stills(figure, slug, {name: f"{slug}: {name}" for name in figure.poses})
        each = (process_time() - begun) / len(stills)
        begun = process_time()
        loop = draw_moving(figure, f"{slug}-loop", slug) if figure.motion else ""
        took = process_time() - begun
        cards = _card(loop, f"the loop, {_kilo(loop)}, {took * 1000:.0f} ms") if loop else ""
        for name, svg in stills.items():
            cards += _card(svg, f"{name}, {_kilo(svg)}, {each * 1000:.1f} ms")
        together = _kilo("".join(stills.values()))
        body += f"<h2>{escape(slug)} <small>all stills {together}</small></h2><section>{cards}</section>"
    return PAGE.format(style=style_sheet(), body=body)


# joint → the base pose that shows it, and the close-up of a small joint
SHOWN: dict[str, tuple[str, dict[str, Any]]] = {
    "knee": ("standing", {}),
    "ankle": ("standing", {"closeup": {"of": "right ankle", "turn": "30", "tilt": "12", "size": "44"}}),
    "toes": ("standing", {"closeup": {"of": "right toes", "turn": "20", "tilt": "12", "size": "30"}}),
    "forearm": ("standing", {"closeup": {"of": "right hand", "turn": "20", "tilt": "10", "size": "40"}}),
    "wrist": ("standing", {"closeup": {"of": "right hand", "turn": "20", "tilt": "10", "size": "40"}}),
    "fingers": ("standing", {"closeup": {"of": "right hand", "turn": "20", "tilt": "10", "size": "40"}}),
}
FROM_FRONT = ("abduction", "bend right", "external rotation", "turn right", "tip right")


def joints_sheet() -> str:
    """A page with each movement of each joint in both directions, to the end of its range or 40°."""
    body = ""
    for joint, moves in {**SINGLE, **PAIRED}.items():
        cards = "".join(_card(*shown) for move in moves.values() for shown in _both_ways(joint, move))
        body += f"<h2>{escape(joint)}</h2><section>{cards}</section>"
    return PAGE.format(style=style_sheet(), body=body)


def _both_ways(joint: str, move: Movement) -> list[tuple[str, str]]:
    base, extra = SHOWN.get(joint, ("standing", {}))
    key = joint if joint in SINGLE else f"right {joint}"
    shown = []
    for name, bound in ((move.positive, move.most), (move.negative, -move.least)):
        amount = min(bound, 40)
        if amount <= 0:
            continue
        pose: dict[str, Any] = {"base": base, key: {name: str(amount)}}
        if name.endswith("rotation"):
            pose[key.replace("hip", "knee").replace("shoulder", "elbow")] = {"flexion": "80"}
            pose[key] = {name: str(amount), **({"flexion": "60"} if joint == "hip" else {})}
        camera = "front" if move.positive in FROM_FRONT else "side"
        raw = {"camera": camera, "poses": {"shown": pose}, "describe": f"{key} {name}", **extra}
        ident = f"{joint}-{name}".replace(" ", "-")
        svg = draw_stills(read_figure(raw), ident, {"shown": f"{key}: {name}"})["shown"]
        unit = "°" if joint != "body" or bound in (90, 180) else " cm"
        shown.append((svg, f"{key}: {{{name}: {amount:g}}} (up to {bound:g}{unit})"))
    return shown


def _card(svg: str, caption: str) -> str:
    return f"<figure>{svg}<figcaption>{escape(caption)}</figcaption></figure>"


def _kilo(text: str) -> str:
    return f"{len(gzip.compress(text.encode(), mtime=0)) / 1024:.2f} KB"
