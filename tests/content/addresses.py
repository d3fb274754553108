"""The addresses of the project's own site, which never change: links and printed pages rely on them."""

SECTIONS = ("", "exercises/", "week/", "safety/", "evidence/", "about/")
EXERCISES = (
    *("foot-stretching", "walking-on-toes", "stand-on-your-toes", "grab-a-pencil", "ankle-circles"),
    *("stretch-tendons", "foot-massage", "leg-stretch-up", "resistance-band-stretch"),
)
PLANS = ("full", "gentle-start", "no-equipment", "at-your-desk")
OTHERS = ("on-this-device/", "your-own-week/")
PAGES = (
    *SECTIONS,
    *OTHERS,
    *(f"exercises/{slug}/" for slug in EXERCISES),
    *(f"week/{plan}/" for plan in PLANS),
)
