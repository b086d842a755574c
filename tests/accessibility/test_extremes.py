"""axe finds nothing, and nothing scrolls sideways, where the centre is empty, bare, or filled to the last character."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe

from search.engines import get_engine
from tests.browser.chromium import Visitor
from tests.browser.extremes import bare_records, empty_places, full_records, nothing_is_published, record_places
from tests.browser.places import LANGUAGES

pytestmark = [pytest.mark.browser, pytest.mark.service("chromium"), pytest.mark.django_db]

LOOKS = [({"width": width, "height": 800}, scheme) for width in (360, 1280) for scheme in ("light", "dark")]


@pytest.fixture(autouse=True)
def own_engine(origin: str) -> Iterator[None]:
    """The demo is loaded (others need it in this session) and the index is not kept beyond this test."""
    get_engine.cache_clear()
    yield
    get_engine.cache_clear()


def _wrong(visitor: Visitor, places: dict[str, str]) -> list[str]:
    found = []
    for name, path in places.items():
        visitor.open(path)
        for size, scheme in LOOKS:
            visitor.page.set_viewport_size(size)  # type: ignore[arg-type]
            visitor.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            look = f"{name}, {size['width']}, {scheme}"
            if visitor.is_too_wide():
                found.append(f"{look}: scrolls sideways")
            violations = Axe().run(visitor.page).response["violations"]
            found += [f"{look}: {rule['id']}: {node['target']}" for rule in violations for node in rule["nodes"]]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_centre_with_nothing_yet(inside: Callable[..., Visitor], language: str) -> None:
    nothing_is_published()
    assert _wrong(inside(), empty_places(language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_records_that_have_a_name_and_nothing_else(inside: Callable[..., Visitor], language: str) -> None:
    nothing_is_published()
    assert _wrong(inside(), record_places(bare_records(), language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_records_with_the_longest_names_and_every_field_filled(inside: Callable[..., Visitor], language: str) -> None:
    nothing_is_published()
    assert _wrong(inside(), record_places(full_records(), language)) == []
