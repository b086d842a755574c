"""axe finds nothing, and nothing scrolls sideways, where the centre is empty, bare, or filled to the last character."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from unittest.mock import Mock

import pytest

from search.engines import get_engine
from showcase.core import moderation
from showcase.pages.models import HomePage
from tests import factories
from tests.accessibility.looks import wrong, wrong_here
from tests.browser.chromium import Visitor
from tests.browser.extreme_pages import bare_pages, long_pages, page_places
from tests.browser.extremes import bare_records, empty_places, full_records, nothing_is_published, record_places
from tests.browser.inside import InsideVisitor
from tests.browser.places import LANGUAGES
from tests.public_kinds import kinds_at, kinds_of_pages

pytestmark = [pytest.mark.browser, pytest.mark.service("chromium"), pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture(autouse=True)
def own_engine(origin: str) -> Iterator[None]:
    """The demo is loaded (others need it in this session) and the index is not kept beyond this test."""
    get_engine.cache_clear()
    yield
    get_engine.cache_clear()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_centre_with_nothing_yet(inside: Callable[..., Visitor], language: str) -> None:
    nothing_is_published()
    places = empty_places(language)
    one_of_them = {"village_detail", "artisan_detail", "product_detail", "ExhibitionPage", "StoryPage", "EventPage"}
    assert kinds_at(places.values()) == kinds_of_pages() - one_of_them
    assert wrong(inside(), places) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_records_and_pages_that_have_a_name_and_nothing_else(inside: Callable[..., Visitor], language: str) -> None:
    nothing_is_published()
    places = record_places(bare_records(), language) | page_places(bare_pages(), language)
    assert wrong(inside(), places) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_records_and_pages_with_the_longest_names_and_every_field_filled(
    inside: Callable[..., Visitor], language: str
) -> None:
    nothing_is_published()
    records = full_records()
    places = record_places(records, language) | page_places(long_pages(records), language)
    assert kinds_at(places.values()) == kinds_of_pages()
    assert wrong(inside(), places) == []


def test_a_code_whose_record_was_withdrawn(inside: Callable[..., InsideVisitor]) -> None:
    village = factories.village("Đồng Vinh")
    moderation.withdraw_record(village)
    visitor = inside()
    assert visitor.open(f"/p/{village.code}") == 410
    assert wrong_here(visitor, "410") == []


def test_an_error_of_ours(inside: Callable[..., InsideVisitor], monkeypatch: Any) -> None:
    monkeypatch.setattr(HomePage, "serve", Mock(side_effect=RuntimeError("planted")))
    visitor = inside()
    visitor.client.raise_request_exception = False
    assert visitor.open("/") == 500
    assert wrong_here(visitor, "500") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_styleguide(inside: Callable[..., InsideVisitor], language: str) -> None:
    """Every component with its usual, longest and missing input; that none is left out, its own tests know."""
    visitor = inside()
    visitor.client.force_login(factories.reader_of_the_admin(language))
    assert visitor.open("/admin/styleguide/") == 200
    assert visitor.language == language
    assert wrong_here(visitor, "styleguide") == []
