"""Addresses from the site's root."""

PREVIEWS = "assets/made/previews"  # the images that links to pages show


def exercise_url(slug: str) -> str:
    """The address of an exercise's page."""
    return f"exercises/{slug}/"
