"""What tells stories: time by the clock of Hà Nội, blocks, consent, both languages, the glossary."""

import datetime
import json
from typing import Any
from unittest import mock
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale

from products.models import Certificate
from showcase.pages.models import (
    CentreSettings,
    EventDate,
    EventIndexPage,
    EventPage,
    ExhibitionIndexPage,
    ExhibitionItem,
    ExhibitionPage,
    StandardPage,
    StoryIndexPage,
    StoryPage,
)
from tests import factories
from tests.integration.reading import ListPage
from villages.glossary import glossary_by_letter, letter_of
from villages.models import GlossaryTerm

pytestmark = [pytest.mark.django_db, pytest.mark.once, pytest.mark.usefixtures("centre")]

HA_NOI = ZoneInfo("Asia/Ho_Chi_Minh")
LONG = "Nghiêng nghiêng vành nón lá Chuông giữa phiên chợ làng những ngày mười và ba mươi " * 3
# What finding a page in the tree and asking who may see it costs, in English, before the page itself reads anything.
ROUTING = 14
DAY = datetime.date(2027, 3, 5)


def at(day: datetime.date, hour: int, minute: int, second: int = 0) -> Any:
    """The clock of the site, moved to a time of Hà Nội."""
    moment = datetime.datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=HA_NOI)
    return mock.patch("django.utils.timezone.now", return_value=moment)


def put(index: Any, page: Any, *, publish: bool = True, **children: Any) -> Any:
    """Add a page under the Vietnamese index and publish it."""
    parent = index.objects.get(locale__language_code="vi")
    page.locale = parent.locale
    parent.add_child(instance=page)
    for name, rows in children.items():
        getattr(page, name).set(rows)
    revision = page.save_revision()
    if publish:
        revision.publish()
    return type(page).objects.get(pk=page.pk)


def english(page: Any, **texts: Any) -> Any:
    """The English twin as a page of its own."""
    twin = page.get_translation(Locale.objects.get(language_code="en"))
    twin.alias_of = None
    for name, text in texts.items():
        setattr(twin, name, text)
    twin.save()
    twin.save_revision().publish()
    return type(page).objects.get(pk=twin.pk)


def told(*blocks: tuple[str, Any]) -> str:
    return json.dumps([{"type": kind, "value": value} for kind, value in blocks])


def text_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def headings(html: str) -> dict[str, str]:
    """What stands under each h2 of a page, by the heading."""
    parts = html.split("<h2")[1:]
    return {part.split(">", 1)[1].split("</h2>")[0]: part for part in parts}


# -- at midnight in Hà Nội ---------------------------------------------------------------


@pytest.mark.parametrize("address", ["/en/exhibitions/"])
def test_an_exhibition_changes_its_list_at_midnight_in_ha_noi(client: Client, address: str) -> None:
    closes = DAY + datetime.timedelta(days=1)
    put(ExhibitionIndexPage, ExhibitionPage(title="Mây và tre", opens_on=DAY, closes_on=closes))
    groups = []
    for day, hour, minute, second in (
        (DAY - datetime.timedelta(days=1), 23, 59, 59),
        (DAY, 0, 0, 0),
        (closes, 23, 59, 59),
        (closes + datetime.timedelta(days=1), 0, 0, 0),
    ):
        with at(day, hour, minute, second):
            found = headings(text_of(client, address))
        groups.append([name for name, part in found.items() if "Mây và tre" in part])
    assert groups == [["Coming"], ["On now"], ["On now"], ["Past"]]


def test_an_event_is_coming_until_midnight_in_ha_noi_after_its_last_date(client: Client) -> None:
    begins = datetime.datetime(2027, 3, 5, 9, 0, tzinfo=HA_NOI)
    dates = [EventDate(starts_at=begins, ends_at=begins.replace(hour=11))]
    put(EventIndexPage, EventPage(title="Tập đan giỏ"), dates=dates)
    groups = []
    for day, hour, minute in ((DAY, 8, 0), (DAY, 23, 59), (DAY + datetime.timedelta(days=1), 0, 0)):
        with at(day, hour, minute):
            found = headings(text_of(client, "/en/events/"))
        groups.append([name for name, part in found.items() if "Tập đan giỏ" in part])
    assert groups == [["Coming"], ["Coming"], ["Past"]]


def test_an_event_that_recurs_stands_under_its_next_date_and_is_past_after_the_last() -> None:
    begins = datetime.datetime(2027, 3, 5, 23, 30, tzinfo=HA_NOI)
    weekly = [EventDate(starts_at=begins + datetime.timedelta(weeks=number)) for number in range(3)]
    page = put(EventIndexPage, EventPage(title="Nghe đàn"), dates=weekly)
    with at(datetime.date(2027, 3, 6), 0, 0):
        assert [timezone.localdate(date.starts_at).day for date in page.coming_dates] == [12, 19]
        assert [timezone.localdate(date.starts_at).day for date in page.past_dates] == [5]
    with at(datetime.date(2027, 3, 20), 0, 0):
        assert page.coming_dates == []


def test_an_event_that_ends_at_midnight_does_not_belong_to_the_next_day() -> None:
    begins = datetime.datetime(2027, 3, 5, 20, 0, tzinfo=HA_NOI)
    date = EventDate(starts_at=begins, ends_at=datetime.datetime(2027, 3, 6, 0, 0, tzinfo=HA_NOI))
    assert (date.last_day, date.is_one_day) == (DAY, True)


def test_times_are_those_of_ha_noi_in_both_languages(client: Client) -> None:
    begins = datetime.datetime(2027, 3, 5, 1, 30, tzinfo=datetime.UTC)
    page = put(EventIndexPage, EventPage(title="Mở lò"), dates=[EventDate(starts_at=begins)])
    assert "08:30, " in text_of(client, page.url)
    shown = text_of(client, page.get_translation(Locale.objects.get(language_code="en")).url)
    assert "08:30, Friday 5 March 2027" in shown
    assert 'datetime="2027-03-05T08:30:00+07:00"' in shown


def test_the_stars_of_a_certificate_end_with_its_last_day(client: Client) -> None:
    product = factories.product("Miến rong")
    Certificate.objects.create(
        product=product, scheme="ocop", stars=4, valid_from=DAY - datetime.timedelta(days=9), valid_to=DAY
    )
    product.save()
    address = product.get_absolute_url("en")
    seen = []
    for day, hour, minute in ((DAY, 23, 59), (DAY + datetime.timedelta(days=1), 0, 0)):
        with at(day, hour, minute):
            total = ListPage(client.get("/en/products/?stars=4")).total
            seen.append((total, "4 stars" in text_of(client, address)))
    assert seen == [(1, True), (0, False)]


# -- both languages, full and empty ----------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/trien-lam/", "exhibition"),
        ("/en/exhibitions/", "exhibition"),
        ("/su-kien/", "event"),
        ("/en/events/", "event"),
        ("/chuyen-lang/", "story"),
        ("/en/stories/", "story"),
        ("/thuat-ngu/", "glossary"),
        ("/en/glossary/", "glossary"),
    ],
)
def test_every_index_answers_when_it_is_empty(client: Client, address: str, words: str) -> None:
    assert "<h1" in text_of(client, address), words


def test_a_bare_page_of_each_kind_is_whole_in_both_languages(client: Client) -> None:
    pages = [
        put(StoryIndexPage, StoryPage(title=LONG[:240])),
        put(EventIndexPage, EventPage(title=LONG[:240])),
        put(ExhibitionIndexPage, ExhibitionPage(title=LONG[:240], opens_on=DAY)),
    ]
    for page in pages:
        twin = page.get_translation(Locale.objects.get(language_code="en"))
        for address in (page.url, twin.url):
            assert LONG[:240] in text_of(client, address)
        assert "not translated yet" in text_of(client, twin.url)


def test_a_translated_exhibition_has_its_own_room_and_the_dates_of_its_source(client: Client) -> None:
    page = put(ExhibitionIndexPage, ExhibitionPage(title="Mây", room="Phòng 2", opens_on=DAY))
    twin = english(page, title="Rattan", room="Gallery 2")
    page.opens_on = datetime.date(2028, 1, 9)
    page.save_revision().publish()
    shown = text_of(client, twin.url)
    assert "Gallery 2" in shown
    assert "Phòng 2" not in shown
    assert "9 January 2028" in shown


def test_the_admin_form_of_a_translation_has_no_dates_and_no_objects(admin_client: Client) -> None:
    page = put(ExhibitionIndexPage, ExhibitionPage(title="Mây", opens_on=DAY))
    event = put(EventIndexPage, EventPage(title="Tập đan"), dates=[EventDate(starts_at=timezone.now())])
    for source, field, twin in (
        (page, 'name="opens_on"', english(page, title="Rattan")),
        (event, 'name="dates-TOTAL_FORMS"', english(event, title="Weaving")),
    ):
        assert field in text_of(admin_client, f"/admin/pages/{source.pk}/edit/")
        assert field not in text_of(admin_client, f"/admin/pages/{twin.pk}/edit/")
    assert 'name="items-TOTAL_FORMS"' not in text_of(admin_client, f"/admin/pages/{english_of(page).pk}/edit/")


def english_of(page: Any) -> Any:
    return page.get_translation(Locale.objects.get(language_code="en"))


def test_a_page_begins_in_vietnamese() -> None:
    assert ExhibitionPage.can_create_at(ExhibitionIndexPage.objects.get(locale__language_code="vi"))
    assert not ExhibitionPage.can_create_at(ExhibitionIndexPage.objects.get(locale__language_code="en"))


# -- blocks -------------------------------------------------------------------------------------


def test_a_quote_leaves_with_the_consent_of_its_artisan(client: Client) -> None:
    artisan = factories.artisan("Đặng Văn Ước")
    body = told(("quote", {"text": "Vỏ trai có sẵn màu.", "artisan": artisan.pk, "source": ""}))
    page = put(StoryIndexPage, StoryPage(title="Vỏ trai", body=body))
    shown = text_of(client, page.url)
    assert "Vỏ trai có sẵn màu." in shown
    assert "Đặng Văn Ước" in shown
    for consent in ("may_show_story", "may_show_name"):
        type(artisan).objects.filter(pk=artisan.pk).update(may_show_story=True, may_show_name=True)
        type(artisan).objects.filter(pk=artisan.pk).update(**{consent: False})
        hidden = text_of(client, page.url + f"?{consent}")
        assert "Vỏ trai có sẵn màu." not in hidden
        assert "Đặng Văn Ước" not in hidden


def test_record_cards_stand_in_hand_order_and_leave_out_what_is_not_public(client: Client) -> None:
    village = factories.village("Phú Vinh")
    first, second = (factories.product(name, village=village) for name in ("Giỏ hai", "Giỏ một"))
    draft = factories.product("Giỏ nháp", village=village, live=False)
    records = [{"type": "product", "value": row.pk} for row in (first, draft, second)]
    records.append({"type": "village", "value": village.pk})
    page = put(StoryIndexPage, StoryPage(title="Giỏ", body=told(("records", {"heading": "", "records": records}))))
    shown = text_of(client, page.url)
    assert "Giỏ nháp" not in shown
    assert shown.index(first.get_absolute_url("vi")) < shown.index(second.get_absolute_url("vi"))
    assert village.get_absolute_url("vi") in shown


def test_only_listed_html_leaves_a_text_block(client: Client) -> None:
    from showcase.pages.blocks import RICH_TEXT, told_with

    assert dict(told_with())["text"].field.widget.features == RICH_TEXT
    assert {"image", "embed", "document-link"}.isdisjoint(RICH_TEXT)


def test_a_plain_page_is_told_with_the_same_blocks(client: Client) -> None:
    home = StoryIndexPage.objects.get(locale__language_code="vi").get_parent()
    page = StandardPage(title="Về chúng tôi", locale=home.locale, more=told(("heading", "Ngôi nhà")))
    home.add_child(instance=page)
    page.save_revision().publish()
    assert "<h2>Ngôi nhà</h2>" in text_of(client, page.url)


def test_an_exhibition_ends_in_what_can_be_had(client: Client) -> None:
    kept = factories.product("Bình trưng bày", availability="not_for_sale", price=None)
    had = factories.product("Khay còn bán")
    items = [ExhibitionItem(product=row, sort_order=order) for order, row in enumerate((kept, had))]
    page = put(ExhibitionIndexPage, ExhibitionPage(title="Sơn", opens_on=DAY), items=items)
    part = text_of(client, english_of(page).url).split('id="can-be-had"')[1]
    assert "Khay còn bán" in part
    assert "Bình trưng bày" not in part


def test_an_exhibition_tells_when_and_where_before_its_chapters_and_calls_nobody_once_over(client: Client) -> None:
    body = told(("chapter", {"heading": "Sơn sống", "text": "", "content": []}))
    closes = DAY + datetime.timedelta(days=3)
    show = ExhibitionPage(title="Sơn", room="Phòng đông", body=body, opens_on=DAY, closes_on=closes)
    centre = CentreSettings.load()
    centre.phone = "024 3333 4444"
    centre.save()
    page = put(ExhibitionIndexPage, show)
    with at(closes, 23, 59):
        shown = text_of(client, page.url)
    assert shown.index("05.03.2027") < shown.index("Phòng đông") < shown.index("Sơn sống")
    assert 'id="visit"' in shown
    with at(closes + datetime.timedelta(days=1), 0, 0, 1):
        over = text_of(client, page.url + "?after")
    assert "Triển lãm này đã kết thúc." in over
    assert 'id="visit"' not in over


def test_a_piece_is_shown_in_full_once(client: Client) -> None:
    piece = factories.product("Khay một lần")
    page = put(ExhibitionIndexPage, ExhibitionPage(title="Sơn", opens_on=DAY), items=[ExhibitionItem(product=piece)])
    assert text_of(client, page.url).count('class="card"') == 1


def test_queries_of_a_page_do_not_grow_with_what_it_tells(client: Client) -> None:
    craft = factories.craft()
    GlossaryTerm(name="Sơn ta", definition="Nhựa cây sơn.", craft=craft).save()

    def queries(number: int) -> list[int]:
        rows = [factories.product(f"Khay {number} {order}") for order in range(number)]
        makers = [factories.artisan(f"Thợ {number} {order}") for order in range(number)]
        blocks = told(
            *(("records", {"heading": "", "records": [{"type": "product", "value": row.pk}]}) for row in rows),
            *(("quote", {"text": "Lời", "artisan": maker.pk, "source": ""}) for maker in makers),
        )
        chapters = told(*(("chapter", {"heading": "C", "text": "", "content": json.loads(blocks)}) for _ in rows))
        pages = [
            put(StoryIndexPage, StoryPage(title=f"Chuyện {number}", body=blocks, craft=craft)),
            put(
                ExhibitionIndexPage,
                ExhibitionPage(title=f"Phòng {number}", body=chapters, opens_on=DAY),
                items=[ExhibitionItem(product=row, sort_order=order) for order, row in enumerate(rows)],
            ),
            put(
                EventIndexPage,
                EventPage(title=f"Hội {number}", body=blocks),
                dates=[EventDate(starts_at=timezone.now()) for _ in rows],
            ),
        ]
        counts = []
        for page in pages:
            for address in (page.url, english_of(page).url):
                client.get(address)
                with CaptureQueriesContext(connection) as captured:
                    text_of(client, address + "?again")
                counts.append(len(captured))
        return counts

    few, many = queries(1), queries(9)
    assert few == many
    assert max(few) <= ROUTING + 25


@pytest.mark.parametrize("address", ["/trien-lam/", "/en/exhibitions/", "/su-kien/", "/en/events/", "/chuyen-lang/"])
def test_queries_of_an_index_do_not_grow_with_its_pages(client: Client, address: str) -> None:
    def fill(number: int) -> int:
        for order in range(number):
            put(StoryIndexPage, StoryPage(title=f"Chuyện {number} {order}"))
            put(ExhibitionIndexPage, ExhibitionPage(title=f"Phòng {number} {order}", opens_on=DAY))
            put(EventIndexPage, EventPage(title=f"Hội {number} {order}"), dates=[EventDate(starts_at=timezone.now())])
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            text_of(client, address + "?again")
        return len(captured)

    one = fill(1)
    assert (fill(7), one <= ROUTING + 12) == (one, True)


# -- the glossary ------------------------------------------------------------------------------


def term(name: str, english_name: str = "", meaning: str = "Nghĩa.") -> GlossaryTerm:
    made = GlossaryTerm(name=name, definition=meaning)
    made.set_translation("name", "en", english_name)
    made.set_translation("definition", "en", "Meaning of it." if english_name else "")
    made.save()
    return made


def test_the_glossary_is_in_the_alphabet_of_its_reader(client: Client) -> None:
    for name, other in (("Ép sừng", "Horn pressing"), ("Đục", "Chiselling"), ("Dũa", "Filing"), ("Âu", "Bowl")):
        term(name, other)
    assert [letter for letter, _terms in glossary_by_letter("vi")] == ["Â", "D", "Đ", "E"]
    assert [letter for letter, _terms in glossary_by_letter("en")] == ["B", "C", "F", "H"]
    assert [letter_of(name, "vi") for name in ("Ấm", "Ốc", "Ứng", "ổ")] == ["Â", "Ô", "Ư", "Ô"]


def test_a_word_is_found_without_marks_and_has_an_anchor(client: Client) -> None:
    made = term("Ốc xà cừ", "Turban shell")
    term("Lóng", "Joint")
    shown = text_of(client, "/en/glossary/?q=oc+xa+cu")
    assert f'id="{made.key}"' in shown
    assert "Turban shell" in shown
    assert "Joint" not in shown
    assert made.get_absolute_url("vi") == "/thuat-ngu/#oc-xa-cu"
    assert made.get_absolute_url("en") == "/en/glossary/#oc-xa-cu"


def test_a_word_without_translation_is_shown_and_marked(client: Client) -> None:
    term("Thếp bạc")
    assert '<span lang="vi">Thếp bạc</span>' in text_of(client, "/en/glossary/")


def test_the_glossary_asks_the_same_number_of_queries_for_1_and_30_words(client: Client) -> None:
    def queries() -> int:
        client.get("/thuat-ngu/")
        with CaptureQueriesContext(connection) as captured:
            text_of(client, "/thuat-ngu/?q=")
        return len(captured)

    term("Sơn")
    one = queries()
    for number in range(29):
        term(f"Từ {number}")
    assert queries() == one <= 12


def test_a_village_leads_to_the_words_of_its_crafts(client: Client) -> None:
    craft = factories.craft()
    made = GlossaryTerm(name="Sơn then", definition="Sơn đen.", craft=craft)
    made.save()
    village = factories.village("Hạ Thái")
    village.crafts.add(craft)
    village.save()
    assert 'href="/thuat-ngu/#son-then"' in text_of(client, village.get_absolute_url("vi"))
