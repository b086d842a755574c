"""What staff do in the admin: publish in one piece, find without marks, translate, preview."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale
from wagtail.signals import page_published, page_unpublished, published, unpublished

from products.models import Product
from search.models import SearchEntry
from showcase.accounts import groups
from showcase.pages.models import CentreSettings, ExhibitionIndexPage, HomePage, StandardPage
from tests import factories
from villages.models import Craft, Village

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("centre")]
ALL_SIGNALS = (published, unpublished, page_published, page_unpublished)


class Broken(Exception):
    """What a failing receiver raises."""


def _fail(**kwargs: Any) -> None:
    raise Broken


@pytest.fixture
def break_receivers() -> Any:
    """Call it, and from then on publishing and unpublishing fail at the last moment."""

    def start() -> None:
        for signal in ALL_SIGNALS:
            signal.connect(_fail)

    yield start
    for signal in ALL_SIGNALS:
        signal.disconnect(_fail)


def craft_form(**changes: Any) -> dict[str, Any]:
    """The fields of a village's edit form with empty formsets."""
    data: dict[str, Any] = {"name": "Đồng Vinh", "gloss": "", "translations-en-name": ""}
    for formset in ("aliases", "steps", "titles", "claims"):
        data |= {
            f"{formset}-TOTAL_FORMS": 0,
            f"{formset}-INITIAL_FORMS": 0,
            f"{formset}-MIN_NUM_FORMS": 0,
            f"{formset}-MAX_NUM_FORMS": 1000,
        }
    return data | changes


def _edit_url(record: Any) -> str:
    return reverse(record.snippet_viewset.get_url_name("edit"), args=[record.pk])


@pytest.mark.django_db(transaction=True)
def test_publishing_in_the_admin_is_whole_or_nothing(admin_client: Client, break_receivers: Any) -> None:
    village = factories.village("Đồng Vinh", live=False)
    break_receivers()
    with pytest.raises(Broken):
        admin_client.post(_edit_url(village), craft_form(name="Đổi", **{"action-publish": "1"}))
    row = Village.objects.get(pk=village.pk)
    assert (row.name, row.live) == ("Đồng Vinh", False)
    assert row.revisions.count() == 1
    assert not SearchEntry.objects.filter(code=village.code).exists()


@pytest.mark.django_db(transaction=True)
def test_unpublishing_in_the_admin_is_whole_or_nothing(admin_client: Client, break_receivers: Any) -> None:
    village = factories.village("Đồng Vinh")
    break_receivers()
    with pytest.raises(Broken):
        admin_client.post(reverse(village.snippet_viewset.get_url_name("unpublish"), args=[village.pk]))
    assert Village.objects.get(pk=village.pk).live is True
    assert SearchEntry.objects.filter(code=village.code).exists()


@pytest.mark.django_db(transaction=True)
def test_publishing_and_unpublishing_a_page_in_the_admin_is_whole_or_nothing(
    admin_client: Client, break_receivers: Any
) -> None:
    home = HomePage.objects.get(locale__language_code="vi")
    page = home.add_child(instance=StandardPage(title="Giới thiệu", slug="gioi-thieu"))
    page.save_revision().publish()
    break_receivers()
    data = {
        "title": "Đổi",
        "slug": "gioi-thieu",
        "body": "null",
        "more-count": 0,
        "action-publish": "1",
        "comments-TOTAL_FORMS": 0,
    }
    data |= {"comments-INITIAL_FORMS": 0, "comments-MIN_NUM_FORMS": 0, "comments-MAX_NUM_FORMS": ""}
    with pytest.raises(Broken):
        admin_client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
    with pytest.raises(Broken):
        admin_client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    row = StandardPage.objects.get(pk=page.pk)
    assert (row.title, row.live) == ("Giới thiệu", True)


@pytest.mark.django_db(transaction=True)
def test_twin_without_the_admins_transaction_the_page_stays_changed(
    admin_client: Client, break_receivers: Any, settings: Any
) -> None:
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "AdminTransaction" not in name]
    home = HomePage.objects.get(locale__language_code="vi")
    page = home.add_child(instance=StandardPage(title="Giới thiệu", slug="gioi-thieu"))
    page.save_revision().publish()
    break_receivers()
    client = Client()
    client.force_login(factories.user("khac", superuser=True))
    with pytest.raises(Broken):
        client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    assert StandardPage.objects.get(pk=page.pk).live is False


def test_lists_and_choosers_find_records_without_marks(admin_client: Client) -> None:
    village = factories.village("Đồng Vinh")
    factories.village("Hạ Thái")
    listing = admin_client.get(reverse(village.snippet_viewset.get_url_name("list")), {"q": "dong vinh"})
    chooser_url = reverse(village.snippet_viewset.chooser_viewset.get_url_name("choose_results"))
    chooser = admin_client.get(chooser_url, {"q": "dong vinh"})
    for response in (listing, chooser):
        body = response.content.decode()
        assert response.status_code == 200
        assert "Đồng Vinh" in body
        assert "Hạ Thái" not in body


def test_the_translation_panel_stores_text_with_the_digest_of_its_source(admin_client: Client) -> None:
    village = factories.village("Đồng Vinh", gloss="Làng khảm trai")
    form = craft_form(gloss="Làng khảm trai", **{"translations-en-gloss": "Inlay village", "action-publish": "1"})
    response = admin_client.post(_edit_url(village), form)
    assert response.status_code == 302, response.content.decode()[:2000]
    village = Village.objects.get(pk=village.pk)
    assert village.translation("gloss", "en") == "Inlay village"
    assert village.translation_status("gloss", "en") == "fresh"


def test_an_untouched_translation_stays_older_than_its_changed_source(admin_client: Client) -> None:
    village = factories.village("Đồng Vinh", gloss="Làng khảm trai")
    village.set_translation("gloss", "en", "Inlay village")
    village.save_revision().publish()
    page = admin_client.get(_edit_url(village)).content.decode()
    was = page.split('name="translations-en-gloss-was" value="')[1].split('"')[0]
    digest = page.split('name="translations-en-gloss-digest" value="')[1].split('"')[0]
    form = craft_form(gloss="Làng khảm", **{"action-publish": "1", "translations-en-gloss": "Inlay village"})
    kept = {"translations-en-gloss-was": was, "translations-en-gloss-digest": digest}
    assert admin_client.post(_edit_url(village), form | kept).status_code == 302
    assert Village.objects.get(pk=village.pk).translation_status("gloss", "en") == "stale"
    assert "Cũ hơn bản tiếng Việt" in admin_client.get(_edit_url(village)).content.decode()
    confirmed = form | kept | {"translations-en-gloss-fresh": "on"}
    assert admin_client.post(_edit_url(village), confirmed).status_code == 302
    assert Village.objects.get(pk=village.pk).translation_status("gloss", "en") == "fresh"


def test_an_error_in_the_form_loses_nothing_that_was_typed(admin_client: Client) -> None:
    village = factories.village("Đồng Vinh")
    form = craft_form(name="", gloss="Đang viết dở", **{"translations-en-gloss": "Half written"})
    body = admin_client.post(_edit_url(village), form | {"action-publish": "1"}).content.decode()
    assert "Đang viết dở" in body
    assert "Half written" in body
    assert Village.objects.get(pk=village.pk).gloss == ""


@pytest.mark.parametrize(("mode", "expected"), [("", "Khay trà"), ("en", "Tea tray")])
def test_preview_in_both_languages(admin_client: Client, mode: str, expected: str) -> None:
    product = factories.product("Khay trà")
    product.set_translation("name", "en", "Tea tray")
    product.save()
    revision = product.save_revision()
    url = reverse(product.snippet_viewset.get_url_name("revisions_view"), args=[product.pk, revision.pk])
    response = admin_client.get(url, {"mode": mode})
    assert response.status_code == 200
    assert expected in response.content.decode()


def test_the_form_may_frame_a_preview_which_stays_as_strict_as_the_page(admin_client: Client) -> None:
    product = factories.product("Khay trà")
    revision = product.save_revision()
    url = reverse(product.snippet_viewset.get_url_name("revisions_view"), args=[product.pk, revision.pk])
    policy = admin_client.get(url)["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in policy
    assert "script-src 'self';" in f"{policy};"
    assert "unsafe-inline" not in policy
    public = admin_client.get(product.get_absolute_url("vi"))["Content-Security-Policy"]
    assert policy.replace("frame-ancestors 'self'", "frame-ancestors 'none'") == public


def test_live_facts_of_a_live_record_change_only_by_their_own_action(admin_client: Client) -> None:
    product = factories.product(price=450_000)
    url = reverse(product.snippet_viewset.get_url_name("facts"), args=[product.pk])
    assert admin_client.get(url).status_code == 200
    data = {
        "availability": "in_stock",
        "price_kind": "exact",
        "price_min": "500000",
        "sold_on": "",
        "artisan": "",
    }
    response = admin_client.post(url, data)
    assert response.status_code == 302, response.content.decode()[-3000:]
    assert Product.objects.get(pk=product.pk).price_min == 500_000
    assert SearchEntry.objects.get(code=product.code).document["price"] == 500_000


def test_facts_that_do_not_fit_are_refused_and_stay_typed(admin_client: Client) -> None:
    product = factories.product(price=450_000)
    url = reverse(product.snippet_viewset.get_url_name("facts"), args=[product.pk])
    data = {"availability": "in_stock", "price_kind": "range", "price_min": "900000", "price_max": "1"}
    body = admin_client.post(url, data).content.decode()
    assert 'value="900000"' in body
    assert Product.objects.get(pk=product.pk).price_min == 450_000


@pytest.mark.parametrize(
    ("group", "may_edit", "may_publish", "may_enter"),
    [
        (groups.ADMINISTRATOR, True, True, True),
        (groups.EDITOR, True, False, True),
        (groups.REVIEWER, True, True, True),
        (groups.TRANSLATOR, True, False, True),
        (groups.ARTISAN, False, False, False),
    ],
)
def test_each_group_may_do_its_work_and_no_more(
    client: Client, group: str, may_edit: bool, may_publish: bool, may_enter: bool
) -> None:
    village = factories.village("Đồng Vinh")
    client.force_login(factories.user("ai-do", group))
    assert (client.get(reverse("wagtailadmin_home")).status_code == 200) is may_enter
    assert (client.get(_edit_url(village)).status_code == 200) is may_edit
    unpublish = reverse(village.snippet_viewset.get_url_name("unpublish"), args=[village.pk])
    client.post(unpublish)
    assert Village.objects.get(pk=village.pk).live is not may_publish
    facts = reverse(village.snippet_viewset.get_url_name("facts"), args=[village.pk])
    assert (client.get(facts).status_code == 200) is may_publish


def test_a_page_of_d_with_stroke_gets_a_folded_slug_even_from_the_editors_script(admin_client: Client) -> None:
    home = HomePage.objects.get(locale__language_code="vi")
    url = reverse("wagtailadmin_pages:add", args=["pages", "standardpage", home.pk])
    for careless in ("ong-vinh", "u0110ong-vinh"):
        data = {"title": "Đồng Vinh", "slug": careless, "body": "null", "more-count": 0, "comments-TOTAL_FORMS": 0}
        data |= {"comments-INITIAL_FORMS": 0, "comments-MIN_NUM_FORMS": 0, "comments-MAX_NUM_FORMS": ""}
        assert admin_client.post(url, data).status_code == 302
        page = StandardPage.objects.get(title="Đồng Vinh")
        assert page.slug == "dong-vinh"
        page.delete()


@pytest.mark.parametrize("slug", ["en", "lang-nghe", "products", "admin", "p"])
def test_a_page_cannot_take_the_address_of_another_part(centre: None, slug: str) -> None:
    from django.core.exceptions import ValidationError

    home = HomePage.objects.get(locale__language_code="vi")
    with pytest.raises(ValidationError):
        home.add_child(instance=StandardPage(title="Trang", slug=slug))


def test_a_live_vietnamese_page_made_in_code_has_an_english_twin_that_follows_it() -> None:
    index = ExhibitionIndexPage.objects.get(locale__language_code="vi")
    home = index.get_parent().specific
    page = home.add_child(instance=StandardPage(title="Về trung tâm", slug="ve-trung-tam"))
    page.save_revision().publish()
    english = Locale.objects.get(language_code="en")
    twin = page.get_translation(english)
    assert twin.live
    assert twin.specific.is_fallback
    page.unpublish()
    assert not page.get_translation(english).live


def test_a_twin_stays_fallback_until_somebody_translates_it() -> None:
    home = HomePage.objects.get(locale__language_code="vi")
    page = home.add_child(instance=StandardPage(title="Về trung tâm", slug="ve-trung-tam"))
    page.save_revision().publish()
    twin = page.get_translation(Locale.objects.get(language_code="en")).specific
    twin.alias_of = None
    twin.save()
    twin.save_revision().publish()
    twin = StandardPage.objects.get(pk=twin.pk)
    assert twin.is_fallback
    twin.title = "Getting here"
    twin.save_revision().publish()
    twin = StandardPage.objects.get(pk=twin.pk)
    assert not twin.is_fallback


def test_a_term_keeps_its_key_when_renamed() -> None:
    craft = factories.craft("Đúc đồng", "bronze casting")
    assert craft.key == "duc-dong"
    craft.name = "Đúc đồng mỹ nghệ"
    craft.save()
    assert Craft.objects.get(pk=craft.pk).key == "duc-dong"


def test_staff_withdraw_with_a_reason_and_restore(admin_client: Client) -> None:
    product = factories.product()
    url = reverse(product.snippet_viewset.get_url_name("withdrawal"), args=[product.pk])
    assert 'name="reason"' in admin_client.get(url).content.decode()
    assert admin_client.post(url, {"reason": " "}).status_code == 200
    assert Product.objects.get(pk=product.pk).withdrawn_at is None
    assert admin_client.post(url, {"reason": "Người làm yêu cầu"}).status_code == 302
    assert Client().get(f"/p/{product.code}").status_code == 410
    assert admin_client.get(_edit_url(product)).status_code == 200
    assert admin_client.post(url).status_code == 302
    assert Product.objects.get(pk=product.pk).withdrawn_at is None


def test_consents_of_a_new_artisan_are_not_form_fields_to_tick(admin_client: Client) -> None:
    artisan = factories.artisan(live=False, consent=False)
    body = admin_client.get(_edit_url(artisan)).content.decode()
    field = body.split('name="may_show_name"')[1].split(">")[0]
    assert "disabled" in field


@pytest.mark.parametrize("kind", ["village", "artisan", "product"])
def test_a_record_that_is_being_added_can_be_previewed(admin_client: Client, kind: str) -> None:
    record = getattr(factories, kind)()
    url = reverse(record.snippet_viewset.get_url_name("preview_on_add"))
    form = craft_form(name="Sắp có", village=getattr(record, "village_id", ""), kind="person")
    form |= {"availability": "in_stock", "price_kind": "ask"}
    for formset in ("images", "options", "certificates", "links"):
        form |= {f"{formset}-{part}_FORMS": 0 for part in ("TOTAL", "INITIAL", "MIN_NUM")}
        form[f"{formset}-MAX_NUM_FORMS"] = 1000
    assert admin_client.post(url, form).json()["is_valid"] is True
    for mode in ("", "en"):
        response = admin_client.get(url, {"mode": mode})
        assert response.status_code == 200
        assert "Sắp có" in response.content.decode()


@pytest.mark.django_db(transaction=True)
def test_the_scheduled_command_is_whole_or_nothing_and_goes_on(break_receivers: Any, centre: None) -> None:
    from django.core.management import CommandError, call_command
    from django.utils import timezone

    village = factories.village("Hết hạn")
    Village.objects.filter(pk=village.pk).update(expire_at=timezone.now())
    home = HomePage.objects.get(locale__language_code="vi")
    page = home.add_child(instance=StandardPage(title="Hết hạn", slug="het-han"))
    page.save_revision().publish()
    StandardPage.objects.filter(pk=page.pk).update(expire_at=timezone.now())
    break_receivers()
    with pytest.raises(CommandError) as error:
        call_command("publish_scheduled")
    assert len(str(error.value).splitlines()) >= 2
    assert Village.objects.get(pk=village.pk).live is True
    assert StandardPage.objects.get(pk=page.pk).live is True


def test_a_record_is_not_copied_with_its_code_consents_and_sale(admin_client: Client) -> None:
    artisan = factories.artisan()
    assert admin_client.get(f"/admin/snippets/villages/artisan/copy/{artisan.pk}/").status_code == 404
    assert admin_client.get(reverse(artisan.snippet_viewset.get_url_name("list"))).status_code == 200


def test_the_centres_details_are_translated_in_the_panel_and_never_as_raw_json(admin_client: Client) -> None:
    centre = CentreSettings.load()
    url = reverse("wagtailsettings:edit", args=["pages", "centresettings", centre.pk])
    body = admin_client.get(url).content.decode()
    assert 'name="translations"' not in body
    rows = ("TOTAL", "INITIAL")
    data = {f"{name}-{count}_FORMS": "0" for name in ("weekly_hours", "exceptional_days") for count in rows}
    data |= {"name": "Trung tâm", "translations": "x", "translations-en-name": "The centre"}
    assert admin_client.post(url, data).status_code == 302
    assert CentreSettings.objects.get().translation("name", "en") == "The centre"
