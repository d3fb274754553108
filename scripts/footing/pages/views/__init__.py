"""What a page shows: immutable views of the content, so that a template only loops and prints."""

from footing.pages.views.exercise import ExerciseView, exercise_views
from footing.pages.views.plan import DaySession, Row, WeekView
from footing.pages.views.urls import PREVIEWS, exercise_url

__all__ = ["PREVIEWS", "DaySession", "ExerciseView", "Row", "WeekView", "exercise_url", "exercise_views"]
