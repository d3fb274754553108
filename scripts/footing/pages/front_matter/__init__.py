"""What the theme's templates draw beside a page's Markdown (`page.meta` in overrides/): one typed model a page."""

from footing.pages.front_matter.exercise import exercise_page
from footing.pages.front_matter.model import FrontMatter
from footing.pages.front_matter.overview import overview_page
from footing.pages.front_matter.plan import plan_page
from footing.pages.front_matter.plans import plans_page
from footing.pages.front_matter.redirect import redirect_page

__all__ = ["FrontMatter", "exercise_page", "overview_page", "plan_page", "plans_page", "redirect_page"]
