"""Exhibitions, events, stories and words of the glossary are found while anybody may see them, in both languages."""

from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction

from products.models import Product
from search.documents import SearchQuery
from search.engines import get_engine
from search.models import SearchEntry
from showcase.core.registries import search_sources
from showcase.pages.models import (
    EventDate,
    EventIndexPage,
    EventPage,
    ExhibitionIndexPage,
    ExhibitionItem,
    ExhibitionPage,
    StoryIndexPage,
    StoryPage,
)
from tests.integration.reading import ListPage
from tests.integration.test_scheduled_records import in_hours, when_it_is
from villages.models import Artisan, Craft, GlossaryTerm, Village

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("centre")]


@pytest.fixture(autouse=True)
def fresh_engine():
    get_engine.cache_clear()
    yield
    get_engine.cache_clear()


def add(index_model: Any, page: Any, publish: bool = True) -> Any:
    index = index_model.objects.get(locale__language_code="vi")
    page.locale, page.live = index.locale, False
    index.add_child(instance=page)
    revision = page.save_revision()
    if publish:
        revision.publish()
    return type(page).objects.get(pk=page.pk)


def story(title: str = "Chuyện vỏ trai", publish: bool = True, **values: Any) -> StoryPage:
    return add(StoryIndexPage, StoryPage(title=title, **values), publish)


def twin_of(page: Page) -> Any:
    return page.get_translation_or_none(Locale.objects.get(language_code="en"))


def translated(page: Page, title: str) -> Any:
    """The English twin as a page of its own."""
    twin = twin_of(page)
    twin.alias_of, twin.title, twin.draft_title = None, title, title
    twin.save()
    twin.save_revision().publish()
    return twin


def found(text: str, kind: str = "story") -> list[str]:
    """The codes found, the same ones in both languages."""
    engine = get_engine()
    engine.refresh()
    codes = [[hit.code for hit in engine.search(SearchQuery(kind, text, language=code)).hits] for code in ("vi", "en")]
    assert codes[0] == codes[1]
    return codes[0]


def card(kind: str, language: str) -> dict[str, Any]:
    cards: dict[str, Any] = SearchEntry.objects.get(kind=kind).document["cards"]
    return cards[language]


# -- what is found ---------------------------------------------------------------------


def test_a_story_is_found_by_its_title_its_text_and_its_craft_in_both_languages() -> None:
    craft = Craft(key="kham", name="Khảm trai")
    craft.set_translation("name", "en", "Inlay")
    craft.save()
    page = story(intro="Vỏ sò từ biển", craft=craft, body=[("text", "<p>Cưa <b>mỏng</b></p>"), ("heading", "Lưỡi cưa")])
    translated(page, "A tale of shells")
    code = [f"page-{page.pk}"]
    for words in ("chuyen vo trai", "tale of shells", "vo so tu bien", "cua mong", "luoi cua", "kham trai", "inlay"):
        assert found(words) == code, words
    assert SearchEntry.objects.get(kind="story").document["facets"] == {"craft": ["kham"]}
    craft.name = "Cẩn trai"
    craft.save()
    assert found("can trai") == code


def test_an_exhibition_is_found_by_its_objects_but_not_by_one_that_never_was_public() -> None:
    village = Village.objects.create(name="Chuôn Ngọ")
    shown = Product.objects.create(name="Khay bát giác", village=village)
    draft = Product.objects.create(name="Tủ chè bí mật", village=village, live=False)
    page = ExhibitionPage(title="Vỏ trai", opens_on=timezone.localdate())
    page.items = [
        ExhibitionItem(product=shown, caption="Tám cạnh", sort_order=0),
        ExhibitionItem(product=draft, caption="Hai cánh", sort_order=1),
    ]
    page = add(ExhibitionIndexPage, page)
    assert found("khay bat giac", "exhibition") == found("tam canh", "exhibition") == [f"page-{page.pk}"]
    assert found("tu che bi mat", "exhibition") == found("hai canh", "exhibition") == []


def test_an_event_is_found() -> None:
    page = EventPage(title="Lớp thêu", intro="Cho trẻ em")
    page.dates = [EventDate(starts_at=timezone.now())]
    page = add(EventIndexPage, page)
    assert found("lop theu", "event") == found("tre em", "event") == [f"page-{page.pk}"]


def test_words_of_an_artisan_are_not_searched() -> None:
    village = Village.objects.create(name="Chuôn Ngọ")
    artisan = Artisan.objects.create(name="Sáu", village=village, may_show_name=True, may_show_story=True)
    own = {"text": "Tay nhớ nghề", "artisan": artisan, "source": ""}
    page = story(body=[("quote", own), ("quote", {"text": "Nhất nghệ tinh", "artisan": None, "source": "Tục ngữ"})])
    assert found("tay nho nghe") == []
    assert found("nhat nghe tinh") == [f"page-{page.pk}"]


# -- names, addresses, cards -----------------------------------------------------------


def test_an_untranslated_page_shows_its_vietnamese_name_as_vietnamese() -> None:
    page = story()
    english = card("story", "en")
    assert (english["name"], english["name_lang"]) == ("Chuyện vỏ trai", "vi")
    assert english["url"] == twin_of(page).get_url()
    assert SearchEntry.objects.get(kind="story").document["names"] == {"vi": "Chuyện vỏ trai"}
    twin = translated(page, "A tale of shells")
    english = card("story", "en")
    assert (english["name"], english["name_lang"], english["url"]) == ("A tale of shells", "en", twin.get_url())
    assert english["url"].startswith("/en/") and card("story", "vi")["url"] == page.get_url()


def test_a_translation_that_leaves_is_not_found_but_its_source_is() -> None:
    page = story()
    translated(page, "A tale of shells").unpublish()
    assert found("tale of shells") == [] and found("chuyen vo trai") == [f"page-{page.pk}"]
    assert card("story", "en")["url"] == page.get_url()
    twin_of(page).delete()
    assert found("chuyen vo trai") == [f"page-{page.pk}"]


def test_pages_and_words_have_no_heart(client: Client) -> None:
    Product.objects.create(name="Khay vỏ trai", village=Village.objects.create(name="Chuôn Ngọ"))
    page = story()
    GlossaryTerm(name="Vỏ trai", definition="Vỏ của con trai.").save()
    html = client.get("/tim-kiem/?q=vo+trai").content.decode()
    assert 'data-keep="' in html
    assert f"page-{page.pk}" not in html and "term-" not in html


# -- coming and going ------------------------------------------------------------------


def test_drafts_scheduled_unpublished_and_deleted_pages_are_not_found() -> None:
    page = story(publish=False)
    assert found("vo trai") == []
    page.go_live_at = in_hours(24)
    page.save_revision().publish()
    assert found("vo trai") == []
    page = story("Chuyện tò he")
    assert found("to he") == [f"page-{page.pk}"]
    page.title = "Chuyện quạt giấy"
    page.save_revision()
    assert found("quat giay") == []
    page.unpublish()
    assert found("to he") == []
    page.save_revision().publish()
    assert found("quat giay") == [f"page-{page.pk}"]
    page.delete()
    assert found("quat giay") == []
    assert not SearchEntry.objects.filter(kind="story").exists()


def test_the_clock_publishes_and_expires() -> None:
    page = story(publish=False)
    page.go_live_at, page.expire_at = in_hours(1), in_hours(3)
    page.save_revision().publish()
    assert found("vo trai") == []
    when_it_is(in_hours(2))
    assert found("vo trai") == [f"page-{page.pk}"]
    when_it_is(in_hours(4))
    assert found("vo trai") == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_private_page_or_section_hides_its_language_and_the_vietnamese_one_both(language: str) -> None:
    page = story()
    translated(page, "A tale of shells")
    index = StoryIndexPage.objects.get(locale__language_code=language)
    for place in (page if language == "vi" else twin_of(page), index):
        restriction = PageViewRestriction.objects.create(page=place, restriction_type="login")
        assert found("tale of shells") == []
        assert found("chuyen vo trai") == ([] if language == "vi" else [f"page-{page.pk}"])
        restriction.delete()
        assert found("tale of shells") == found("chuyen vo trai") == [f"page-{page.pk}"]


def test_a_page_below_an_unpublished_one_is_not_found() -> None:
    page = story()
    index = StoryIndexPage.objects.get(locale__language_code="vi")
    index.unpublish()
    assert found("vo trai") == []
    call_command("rebuild_search")
    assert found("vo trai") == []
    index.save_revision().publish()
    assert found("vo trai") == [f"page-{page.pk}"]


def test_a_page_that_moves_below_a_private_one_is_not_found() -> None:
    page = story()
    index = StoryIndexPage.objects.get(locale__language_code="vi")
    private = StoryIndexPage(title="Riêng", slug="rieng", locale=index.locale)
    index.get_parent().add_child(instance=private)
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    page.move(private, pos="last-child")
    assert found("vo trai") == []
    StoryPage.objects.get(pk=page.pk).move(StoryIndexPage.objects.get(pk=index.pk), pos="last-child")
    assert found("vo trai") == [f"page-{page.pk}"]


def test_an_address_that_changes_changes_the_cards(django_capture_on_commit_callbacks: Any) -> None:
    page = story()
    page.slug = "vo-oc"
    page.save_revision().publish()
    assert card("story", "vi")["url"].endswith("/vo-oc/")
    index = StoryIndexPage.objects.get(locale__language_code="vi")
    with django_capture_on_commit_callbacks(execute=True):
        index.slug = "ke-chuyen"
        index.save()
    assert card("story", "vi")["url"] == "/ke-chuyen/vo-oc/"


# -- the glossary ----------------------------------------------------------------------


def test_a_word_is_found_while_it_is_in_the_glossary() -> None:
    craft = Craft.objects.create(key="thu-son", name="Sơn mài")
    term = GlossaryTerm(name="Vóc", definition="Tấm gỗ đã bó sơn.", craft=craft)
    term.set_translation("name", "en", "Ground board")
    term.save()
    code = [f"term-{term.pk}"]
    for words in ("voc", "ground board", "tam go da bo son", "son mai"):
        assert found(words, "glossary") == code, words
    english = card("glossary", "en")
    assert (english["name"], english["url"]) == ("Ground board", "/en/glossary/#voc")
    assert (english["gloss"], english["gloss_lang"]) == ("Tấm gỗ đã bó sơn.", "vi")
    term.name = "Cốt"
    term.save()
    assert found("voc", "glossary") == [] and found("cot", "glossary") == code
    craft.name = "Sơn ta"
    craft.save()
    assert found("son ta", "glossary") == code
    term.delete()
    assert found("cot", "glossary") == []


# -- everything again ------------------------------------------------------------------


def test_everything_is_built_and_caught_up_generically() -> None:
    page = story()
    GlossaryTerm(name="Vóc", definition="Tấm gỗ.").save()
    for command in ("rebuild_search", "catch_up_search"):
        SearchEntry.objects.all().delete()
        call_command(command)
        assert found("vo trai") == [f"page-{page.pk}"] and len(found("voc", "glossary")) == 1
    assert {"exhibition", "event", "story", "glossary"} <= set(search_sources.names())


def test_lists_count_and_show_records_alone(client: Client) -> None:
    craft = Craft.objects.create(key="kham", name="Khảm trai")
    village = Village.objects.create(name="Chuôn Ngọ")
    Product.objects.create(name="Khay", village=village, craft=craft)
    before = ListPage(client.get("/san-pham/"))
    story(craft=craft)
    GlossaryTerm(name="Vóc", definition="Tấm gỗ.", craft=craft).save()
    after = ListPage(client.get("/san-pham/"))
    assert before.total == after.total == 1
    assert before.facets() == after.facets()
