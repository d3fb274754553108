"""As many exercises as one likes, made up from those that are there (numbered copies), and edits to them."""

import re
from pathlib import Path
from time import time_ns


def multiply(copy: Path, total: int) -> None:
    """Adds numbered copies of the site's exercises, each in the site's order too, until there are `total`."""
    site = copy / "content/site.yml"
    text = site.read_text(encoding="utf-8")
    listed = re.search(r"^order:\n((?:  - .+\n)+)", text, flags=re.MULTILINE)
    assert listed, "site.yml has no order of its exercises"
    slugs = re.findall(r"- (\S+)", listed[1])
    made = []
    for more in range(len(slugs), total):
        rounds, which = divmod(more, len(slugs))
        made.append(_copy(copy / "content/exercises", slugs[which], f"{rounds + 1:03}"))
    order = listed[0] + "".join(f"  - {slug}\n" for slug in made)
    site.write_text(text.replace(listed[0], order), encoding="utf-8")


def _copy(folder: Path, slug: str, number: str) -> str:
    text = (folder / f"{slug}.yml").read_text(encoding="utf-8")
    text = re.sub(r"^name: (.+)$", rf"name: \1 {number}", text, count=1, flags=re.MULTILINE)
    (folder / f"{slug}-{number}.yml").write_text(text, encoding="utf-8")
    return f"{slug}-{number}"


def edit(file: Path, *, on_paper: bool = False) -> None:
    """Changes, differently each time, the sentence that stands on an exercise's page, card and data; or a step and the
    name, which stand on paper and in the picture for links too."""
    text = file.read_text(encoding="utf-8")
    changed = re.sub(r"^summary: .+$", f"summary: Changed at {time_ns()}.", text, count=1, flags=re.MULTILINE)
    if on_paper:
        changed = re.sub(
            r"^steps:\n(?:  - Changed .+\n)?",
            f"steps:\n  - Changed at {time_ns()}.\n",
            text,
            count=1,
            flags=re.MULTILINE,
        )
        changed = re.sub(
            r"^name: (\D+?)(?: \d+)?$", rf"name: \1 {time_ns() % 1000}", changed, count=1, flags=re.MULTILINE
        )
    file.write_text(changed, encoding="utf-8")
