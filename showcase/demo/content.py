"""The demo's contact details and people; the lists go through the import, what is told is in :mod:`told`."""

import json
import secrets
from pathlib import Path

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from showcase.accounts import groups
from showcase.pages.models import CentreSettings, ExceptionalDays, WeeklyHours

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
