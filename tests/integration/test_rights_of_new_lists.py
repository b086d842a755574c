"""A centre that was set up before a release brought a list gets its rights with the next ``setup_centre``."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command

from search.models import PromotedResult, QueryLog
from showcase.accounts import groups

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("centre")]
KEEP = {"add", "change", "delete", "view"}


def rights() -> dict[str, dict[str, set[str]]]:
    """What each group may do with the lists of search."""
    held = Permission.objects.filter(content_type__app_label="search").values_list("group__name", "codename")
    found: dict[str, dict[str, set[str]]] = {name: {} for name in groups.ALL}
    for name, codename in held:
        if name is not None:
            action, _, model = codename.partition("_")
            found[name].setdefault(model, set()).add(action)
    return found


@pytest.fixture
def older_centre() -> Iterator[None]:
    """As it was before promoted results and counts of typed words: nothing knows of them but the migrations to come."""
    ContentType.objects.clear_cache()
    content_types = ContentType.objects.get_for_models(PromotedResult, QueryLog).values()
    ContentType.objects.filter(pk__in=[each.pk for each in content_types]).delete()
    ContentType.objects.clear_cache()
    assert rights()[groups.EDITOR] == {"synonym": KEEP}
    yield
    ContentType.objects.clear_cache()  # of rows that the test's end undoes


def test_migrate_and_setup_centre_give_every_group_its_rights(older_centre: None) -> None:
    call_command("migrate", verbosity=0)
    call_command("setup_centre", verbosity=0)
    keeps = {"synonym": KEEP, "promotedresult": KEEP, "querylog": {"view"}}
    reads = {"synonym": {"view"}, "promotedresult": {"view"}, "querylog": {"view"}}
    assert rights() == {
        groups.ADMINISTRATOR: keeps,
        groups.EDITOR: keeps,
        groups.REVIEWER: reads,
        groups.TRANSLATOR: {},
        groups.ARTISAN: {},
    }


def test_what_the_centre_decided_itself_stays(older_centre: None) -> None:
    editors = Group.objects.get(name=groups.EDITOR)
    editors.permissions.remove(*Permission.objects.filter(codename__in=["delete_synonym", "add_village"]))
    call_command("migrate", verbosity=0)
    call_command("setup_centre", verbosity=0)
    assert rights()[groups.EDITOR]["synonym"] == KEEP - {"delete"}
    editors.permissions.remove(*Permission.objects.filter(content_type=ContentType.objects.get_for_model(QueryLog)))
    before = set(editors.permissions.values_list("codename", flat=True))
    assert "add_village" not in before
    call_command("setup_centre", verbosity=0)
    assert set(editors.permissions.values_list("codename", flat=True)) == before


def test_nobody_loses_or_gains_anything_by_a_second_run() -> None:
    def everything() -> set[tuple[str, str]]:
        return set(Group.objects.values_list("name", "permissions__codename"))

    before = everything()
    call_command("setup_centre", verbosity=0)
    assert everything() == before
