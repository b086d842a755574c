"""The demo's exhibition, contact details and people; the lists go through the import."""

import datetime
import json
import secrets
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils import timezone
from django.utils.html import escape
from wagtail.models import Locale

from products.models import Product
from showcase.accounts import groups
from showcase.pages.models import (
    CentreSettings,
    ExceptionalDays,
    ExhibitionIndexPage,
    ExhibitionItem,
    ExhibitionPage,
    WeeklyHours,
)
from showcase.pages.services import keep_twins
from villages.models import Artisan

FOLDER = Path(__file__).parent / "centre"
CENTRE = {
    "name": ("Trung tâm thiết kế sáng tạo làng nghề Nam Hà Nội", "Southern Hà Nội Craft Village Design Centre"),
    "short_name": ("Làng nghề Nam Hà Nội", "Southern Hà\u00a0Nội Crafts"),
    "tagline": (
        "Người làm, món đồ và cách làm ra nó",
        "Who makes it, what it is and how it is made",
    ),
    "opening_hours": (
        "Đoàn khách hẹn trước có thể đến ngoài giờ. Giờ mở cửa ở đây là số liệu mẫu.",
        "Groups may come at other hours by appointment. These hours are sample data.",
    ),
}
# Numbers that nobody can be called at: demo data never names a real line.
CONTACT = {"phone": "024 0000 0000", "zalo": "0900000000", "email": "hoi@trung-tam.example"}


def fill_settings() -> None:
    """Sample contact details and hours, where staff have not written their own."""
    centre = CentreSettings.load()
    if centre.name:
        return
    for field, (vietnamese, english) in CENTRE.items():
        setattr(centre, field, vietnamese)
        centre.set_translation(field, "en", english)
    for field, value in CONTACT.items():
        setattr(centre, field, value)
    hours = json.loads((FOLDER / "opening.json").read_text(encoding="utf-8"))
    centre.weekly_hours.set([WeeklyHours(**row) for row in hours["week"]])
    centre.exceptional_days.set([_differing(row) for row in hours["differing"]])
    centre.save()


def _differing(row: dict[str, str]) -> ExceptionalDays:
    note, english = row.pop("note_vi"), row.pop("note_en")
    days = ExceptionalDays(note=note, **row)
    days.set_translation("note", "en", english)
    return days


def make_exhibition() -> ExhibitionPage | None:
    """One exhibition, on now by the date of the first run. Gives ``None`` if there is one."""
    index = ExhibitionIndexPage.objects.get(locale__language_code="vi")
    if ExhibitionPage.objects.child_of(index).exists():
        return None
    data = json.loads((FOLDER / "exhibition.json").read_text(encoding="utf-8"))
    today = timezone.localdate()
    page = ExhibitionPage(
        title=data["title_vi"],
        intro=data["intro_vi"],
        room=data["room_vi"],
        opens_on=today + datetime.timedelta(days=data["days_from_today_start"]),
        closes_on=today + datetime.timedelta(days=data["days_from_today_end"]),
        body=_chapters(data, "vi"),
        locale=index.locale,
    )
    index.add_child(instance=page)
    page.items.set([item_of(entry, order) for order, entry in enumerate(data["objects"])])
    page.save_revision().publish()
    _translate(page, data)
    return page


def _chapters(data: dict[str, Any], language: str) -> str:
    return json.dumps(
        [
            {
                "type": "chapter",
                "value": {
                    "heading": chapter[f"heading_{language}"],
                    "text": f"<p>{escape(chapter[f'text_{language}'])}</p>",
                    "content": quote_of(chapter, language),
                },
            }
            for chapter in data["chapters"]
        ]
    )


def quote_of(chapter: dict[str, Any], language: str) -> list[dict[str, Any]]:
    """The maker's words, tied to the record: they are shown while the maker agrees."""
    artisan = Artisan.objects.filter(code=chapter.get("quote_by_code", "")).first()
    if artisan is None:
        return []
    return [{"type": "quote", "value": {"text": chapter[f"quote_{language}"], "artisan": artisan.pk, "source": ""}}]


def item_of(entry: dict[str, Any], order: int) -> ExhibitionItem:
    """An object of a show from {code, chapter (from 0), caption_vi, caption_en}."""
    product = Product.objects.filter(code=entry["code"]).first()
    maker = product.maker if product else None
    item = ExhibitionItem(
        product=product,
        title_as_shown=product.name if product else entry["code"],
        maker_as_shown=maker.name if maker else "",
        caption=entry["caption_vi"],
        chapter=entry["chapter"] + 1,
        sort_order=order,
    )
    item.set_translation("caption", "en", entry["caption_en"])
    return item


def _translate(page: ExhibitionPage, data: dict[str, Any]) -> None:
    keep_twins(page)
    twin = page.get_translation(Locale.objects.get(language_code="en"))
    twin.alias_of = None
    twin.title = twin.draft_title = data["title_en"]
    twin.room = data["room_en"]
    twin.intro, twin.body, twin.slug = data["intro_en"], _chapters(data, "en"), "shell-sap-fibre-thread"
    twin.save()
    twin.save_revision().publish()


def make_people() -> dict[str, str]:
    """One administrator and one editor with random passwords; gives name → password of new ones."""
    made: dict[str, str] = {}
    for username, group in (("quantri", groups.ADMINISTRATOR), ("bientap", groups.EDITOR)):
        model = get_user_model()
        if model.objects.filter(username=username).exists():
            continue
        password = secrets.token_urlsafe(9)
        user = model.objects.create_user(username=username, password=password)
        user.groups.add(Group.objects.get(name=group))
        made[username] = password
    return made
