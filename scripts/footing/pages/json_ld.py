"""The data that search engines read from a page: schema.org's vocabulary as JSON-LD."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from footing.content.amounts import Amount
from footing.content.models import Site
from footing.pages import wording
from footing.pages.views import ExerciseView, WeekView

JsonLd = dict[str, Any]


def exercise_json_ld(view: ExerciseView, *, preview: bool) -> JsonLd:
    """How to do the exercise, and its dose. No reviewer is named: there is none."""
    site = view.content.site
    trail = [(site.name, site.address), ("Exercises", f"{site.address}exercises/"), (view.exercise.name, view.address)]
    return _graph(_how_to(view, preview=preview), _exercise_plan(view, preview=preview), breadcrumbs(trail))


def _how_to(view: ExerciseView, *, preview: bool) -> JsonLd:
    node = _about(view, "HowTo", preview=preview) | {"totalTime": f"PT{view.dose.round_seconds}S"}
    if view.equipment:
        node["tool"] = [{"@type": "HowToTool", "name": wording.alternatives(thing.terms)} for thing in view.equipment]
    steps = enumerate(view.exercise.steps, 1)
    return node | {"step": [{"@type": "HowToStep", "position": number, "text": step.text} for number, step in steps]}


def _exercise_plan(view: ExerciseView, *, preview: bool) -> JsonLd:
    dose = view.dose
    node = _about(view, "ExercisePlan", preview=preview) | {"activityDuration": quantity(dose.length.shown, "SEC")}
    if dose.reps:
        node["repetitions"] = quantity(dose.reps.shown)
    if often := wording.frequency(dose):
        node["activityFrequency"] = often
    if dose.times > 1 and dose.rest:
        node["restPeriods"] = wording.seconds(dose.rest)
    return node


def _about(view: ExerciseView, kind: str, *, preview: bool) -> JsonLd:
    exercise, site = view.exercise, view.content.site
    node: JsonLd = {
        "@type": kind,
        "name": exercise.name,
        "description": exercise.summary,
        "url": view.address,
        "dateModified": exercise.updated.isoformat(),
    }
    if preview:
        node["image"] = f"{site.address}{view.preview}"
    if exercise.source and site.source:
        node["isBasedOn"] = {"@type": "CreativeWork", "name": site.source.title}
    return node


def plan_json_ld(view: WeekView, *, preview: bool) -> JsonLd:
    """A plan with its exercises."""
    site, plan = view.content.site, view.plan
    node: JsonLd = {
        "@type": "ExercisePlan",
        "name": plan.name,
        "description": plan.summary,
        "url": view.address,
        "dateModified": view.updated.isoformat(),
    }
    if preview:
        node["image"] = f"{site.address}{view.preview}"
    node["activityFrequency"] = wording.plan_frequency(len(plan.sessions), len(view.days))
    node["hasPart"] = [
        {"@type": "ExercisePlan", "name": row.exercise.name, "url": f"{site.address}{row.url}"} for row in view.rows
    ]
    trail = [(site.name, site.address), ("Your week", f"{site.address}week/"), (plan.name, view.address)]
    return _graph(node, breadcrumbs(trail))


def overview_json_ld(site: Site, views: Sequence[ExerciseView]) -> JsonLd:
    """The list of exercises."""
    items = [
        {"@type": "ListItem", "position": number, "name": view.exercise.name, "url": view.address}
        for number, view in enumerate(views, 1)
    ]
    item_list = {"@type": "ItemList", "numberOfItems": len(views), "itemListElement": items}
    return _graph(item_list, breadcrumbs([(site.name, site.address), ("Exercises", f"{site.address}exercises/")]))


def quantity(amount: Amount, unit: str = "") -> JsonLd:
    """An amount as a QuantitativeValue; `unit` is a UN/CEFACT code: SEC for seconds."""
    node: JsonLd = {"@type": "QuantitativeValue"}
    if amount.exact:
        node["value"] = amount.max
    else:
        node |= ({"minValue": amount.min} if amount.min else {}) | {"maxValue": amount.max}
    return node | ({"unitCode": unit} if unit else {})


def breadcrumbs(trail: Sequence[tuple[str, str]]) -> JsonLd:
    """The way from the home page to this one: pairs of name and address."""
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": address}
        for number, (name, address) in enumerate(trail, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _graph(*nodes: JsonLd) -> JsonLd:
    return {"@context": "https://schema.org", "@graph": list(nodes)}
