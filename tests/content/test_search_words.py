"""The words by which each exercise is found."""

import pytest
from footing.drawings import Drawings
from footing.pages.views import ExerciseView, exercise_views
from footing.pipeline import DRAWING_CACHE

from tests.content import real
from tests.content.addresses import EXERCISES


@pytest.fixture(scope="module")
def views() -> dict[str, ExerciseView]:
    found = exercise_views(real.content(), Drawings(real.PROJECT / DRAWING_CACHE))
    return {view.exercise.slug: view for view in found}


@pytest.mark.parametrize("slug", EXERCISES)
def test_search_words_include_the_name_and_none_twice(views: dict[str, ExerciseView], slug: str) -> None:
    view = views[slug]
    assert view.exercise.name in view.search_tags
    for words in (view.search_tags, view.search_forms):
        assert len(words) == len(set(words)) > 3
        assert all(word.strip() == word != "" for word in words)
