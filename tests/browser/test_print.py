"""On paper: one sheet for a product, the code that a phone reads, and nothing that can only be clicked."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.accessibility.looks import violations
from tests.browser.chromium import Visitor
from tests.browser.places import LANGUAGES, made_product

pytestmark = [pytest.mark.browser, pytest.mark.service("chromium"), pytest.mark.django_db]

Visit = Callable[..., Visitor]
PAPER = {"width": 688, "height": 1047}  # what A4 leaves between its margins
CLICKED = ".site-header, .breadcrumb, .site-footer, .skip-link, .heart, .keep, .ask, .section--cards, .thumbs"


def _sheets(visitor: Visitor) -> int:
    """How many A4 pages Chromium makes of the page."""
    made = visitor.page.pdf(prefer_css_page_size=True)
    return max(int(count) for count in re.findall(rb"/Count (\d+)", made))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_record_prints_with_its_code_and_without_what_is_clicked(visit: Visit, language: str) -> None:
    product = made_product()
    for record in (product, product.village, product.artisan):
        visitor = visit(size=PAPER)
        asked: list[str] = []
        visitor.page.on("request", lambda request, asked=asked: asked.append(request.url))
        visitor.open(record.get_absolute_url(language))
        visitor.page.wait_for_load_state("networkidle")
        picture = f"{visitor.origin}/p/{record.code}.svg"
        assert picture not in asked
        assert visitor.page.locator(".print-head").is_hidden()

        visitor.page.emulate_media(media="print")
        code = visitor.page.locator(".print-head img")
        code.evaluate("image => image.decode()")
        assert picture in asked
        box = code.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) > 75  # 2 cm
        assert f"/p/{record.code}" in visitor.page.locator(".print-head").inner_text()
        assert visitor.page.locator("h1").is_visible()
        assert visitor.page.locator(CLICKED).locator("visible=true").count() == 0
        assert not visitor.is_too_wide()
        assert violations(visitor) == []
        assert visitor.problems == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_product_and_its_village_take_one_sheet_each(visit: Visit, language: str) -> None:
    product = made_product()
    for record in (product, product.village):
        visitor = visit()
        visitor.open(record.get_absolute_url(language))
        assert _sheets(visitor) == 1
