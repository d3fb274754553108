"""Problems: sorted, each once, and the words that help."""

from footing.diagnostics import ContentError, Problem, nearest, one_of, quoted, whole_file


def test_problems_are_sorted_by_file_line_and_column_without_repeats() -> None:
    reported = [
        Problem("b.yml", 1, 1, "x"),
        Problem("a.yml", 10, 2, "x"),
        Problem("a.yml", 9, 3, "x"),
        Problem("a.yml", 9, 3, "x"),
    ]
    error = ContentError([*reported, Problem("a.yml", 9, 3, "w")])
    assert str(error) == "a.yml:9:3: w\na.yml:9:3: x\na.yml:10:2: x\nb.yml:1:1: x"
    assert len(error.problems) == 4


def test_a_problem_of_a_whole_file_is_at_its_start() -> None:
    assert str(whole_file("a.yml", "is empty")) == "a.yml:1:1: is empty"


def test_the_nearest_known_word_is_suggested_regardless_of_case() -> None:
    known = ["sitting-chair", "standing", "lying-back"]
    assert nearest("siting-chair", known) == ' Did you mean "sitting-chair"?'
    assert nearest("Standing", known) == ' Did you mean "standing"?'
    assert nearest("swimming pool", known) == ""
    assert nearest("x", []) == ""


def test_a_long_list_of_known_words_is_cut() -> None:
    assert one_of(["a", "b"]) == "a, b"
    assert one_of([]) == "(none)"
    assert one_of(map(str, range(13))) == "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, … (13 in all)"


def test_a_long_text_is_cut_in_a_message() -> None:
    assert quoted("ten") == '"ten"'
    assert quoted("x" * 80) == f'"{"x" * 80}"'
    assert quoted("x" * 81) == f'"{"x" * 80}…"'
