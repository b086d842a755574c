"""Pages of people: in time, in both languages, with their pieces, and set up once."""

import datetime
import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from wagtail.models import Locale, Page

from products.slots import SHOWN
from showcase.core import moderation
from showcase.core.registries import slots
from showcase.pages.models import CentreSettings, ExhibitionIndexPage, ExhibitionItem, ExhibitionPage, HomePage
from showcase.pages.selectors import exhibitions_showing
from tests import factories
from tests.integration.reading import ListPage
from villages import services
from villages.models import Lineage, Village

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("centre")]


def exhibition(title: str = "Vỏ trai", *products: Any, opens: int = -1, publish: bool = True) -> ExhibitionPage:
    """An exhibition that opened so many days ago and never closes."""
    index = ExhibitionIndexPage.objects.get(locale__language_code="vi")
    opens_on = timezone.localdate() + datetime.timedelta(days=opens)
    page = ExhibitionPage(title=title, opens_on=opens_on, locale=index.locale, live=False)
    index.add_child(instance=page)
    page.items.set([ExhibitionItem(product=product, sort_order=order) for order, product in enumerate(products)])
    revision = page.save_revision()
    if publish:
        revision.publish()
    return ExhibitionPage.objects.get(pk=page.pk)


def twin_of(page: Page) -> Any:
    return page.get_translation_or_none(Locale.objects.get(language_code="en"))


def translated(page: Page, title: str) -> Any:
    """The English twin as a page of its own."""
    twin = twin_of(page)
    twin.alias_of = None
    twin.title = twin.draft_title = title
    twin.save()
    twin.save_revision().publish()
    return twin


def body_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


# -- in time ---------------------------------------------------------------------------


def test_a_scheduled_page_is_public_in_no_language_before_its_time(client: Client) -> None:
    page = exhibition("Sắp tới", publish=False)
    page.go_live_at = timezone.now() + datetime.timedelta(days=3)
    page.save_revision().publish()
    assert not ExhibitionPage.objects.live().exists()
    for address in ("/trien-lam/", "/en/exhibitions/", "/", "/en/"):
        assert "Sắp tới" not in body_of(client, address)


def test_an_alias_waits_when_its_source_is_scheduled_again(client: Client) -> None:
    page = exhibition("Sắp tới")
    alias = twin_of(page)
    page.unpublish()
    page.refresh_from_db()
    page.go_live_at = timezone.now() + datetime.timedelta(days=3)
    page.save_revision().publish()
    alias.refresh_from_db()
    assert not alias.live
    page.go_live_at = None
    page.save_revision().publish()
    alias.refresh_from_db()
    assert alias.live


def test_a_translation_that_left_with_its_source_comes_back_with_it() -> None:
    page = exhibition("Vỏ trai")
    english = translated(page, "Shell")
    english.title = "Unapproved"
    english.save_revision()
    page.unpublish()
    english.refresh_from_db()
    assert not english.live
    page.refresh_from_db()
    page.save_revision().publish()
    english.refresh_from_db()
    assert (english.live, english.title, english.left_with_source) == (True, "Shell", None)


def test_a_translation_made_and_approved_before_its_source_is_public_waits_for_it(client: Client) -> None:
    page = exhibition("Vỏ trai", publish=False)
    twin = page.copy_for_translation(Locale.objects.get(language_code="en"))
    twin.title = twin.draft_title = "Shell"
    twin.save_revision().publish()
    twin.refresh_from_db()
    assert not twin.live
    assert client.get(twin.get_url()).status_code == 404
    page.save_revision().publish()
    twin.refresh_from_db()
    assert (twin.live, twin.title, twin.is_fallback) == (True, "Shell", False)
    assert twin_of(page).pk == twin.pk


def test_a_translation_that_staff_took_away_stays_away() -> None:
    page = exhibition("Vỏ trai")
    english = translated(page, "Shell")
    english.unpublish()
    page.unpublish()
    page.refresh_from_db()
    page.save_revision().publish()
    english.refresh_from_db()
    assert not english.live


def test_a_draft_made_in_code_has_a_folded_address_at_once() -> None:
    page = exhibition("Đồ đồng Đại Bái", publish=False)
    assert page.slug == "do-dong-dai-bai"


# -- what exhibitions show -------------------------------------------------------------


def test_an_exhibition_does_not_name_a_maker_who_took_consent_back(client: Client) -> None:
    artisan = factories.artisan("Ngô Thị Lụa")
    product = factories.product("Khăn lụa", village=artisan.village, artisan=artisan)
    page = exhibition("Lụa", product)
    assert "Ngô Thị Lụa" in body_of(client, page.url)
    moderation.withdraw_record(product)
    assert "Ngô Thị Lụa" in body_of(client, page.url)
    services.record_consent(artisan, may_show_name=False)
    body = body_of(client, page.url)
    assert "Khăn lụa" in body
    assert "Ngô Thị Lụa" not in body


def test_an_exhibition_leaves_out_a_piece_that_never_was_public(client: Client) -> None:
    page = exhibition("Lụa", factories.product("Món chưa ra", live=False))
    assert "Món chưa ra" not in body_of(client, page.url)


def test_english_exhibitions_are_sorted_and_dated_by_their_source(client: Client) -> None:
    page = exhibition("Vỏ trai", opens=-30)
    translated(page, "Shell")
    page.closes_on = timezone.localdate() - datetime.timedelta(days=1)
    page.save_revision().publish()
    groups = client.get("/en/exhibitions/").context
    assert [past.title for past in groups["past"]] == ["Shell"]
    assert not groups["on_now"]
    assert not client.get("/en/").context["on_now"]


def test_a_stale_copy_of_the_objects_names_no_exhibition() -> None:
    shown, removed = factories.product("Khay"), factories.product("Bát")
    page = exhibition("Vỏ trai", removed)
    translated(page, "Shell")
    page.items.set([ExhibitionItem(product=shown)])
    page.save_revision().publish()
    with translation.override("en"):
        assert [one.title for one in exhibitions_showing(pk=shown.pk)] == ["Shell"]
        assert exhibitions_showing(pk=removed.pk) == []


@pytest.mark.parametrize("address", ["/trien-lam/", "/en/exhibitions/", "/en/"])
def test_exhibitions_cost_the_same_queries_at_1_and_at_9(client: Client, address: str) -> None:
    counts = []
    for numbers in (range(1), range(1, 9)):
        for number in numbers:
            translated(exhibition(f"Triển lãm {number}"), f"Show {number}")
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_a_village_names_the_exhibitions_of_its_pieces(client: Client) -> None:
    product = factories.product("Khay")
    page = exhibition("Vỏ trai", product)
    assert f'href="{page.url}"' in body_of(client, product.village.get_absolute_url("vi"))
    moderation.withdraw_record(product)
    assert f'href="{page.url}"' not in body_of(client, product.village.get_absolute_url("vi"))


# -- pages of records ------------------------------------------------------------------


def test_every_slot_that_a_template_calls_is_filled() -> None:
    templates = Path(settings.BASE_DIR, "templates").rglob("*.html")
    called = {name for path in templates for name in re.findall(r'{% slot "(\w+)"', path.read_text())}
    assert called
    assert {name for name in called if not slots.get(name)} == set()


def test_the_centre_is_asked_about_a_maker_with_the_code(client: Client) -> None:
    centre = CentreSettings.load()
    centre.email = "hoi@trung-tam.example"
    centre.save()
    artisan = factories.artisan()
    body = body_of(client, artisan.get_absolute_url("vi"))
    assert re.search(rf'href="mailto:hoi@trung-tam.example\?subject=[^"]*{artisan.code}', body)


def test_a_text_only_in_english_is_shown_to_all_and_marked(client: Client) -> None:
    village = factories.village()
    village.set_translation("typical_products", "en", "Robes and banners")
    village.save()
    body = body_of(client, village.get_absolute_url("vi"))
    assert '<span lang="en">Robes and banners</span>' in body
    assert body.count('class="note"') == 1
    english = body_of(client, village.get_absolute_url("en"))
    assert "Robes and banners" in english
    assert 'class="note"' not in english


def test_each_section_has_its_own_note_and_a_translated_one_has_none(client: Client) -> None:
    village = factories.village(story="Chuyện làng", getting_there="Xe buýt 62")
    village.set_translation("story", "en", "The story")
    village.save()
    about, _, way = body_of(client, village.get_absolute_url("en")).partition('id="way-title"')
    assert [part.count('class="note"') for part in (about, way)] == [0, 1]
    product = factories.product(summary="Tóm tắt", care="Lau khô", story="Chuyện món đồ", village=village)
    product.set_translation("summary", "en", "In short")
    product.save()
    label, _, rest = body_of(client, product.get_absolute_url("en")).partition("In short")
    facts, _, story = rest.partition('id="story-title"')
    assert [part.count('class="note"') for part in (label, facts, story)] == [0, 1, 1]
    assert facts.index('class="note"') < facts.index("Lau khô")
    assert story.index('class="note"') < story.index("Chuyện món đồ")
    product.set_translation("story", "en", "Its story")
    product.save()
    label, _, rest = body_of(client, product.get_absolute_url("en")).partition("In short")
    facts, _, story = rest.partition('id="story-title"')
    assert [part.count('class="note"') for part in (label, facts, story)] == [0, 1, 0]


def test_the_note_on_ordering_is_said_once(client: Client) -> None:
    product = factories.product(order_note="Cần ảnh mẫu")
    assert body_of(client, product.get_absolute_url("vi")).count("Cần ảnh mẫu") == 1


def test_the_breadcrumb_is_in_the_readers_language(client: Client) -> None:
    product = factories.product("Khay sơn mài")
    product.set_translation("name", "en", "Lacquer tray")
    product.save()
    assert '<span aria-current="page">Lacquer tray</span>' in body_of(client, product.get_absolute_url("en"))
    village = f'<span lang="vi">{product.village.name}</span></a></li>'
    assert village in body_of(client, product.get_absolute_url("en"))


def test_all_works_of_a_maker_are_one_link_away(client: Client) -> None:
    artisan = factories.artisan()
    for number in range(SHOWN + 1):
        factories.product(f"Khay {number}", village=artisan.village, artisan=artisan)
    factories.product("Khay của người khác", village=artisan.village)
    more = f"/san-pham/?artisan={artisan.code}"
    assert f'href="{more}"' in body_of(client, artisan.get_absolute_url("vi"))
    works = ListPage(client.get(more))
    assert works.total == SHOWN + 1
    assert artisan.name in works.links(".chips")[0][0]
    services.record_consent(artisan, may_show_name=False)
    assert ListPage(client.get(more)).total == SHOWN + 2  # an unknown value is no filter
    assert artisan.name not in body_of(client, more)


def test_a_village_shows_some_artisans_and_the_way_to_all(client: Client) -> None:
    village = factories.village()
    for number in range(SHOWN + 1):
        factories.artisan(f"Thợ {number}", village=village)
    body = body_of(client, village.get_absolute_url("vi"))
    assert body.count('href="/nghe-nhan/tho-') == SHOWN
    assert f'href="/nghe-nhan/?village={village.code}"' in body
    assert ListPage(client.get(f"/nghe-nhan/?village={village.code}")).total == SHOWN + 1


def test_the_search_page_says_what_it_searched_instead(client: Client) -> None:
    factories.product("Khăn lụa thêu tay")
    page = client.get("/en/search/?q=theuu").content.decode()
    assert "Showing results for “theu”</h1>" in page


# -- one hidden record at a time -------------------------------------------------------


def test_an_artisans_page_does_not_show_a_hidden_village(client: Client) -> None:
    artisan = factories.artisan(village=factories.village("Làng Đã Ẩn"))
    assert "Làng Đã Ẩn" in body_of(client, artisan.get_absolute_url("vi"))
    moderation.unpublish_record(artisan.village)
    body = body_of(client, artisan.get_absolute_url("vi"))
    assert "Làng Đã Ẩn" not in body
    assert Village.objects.get().code not in body


def test_a_hidden_teacher_is_not_named_even_by_the_name_beside(client: Client) -> None:
    teacher = factories.artisan("Thầy Đã Ẩn")
    pupil = factories.artisan("Trò", village=teacher.village)
    link = Lineage(relation="teacher", other=teacher, name="Thầy Đã Ẩn")
    pupil.links.set([link, Lineage(relation="pupil", name="Cô Mơ")])
    pupil.save()
    address = pupil.get_absolute_url("vi")
    assert f'href="{teacher.get_absolute_url("vi")}"' in body_of(client, address)
    services.record_consent(teacher, may_show_name=False)
    body = body_of(client, address)
    assert "Thầy Đã Ẩn" not in body
    assert "Cô Mơ" in body
    pupil.links.set([link])
    pupil.save()
    assert 'id="lineage-title"' not in body_of(client, address)


# -- set-up ----------------------------------------------------------------------------


def test_a_second_set_up_leaves_pages_to_people() -> None:
    home = HomePage.objects.get(locale__language_code="vi")
    for page in ExhibitionIndexPage.objects.order_by("-locale__language_code"):
        page.delete()
    home = HomePage.objects.get(pk=home.pk)
    home.get_parent().specific.add_child(instance=HomePage(title="Trang chủ thứ hai", locale=home.locale))
    before = set(Page.objects.values_list("pk", flat=True))
    call_command("setup_centre", verbosity=0)
    assert set(Page.objects.values_list("pk", flat=True)) == before
    assert not ExhibitionIndexPage.objects.exists()


def test_a_home_takes_one_index_of_exhibitions() -> None:
    home = HomePage.objects.get(locale__language_code="vi")
    assert not ExhibitionIndexPage.can_create_at(home)
