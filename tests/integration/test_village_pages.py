"""What a village's and an artisan's page tell: names, places, claims that differ, and nothing without consent."""

import datetime

import pytest
from django.test import Client

from showcase.core import moderation
from tests import factories
from villages.documents import artisan_card
from villages.models import (
    ArtisanClaim,
    ArtisanTitle,
    CraftStep,
    Lineage,
    Place,
    Village,
    VillageAlias,
    VillageClaim,
    VillageTitle,
)
from villages.presentation import point_of

pytestmark = [pytest.mark.django_db, pytest.mark.once]
LONG = "Làng Thượng Phường Nguyễn Trường Nghiêng Khuỷu Thuở Quỳnh Đường Huỳnh Ngoằn Nghoèo Trằn Trọc Phương Khương"


def _html(client: Client, record: object, language: str = "vi") -> str:
    response = client.get(record.get_absolute_url(language))
    assert response.status_code == 200
    return response.content.decode().split("<main", 1)[1].split("</main>", 1)[0]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_village_with_nothing_but_a_name_has_a_whole_page(client: Client, centre: None, language: str) -> None:
    html = _html(client, factories.village(LONG), language)
    assert LONG in html
    assert "<h2" not in html.replace('<h2 id="ask-title"', "")
    assert "None" not in html
    assert "<dt>" not in html


def test_hamlets_old_names_and_other_names_stand_apart(client: Client, centre: None) -> None:
    village = Village(name="Chuôn Ngọ")
    for name, kind in (("Đồng Vinh", "hamlet"), ("Kẻ Chuôn", "old_name"), ("Chuyên Mỹ", "other"), ("Mỹ Văn", "hamlet")):
        village.aliases.add(VillageAlias(name=name, kind=kind))
    moderation.publish_record(village)
    html = _html(client, village, "en")
    assert '<dt>Hamlets</dt><dd><ul class="inline-list"><li>Đồng Vinh</li><li>Mỹ Văn</li></ul></dd>' in html
    assert '<dt>Formerly called</dt><dd><ul class="inline-list"><li>Kẻ Chuôn</li></ul></dd>' in html
    assert '<dt>Also called</dt><dd><ul class="inline-list"><li>Chuyên Mỹ</li></ul></dd>' in html


def test_getting_there_names_both_communes_and_says_how_exact_the_point_is(client: Client, centre: None) -> None:
    today = Place.objects.create(level="commune", kind="xã", name="Chuyên Mỹ Thử", code="99998")
    place = {"latitude": "20.72204", "longitude": "105.87049", "precision_m": 2000}
    village = factories.village("Chuôn Ngọ", commune=today, former_place_text="Chuyên Mỹ, Phú Xuyên", **place)
    html = _html(client, village, "en")
    assert "Chuyên Mỹ Thử commune, Hà Nội" in html
    assert "Chuyên Mỹ, Phú Xuyên" in html
    assert "20.722, 105.870" in html
    assert "accurate to about 2 km; the position of the commune, not of the village gate" in html
    assert 'href="https://www.openstreetmap.org/?zoom=13#map=13/20.722/105.870"' in html
    vietnamese = _html(client, village, "vi")
    assert "xã Chuyên Mỹ Thử, Hà Nội" in vietnamese
    assert "20.722, 105.870" in vietnamese


def test_a_point_measured_by_hand_keeps_its_digits_and_is_marked_on_the_map() -> None:
    point = point_of(Village(latitude=20.72204, longitude=105.87049, precision_m=30))
    assert point is not None
    assert (point.latitude, point.longitude, point.is_coarse) == ("20.72204", "105.87049", False)
    assert point.map_url.startswith("https://www.openstreetmap.org/?mlat=20.72204&mlon=105.87049&zoom=16#")
    assert point.geo_url == "geo:20.72204,105.87049?z=16"
    assert point_of(Village(latitude=20.7)) is None


def test_a_map_is_a_link_and_nothing_of_it_is_loaded(client: Client, centre: None) -> None:
    html = _html(client, factories.village(latitude="20.7", longitude="105.8"))
    for attribute in ("src=", "srcset=", "<iframe", "<object"):
        for piece in html.split(attribute)[1:]:
            assert not piece.strip('"').startswith(("http", "//")), piece[:60]


def test_where_sources_differ_all_stand_and_it_is_said_once_a_subject(client: Client, centre: None) -> None:
    village = Village(name="Hạ Thái")
    for text, source in (("thế kỷ 17", "Báo Hà Nội"), ("thế kỷ 16", "Gia phả")):
        village.claims.add(
            VillageClaim(
                field="founding", text=text, source=source, disputed=True, checked_on=datetime.date(2026, 3, 2)
            )
        )
    village.claims.add(VillageClaim(field="materials", text="sơn ta", source="Gia phả"))
    moderation.publish_record(village)
    html = _html(client, village, "en").split('id="sources-title"')[1]
    assert html.index("thế kỷ 17") < html.index("thế kỷ 16") < html.index("sơn ta")
    assert html.count("sources differ") == 1
    assert '<span lang="vi">Gia phả</span>' in html
    assert "2 March 2026" in html


def test_what_is_said_once_without_a_source_is_a_fact_and_no_claim(client: Client, centre: None) -> None:
    village = Village(name="Hạ Thái", former_place_text="Duyên Thái →Hồng Vân, Thường Tín")
    village.claims.add(
        VillageClaim(field="founding", text="thế kỷ 17"),
        VillageClaim(field="materials", text="sơn ta"),
        VillageClaim(field="age", text="300 năm", source="Gia phả"),
    )
    village.steps.add(CraftStep(title="Hom vóc"))
    moderation.publish_record(village)
    facts, sources = _html(client, village, "en").split('id="sources-title"')
    assert '<dt>Materials</dt><dd><span lang="vi">sơn ta</span></dd>' in facts
    assert "thế kỷ 17" in facts and "Duyên Thái (later Hồng Vân), Thường Tín" in facts
    assert "sơn ta" not in sources and "thế kỷ 17" not in sources and "300 năm" in sources
    steps = facts.split('id="steps-title"')[1]
    assert steps.index("not translated yet") < steps.index("Hom vóc")


def test_a_title_stands_as_it_was_given_and_its_decision_once(client: Client, centre: None) -> None:
    village = Village(name="Hạ Thái")
    village.titles.add(
        VillageTitle(title="Điểm du lịch, Quyết định 5543/QĐ-UBND", decision="5543/QĐ-UBND", hamlet="thôn Hạ"),
        VillageTitle(title="Làng nghề truyền thống", decision="01/QĐ-UB", issuer="UBND tỉnh Hà Tây", date_year=2003),
    )
    moderation.publish_record(village)
    html = _html(client, village, "en")
    assert html.count("5543/QĐ-UBND") == 1
    assert '<li><span lang="vi">UBND tỉnh Hà Tây</span></li>' in html
    assert "Decision 01/QĐ-UB" in html
    assert "2003" in html


def test_a_title_that_is_only_vietnamese_is_said_to_be_so(client: Client, centre: None) -> None:
    artisan = factories.artisan()
    artisan.titles.add(ArtisanTitle(title="Nghệ nhân Ưu tú", field="heritage"))
    moderation.publish_record(artisan)
    note = "Titles are shown as they were given, in Vietnamese."
    english = _html(client, artisan, "en")
    assert note in english
    assert '<span lang="vi">Nghệ nhân Ưu tú</span>' in english
    assert note not in _html(client, artisan)


def test_teachers_and_pupils_are_two_lists_and_who_is_not_public_is_in_none(client: Client, centre: None) -> None:
    artisan, shy = factories.artisan("Đặng Văn Ước"), factories.artisan("Người Ẩn Danh", consent=False)
    pupil = factories.artisan("Lê Thị Trò")
    artisan.links.add(
        Lineage(relation="teacher", name="Cụ Cả"),
        Lineage(relation="teacher", other=shy, name="Người Ẩn Danh"),
        Lineage(relation="pupil", other=pupil),
    )
    moderation.publish_record(artisan)
    html = _html(client, artisan, "en")
    assert html.index("Learnt from") < html.index("Cụ Cả") < html.index("Taught") < html.index("Lê Thị Trò")
    assert "Người Ẩn Danh" not in html


def test_a_teacher_named_on_the_page_of_a_pupil_lists_that_pupil_while_public_and_once(
    client: Client, centre: None
) -> None:
    teacher, pupil = factories.artisan("Đặng Văn Ước"), factories.artisan("Lê Thị Trò")
    pupil.links.add(Lineage(relation="teacher", other=teacher))
    moderation.publish_record(pupil)
    html = _html(client, teacher, "en")
    assert html.index("Taught") < html.index("Lê Thị Trò")
    assert "Learnt from" not in html
    teacher.links.add(Lineage(relation="pupil", other=pupil))
    moderation.publish_record(teacher)
    lineage = _html(client, teacher, "en").split('id="lineage-title"')[1]
    assert lineage.split("</section>")[0].count("Lê Thị Trò") == 1
    moderation.unpublish_record(pupil)
    assert 'id="lineage-title"' not in _html(client, teacher, "en")


def test_a_card_shows_the_highest_title_wherever_it_stands(centre: None) -> None:
    artisan = factories.artisan()
    artisan.titles.add(
        ArtisanTitle(title="Bàn tay vàng", sort_order=0),
        ArtisanTitle(title="Nghệ nhân Hà Nội", sort_order=1),
        ArtisanTitle(title="Nghệ nhân ưu tú", sort_order=2),
    )
    assert artisan_card(artisan, "vi")["maker"] == "Nghệ nhân ưu tú"
    artisan.titles.remove(*list(artisan.titles.all())[1:])
    assert artisan_card(artisan, "vi")["maker"] == "Bàn tay vàng"


def test_without_consent_to_the_story_nothing_told_of_the_artisan_is_shown(client: Client, centre: None) -> None:
    artisan = factories.artisan(
        summary="Tóm tắt kín", story="Chuyện kín", quote="Lời kín", phone="0900 000 000", address="Ngõ kín"
    )
    artisan.claims.add(ArtisanClaim(field="age", text="Nguồn kín"))
    moderation.publish_record(artisan)
    shown = _html(client, artisan)
    assert "Nguồn kín" in shown
    assert "Chuyện kín" in shown
    moderation.change_live_facts(artisan, user=None, may_show_story=False)
    html = client.get(artisan.get_absolute_url("vi")).content.decode()
    for secret in ("Tóm tắt kín", "Chuyện kín", "Lời kín", "Nguồn kín", "0900 000 000", "Ngõ kín"):
        assert secret not in html
