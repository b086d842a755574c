"""The lists of records: states in words, filters, many at once, deleting what never was public."""

import datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from products.models import Product
from search.models import SearchEntry
from showcase.accounts import groups
from showcase.core import moderation
from showcase.core.admin import bulk as bulk_actions
from showcase.core.models.codes import LivingCode
from tests import factories
from villages.models import Artisan, Village

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("centre")]
RECORDS = (Product, Village, Artisan)


def signed_in(group: str) -> Client:
    client = Client()
    client.force_login(factories.user(f"cua-{group}"[:30], group=group))
    return client


def url(model: Any, view: str, *args: Any) -> str:
    return reverse(model.snippet_viewset.get_url_name(view), args=args)


def listed(client: Client, model: Any, **query: Any) -> list[str]:
    response = client.get(url(model, "list"), query)
    assert response.status_code == 200
    return sorted(record.name for record in response.context["object_list"])


def bulk(client: Client, action: str, records: list[Any], **query: Any) -> list[str]:
    """Do it to the records; what is said afterwards."""
    meta = records[0]._meta
    address = reverse("wagtail_bulk_action", args=[meta.app_label, meta.model_name, action])
    query = {"id": [record.pk for record in records], "next": url(type(records[0]), "list")} | query
    client.post(address, query_params=query)
    home = client.get(url(type(records[0]), "list"))
    return [str(message) for message in home.context["messages"]]


def in_every_state() -> dict[str, Product]:
    """A product in each state, by the key of the state."""
    made = {
        key: factories.product(key, live=live)
        for key, live in {
            "draft": False,
            "live": True,
            "changed": True,
            "review": False,
            "returned": False,
            "scheduled": False,
            "unpublished": True,
            "withdrawn": True,
            "sold": True,
        }.items()
    }
    made["changed"].summary = "mới"
    made["changed"].save_revision()
    boss = factories.user("sep", superuser=True)
    for key in ("review", "returned"):
        moderation.submit_for_review(made[key], user=boss)
    moderation.reject(Product.objects.get(pk=made["returned"].pk), user=boss, reason="Thiếu ảnh")
    made["scheduled"].go_live_at = timezone.now() + datetime.timedelta(days=1)
    moderation.publish_revision(made["scheduled"].save_revision())
    moderation.unpublish_record(made["unpublished"])
    moderation.withdraw_record(made["withdrawn"], reason="Hỏng")
    moderation.change_live_facts(made["sold"], sold_on=datetime.date(2026, 1, 2))
    return made


def test_every_state_is_a_filter_of_the_list(admin_client: Client) -> None:
    made = in_every_state()
    found = {state: listed(admin_client, Product, state=state) for state in made}
    assert found == {
        "draft": ["draft", "returned", "review", "scheduled"],
        "live": ["live", "sold"],
        "changed": ["changed"],
        "review": ["review"],
        "returned": ["returned"],
        "scheduled": ["scheduled"],
        "unpublished": ["unpublished"],
        "withdrawn": ["withdrawn"],
        "sold": ["sold"],
    }


def test_the_list_says_every_state_in_words(admin_client: Client) -> None:
    from showcase.core.admin.states import moment, state_words, with_states

    made = in_every_state()
    time = moment(made["scheduled"].go_live_at)
    words = {record.name: state_words(record) for record in with_states(Product.objects.all())}
    with_english = admin_client.get(url(Product, "list"), headers={"accept-language": "en"})
    assert with_english.status_code == 200
    assert [len(found) for found in words.values() if len(found) == 2] == [2] * 4  # review, returned, scheduled, sold
    assert time in words["scheduled"][1]
    body = with_english.content.decode()
    for found in words.values():
        assert all(word in body for word in found)


def test_lists_filter_by_village_and_by_what_is_missing(admin_client: Client) -> None:
    here, there = factories.village("Hạ Thái"), factories.village("Chuyên Mỹ")
    tray = factories.product("Khay", village=here)
    tray.set_translation("name", "en", "Tray")
    moderation.publish_record(tray)
    factories.product("Đĩa", village=there)
    assert listed(admin_client, Product, village=here.pk) == ["Khay"]
    assert listed(admin_client, Product, without=["english"]) == ["Đĩa"]
    assert listed(admin_client, Product, without=["picture"]) == ["Khay", "Đĩa"]
    assert listed(admin_client, Product, without=["picture", "english"], q="dia") == ["Đĩa"]
    for model in (Village, Artisan):
        assert admin_client.get(url(model, "list"), {"without": "picture"}).status_code == 200


def test_lists_ask_as_much_at_1_row_as_at_49(admin_client: Client) -> None:
    def queries() -> dict[str, int]:
        counted = {}
        for model in RECORDS:
            admin_client.get(url(model, "list"))
            with CaptureQueriesContext(connection) as asked:
                assert admin_client.get(url(model, "list")).status_code == 200
            counted[model.__name__] = len(asked)
        return counted

    def fill(numbers: range) -> None:
        for number in numbers:
            village = factories.village(f"Làng {number}")
            artisan = factories.artisan(f"Thợ {number}", village=village)
            piece = factories.product(f"Khay {number}", village=village, artisan=artisan)
            piece.summary = "mới"
            piece.save_revision()

    fill(range(1))
    at_1 = queries()
    fill(range(1, 49))
    assert queries() == at_1


def test_many_are_published_at_once_and_each_is_spoken_of() -> None:
    reviewer = signed_in(groups.REVIEWER)
    new, public, gone = factories.product("Mới", live=False), factories.product("Cũ"), factories.product("Hỏng")
    moderation.withdraw_record(gone, reason="Hỏng")
    said = bulk(reviewer, "publish", [new, public, gone])
    assert Product.objects.get(pk=new.pk).live is True
    assert SearchEntry.objects.filter(code=new.code).exists()
    assert Product.objects.get(pk=gone.pk).live is False
    assert sorted(line.split(":")[0] for line in said) == ["“Cũ”", "“Hỏng”", "“Mới”"]
    assert len(said) == 3


def test_many_are_unpublished_at_once() -> None:
    reviewer = signed_in(groups.REVIEWER)
    pieces = [factories.product("Khay"), factories.product("Đĩa")]
    assert bulk(reviewer, "unpublish", pieces) == ["2 mục: đã được gỡ khỏi trang công khai."]
    assert list(Product.objects.values_list("live", flat=True)) == [False, False]
    assert not SearchEntry.objects.filter(code__in=[piece.code for piece in pieces]).exists()


def test_of_many_that_are_refused_some_are_named_and_the_rest_is_counted() -> None:
    reviewer = signed_in(groups.REVIEWER)
    village = factories.village()
    pieces = [factories.product(f"Khay {number}", village=village) for number in range(bulk_actions.NAMED + 2)]
    for piece in pieces:
        moderation.withdraw_record(piece, reason="Hỏng")
    said = bulk(reviewer, "publish", pieces)
    assert len(said) == bulk_actions.NAMED + 1
    assert said[-1] == "Còn 2 mục khác bị từ chối."


@pytest.mark.parametrize("chosen", ["all", ""])
def test_more_than_somebody_can_look_through_are_not_changed_at_once(chosen: str, monkeypatch: Any) -> None:
    monkeypatch.setattr(bulk_actions, "MOST_AT_ONCE", 2)
    reviewer = signed_in(groups.REVIEWER)
    village = factories.village()
    pieces = [factories.product(f"Khay {number}", village=village) for number in range(3)]
    said = bulk(reviewer, "unpublish", pieces, **({"id": chosen} if chosen else {}))
    assert [line[:33] for line in said] == ["Mỗi lần chỉ đổi được nhiều nhất 2"]
    assert Product.objects.filter(live=True).count() == 3
    bulk(reviewer, "unpublish", pieces[:2])
    assert Product.objects.filter(live=True).count() == 1


@pytest.mark.parametrize("group", [groups.EDITOR, groups.TRANSLATOR])
def test_who_may_not_publish_publishes_none_of_many(group: str) -> None:
    draft = factories.product("Nháp", live=False)
    public = factories.product("Cũ")
    client = signed_in(group)
    bulk(client, "publish", [draft])
    bulk(client, "unpublish", [public])
    assert Product.objects.get(pk=draft.pk).live is False
    assert Product.objects.get(pk=public.pk).live is True


@pytest.mark.django_db(transaction=True)
def test_many_at_once_are_changed_all_or_none(monkeypatch: Any) -> None:
    reviewer = signed_in(groups.REVIEWER)
    pieces = [factories.product(name, live=False) for name in ("Một", "Hai")]
    real, seen = moderation.publish_revision, []

    def second_breaks(revision: Any, **kwargs: Any) -> None:
        seen.append(revision)
        if len(seen) == 2:
            raise RuntimeError
        real(revision, **kwargs)

    monkeypatch.setattr(moderation, "publish_revision", second_breaks)
    with pytest.raises(RuntimeError):
        bulk(reviewer, "publish", pieces)
    assert len(seen) == 2
    assert list(Product.objects.values_list("live", flat=True)) == [False, False]


def test_choosing_all_takes_the_rows_of_the_filtered_list_and_no_others() -> None:
    reviewer = signed_in(groups.REVIEWER)
    wanted, other = factories.product("Khay", live=False), factories.product("Đĩa", live=False)
    bulk(reviewer, "publish", [wanted], id="all", next=f"{url(Product, 'list')}?q=khay&state=draft")
    assert Product.objects.get(pk=wanted.pk).live is True
    assert Product.objects.get(pk=other.pk).live is False


def test_editors_delete_what_never_was_public_and_its_code_stays_taken() -> None:
    editor = signed_in(groups.EDITOR)
    draft = factories.product("Nháp", live=False)
    assert url(Product, "delete", draft.pk) in editor.get(url(Product, "list")).content.decode()
    assert editor.post(url(Product, "delete", draft.pk)).status_code == 302
    assert not Product.objects.filter(pk=draft.pk).exists()
    assert LivingCode.objects.filter(code=draft.code).exists()


def test_editors_delete_nothing_that_was_public_alone_or_among_many() -> None:
    editor = signed_in(groups.EDITOR)
    public, was = factories.product("Cũ"), factories.product("Từng công khai")
    moderation.unpublish_record(was)
    assert url(Product, "delete", public.pk) not in editor.get(url(Product, "list")).content.decode()
    for record in (public, was):
        editor.post(url(Product, "delete", record.pk))
    bulk(editor, "delete", [public, was])
    assert Product.objects.count() == 2


@pytest.mark.parametrize("group", [groups.REVIEWER, groups.TRANSLATOR])
def test_reviewers_and_translators_delete_no_draft(group: str) -> None:
    draft = factories.product("Nháp", live=False)
    client = signed_in(group)
    client.post(url(Product, "delete", draft.pk))
    assert Product.objects.filter(pk=draft.pk).exists()


def test_a_draft_without_a_name_is_refused_and_takes_no_code() -> None:
    editor = signed_in(groups.EDITOR)
    codes = LivingCode.objects.count()
    data: dict[str, Any] = {"name": "  "}
    for formset in ("aliases", "steps", "titles", "claims"):
        data |= {f"{formset}-TOTAL_FORMS": 0, f"{formset}-INITIAL_FORMS": 0}
    response = editor.post(url(Village, "add"), data)
    assert response.status_code == 200
    assert "name" in response.context["form"].errors
    assert (Village.objects.count(), LivingCode.objects.count()) == (0, codes)
    assert editor.post(url(Village, "add"), data | {"name": "Hạ Thái"}).status_code == 302
    assert Village.objects.get().live is False
