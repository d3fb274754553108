"""Reads contacts: which end of a limb touches what, and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from posedraw.body.landmarks import LANDMARKS
from posedraw.pose.errors import Path, number, unknown
from posedraw.pose.joints import SIDES, plain
from posedraw.pose.model import Contact
from posedraw.pose.values import OPPOSITES, mapping
from posedraw.props.registry import contact_keys, touched_by

ENDS = tuple(f"{side} {end}" for side in SIDES for end in ("hand", "foot", "ankle"))
ON_FLOOR = ("hand", "foot")
PLACE = ("ahead", "up", "right", "along", "heel", "toes", "turn out")


def read_contacts(raw: object, path: Path) -> Iterator[tuple[str, Contact]]:
    """(end of a limb, contact) of each entry; a contact on “nothing” releases one of the base. Raises PoseError."""
    for key, value in mapping(raw, path).items():
        here = (*path, key)
        end = plain(key)
        if end not in ENDS:
            raise unknown(here, "end of a limb", end, ENDS)
        part = end.split()[1]
        places = (*PLACE, *contact_keys())
        place: dict[str, float] = {}
        target = value
        if isinstance(value, Mapping):
            target = value.get("on", "")
            for word, text in value.items():
                if word == "on":
                    continue
                name = OPPOSITES.get(plain(word), plain(word))
                if name not in places:
                    raise unknown((*here, word), "place", plain(word), [*places, *OPPOSITES])
                place[name] = number((*here, word), text) * (-1 if plain(word) in OPPOSITES else 1)
        on = plain(target)
        where = (*here, "on") if isinstance(value, Mapping) and "on" in value else here
        known = (*(["floor"] if part in ON_FLOOR else []), *touched_by(part), *LANDMARKS, "nothing")
        if on not in known:
            raise unknown(where, f"target for the {end}", on, known)
        yield end, Contact(on, place, here)
