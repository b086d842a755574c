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

LOOKS = [
    pytest.param({"width": 360, "height": 740}, False, id="360"),
    pytest.param({"width": 360, "height": 740}, True, id="360, dark"),
    pytest.param({"width": 1280, "height": 900}, False, id="1280"),
    pytest.param({"width": 1280, "height": 900}, True, id="1280, dark"),
]


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
        if visitor.is_too_wide():
            found.append(f"{name}: scrolls sideways")
        violations = Axe().run(visitor.page).response["violations"]
        found += [f"{name}: {rule['id']}: {node['target']}" for rule in violations for node in rule["nodes"]]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("size", "dark"), LOOKS)
def test_a_centre_with_nothing_yet(
    inside: Callable[..., Visitor], language: str, size: dict[str, int], dark: bool
) -> None:
    nothing_is_published()
    assert _wrong(inside(size=size, dark=dark), empty_places(language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("size", "dark"), LOOKS)
def test_records_that_have_a_name_and_nothing_else(
    inside: Callable[..., Visitor], language: str, size: dict[str, int], dark: bool
) -> None:
    nothing_is_published()
    assert _wrong(inside(size=size, dark=dark), record_places(bare_records(), language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("size", "dark"), LOOKS)
def test_records_with_the_longest_names_and_every_field_filled(
    inside: Callable[..., Visitor], language: str, size: dict[str, int], dark: bool
) -> None:
    nothing_is_published()
    assert _wrong(inside(size=size, dark=dark), record_places(full_records(), language)) == []
