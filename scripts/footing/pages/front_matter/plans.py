"""The front matter of the list of plans (overrides/pages/plans.html), which the page "A week of your own" reads too."""

from __future__ import annotations

from collections.abc import Sequence

from footing.content.models import Content
from footing.json_model import JsonModel
from footing.pages.front_matter.model import DayLabel, FrontMatter, Option
from footing.pages.views import WeekView

MOST_FIGURES = 4  # on a card: one row on a phone


class PlanCard(JsonModel):
    slug: str
    name: str
    summary: str
    link: str
    recommended: bool
    figures: list[str]


class PlansPage(FrontMatter):
    first_day: str
    plans: list[PlanCard]
    days: list[DayLabel]
    session_names: list[Option]
    times: dict[str, str]
    source: str
    stop_rule: str


def plans_page(content: Content, views: Sequence[WeekView]) -> PlansPage:
    site, vocabulary = content.site, content.vocabulary
    return PlansPage(
        template="pages/plans.html",
        title="Your week",
        description="Weekly plans to follow on a phone or print on one page: "
        "which one suits you, and how many minutes a day it takes.",
        updated=max((view.updated for view in views), default=None),
        tags=list(site.search_words.plans) or None,
        first_day=site.week[0],
        plans=[
            PlanCard(
                slug=view.plan.slug,
                name=view.plan.name,
                summary=view.plan.summary,
                link=view.link,
                recommended=view.recommended,
                figures=view.figures(MOST_FIGURES),
            )
            for view in views
        ],
        days=[
            DayLabel(id=day, label=vocabulary.days[day].label, short=vocabulary.days[day].short) for day in site.week
        ],
        session_names=[Option(id=id_, label=name.label) for id_, name in vocabulary.sessions.items()],
        times=site.times,
        source=site.source_name,
        stop_rule=site.stop_rule,
    )
