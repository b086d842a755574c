"""Records for tests, live unless said otherwise. Names carry marks, so folding is always at work."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from wagtail.users.models import UserProfile

from products.models import Availability, PriceKind, Product
from showcase.core import moderation
from villages.models import Artisan, Craft, Village


def village(name: str = "Đông Cứu", *, live: bool = True, **facts: Any) -> Village:
    """A village; ``live=False`` leaves it a draft that never was public."""
    return _stored(Village(name=name, **facts), live)


def artisan(name: str = "Đặng Văn Ước", *, live: bool = True, consent: bool = True, **facts: Any) -> Artisan:
    """An artisan who agreed to be named."""
    facts.setdefault("village", None)
    facts["village"] = facts["village"] or village()
    return _stored(Artisan(name=name, may_show_name=consent, may_show_story=consent, **facts), live)


def product(name: str = "Khay sơn mài", *, live: bool = True, price: int | None = 450_000, **facts: Any) -> Product:
    """A product in stock at an exact price; ``price=None`` asks for it."""
    facts["village"] = facts.get("village") or village()
    facts.setdefault("availability", Availability.IN_STOCK)
    facts.setdefault("price_kind", PriceKind.ASK if price is None else PriceKind.EXACT)
    return _stored(Product(name=name, price_min=price, **facts), live)


def craft(name: str = "Sơn mài", english: str = "lacquer") -> Craft:
    """A craft with its English name."""
    term = Craft(name=name)
    term.set_translation("name", "en", english)
    term.save()
    return term


def user(username: str = "thu", group: str = "", *, superuser: bool = False) -> Any:
    """A user, perhaps in one of the centre's groups."""
    made = get_user_model().objects.create_user(username=username, password="x" * 12, is_superuser=superuser)
    if group:
        made.groups.add(Group.objects.get(name=group))
    return made


def reader_of_the_admin(language: str) -> Any:
    """Somebody who may do everything and reads the admin in this language."""
    reader = user(f"quan-tri-{language}", superuser=True)
    UserProfile.objects.create(user=reader, preferred_language=language)
    return reader


def _stored(record: Any, live: bool) -> Any:
    if live:
        moderation.publish_record(record)
    else:
        moderation.save_draft(record)
    return type(record).objects.get(pk=record.pk)
