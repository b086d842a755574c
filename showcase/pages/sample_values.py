"""Made-up records, pages and texts for the styleguide: usual, longest, bare. Nothing is stored or of anybody."""

# ruff: noqa: D103  (each gives what its name says)

from datetime import date, datetime, time, timedelta
from types import SimpleNamespace
from typing import Any

from showcase.pages.front import CraftTile
from showcase.pages.hours import HANOI, Exceptional, OpeningState
from showcase.pages.menus import Link, Menus
from showcase.pages.models import CentreSettings, ExceptionalDays, ExhibitionItem
from showcase.pages.opening import Opening
from villages.models import Craft, Village
from villages.models.artisan import ArtisanTitle
from villages.models.village import CraftStep, VillageClaim

LONG = "Tranh khảm trai “Đám cưới chuột ở làng nghề Chuôn Ngọ” trên gỗ trắc nguyên tấm, bộ bốn bức tứ bình"
LONG_MAKER = "Hợp tác xã tiểu thủ công nghiệp mây tre đan xuất khẩu Nguyễn Thị Phương Khuyến và các con"
LONG_PLACE = "Làng nghề khảm trai Chuôn Ngọ, trước là thôn Ngọ, xã Chuyên Mỹ"
PARAGRAPH = "Mỗi tấm vóc hom, lót, thí, cầm cả tháng mới xong; nước sơn cuối mài dưới nước bằng than xoan. " * 3
TODAY = date(2026, 11, 24)


def card(**other: Any) -> dict[str, Any]:
    """A card as lists have it."""
    facts = {"availability": "Còn 1 chiếc", "price": "1.250.000 ₫", "craft": "lacquer", "image": None, "code": "ABC234"}
    return {**facts, "url": "#", "name": "Khay sơn mài", "maker": "Đặng Văn Ước", "village": "Hạ Thái", **other}


def long_card() -> dict[str, Any]:
    return card(
        name=LONG, maker=LONG_MAKER, village=LONG_PLACE, craft="inlay", stars=5, price="85.000.000–120.000.000 ₫"
    )


def bare_card() -> dict[str, Any]:
    return {"url": "#", "name": "Ụ", "craft": ""}


def village(name: str = "Hạ Thái", **facts: Any) -> Village:
    return Village(name=name, code="ABC234", live=True, **facts)


def centre(full: bool) -> CentreSettings:
    if not full:
        return CentreSettings()
    return CentreSettings(
        name="Trung tâm thiết kế sáng tạo, giới thiệu, quảng bá và bán sản phẩm làng nghề gắn với du lịch Nam Hà Nội",
        tagline="Người làm, món đồ và cách làm ra nó",
        phone="024 0000 0000",
        zalo="0900000000",
        email="hoi@trung-tam.example",
        address="Nhà văn hóa, thôn Chuôn Ngọ, xã Chuyên Mỹ, thành phố Hà Nội",
        getting_there=PARAGRAPH,
        opening_hours="Đoàn khách hẹn trước có thể đến ngoài giờ.",
        latitude="20.700000",
        longitude="105.880000",
        owner_name="Công ty trách nhiệm hữu hạn một thành viên Thủ công mỹ nghệ và Du lịch làng nghề phía nam",
        registration="0100000000",
        registration_date=TODAY,
        registration_place="nơi cấp (mẫu)",
        representative="Bà Nguyễn Thị Phương Khuyến, Giám đốc",
        notice_url="https://online.gov.vn/",
        hosting="Hà Nội",
    )


def opening(is_open: bool) -> Opening:
    now = datetime.combine(TODAY, time(9), HANOI)
    closed = Exceptional(TODAY, TODAY + timedelta(days=6), (), row=ExceptionalDays(note="Tết Nguyên đán"))
    state = OpeningState(now, is_open, until=now + timedelta(hours=2))
    words = "Đang mở cửa, đến 11:00" if is_open else "Hiện đóng cửa, mở lại thứ Ba lúc 08:00"
    week = [("Thứ Hai", "nghỉ"), ("Thứ Ba – chủ nhật", "08:00–11:30, 13:30–17:00")]
    return Opening(state, words, week, [] if is_open else [("24.11.2026 – 30.11.2026", "nghỉ", closed)])


def page(title: str, **other: Any) -> SimpleNamespace:
    dates = {"opens_on": TODAY, "closes_on": TODAY + timedelta(days=60), "room": "Phòng trưng bày 2"}
    source = SimpleNamespace(**dates)
    page = {"title": title, "url": "#", "text_language": "vi", "source": source, "intro": "", "room": "", "place": ""}
    return SimpleNamespace(**{**page, **dates, **other})


def dates(number: int) -> list[SimpleNamespace]:
    begins = datetime.combine(TODAY, time(9), HANOI)
    return [
        SimpleNamespace(
            starts_at=begins + timedelta(days=7 * week),
            ends_at=begins + timedelta(days=7 * week, hours=2),
            is_one_day=True,
        )
        for week in range(number)
    ]


def menus(many: bool) -> Menus:
    links = [Link("Làng nghề", "/lang-nghe/"), Link("Nghệ nhân", "/nghe-nhan/"), Link("Sản phẩm", "/san-pham/")]
    more = [
        Link("Triển lãm", "/trien-lam/"),
        Link("Lớp học làm nón cho trường học", "#"),
        Link("Exhibitions", "#", "en"),
    ]
    return Menus(tuple(links + more if many else links), tuple(links + more if many else links))


def ask(**ways: str) -> dict[str, Any]:
    return {"centre": centre(True), "record": village(), "tel": "", "zalo": "", "mailto": "", **ways}


def claims() -> list[VillageClaim]:
    told = {"field": "since", "source": "Văn bia đình làng", "checked_on": TODAY}
    return [
        VillageClaim(text="Nghề có từ thế kỷ 17.", disputed=True, **told),
        VillageClaim(
            text=PARAGRAPH, field="since", source="Lời kể của các cụ trong làng", disputed=True, date_text="1984"
        ),
    ]


def steps() -> list[CraftStep]:
    return [
        CraftStep(
            title="Bó hom vóc", description=PARAGRAPH, tool="mo sừng", material="sơn ta, đất phù sa", duration="7 ngày"
        ),
        CraftStep(title=LONG[:120]),
    ]


def titles() -> list[ArtisanTitle]:
    given = {"issuer": "Chủ tịch nước", "decision": "1409/QĐ-CTN", "date_year": 2020}
    return [ArtisanTitle(title="Nghệ nhân ưu tú", field="craft", **given), ArtisanTitle(title=LONG)]


def point() -> SimpleNamespace:
    where = {"latitude": "20.70000", "longitude": "105.88000", "precision": "chính xác đến 1 km", "is_coarse": True}
    return SimpleNamespace(**where, map_url="#", geo_url="#")


def tiles() -> list[CraftTile]:
    crafts = (("lacquer", "sơn mài"), ("inlay", "khảm trai"), ("rattan-bamboo", "mây tre đan"), ("x", LONG_PLACE))
    return [CraftTile(Craft(key=key, name=name), number, "#") for number, (key, name) in enumerate(crafts, 1)]


def shown() -> list[dict[str, Any]]:
    item = ExhibitionItem(caption=PARAGRAPH, place="Bục 3, cạnh cửa sổ")
    shown = {"title_lang": "vi", "item": item}
    return [
        {**shown, "title": "Khay sơn mài", "maker": "Đặng Văn Ước", "card": card()},
        {**shown, "title": LONG, "maker": "", "card": None},
    ]


def listing(cards: list[dict[str, Any]]) -> dict[str, Any]:
    """A list; an empty one shows the ways out of it."""
    found = {"results": {"total": len(cards), "page": 1, "pages": 1}, "cards": cards, "centre": centre(True)}
    chips = [{"label": "Hạ Thái", "url": "#"}, {"label": LONG_PLACE, "url": "#"}]
    ways = [] if cards else [{"label": "Hạ Thái", "url": "#", "total": 12}]
    return {
        **found,
        "chips": chips,
        "clear_url": "#",
        "without": ways,
        "count": f"{len(cards)} sản phẩm",
        "sorts": sorts(),
    }


def sorts() -> list[dict[str, Any]]:
    return [{"label": "Mới nhất", "url": "#", "selected": True}, {"label": "Tên", "url": "#", "selected": False}]


def frame(full: bool) -> dict[str, Any]:
    return {
        "centre": centre(full),
        "opening": opening(True) if full else None,
        "menus": menus(full),
        "places": {"vi": "#", "en": "#"},
    }
