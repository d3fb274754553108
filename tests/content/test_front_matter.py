"""The front matter of the site's own generated pages."""

import pytest

from tests.content import real
from tests.unit.pages.test_renderer import front


@pytest.mark.parametrize("path", real.GENERATED)
def test_every_generated_page_has_a_title_a_template_and_a_description(path: str) -> None:
    page = front(real.made().files[path])
    assert all(isinstance(page[key], str) and page[key] for key in ("title", "template", "description"))
    assert (real.PROJECT / "overrides" / page["template"]).is_file()
