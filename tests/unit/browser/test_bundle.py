"""Bundles: each module is in one script, after the modules it imports; what cannot be joined is reported."""

import re
from pathlib import Path

import pytest
from footing.browser.bundle import JS, Import, assign, reachable, scripts
from footing.diagnostics import ContentError
from hypothesis import given
from hypothesis import strategies as st

PROJECT = Path(__file__).parents[3]


def project(root: Path, **sources: str) -> Path:
    for name, text in sources.items():
        file = root / JS / f"{name}.js"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return root


def reported(root: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        scripts(root)
    return [str(problem) for problem in caught.value.problems]


def test_a_script_has_each_module_after_those_it_imports(tmp_path: Path) -> None:
    root = project(
        tmp_path,
        **{
            "footing": 'import "./core/a.js"\nimport { c } from "./core/c.js"\nstart(c)\n',
            "core/a": 'import { b } from "./b.js"\nimport { c } from "./c.js"\nexport function a() { return b + c }\n',
            "core/b": 'import {\n  c,\n  C,\n} from "./c.js"\nexport const b = c\n',
            "core/c": "export class C {}\nexport const c = 1\nexport async function d() {}\nlet exported = 2\n",
        },
    )
    assert scripts(root)["footing"].split() == [
        *("class", "C{}", "const", "c=1", "async", "function", "d(){}", "let", "exported=2"),
        *("const", "b=c", "function", "a(){return", "b+c}", "start(c)"),
    ]


def test_a_module_that_two_lazy_scripts_share_is_in_the_script_of_every_page_only(tmp_path: Path) -> None:
    root = project(
        tmp_path,
        **{
            "footing": 'import "./core/nav.js"\n',
            "walk": 'import { clock } from "./core/clock.js"\nimport { pace } from "./walk/pace.js"\nclock(pace)\n',
            "run": 'import { clock, zone } from "./core/clock.js"\nclock(zone)\n',
            "core/nav": "nav()\n",
            "core/clock": 'import { tick } from "./tick.js"\nexport const clock = tick\nexport const zone = 1\n',
            "core/tick": "export let tick\n",
            "walk/pace": "export let pace\n",
        },
    )
    assert {name: text.split("\n") for name, text in scripts(root).items()} == {
        "footing": ["nav()", "let tick", "const clock=tick", "const zone=1", "export{clock,zone}", ""],
        "walk": ['import{clock}from"./footing.js"', "let pace", "clock(pace)", ""],
        "run": ['import{clock,zone}from"./footing.js"', "clock(zone)", ""],
    }


def test_a_script_that_imports_the_entry_of_another_builds_on_it(tmp_path: Path) -> None:
    root = project(
        tmp_path,
        **{
            "footing": "page()\n",
            "walk": 'import "./walk/pace.js"\n',
            "hike": 'import "./walk.js"\nimport { pace } from "./walk/pace.js"\npace()\n',
            "climb": 'import "./walk.js"\nclimb()\n',
            "walk/pace": "export let pace\nlet step\n",
        },
    )
    assert {name: text.split("\n") for name, text in scripts(root).items()} == {
        "footing": ["page()", ""],
        "walk": ["let pace", "let step", "export{pace}", ""],
        "hike": ['import{pace}from"./walk.js"', "pace()", ""],
        "climb": ['import"./walk.js"', "climb()", ""],
    }


MODULES = ["footing.js", "walk.js", "run.js", "core/a.js", "core/b.js", "core/c.js", "core/d.js"]
GRAPHS = st.fixed_dictionaries({name: st.sets(st.sampled_from(MODULES[3:])) for name in MODULES})


@given(GRAPHS)
def test_each_reachable_module_is_in_exactly_one_script_that_its_users_load(needs: dict[str, set[str]]) -> None:
    found = assign({name: [Import(each, ()) for each in sorted(needs[name])] for name in needs})
    bundled = [module for modules in found.values() for module in modules]
    assert sorted(bundled) == sorted(set(bundled))
    assert set(bundled) == set(reachable(MODULES[:3], needs))
    for script, modules in found.items():
        assert f"{script}.js" in modules
        for module in modules:
            assert needs[module] <= {*modules, *found["footing"]}


@given(GRAPHS)
def test_a_module_comes_after_those_it_imports_unless_they_import_it_too(needs: dict[str, set[str]]) -> None:
    order = reachable(list(needs), needs)
    for name in needs:
        for other in needs[name]:
            assert order.index(other) <= order.index(name) or name in reachable([other], needs)


def test_a_missing_module_or_name_is_reported_with_its_line(tmp_path: Path) -> None:
    root = project(
        tmp_path,
        **{
            "footing": '// page\nimport "./none.js"\nimport { a, z } from "./core/a.js"\n',
            "core/a": "export const a = 1\nconst z = 2\n",
        },
    )
    assert reported(root) == [
        f'{JS}/footing.js:2:1: imports "./none.js", which does not exist, expected a module of {JS}; correct the path',
        f'{JS}/footing.js:3:1: imports z, which "./core/a.js" does not export; correct the name',
    ]


def test_a_module_that_no_script_has_is_reported(tmp_path: Path) -> None:
    [problem] = reported(project(tmp_path, **{"footing": "page()\n", "core/a": "a()\n"}))
    assert problem.startswith(f"{JS}/core/a.js:1:1: is in no script, expected an import in {JS}/footing.js or")


@pytest.mark.parametrize(
    "line", ["function b() {}", "class b {}", "let a, b", "const { a: b } = c", "async function b() {}"]
)
def test_a_name_declared_twice_in_a_script_is_reported_with_both_files(tmp_path: Path, line: str) -> None:
    root = project(
        tmp_path,
        **{
            "footing": 'import "./core/one.js"\nimport "./core/two.js"\n',
            "core/one": "export const b = 1\n",
            "core/two": f"two()\n{line}\n",
        },
    )
    assert reported(root) == [
        f"{JS}/core/two.js:2:1: declares b, as {JS}/core/one.js does in the same script (footing.js); rename one"
    ]


def test_a_name_that_a_lazy_script_both_imports_and_declares_is_reported(tmp_path: Path) -> None:
    root = project(
        tmp_path,
        **{
            "footing": 'import "./core/one.js"\n',
            "walk": 'import "./walk/two.js"\nimport { pace } from "./core/one.js"\npace()\n',
            "core/one": "export const pace = 1\nconst step = 2\n",
            "walk/two": "let step\nfunction pace() {}\n",
        },
    )
    assert reported(root) == [
        f"{JS}/walk/two.js:2:1: declares pace, as {JS}/core/one.js does in the same script (walk.js); rename one"
    ]


@pytest.mark.parametrize(
    "line",
    [
        'import a from "./core/a.js"',
        'import * as a from "./core/a.js"',
        'import { a as b } from "./core/a.js"',
        'import { a } from "a"',
        "import {",
        "export default function a() {}",
        "export { a }",
        'export * from "./core/a.js"',
    ],
)
def test_a_form_of_import_or_export_that_cannot_be_bundled_is_reported(tmp_path: Path, line: str) -> None:
    [problem] = reported(project(tmp_path, **{"core/a": "export let a\n", "footing": f"let b\n{line}\n"}))
    assert problem.startswith(f'{JS}/footing.js:2:1: "{line}" cannot be bundled, expected import {{ name }} from')


@pytest.mark.parametrize(
    "line", ['const a = "import x"', "  import(x)", "import.meta", "const exported = 1", "// export all"]
)
def test_lines_that_resemble_imports_and_exports_are_left(tmp_path: Path, line: str) -> None:
    assert scripts(project(tmp_path, footing=line + "\n"))


BUILDS_ON: dict[str, set[str]] = {
    "footing": set(),
    "today": {"footing", "progress"},
    "device": {"footing", "progress"},
    "builder": {"footing", "own"},
}


def test_a_script_of_the_site_imports_only_the_scripts_it_builds_on() -> None:
    for name, text in scripts(PROJECT).items():
        bases = re.findall(r'^import(?:{[^}]+}from)?"\./(\w+)\.js"', text, re.MULTILINE)
        assert set(bases) <= BUILDS_ON.get(name, {"footing"})


def test_the_script_of_own_weeks_exports_what_today_takes_from_it() -> None:
    exported = re.search(r"^export{(.*)}$", scripts(PROJECT)["own"], re.MULTILINE)
    assert exported
    assert {"readLink", "fitted", "publishedWeek"} <= set(exported[1].split(","))
