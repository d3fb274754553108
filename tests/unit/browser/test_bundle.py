"""One script: each module after those it imports, and what cannot be joined is refused."""

from pathlib import Path

import pytest
from footing.browser.bundle import JS, in_order, scripts
from footing.diagnostics import ContentError
from hypothesis import given
from hypothesis import strategies as st

PROJECT = Path(__file__).parents[3]


def project(root: Path, folder: str, **sources: str) -> Path:
    for name, text in sources.items():
        file = root / folder / f"{name}.js"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return root


def script(root: Path) -> str:
    return scripts(root)["footing"]


def imports(*names: str) -> str:
    return "".join(f'import {{ {name} }} from "./{name}.js";\n' for name in names)


def refused(root: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        scripts(root)
    return [str(problem) for problem in caught.value.problems]


def test_what_is_imported_comes_first_and_is_imported_no_more(tmp_path: Path) -> None:
    made = script(
        project(
            tmp_path,
            JS,
            a=imports("c", "b") + "export function a() { return b + c; }\n",
            b=imports("c") + "export const b = c;\n",
            c="export class C {}\nexport const c = 1;\nexport async function d() {}\nlet exported = 2;\n",
        )
    )
    assert made.split("\n") == [
        "class C{}",
        "const c=1;async function d(){}",
        "let exported=2;const b=c;function a(){return b+c;}",
        "",
    ]


@given(st.dictionaries(st.sampled_from("abcdef"), st.sets(st.sampled_from("abcdef")), min_size=1))
def test_each_module_comes_once_and_after_those_it_needs_unless_they_need_it_too(needs: dict[str, set[str]]) -> None:
    sources = {f"{name}.js": imports(*sorted(needs[name] & needs.keys())) for name in sorted(needs)}
    order = [name.removesuffix(".js") for name in in_order(list(sources), sources)]
    assert sorted(order) == sorted(needs)
    reach = {name: {name} for name in needs}
    for _ in needs:
        reach = {name: reach[name].union(*(reach[other] for other in needs[name] & needs.keys())) for name in needs}
    for name in needs:
        for other in needs[name] & needs.keys():
            assert order.index(other) <= order.index(name) or name in reach[other]


def test_two_that_import_each_other_do_no_harm(tmp_path: Path) -> None:
    root = project(tmp_path, JS, a=imports("b", "a") + "const a=1;", b=imports("a") + "const b=2;")
    assert script(root) == "const b=2;const a=1;\n"


def test_an_import_of_what_is_not_there_is_named_with_its_line(tmp_path: Path) -> None:
    root = project(tmp_path, JS, a="// a\n" + imports("none"), b=imports("a", "gone"))
    assert refused(root) == [
        f'{JS}/a.js:2:1: imports "./none.js", which is not there, expected one of these files; correct the name',
        f'{JS}/b.js:2:1: imports "./gone.js", which is not there, expected one of these files; correct the name',
    ]


@pytest.mark.parametrize(
    "line",
    [
        'import a from "./a.js";',
        'import * as a from "./a.js";',
        'import { a as b } from "./a.js";',
        'import { a } from "a";',
        'import "./a.js";',
        "import {",
        "export default function a() {}",
        "export { a };",
        'export * from "./a.js";',
    ],
)
def test_what_cannot_be_put_into_one_script_is_refused(tmp_path: Path, line: str) -> None:
    [problem] = refused(project(tmp_path, JS, a="let a;\n", b=f"let b;\n{line}\n"))
    assert problem.startswith(f'{JS}/b.js:2:1: "{line}" cannot be put into one script, expected import {{ name }} from')


@pytest.mark.parametrize(
    "line", ['const a = "import x";', "  import(x);", "import.meta;", "const exported = 1;", "// export all"]
)
def test_what_only_looks_like_it_is_left(tmp_path: Path, line: str) -> None:
    script(project(tmp_path, JS, a=line + "\n"))


def test_a_folder_is_a_bundle_of_its_own_with_what_it_imports(tmp_path: Path) -> None:
    walk = 'import { clock } from "../clock.js";\nimport { pace } from "./pace.js";\nclock(pace);\n'
    root = project(
        tmp_path, JS, **{"clock": "export const clock=1;\n", "walk/walk": walk, "walk/pace": "export let pace;\n"}
    )
    assert scripts(root) == {"footing": "const clock=1;\n", "walk": "let pace;const clock=1;clock(pace);\n"}


def test_the_sites_own_scripts_need_no_import() -> None:
    for made in scripts(PROJECT).values():
        assert made.endswith("\n")
        assert not [line for line in made.splitlines() if line.startswith(("import{", "import {", "export"))]
