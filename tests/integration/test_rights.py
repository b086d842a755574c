"""What each group of staff may change, told by what is stored after they tried."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale

from showcase.accounts import groups
from showcase.core import moderation
from showcase.pages.models import HomePage
from tests import factories
from tests.integration.test_admin import craft_form
from villages.models import Village, VillageClaim

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("centre")]


def enter(client: Client, group: str) -> Any:
    user = factories.user("ai-do", group)
    client.force_login(user)
    return user


def edit_url(record: Any) -> str:
    return reverse(record.snippet_viewset.get_url_name("edit"), args=[record.pk])


def page_url(name: str, page: Any) -> str:
    return reverse(f"wagtailadmin_pages:{name}", args=[page.pk])


@pytest.mark.parametrize(
    ("group", "publishes"),
    [
        (groups.ADMINISTRATOR, True),
        (groups.EDITOR, False),
        (groups.REVIEWER, True),
        (groups.TRANSLATOR, False),
    ],
)
def test_only_reviewers_and_administrators_publish(client: Client, group: str, publishes: bool) -> None:
    village = factories.village("Đồng Vinh", live=False)
    enter(client, group)
    client.post(edit_url(village), craft_form(name="Đồng Vinh", **{"action-publish": "1"}))
    assert Village.objects.get(pk=village.pk).live is publishes


def test_an_editor_submits_and_a_reviewer_approves(client: Client) -> None:
    village = factories.village("Đồng Vinh", live=False)
    enter(client, groups.EDITOR)
    client.post(edit_url(village), craft_form(gloss="làng sơn mài", **{"action-submit": "1"}))
    row = Village.objects.get(pk=village.pk)
    task = row.current_workflow_task_state
    assert (row.live, task.status) == (False, "in_progress")
    client.force_login(factories.user("duyet", groups.REVIEWER))
    approve = reverse(row.snippet_viewset.get_url_name("workflow_action"), args=[row.pk, "approve", task.pk])
    client.post(approve, {"comment": ""})
    row.refresh_from_db()
    assert (row.live, row.gloss) == (True, "làng sơn mài")


def test_a_translator_changes_the_translations_of_a_record_and_of_its_rows_and_nothing_else(client: Client) -> None:
    village = Village(name="Đồng Vinh", summary="Làng nghề")
    village.claims = [VillageClaim(field="age", text="Hai trăm năm")]
    factories._stored(village, live=False)
    claim = VillageClaim.objects.get()
    enter(client, groups.TRANSLATOR)
    data = craft_form(name="Đổi", summary="Đổi", **{"translations-en-summary": "A craft village"})
    data |= {"claims-TOTAL_FORMS": 1, "claims-INITIAL_FORMS": 1, "claims-0-id": claim.pk, "claims-0-text": "Đổi"}
    data |= {"claims-0-field": "x", "claims-0-DELETE": "on", "claims-0-translations-en-text": "Two hundred years"}
    assert client.post(edit_url(village), data).status_code == 302
    row = Village.objects.get(pk=village.pk).get_latest_revision_as_object()
    assert (row.name, row.summary, row.translation("summary", "en")) == ("Đồng Vinh", "Làng nghề", "A craft village")
    [stored] = row.claims.all()
    assert (stored.field, stored.text) == ("age", "Hai trăm năm")
    assert stored.translation("text", "en") == "Two hundred years"


def test_a_translator_adds_no_rows_to_a_record(client: Client) -> None:
    village = factories.village("Đồng Vinh", live=False)
    enter(client, groups.TRANSLATOR)
    data = craft_form(**{"claims-TOTAL_FORMS": 1, "claims-0-field": "age", "claims-0-text": "Ba trăm năm"})
    client.post(edit_url(village), data)
    assert Village.objects.get(pk=village.pk).get_latest_revision_as_object().claims.count() == 0


@pytest.mark.parametrize(
    ("group", "reverts"),
    [(groups.EDITOR, True), (groups.ADMINISTRATOR, True), (groups.REVIEWER, False), (groups.TRANSLATOR, False)],
)
def test_an_old_version_comes_back_only_for_those_who_may_write_all_of_it(
    client: Client, group: str, reverts: bool
) -> None:
    village = factories.village("Tên cũ", live=False)
    old = village.latest_revision
    village.name = "Tên mới"
    moderation.save_draft(village)
    enter(client, group)
    address = reverse(village.snippet_viewset.get_url_name("revisions_revert"), args=[village.pk, old.pk])
    client.post(address, craft_form(name="Tên cũ"))
    name = Village.objects.get(pk=village.pk).get_latest_revision_as_object().name
    assert name == ("Tên cũ" if reverts else "Tên mới")


@pytest.mark.parametrize(
    ("group", "reads"), [(groups.EDITOR, True), (groups.REVIEWER, True), (groups.TRANSLATOR, False)]
)
def test_a_translator_reads_no_note_of_staff_and_changes_none(client: Client, group: str, reads: bool) -> None:
    village = factories.village("Đồng Vinh", live=False, staff_note="Gọi bà Hạnh")
    first = village.latest_revision
    village.staff_note = "Gọi ông Ước"
    moderation.save_draft(village)
    enter(client, group)
    versions = [village.pk, first.pk, village.latest_revision.pk]
    compare = reverse(village.snippet_viewset.get_url_name("revisions_compare"), args=versions)
    for address in (edit_url(village), compare):
        answer = client.get(address)
        assert answer.status_code == 200
        assert ("Ước" in answer.content.decode()) is reads
    client.post(edit_url(village), craft_form(staff_note="Đổi"))
    note = Village.objects.get(pk=village.pk).get_latest_revision_as_object().staff_note
    assert (note == "Gọi ông Ước") is not reads


def test_a_translator_edits_english_pages_only(client: Client) -> None:
    vietnamese = HomePage.objects.get(locale__language_code="vi")
    english = vietnamese.get_translation(Locale.objects.get(language_code="en"))
    enter(client, groups.TRANSLATOR)
    assert client.get(page_url("edit", english)).status_code == 200
    answer = client.get(page_url("edit", vietnamese))
    assert (answer.status_code, answer.headers["Location"]) == (302, reverse("wagtailadmin_home"))


def test_an_administrator_makes_nobody_a_superuser_and_does_not_touch_one(client: Client) -> None:
    enter(client, groups.ADMINISTRATOR)
    superuser = factories.user("chu", superuser=True)
    other = factories.user("thu")
    names = {"first_name": "Thu", "last_name": "Trần", "language": "vi", "is_superuser": "on", "is_active": "on"}
    client.post(reverse("wagtailusers_users:edit", args=[superuser.pk]), {**names, "username": "doi"})
    changed = client.post(reverse("wagtailusers_users:edit", args=[other.pk]), {**names, "username": "thu"})
    passwords = {"password1": "Mật-khẩu-dài-1", "password2": "Mật-khẩu-dài-1"}
    added = client.post(reverse("wagtailusers_users:add"), {**names, **passwords, "username": "moi"})
    assert (changed.status_code, added.status_code) == (302, 302)
    found = dict(get_user_model().objects.values_list("username", "is_superuser"))
    assert found == {"ai-do": False, "chu": True, "thu": False, "moi": False}


def test_an_administrator_copies_nobody_into_a_superuser(client: Client) -> None:
    enter(client, groups.ADMINISTRATOR)
    other = factories.user("thu")
    data = {"username": "moi", "first_name": "Mới", "last_name": "Trần", "language": "vi", "is_superuser": "on"}
    passwords = {"password1": "Mật-khẩu-dài-1", "password2": "Mật-khẩu-dài-1"}
    answer = client.post(f"/admin/users/copy/{other.pk}/", data | passwords)
    assert (answer.status_code, get_user_model().objects.filter(username="moi").exists()) == (404, False)


@pytest.mark.parametrize(
    ("action", "data"), [("set_active_state", {"mark_as_active": "False"}), ("assign_role", {}), ("delete", {})]
)
@pytest.mark.parametrize("is_superuser", [True, False])
def test_an_administrator_changes_many_accounts_but_no_superuser(
    client: Client, action: str, data: dict[str, Any], is_superuser: bool
) -> None:
    enter(client, groups.ADMINISTRATOR)
    other = factories.user("chu", superuser=is_superuser)
    if action == "assign_role":
        data = {"role": Group.objects.get(name=groups.EDITOR).pk}
    client.post(f"{reverse('wagtail_bulk_action', args=['accounts', 'user', action])}?id={other.pk}", data)
    row = get_user_model().objects.filter(pk=other.pk).first()
    is_as_before = row is not None and row.is_active and not row.groups.exists()
    assert is_as_before is is_superuser


def test_a_superuser_may_deactivate_another(admin_client: Client) -> None:
    other = factories.user("chu", superuser=True)
    address = reverse("wagtail_bulk_action", args=["accounts", "user", "set_active_state"])
    admin_client.post(f"{address}?id={other.pk}", {"mark_as_active": "False"})
    assert get_user_model().objects.get(pk=other.pk).is_active is False
