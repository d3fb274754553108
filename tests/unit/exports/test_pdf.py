"""PDFs and previews: which there are, the cache, batches, and text that is printed as it is."""

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from footing.content.models import Content
from footing.drawings import Drawings
from footing.exports import pdf
from footing.exports.pdf import BATCH, Exports
from footing.exports.typst import ExportError, Typesetter, TypesettingError
from footing.pages.qr_code import qr_code
from footing.planning.schedule import schedule
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.printed import Printed, squeezed
from tests.unit.builders import content, exercise, plan, site, vocabulary

FIGURE: dict[str, Any] = {
    "poses": {"start": {"base": "standing"}, "up": {"base": "start", "both ankles": {"plantarflexion": "20"}}},
    "motion": ["start", "up 1 s", "start 1 s"],
    "describe": "A person stands and rises on the toes.",
}


class FakeTypesetter(Typesetter):
    """Typesets nothing, but records each request; a batch of previews is one request."""

    cache_key = "one"

    def __init__(self) -> None:
        self.asked: list[tuple[str, int]] = []

    def pdf(self, template: str, data: str, paper: str) -> bytes:
        self.asked.append((f"{template} {paper}", 1))
        return f"%PDF-{template} {paper} {data}%%EOF\n".encode()

    def images(self, template: str, data: Sequence[str]) -> list[bytes]:
        self.asked.append((template, len(data)))
        return [b"\x89PNG" + one.encode() + b"IEND\xaeB`\x82" for one in data]


def files_of(exports: Exports, of: Content) -> dict[str, bytes]:
    return exports.files(of, {one.slug: schedule(one, of) for one in of.plans})


def save(exports: Exports, folder: Path) -> None:
    def write(name: str, kept: bytes) -> None:
        (folder / name).write_bytes(kept)

    exports.save(write)


def exports_in(folder: Path, mark: str = "") -> tuple[Exports, FakeTypesetter]:
    typesetter = FakeTypesetter()
    return Exports(folder, Drawings(folder), mark, typesetter), typesetter


def two(**changes: Any) -> Content:
    """Two exercises, one of them in a plan."""
    return content(exercise(**changes), exercise("leg-up", name="Leg up"), plans=(plan(),))


PDFS = [f"week/a-week-{kind}.pdf" for kind in ("a4", "handout-a4", "handout-letter", "letter")]
PICTURES = [f"assets/made/previews/{name}.png" for name in ("leg-up", "site", "towel-scrunch", "week-a-week")]


def test_each_plan_has_four_pdfs_and_each_page_that_is_shared_a_picture(tmp_path: Path) -> None:
    exports, typesetter = exports_in(tmp_path)
    assert sorted(files_of(exports, two())) == [*PICTURES, *PDFS]
    assert sorted(typesetter.asked) == [
        *(("chart a4", 1), ("chart us-letter", 1), ("handout a4", 1), ("handout us-letter", 1)),
        ("preview", 4),
    ]


def test_an_unchanged_export_comes_from_the_cache(tmp_path: Path) -> None:
    exports, typesetter = exports_in(tmp_path)
    files = files_of(exports, two())
    save(exports, tmp_path)
    typesetter.asked.clear()
    assert files_of(exports, two()) == files  # while serving
    assert typesetter.asked == []
    again, asked = exports_in(tmp_path)
    assert files_of(again, two()) == files  # in a new process
    assert asked.asked == []


@pytest.mark.parametrize(
    ("changes", "typeset"),
    [
        ({"summary": "Something else."}, []),
        ({"steps": ["Lay it flat.", "Scrunch it."]}, ["handout a4", "handout us-letter"]),
        ({"name": "Towel curl"}, ["chart a4", "chart us-letter", "handout a4", "handout us-letter", "preview"]),
    ],
)
def test_an_edit_typesets_only_the_exports_that_show_it(
    tmp_path: Path, changes: dict[str, Any], typeset: list[str]
) -> None:
    exports, typesetter = exports_in(tmp_path)
    files_of(exports, two())
    typesetter.asked.clear()
    files_of(exports, two(**changes))
    assert sorted(what for what, _ in typesetter.asked) == typeset
    assert sum(number for what, number in typesetter.asked if what == "preview") == ("preview" in typeset)


def test_another_template_or_typst_version_typesets_everything_again(tmp_path: Path) -> None:
    exports, _ = exports_in(tmp_path)
    files_of(exports, two())
    save(exports, tmp_path)
    again, asked = exports_in(tmp_path)
    asked.cache_key = "another"
    files_of(again, two())
    assert sum(number for _, number in asked.asked) == 8


def test_exports_that_the_last_build_did_not_need_are_deleted_from_the_cache(tmp_path: Path) -> None:
    exports, _ = exports_in(tmp_path)
    files_of(exports, two())
    save(exports, tmp_path)
    before = set(tmp_path.iterdir())
    files_of(exports, two(name="Towel curl"))
    save(exports, tmp_path)
    assert len(before) == len(set(tmp_path.iterdir())) == 8
    assert len(before & set(tmp_path.iterdir())) == 3  # the site's, the plan's and the other exercise's picture


def test_what_is_at_hand_needs_no_making(tmp_path: Path) -> None:
    exports, typesetter = exports_in(tmp_path)
    of, changed = two(), two(name="Towel curl")
    weeks = {one.slug: schedule(one, of) for one in of.plans}
    assert exports.cached_files(of, weeks) == {}
    files = files_of(exports, of)
    typesetter.asked.clear()
    assert exports.cached_files(of, weeks) == files
    assert exports.cached_files(changed, weeks) == files  # as it was last
    assert typesetter.asked == []
    assert files_of(exports, changed) != files


@pytest.mark.parametrize("junk", [b"", b"%PDF-1.7 cut off", b"\x89PNG cut off"])
def test_a_damaged_cache_file_is_typeset_again(tmp_path: Path, junk: bytes) -> None:
    exports, _ = exports_in(tmp_path)
    files = files_of(exports, two())
    save(exports, tmp_path)
    for file in tmp_path.iterdir():
        file.write_bytes(junk)
    again, asked = exports_in(tmp_path)
    assert files_of(again, two()) == files
    assert sum(number for _, number in asked.asked) == 8
    save(again, tmp_path)
    assert junk not in [file.read_bytes() for file in tmp_path.iterdir()]


def test_previews_are_typeset_in_batches_and_assigned_to_their_exercises(tmp_path: Path) -> None:
    exports, typesetter = exports_in(tmp_path)
    many = content(*(exercise(f"e{number}", name=f"Exercise {number}") for number in range(2 * BATCH + 5)))
    heard: list[int] = []
    files = exports.files(many, {}, heard.append)
    assert sorted(number for _, number in typesetter.asked) == [6, BATCH, BATCH]  # and one for the site
    for number in range(2 * BATCH + 5):
        assert f'"name":"Exercise {number}"'.encode() in files[f"assets/made/previews/e{number}.png"]
    assert heard[-1] == 2 * BATCH + 6


def test_a_typesetting_error_names_the_file_and_the_remedy(tmp_path: Path) -> None:
    class Refusing(FakeTypesetter):
        def pdf(self, template: str, data: str, paper: str) -> bytes:
            raise TypesettingError("chart.typ: no such sign")

    exports = Exports(tmp_path, Drawings(tmp_path), typesetter=Refusing())
    with pytest.raises(ExportError) as caught:
        files_of(exports, two())
    assert str(caught.value) == "docs/week/a-week-a4.pdf: chart.typ: no such sign; correct it, or build with --no-paper"


def test_typst_and_the_qr_codes_are_imported_only_when_they_are_needed() -> None:
    loaded = "import sys, footing.pipeline; print([n for n in ('typst', 'segno') if n in sys.modules])"
    folder = Path(pdf.__file__).parents[2]
    said = subprocess.run([sys.executable, "-c", loaded], cwd=folder, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


def test_a_code_may_be_spoilt_a_little_and_is_black_on_nothing() -> None:
    import segno

    address = "https://example.org/week/full/"
    assert segno.make_qr(address, error="m").error in ("M", "Q", "H")
    svg = qr_code(address)
    size = int(re.findall(r'viewBox="0 0 (\d+) ', svg)[0])
    assert size == segno.make_qr(address, error="m").symbol_size(border=4)[0]  # its quiet zone is in it


# Really set

HOSTILE = [
    '#panic("run")',
    '#import "x.typ": *',
    "*strong* _emph_ `raw` $x^2$ <label> @ref",
    "= Heading - item + item / term: x",
    "// gone /* gone */ \\ \\u{41}",
    "[a] {b} (c) \"d\" 'e' ~f",
    "{{ x }} {% y %} <b>bold</b> &amp;",
    "https://example.org/#x -- --- ... #",
]


class Only(Typesetter):
    """Really sets the PDFs of these templates, and nothing else: that is quicker."""

    def __init__(self, *templates: str, paper: str = "") -> None:
        super().__init__()
        self._only = templates
        self._paper = paper

    def pdf(self, template: str, data: str, paper: str) -> bytes:
        wanted = template in self._only and self._paper in ("", paper)
        return super().pdf(template, data, paper) if wanted else b""

    def images(self, template: str, data: Sequence[str]) -> list[bytes]:
        return [b""] * len(data)


def printed(of: Content, folder: Path, typesetter: Typesetter) -> dict[str, Printed]:
    files = files_of(Exports(folder, Drawings(folder), typesetter=typesetter), of)
    return {path: Printed(built) for path, built in files.items() if built}


def hostile(texts: Sequence[str]) -> Content:
    return content(
        exercise(
            name=texts[0], steps=list(texts), before=texts[1], feel=texts[2], stop_if=list(texts),
            caution=[{"who": texts[3], "advice": texts[4]}], figure={**FIGURE, "describe": texts[5]},
        ),
        plans=(plan(name=texts[6], summary=texts[7], **{"for": texts[0]}),),
    )  # fmt: skip


def test_text_is_printed_as_it_is_and_never_run(tmp_path: Path) -> None:
    pdfs = printed(hostile(HOSTILE), tmp_path, Only("chart", "handout"))
    for path in PDFS:
        text = "".join(pdfs[path].words(number) for number in range(len(pdfs[path].pages)))
        for said in HOSTILE if "handout" in path else (HOSTILE[0], HOSTILE[6]):
            assert squeezed(said) in text


@settings(max_examples=8)
@given(st.lists(st.text("ab #*_$@`\\/[]{}()<>\"'=-+~.:;&%|^", min_size=1).map(str.strip), min_size=8, max_size=8))
def test_any_text_can_be_printed(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    texts = [text or "a" for text in texts]
    of = hostile(texts)
    folder = tmp_path_factory.mktemp("exports")
    [pdf] = printed(of, folder, Only("handout", paper="a4")).values()
    whole = "".join(pdf.words(number) for number in range(len(pdf.pages)))
    for text in texts:
        assert squeezed(text) in whole


@pytest.mark.parametrize(("rows", "pages"), [(1, 1), (10, 1), (11, 2), (20, 2), (21, 3)])
def test_a_chart_of_eleven_rows_or_more_continues_on_a_page_with_the_same_head(
    tmp_path: Path, rows: int, pages: int
) -> None:
    exercises = [exercise(f"e{number}", name=f"Exercise number {number}", figure=FIGURE) for number in range(rows)]
    names = [one.slug for one in exercises]
    pdfs = printed(content(*exercises, plans=(plan(exercises=names, limit="60 min"),)), tmp_path, Only("chart"))
    for path in ("week/a-week-a4.pdf", "week/a-week-letter.pdf"):
        pdf = pdfs[path]
        assert len(pdf.pages) == pages
        for number in range(pages):
            words = pdf.words(number)
            assert all(squeezed(word) in words for word in ("A week", "Week of", "Name", "Exercise", "mon", "sun"))
            assert squeezed("Stop if it hurts.") in words
            assert [address for address, _ in pdf.codes(number)] == ["https://example.org/week/a-week/"]
        found = [re.findall(r"Exercisenumber(\d+)", pdf.words(number)) for number in range(pages)]
        assert sum(map(len, found)) == rows
        assert max(map(len, found)) <= 10
        assert ["Minutesaday" in pdf.words(number) for number in range(pages)] == [False] * (pages - 1) + [True]


def test_a_chart_row_without_a_picture_begins_at_the_left(tmp_path: Path) -> None:
    names = {"lean": "Lean", "long": "Lift both heels together and lower them"}
    exercises = [exercise(slug, name=name) for slug, name in names.items()]
    of = content(*exercises, exercise("drawn", name="Drawn", figure=FIGURE), plans=(plan(exercises=[*names, "drawn"]),))
    [chart] = printed(of, tmp_path, Only("chart", paper="a4")).values()
    header, short, long = (chart.left_of(0, text) for text in ("Exercise", *names.values()))
    assert short == pytest.approx(header, abs=0.5)
    assert long == pytest.approx(header, abs=0.5)
    assert chart.left_of(0, "Drawn") > header + 18  # beside its picture


def test_a_site_without_drawings_source_or_logo_prints_too(tmp_path: Path) -> None:
    own = exercise(
        source=None,
        name="A very long name of an exercise that goes on, and on, and on",
        steps=["Sit."],
        dosage={"hold": "5 s", "reps": "up to 12", "per_day": "1", "days_per_week": "7"},
        assumed={"reps": "6"},
    )
    of = content(own, plans=(plan(sessions=["morning"], exercises=[own.slug]),))
    of = of.model_copy(update={"site": site(source=None, week_starts="sunday")})
    pdfs = printed(of, tmp_path, Only("chart", "handout"))
    text = pdfs["week/a-week-a4.pdf"].words(0)
    assert "Startwith6times" in text
    assert "†" not in text
    assert "†" not in pdfs["week/a-week-handout-a4.pdf"].words(0)
    assert "Dashed" not in text
    assert text.index("sun") < text.index("mon") < text.index("sat")


def test_paper_has_no_marks_but_the_address_that_says_whose_the_numbers_are(tmp_path: Path) -> None:
    dosage = {"hold": "5 s", "reps": "up to 12", "per_day": "1", "days_per_week": "7"}
    own = exercise("own", name="Own", source=None, dosage=dosage, assumed={"reps": "6"})
    entry = {"use": "own", "dosage": {"days_per_week": "3"}}
    of = content(exercise(), own, plans=(plan(exercises=["towel-scrunch", entry]),))
    for sheet in printed(of, tmp_path, Only("chart", "handout", paper="a4")).values():
        text = "".join(map(sheet.words, range(len(sheet.pages))))
        assert squeezed("Hold 5 seconds, up to 12 times") in text
        assert squeezed("Start with 6 times") in text
        assert squeezed("Hold 10 seconds") in text
        assert "†" not in text
        assert squeezed("Where these numbers come from: https://example.org/about/#marks") in text


def test_each_sessions_name_stands_over_its_boxes(tmp_path: Path) -> None:
    of = content(exercise(), plans=(plan(sessions=["morning", "midday"]),))
    names = {"morning": {"label": "Morning", "short": "am"}, "midday": {"label": "A name wider than its box"}}
    of = of.model_copy(update={"vocabulary": vocabulary(sessions=names)})
    [chart] = printed(of, tmp_path, Only("chart", paper="a4")).values()
    assert chart.words(0).count("am") >= 7
    assert chart.words(0).count(squeezed("A name wider than its box")) == 7


@pytest.mark.parametrize(
    ("sessions", "weeks", "pages"),
    [
        (["morning"], 1, ["Week of"]),
        (["morning"], 2, ["Week 1 from Week 2 from"]),
        (["morning"], 4, ["Week 1 from Week 2 from", "Week 3 from Week 4 from"]),
        (["morning", "midday"], 2, ["week 1 of 2 Week of", "week 2 of 2 Week of"]),
    ],
)
def test_a_plan_of_several_weeks_prints_all_of_them(
    tmp_path: Path, sessions: list[str], weeks: int, pages: list[str]
) -> None:
    of = content(exercise(figure=FIGURE), plans=(plan(sessions=sessions, weeks=str(weeks)),))
    [chart] = printed(of, tmp_path, Only("chart", paper="a4")).values()
    assert len(chart.pages) == len(pages)
    for number, heads in enumerate(pages):
        assert squeezed(heads) in chart.words(number)
        assert 2 <= chart.words(number).count("mon") + 1 <= 3


def test_a_short_chart_fills_its_sheet_with_large_type(tmp_path: Path) -> None:
    of = content(exercise(figure=FIGURE), plans=(plan(sessions=["morning"]),))
    [chart] = printed(of, tmp_path, Only("chart", paper="a4")).values()
    assert max(size for size, text in chart.by_size(0).items() if squeezed("Hold 10 seconds") in text) >= 16


def test_the_data_is_the_same_text_for_the_same_content(tmp_path: Path) -> None:
    files = [files_of(exports_in(tmp_path / str(number))[0], two()) for number in range(2)]
    assert files[0] == files[1]
    data = re.search(rb"\{.*\}", files[0]["week/a-week-a4.pdf"])
    assert data
    assert json.loads(data[0])["name"] == "A week"


def test_real_exports_are_the_same_bytes_twice(tmp_path: Path) -> None:
    first, again = (
        files_of(Exports(tmp_path / name, Drawings(tmp_path)), two(figure=FIGURE)) for name in ("one", "two")
    )
    assert first == again
    assert sorted(first) == [*PICTURES, *PDFS]
