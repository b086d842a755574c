"""What a record promises: facts that drafts never carry, codes for life, no half changes."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.signals import published, unpublished

from products.models import Availability, Category, Material, Product, ProductOption
from search.models import SearchEntry
from showcase.core import moderation
from showcase.core.models import LivingCode
from showcase.core.models.codes import CodeTakenError
from showcase.core.models.record import Record
from tests import factories
from villages import services
from villages.models import Artisan, Consent, Village, VillageAlias

pytestmark = pytest.mark.django_db


class Broken(Exception):
    """What a failing receiver raises."""


@contextmanager
def failing_receiver() -> Iterator[None]:
    """While this lasts, a receiver fails after a record was published or unpublished."""

    def fail(**kwargs: Any) -> None:
        raise Broken

    published.connect(fail)
    unpublished.connect(fail)
    try:
        with pytest.raises(Broken):
            yield
    finally:
        published.disconnect(fail)
        unpublished.disconnect(fail)


# -- live facts ------------------------------------------------------------------------


def _publish_draft_made_before_the_sale() -> Product:
    product = factories.product(price=450_000)
    product.story = "Bản nháp cũ"
    old_draft = product.save_revision()
    moderation.change_live_facts(product, sold_on="2026-11-20", price_min=600_000)
    old_draft.publish()
    return Product.objects.get(pk=product.pk)


def test_live_facts_survive_publishing_an_old_draft() -> None:
    product = _publish_draft_made_before_the_sale()
    assert product.story == "Bản nháp cũ"
    assert str(product.sold_on) == "2026-11-20"
    assert product.price_min == 600_000


def test_twin_without_the_protection_the_old_draft_brings_the_piece_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Record, "copy_live_facts", lambda self, source: None)
    product = _publish_draft_made_before_the_sale()
    assert product.sold_on is None
    assert product.price_min == 450_000


def test_live_facts_come_from_the_row_even_when_self_is_the_draft() -> None:
    product = factories.product(price=450_000)
    product.price_min = 1
    product.save_revision().publish()
    assert Product.objects.get(pk=product.pk).price_min == 450_000


def test_consent_is_a_live_fact_with_a_ledger() -> None:
    artisan = factories.artisan(consent=True)
    artisan.story = "Mới"
    draft = artisan.save_revision()
    services.record_consent(artisan, may_show_name=False, channel="giấy")
    draft.publish()
    assert Artisan.objects.get(pk=artisan.pk).may_show_name is False
    line = Consent.objects.get(granted=False)
    assert (line.purpose, line.granted, line.channel) == ("may_show_name", False, "giấy")


def test_changing_live_facts_is_logged_with_old_and_new() -> None:
    product = factories.product(price=450_000)
    moderation.change_live_facts(product, price_min=500_000)
    assert _log_of(product).data == {"price_min": {"old": 450_000, "new": 500_000}}


def _log_of(record: Any) -> Any:
    from wagtail.log_actions import registry

    return registry.get_logs_for_instance(record).filter(action="centre.facts").get()


def test_only_live_facts_change_at_once() -> None:
    product = factories.product()
    with pytest.raises(moderation.FactError):
        moderation.change_live_facts(product, story="x")
    with pytest.raises(moderation.FactError):
        moderation.change_live_facts(product, code="ABCDEF")


def test_a_record_that_never_went_live_is_written_by_editing() -> None:
    product = factories.product(live=False)
    product.name = "Tên mới"
    product.save_revision()
    assert Product.objects.get(pk=product.pk).name == "Tên mới"


def test_a_draft_of_a_live_record_leaves_the_row_alone() -> None:
    product = factories.product(name="Tên cũ")
    product.name = "Tên mới"
    product.save_revision()
    assert Product.objects.get(pk=product.pk).name == "Tên cũ"


# -- one transaction -------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_a_failing_receiver_leaves_neither_a_changed_row_nor_an_entry() -> None:
    product = factories.product(live=False)
    product.name = "Không được ra"
    with failing_receiver():
        moderation.publish_record(product)
    row = Product.objects.get(pk=product.pk)
    assert (row.live, row.name) == (False, "Khay sơn mài")
    assert not SearchEntry.objects.filter(code=product.code).exists()


@pytest.mark.django_db(transaction=True)
def test_twin_without_the_transaction_the_row_stays_changed() -> None:
    product = factories.product(live=False)
    revision = product.save_revision()
    with failing_receiver():
        PublishRevisionAction(revision).execute()  # as Wagtail does it, without our transaction
    assert Product.objects.get(pk=product.pk).live is True


@pytest.mark.django_db(transaction=True)
def test_a_failing_receiver_undoes_an_unpublish() -> None:
    product = factories.product()
    with failing_receiver():
        moderation.unpublish_record(product)
    assert Product.objects.get(pk=product.pk).live is True
    assert SearchEntry.objects.filter(code=product.code).exists()


# -- drafts and revisions --------------------------------------------------------------


def test_a_drafts_many_to_many_survives() -> None:
    product = factories.product()
    shell = Material.objects.create(name="vỏ trai")
    product.materials.set([shell])
    draft = product.save_revision()
    assert list(Product.objects.get(pk=product.pk).materials.all()) == []
    draft.publish()
    assert list(Product.objects.get(pk=product.pk).materials.all()) == [shell]


def test_restoring_a_revision_keeps_the_identity_of_children_and_cascades_nothing_away() -> None:
    village = factories.village()
    product = factories.product(village=village)
    village.aliases.set([VillageAlias(name="thôn Thượng"), VillageAlias(name="thôn Hạ")])
    first = village.save_revision()
    first.publish()
    uuids = {alias.name: alias.uuid for alias in Village.objects.get(pk=village.pk).aliases.all()}
    village = Village.objects.get(pk=village.pk)
    village.aliases.set([])
    village.save_revision().publish()
    first.refresh_from_db()
    first.publish(previous_revision=first)
    restored = Village.objects.get(pk=village.pk)
    assert {alias.name: alias.uuid for alias in restored.aliases.all()} == uuids
    assert Product.objects.filter(pk=product.pk).exists()


def test_an_option_keeps_its_code_when_its_label_changes() -> None:
    product = factories.product()
    option = ProductOption(label="Đỏ son")
    option.clean()
    assert option.code == "do-son"
    option.label = "Đỏ"
    option.clean()
    product.options.set([option])
    product.save_revision().publish()
    assert Product.objects.get(pk=product.pk).options.get().code == "do-son"


# -- codes and addresses ---------------------------------------------------------------


def test_a_code_is_never_given_twice_even_after_deletion() -> None:
    village = factories.village(code="ABCDEF")
    village.delete()
    assert LivingCode.objects.filter(pk="ABCDEF").exists()
    with pytest.raises(CodeTakenError):
        factories.village(code="ABCDEF")
    assert Village.objects.count() == 0


def test_two_records_may_share_a_slug() -> None:
    first, second = factories.village("Vạn Phúc"), factories.village("Vân Phúc")
    assert first.slug() == second.slug() == "van-phuc"
    assert first.get_absolute_url() != second.get_absolute_url()


def test_renaming_redirects_the_old_address(client: Any, centre: None) -> None:
    village = factories.village("Đào Xá")
    old = village.get_absolute_url("vi")
    village.name = "Đào Xá Thượng"
    village.save_revision().publish()
    response = client.get(old)
    assert response.status_code == 301
    assert response["Location"] == f"/lang-nghe/dao-xa-thuong-{village.code}/"


def test_the_english_address_uses_the_english_name() -> None:
    product = factories.product("Đĩa sơn mài")
    product.set_translation("name", "en", "Lacquer plate")
    assert product.get_absolute_url("vi") == f"/san-pham/dia-son-mai-{product.code}/"
    assert product.get_absolute_url("en") == f"/en/products/lacquer-plate-{product.code}/"


@pytest.mark.parametrize("name", ["Đồng Kỵ", "Đông Kỳ", "Đ", "ĐÔNG CỨU"])
def test_every_slug_of_a_record_writes_d_for_d_with_stroke(name: str) -> None:
    assert factories.village(name).slug().startswith("d")


def test_a_name_without_latin_letters_still_has_an_address() -> None:
    village = factories.village("木彫")
    assert village.get_absolute_url("vi") == f"/lang-nghe/{village.code}/"


# -- rules of the database -------------------------------------------------------------


def test_the_database_refuses_prices_that_do_not_fit_their_kind() -> None:
    from django.db import IntegrityError, transaction

    product = factories.product(price=450_000)
    with pytest.raises(IntegrityError), transaction.atomic():
        Product.objects.filter(pk=product.pk).update(price_kind="range", price_max=1)
    assert Product.objects.get(pk=product.pk).availability == Availability.IN_STOCK


# -- withdrawing, drafts of terms that are gone, the ledger ------------------------------


def test_a_withdrawn_record_cannot_be_published_until_it_is_restored() -> None:
    product = factories.product()
    moderation.withdraw_record(product, reason="Người làm yêu cầu")
    with pytest.raises(moderation.WithdrawnError):
        moderation.publish_record(product)
    assert product.get_lock() is not None
    moderation.restore_record(product)
    assert Product.objects.get(pk=product.pk).live is False
    moderation.publish_record(product)
    assert Product.objects.get(pk=product.pk).is_public


def test_a_draft_that_names_a_deleted_category_still_opens_and_publishes() -> None:
    category = Category.objects.create(name="Loại sắp xóa")
    product = factories.product()
    product.category = category
    draft = product.save_revision()
    category.delete()
    draft.refresh_from_db()
    assert draft.as_object().category is None
    draft.publish()
    assert Product.objects.get(pk=product.pk).category is None


def test_unpublishing_does_not_write_back_a_price_that_changed_meanwhile() -> None:
    stale = factories.product(price=100_000)
    moderation.change_live_facts(Product.objects.get(pk=stale.pk), price_min=200_000)
    stale.unpublish()
    assert Product.objects.get(pk=stale.pk).price_min == 200_000


def test_every_consent_has_its_line_in_the_ledger_however_it_was_given() -> None:
    artisan = factories.artisan(consent=True)
    lines = Consent.objects.filter(artisan=artisan, granted=True).values_list("purpose", flat=True)
    assert set(lines) == {"may_show_name", "may_show_story"}


def test_saving_a_draft_of_a_live_record_leaves_its_search_entry_and_search_text_alone() -> None:
    product = factories.product("Tên công khai")
    before = SearchEntry.objects.get(code=product.code).pk
    product.name = "Tên nháp"
    product.save_revision()
    row = Product.objects.get(pk=product.pk)
    assert row.search_text.startswith("ten cong khai")
    assert SearchEntry.objects.get(code=product.code).pk == before


@pytest.mark.parametrize(
    ("kind", "lowest", "highest", "field"),
    [
        ("exact", None, None, "price_min"),
        ("exact", 5, 6, "price_max"),
        ("range", 5, None, "price_max"),
        ("range", 6, 5, "price_max"),
        ("ask", 5, None, "price_min"),
    ],
)
def test_a_wrong_price_is_told_at_the_field_that_has_to_change(
    kind: str, lowest: int | None, highest: int | None, field: str
) -> None:
    product = Product(name="Khay", village=factories.village(), price_kind=kind, price_min=lowest, price_max=highest)
    with pytest.raises(ValidationError) as refusal:
        product.full_clean(exclude={"code"})
    assert list(refusal.value.error_dict) == [field]


def test_a_price_range_is_taken() -> None:
    Product(name="Khay", village=factories.village(), price_kind="range", price_min=5, price_max=6).full_clean({"code"})
