"""A layperson's words find the right one of the nine exercises among the first three results, and the right page first."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page

from tests.support.search import badly_answered, open_search, search_for

MASSAGE, PENCIL, BAND = "foot-massage", "grab-a-pencil", "resistance-band-stretch"
STAND, WALK, CIRCLES = "stand-on-your-toes", "walking-on-toes", "ankle-circles"
FEET, TENDONS, LEG = "foot-stretching", "stretch-tendons", "leg-stretch-up"
FLOOR = {CIRCLES, LEG, BAND}

# What people type, and the exercises that answer it: one of them must be among the first three.
QUERIES: dict[str, dict[str, set[str]]] = {
    "names": {
        "foot stretching": {FEET},
        "walking on toes": {WALK},
        "stand on your toes": {STAND},
        "grab a pencil": {PENCIL},
        "ankle circles": {CIRCLES},
        "stretch tendons": {TENDONS},
        "leg stretch up": {LEG},
        "resistance band": {BAND},
    },
    "forms": {
        "stretches": {FEET, TENDONS, LEG, BAND},
        "stretched": {FEET, TENDONS, LEG, BAND},
        "raises": {STAND},
        "heel raises": {STAND},
        "calf raise": {STAND},
        "massaging": {MASSAGE},
        "rolling": {MASSAGE},
        "circling": {CIRCLES, TENDONS},
        "circles": {CIRCLES, TENDONS},
        "rotations": {CIRCLES, TENDONS},
        "gripping": {PENCIL},
        "toe curls": {PENCIL},
        "tiptoe": {STAND, WALK},
        "tiptoes": {STAND, WALK},
    },
    "things": {
        "tennis ball": {MASSAGE},
        "theraband": {BAND},
        "elastic": {BAND},
        "pencil": {PENCIL},
        "pencils": {PENCIL},
        "towel": {LEG},
        "towels": {LEG},
        "scarf": {LEG},
        "wall": {TENDONS},
        "no equipment": {FEET, WALK, STAND, CIRCLES, TENDONS},
        "pen": {PENCIL},
    },
    "body": {
        "sole": {MASSAGE, FEET, PENCIL},
        "calf": {STAND, TENDONS, WALK, LEG},
        "calves": {STAND, TENDONS, WALK, LEG},
        "heel pain": {MASSAGE, TENDONS, STAND, FEET},
        "plantar": {MASSAGE, FEET},
        "plantar fasciitis": {MASSAGE, FEET},
        "achilles": {TENDONS, STAND, WALK},
        "hamstring": {LEG},
        "hamstrings": {LEG},
        "shin": {BAND, CIRCLES},
        "ankle": {CIRCLES, BAND, TENDONS},
        "arch": {MASSAGE, FEET, PENCIL},
        "toes": {STAND, WALK, FEET, PENCIL},
        "back of the thigh": {LEG},
    },
    "places": {
        "lying down": FLOOR,
        "lying": FLOOR,
        "seated": {FEET, PENCIL, MASSAGE, BAND},
        "sitting on a chair": {FEET, PENCIL, MASSAGE},
        "desk": {FEET, PENCIL, MASSAGE},
        "balance": {STAND, WALK, TENDONS},
        "in bed": {CIRCLES, LEG},
        "standing": {STAND, TENDONS},
    },
}


# What people ask of the site itself: the page must be the very first.
PAGES = {
    "safety/": "when to see a doctor, when should I see a doctor?, pain, safe, is it dangerous, pregnant, emergency, dizzy, "
    "numbness, diabetes, blood clot, contraindications, hip replacement, osteoporosis, when to stop, flare up, cramp, "
    "back hurts more after exercise",
    "evidence/": "does it work, Does this work?, study, research, evidence, proof, trials, cochrane, insoles",
    "week/": "schedule, print chart, calendar, reminder, timetable, print, pdf, fridge, how often, where do I start, "
    "how long does it take, weekly plan",
    "about/": "app, offline, install, no internet, privacy, cookies, licence, who made this, source, article, contact, "
    "report an error, dagger",
    "your-own-week/": "planner, make my own plan, custom plan, build a plan for a patient, share, send to a friend",
    "on-this-device/": "delete my data, backup, progress, history",
    "week/gentle-start/": "beginner",
}


@pytest.fixture
def search(desktop: Page) -> Locator:
    desktop.goto("about/")
    return open_search(desktop)


def test_there_are_at_least_forty_queries() -> None:
    assert sum(map(len, QUERIES.values())) >= 40


@pytest.mark.parametrize("topic", QUERIES)
def test_a_wanted_exercise_is_among_the_first_three(search: Locator, site_url: str, topic: str) -> None:
    assert badly_answered(search, site_url, QUERIES[topic]) == {}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_answers_what_people_ask_of_it_first(search: Locator, site_url: str, page: str) -> None:
    firsts = {query: search_for(search, query)[:1] for query in PAGES[page].split(", ")}
    assert {query: first for query, first in firsts.items() if first != [site_url + page]} == {}


def test_there_are_at_least_thirty_queries_for_pages() -> None:
    assert sum(len(queries.split(", ")) for queries in PAGES.values()) >= 30


@pytest.mark.parametrize("word", ["sciatica", "tangible", "Hayden"])
def test_a_word_after_a_bracket_or_a_quotation_mark_is_found(search: Locator, word: str) -> None:
    assert search_for(search, word)
