"""The demo's sitemaps and feeds: every public page in both languages, and nothing else."""

import pytest
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from products.models import Product
from showcase.core.addresses import named_path
from showcase.pages.models import ExhibitionPage
from tests.sitemaps import ATOM, EXHIBITION_FEEDS, LANGUAGES, SITE, alternates_of, tree_at, urls_of
from tests.structured import languages_of, soup_of
from villages.models import Artisan, Village

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def test_the_sitemaps_hold_every_public_page_in_both_languages_and_nothing_else(
    client: Client, demo_centre: None
) -> None:
    records = [row for model in (Village, Artisan, Product) for row in model.objects.public()]
    expected = {SITE + record.get_absolute_url(language) for record in records for language in LANGUAGES}
    expected |= {SITE + page.get_url() for page in Page.objects.live().filter(depth__gte=2)}
    lists = ("village_list", "artisan_list", "product_list", "glossary")
    expected |= {SITE + named_path(name, language) for name in lists for language in LANGUAGES}
    urls = urls_of(client)
    assert set(urls) == expected
    for address, url in urls.items():
        pair = alternates_of(url)
        assert address in pair.values() and set(pair.values()) <= expected
        assert set(pair) == {"vi", "en", "x-default"} and pair["x-default"] == pair["vi"]
        assert alternates_of(urls[pair["en"]]) == alternates_of(urls[pair["vi"]])


def test_a_sitemap_and_the_page_name_the_same_pair(client: Client, demo_centre: None) -> None:
    urls = urls_of(client)
    product = Product.objects.public().first()
    exhibition = ExhibitionPage.objects.live().filter(locale__language_code="en").first()
    for path in (product.get_absolute_url("vi"), exhibition.get_url(), "/en/villages/", "/"):
        page = soup_of(client.get(path).content.decode())
        assert languages_of(page) == alternates_of(urls[SITE + path])


def test_a_page_for_some_only_is_in_no_sitemap(client: Client, demo_centre: None) -> None:
    page = ExhibitionPage.objects.live().filter(locale__language_code="vi").first()
    english = ExhibitionPage.objects.live().get(translation_key=page.translation_key, locale__language_code="en")
    assert {SITE + page.get_url(), SITE + english.get_url()} <= set(urls_of(client))
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert not {SITE + page.get_url(), SITE + english.get_url()} & set(urls_of(client))
    assert all(page.title not in client.get(feed).content.decode() for feed in EXHIBITION_FEEDS)


def test_the_feed_of_exhibitions_tells_their_dates(client: Client, demo_centre: None) -> None:
    for address, language in zip(EXHIBITION_FEEDS, LANGUAGES, strict=True):
        pages = {
            SITE + page.get_url(): page for page in ExhibitionPage.objects.live().filter(locale__language_code=language)
        }
        entries = {
            link.attrib["href"]: entry
            for entry in tree_at(client, address).findall(f"{ATOM}entry")
            for link in entry.findall(f"{ATOM}link")
        }
        assert set(entries) == set(pages)
        for location, page in pages.items():
            assert entries[location].findtext(f"{ATOM}title") == page.title
            assert str(page.source.opens_on.year) in str(entries[location].findtext(f"{ATOM}summary"))
