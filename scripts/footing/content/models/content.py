"""The whole content: every file as a model."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from footing.content.models.exercise import Exercise
from footing.content.models.plan import Plan
from footing.content.models.site import Site
from footing.content.models.vocabulary import Vocabulary


class Content(BaseModel):
    """The site, its vocabulary, its exercises and its plans, in the site's order."""

    model_config = ConfigDict(frozen=True)

    site: Site
    vocabulary: Vocabulary
    exercises: tuple[Exercise, ...]
    plans: tuple[Plan, ...]

    def at(self, address: str) -> Content:
        """The same content for a site at another address."""
        return self.model_copy(update={"site": self.site.model_copy(update={"address": address})})

    @property
    def by_slug(self) -> dict[str, Exercise]:
        return {exercise.slug: exercise for exercise in self.exercises}
