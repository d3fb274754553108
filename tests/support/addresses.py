"""The addresses of the invented programme's site: see tests/programmes/README.md."""

SECTIONS = ("", "exercises/", "week/", "safety/", "evidence/", "about/")
OTHERS = ("on-this-device/", "your-own-week/")
DRAWN = (
    *("ankle-cross", "high-march", "slow-tiptoe", "sponge-squeeze", "sky-circles"),
    *("wall-sway", "cork-roll", "scarf-lift", "cord-pull"),
)
EXERCISES = (*DRAWN, "quiet-breath")  # the last has no figure
SCHEDULED = ("short-start", "bare-cabin", "working-days", "long-week")
PLANS = (*SCHEDULED, "by-the-book")  # the last has no times of day, so no calendar
PAGES = (
    *SECTIONS,
    *OTHERS,
    *(f"exercises/{slug}/" for slug in EXERCISES),
    *(f"week/{plan}/" for plan in PLANS),
)
