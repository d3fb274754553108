"""Props as authors write them: names, and where each stands."""

from __future__ import annotations

from collections.abc import Mapping

from posedraw.pose.errors import Path, PoseError, number, unknown
from posedraw.pose.joints import plain
from posedraw.props.protocol import Length, Placement, Prop, default_placement
from posedraw.props.registry import PROPS


def read_props(raw: object, path: Path) -> dict[str, Placement]:
    """The props of a figure: a list whose items are names, or a name with settings. Raises PoseError."""
    if not isinstance(raw, list):
        raise PoseError(path, "expected a list of props; write for example [chair, towel]")
    room: dict[str, Placement] = {}
    paths: dict[str, Path] = {}
    for index, item in enumerate(raw):
        here = (*path, index)
        entries = item.items() if isinstance(item, Mapping) else [(item, {})]
        for key, settings in entries:
            inner = (*here, key) if isinstance(item, Mapping) else here
            prop = _prop_named(key, here)
            room[prop.name] = _settings(prop, settings, inner).over(default_placement(prop))
            paths[prop.name] = inner
    for name, placement in room.items():
        for needed in placement.prop.needs(placement):
            if needed not in room:
                raise PoseError(paths[name], f"the {name} needs the {needed}; add {needed} to props")
    return room


def read_placement(key: object, value: object, path: Path) -> Placement:
    """The settings that a pose changes of one prop. Raises PoseError."""
    return _settings(_prop_named(key, path), value, path)


def _prop_named(key: object, path: Path) -> Prop:
    name = plain(key)
    if name not in PROPS:
        raise unknown(path, "prop", name, PROPS)
    return PROPS[name]


def _settings(prop: Prop, value: object, path: Path) -> Placement:
    if not prop.settings and value != {}:
        raise PoseError(path, f"the {prop.name} has no settings; write its name alone")
    if not isinstance(value, Mapping):
        example = prop.settings[0].example
        raise PoseError(path, f"expected where the {prop.name} is; write for example {{{example}}}")
    known = {setting.name: setting for setting in prop.settings}
    numbers: dict[str, float] = {}
    words: dict[str, str] = {}
    for raw, text in value.items():
        key, here = plain(raw), (*path, raw)
        if key not in known:
            raise unknown(here, f"setting of the {prop.name}", key, known)
        setting = known[key]
        if isinstance(setting, Length):
            numbers[key] = number(here, text, "centimetres")
        else:
            words[key] = plain(text)
            if words[key] not in setting.options:
                raise unknown(here, f"{key} of the {prop.name}", words[key], setting.options)
    return Placement(prop, numbers, words)
