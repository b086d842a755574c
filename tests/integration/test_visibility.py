"""Nothing is public before its time: every public address, every list, every state."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone, translation
from wagtail.models import Locale

from products.models import Product, ProductQuerySet
from search.models import SearchEntry
from showcase.core import moderation
from showcase.core.models import RecordQuerySet
from showcase.pages.models import ExhibitionIndexPage, ExhibitionItem, ExhibitionPage
from tests import factories
from villages import services
from villages.models import Artisan, Lineage, Village

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("centre")]

SECRET = "Bímậtchưacôngbố"
# Routes that belong to staff, to files, or need an argument that no record has.
NOT_PUBLIC = ("admin/", "documents/", "^media/", "^static/")


def _draft(record: Any) -> None:
    """Stays as it was made: never public."""


def _rejected(record: Any) -> None:
    from django.contrib.auth import get_user_model

    user = get_user_model().objects.filter(username="nguoi-duyet").first()
    user = user or factories.user("nguoi-duyet", superuser=True)
    moderation.submit_for_review(record, user=user)
    moderation.reject(record, user=user, reason="Ảnh mờ")


def _scheduled(record: Any) -> None:
    record.go_live_at = timezone.now() + datetime.timedelta(days=3)
    record.save_revision().publish()


def _unpublished(record: Any) -> None:
    moderation.publish_record(record)
    moderation.unpublish_record(record)


def _withdrawn(record: Any) -> None:
    moderation.publish_record(record)
    moderation.withdraw_record(record, reason="Người làm yêu cầu")


STATES: tuple[Callable[[Any], None], ...] = (_draft, _rejected, _scheduled, _unpublished, _withdrawn)


def _hidden_records(state: Callable[[Any], None]) -> list[Any]:
    """One record of each kind in the state, with a name that must not appear anywhere."""
    village = factories.village(f"{SECRET} làng", live=False)
    artisan = factories.artisan(f"{SECRET} thợ", live=False)
    product = factories.product(f"{SECRET} món", live=False, village=artisan.village)
    for record in (village, artisan, product):
        state(record)
    return [type(record).objects.get(pk=record.pk) for record in (village, artisan, product)]


def _routes(patterns: list[Any], prefix: str = "") -> list[str]:
    found: list[str] = []
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            found += _routes(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern):
            found.append(route)
    return found


def _addresses(records: list[Any]) -> list[str]:
    """Every public route of the resolver, in both languages, for every record."""
    addresses: set[str] = set()
    for language in ("vi", "en"):
        with translation.override(language):
            for route in _routes(get_resolver().url_patterns):
                if route.startswith(NOT_PUBLIC):
                    continue
                for record in records:
                    addresses.add("/" + _filled(route, record, language))
    return sorted(addresses)


def _filled(route: str, record: Any, language: str) -> str:
    if "<living:reference>" in route:
        return route.replace("<living:reference>", record.reference(language))
    if "code>" in route:
        return route.replace("<slug:code>", record.code)
    if "^" in route:  # Wagtail's catch-all: the exhibition and home
        return route.split("^")[0]
    return route


def _walk(client: Client, records: list[Any]) -> dict[str, int]:
    """Status by address; fails when a hidden name is shown."""
    extra = ["/?q=x", f"/tim-kiem/?q={SECRET}", f"/en/search/?q={SECRET}", "/trien-lam/", "/en/exhibitions/"]
    statuses: dict[str, int] = {}
    for address in [*_addresses(records), *extra]:
        response = client.get(address)
        statuses[address] = response.status_code
        body = response.content.decode().replace(f'value="{SECRET}"', "").replace(f"“{SECRET}”", "")
        assert f"{SECRET} " not in body, f"{address} shows a hidden record"
    return statuses


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__.strip("_"))
def test_a_hidden_record_is_on_no_public_address(client: Client, state: Callable[[Any], None]) -> None:
    records = _hidden_records(state)
    statuses = _walk(client, records)
    for record in records:
        for language in ("vi", "en"):
            assert statuses[record.get_absolute_url(language)] == 404
        assert statuses[f"/p/{record.code}"] == (410 if state is _withdrawn else 404)
    assert not SearchEntry.objects.filter(code__in=[record.code for record in records]).exists()
    assert not any(record.is_public for record in records)


def test_twin_without_the_filter_the_hidden_records_leak(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    records = _hidden_records(_draft)
    monkeypatch.setattr(RecordQuerySet, "public", lambda self: self.all())
    monkeypatch.setattr(ProductQuerySet, "public", lambda self: self.all())
    monkeypatch.setattr(type(Artisan.objects.all()), "public", lambda self: self.all())
    with pytest.raises(AssertionError, match="shows a hidden record"):
        _walk(client, records)


# -- one hidden, everything around it public -------------------------------------------


def _linked_centre() -> dict[str, Any]:
    """A village, a teacher and a pupil, a piece and an exhibition, all public and all linked."""
    village = factories.village(f"{SECRET} làng")
    teacher = factories.artisan(f"{SECRET} thợ", village=village)
    pupil = factories.artisan("Trò", village=village)
    pupil.links.set([Lineage(relation="teacher", other=teacher, name=f"{SECRET} thợ")])
    pupil.save()
    product = factories.product(f"{SECRET} món", village=village, artisan=teacher)
    other = factories.product("Bát", village=village, artisan=pupil)
    return {"village": village, "artisan": teacher, "product": product, "pupil": pupil, "other": other}


def _exhibition(*products: Product, title: str = "Vỏ trai", **schedule: Any) -> ExhibitionPage:
    index = ExhibitionIndexPage.objects.get(locale__language_code="vi")
    page = ExhibitionPage(title=title, opens_on=timezone.localdate(), locale=index.locale, live=False, **schedule)
    index.add_child(instance=page)
    page.items.set([ExhibitionItem(product=product) for product in products])
    page.save_revision().publish()
    return ExhibitionPage.objects.get(pk=page.pk)


def _pages(records: list[Any], *more: str) -> list[str]:
    return [*_addresses(records), f"/tim-kiem/?q={SECRET}", "/trien-lam/", "/en/exhibitions/", *more]


def _shows(client: Client, address: str, text: str) -> bool:
    """Whether a page says a text, other than as the words that were searched."""
    return text in client.get(address).content.decode()


def _unconsented(record: Any) -> None:
    services.record_consent(record, may_show_name=False)


ONE_HIDDEN = [
    *(
        (kind, name, state)
        for kind, name in (("village", "làng"), ("artisan", "thợ"), ("product", "món"))
        for state in (_unpublished, _withdrawn)
    ),
    ("artisan", "thợ", _unconsented),
]


@pytest.mark.parametrize(("kind", "name", "state"), ONE_HIDDEN, ids=lambda one: getattr(one, "__name__", one))
def test_one_hidden_record_is_shown_by_nothing_that_is_linked_to_it(
    client: Client, kind: str, name: str, state: Callable[[Any], None]
) -> None:
    linked = _linked_centre()
    exhibition = _exhibition(linked["product"], linked["other"])
    twin = exhibition.get_translation(Locale.objects.get(language_code="en"))
    addresses = _pages(list(linked.values()))
    stories = [exhibition.url, twin.url]
    hidden = f"{SECRET} {name}"
    assert any(_shows(client, address, hidden) for address in addresses)
    state(linked[kind])
    assert [address for address in addresses if _shows(client, address, hidden)] == []
    # A show keeps the name of a piece that was there, as text; never that of a hidden maker.
    assert [address for address in stories if _shows(client, address, hidden)] == (stories if kind == "product" else [])
    assert not any(_shows(client, address, linked[kind].get_absolute_url("vi")) for address in stories)


def test_a_scheduled_page_is_on_no_address_in_any_language(client: Client) -> None:
    product = factories.product("Khay")
    page = _exhibition(product, title=f"{SECRET} bày", go_live_at=timezone.now() + datetime.timedelta(days=3))
    assert not ExhibitionPage.objects.live().exists()
    addresses = _pages([product, product.village], page.url, f"/en/exhibitions/{page.slug}/")
    assert [address for address in addresses if _shows(client, address, f"{SECRET} bày")] == []


def test_an_edited_record_shows_its_last_public_version(client: Client) -> None:
    village = factories.village("Hạ Thái")
    village.name = f"{SECRET} nháp"
    village.save_revision()
    page = client.get(Village.objects.get(pk=village.pk).get_absolute_url("vi"))
    assert page.status_code == 200
    assert SECRET not in page.content.decode()


def test_pieces_of_a_hidden_village_are_hidden_with_it(client: Client) -> None:
    village = factories.village("Hạ Thái")
    product = factories.product("Đĩa sơn mài vỏ trứng", village=village)
    address = product.get_absolute_url("vi")
    assert client.get(address).status_code == 200
    moderation.unpublish_record(village)
    assert client.get(address).status_code == 404
    assert "Đĩa sơn mài" not in client.get("/san-pham/").content.decode()
    assert "Đĩa sơn mài" not in client.get("/tim-kiem/?q=dia").content.decode()
    assert not Product.objects.public().exists()


def test_a_maker_without_consent_hides_the_name_not_the_piece(client: Client) -> None:
    artisan = factories.artisan("Ngô Thị Lụa")
    product = factories.product("Khăn lụa", village=artisan.village, artisan=artisan)
    address = product.get_absolute_url("vi")
    assert "Ngô Thị Lụa" in client.get(address).content.decode()
    services.record_consent(artisan, may_show_name=False)
    for page in (address, "/san-pham/", "/nghe-nhan/", "/tim-kiem/?q=khan", artisan.village.get_absolute_url("vi")):
        response = client.get(page)
        assert response.status_code == 200
        assert "Ngô Thị Lụa" not in response.content.decode(), page
    assert client.get(artisan.get_absolute_url("vi")).status_code == 404


def test_private_facts_of_an_artisan_are_on_no_page(client: Client) -> None:
    artisan = factories.artisan(phone="0912 345 678", address="Số 9 ngõ Giếng", story="Chuyện riêng")
    services.record_consent(artisan, may_show_story=False)
    body = client.get(artisan.get_absolute_url("vi")).content.decode()
    for private in ("345 678", "ngõ Giếng", "Chuyện riêng"):
        assert private not in body


def test_predicate_in_memory_and_in_the_database_agree() -> None:
    for state in STATES:
        Village.objects.all()
        records = _hidden_records(state) if state is _draft else []
        for record in records:
            assert not type(record).objects.public().filter(pk=record.pk).exists()
    shown = factories.product("Nón lá")
    assert shown.is_public
    assert Product.objects.public().filter(pk=shown.pk).exists()
