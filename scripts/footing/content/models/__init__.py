"""What the content means: typed, immutable models. Their field names are the keys that an author writes."""

from footing.content.models.content import Content
from footing.content.models.exercise import Assumed, Change, Dosage, Exercise, MoveFor
from footing.content.models.fields import DAYS_OF_WEEK, Day, Place
from footing.content.models.plan import Plan, PlanEntry
from footing.content.models.site import Site
from footing.content.models.vocabulary import Term, Vocabulary

__all__ = [
    "DAYS_OF_WEEK",
    "Assumed",
    "Change",
    "Content",
    "Day",
    "Dosage",
    "Exercise",
    "MoveFor",
    "Place",
    "Plan",
    "PlanEntry",
    "Site",
    "Term",
    "Vocabulary",
]
