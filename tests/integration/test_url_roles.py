"""Every address × every role: the table in ``url_roles.txt`` says what each gets, and each gets just that."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import path, reverse
from django.utils import translation

from showcase import urls as showcase_urls
from showcase.accounts import groups
from showcase.pages.models import HomePage, StandardPage
from tests import factories
from tests.integration import url_walk
from tests.integration.url_examples import Examples, make_examples

pytestmark = [pytest.mark.django_db, pytest.mark.once, pytest.mark.slow]  # without it no test database is made
GROUPS = dict(
    zip(
        url_walk.ROLES[1:],
        (groups.ARTISAN, groups.EDITOR, groups.REVIEWER, groups.TRANSLATOR, groups.ADMINISTRATOR),
        strict=True,
    )
)


@pytest.fixture(scope="module")
def walk(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[list[str], list[str]]]:
    """Ask every address once in every role: the rows as they are, and what somebody who may not has changed."""
    # Routes are written in the active language, and a test before may have left another one.
    with django_db_blocker.unblock(), transaction.atomic(), translation.override("vi"):
        examples = make_examples()
        visitors = [url_walk.Visitor(None, draws=True)]
        for role, group in GROUPS.items():
            visitors.append(url_walk.Visitor(factories.user(role, group), draws=role == "administrator"))
        yield _walk(visitors, examples)
        transaction.set_rollback(True)


def _walk(visitors: list[url_walk.Visitor], examples: Examples) -> tuple[list[str], list[str]]:
    rows, breaches = [], []
    first: dict[str, Any] = {}
    for route, pattern in url_walk.routes():
        first.setdefault(route, pattern)  # of two with the same route the first answers
    for route, pattern in first.items():
        address = url_walk.address(route, examples)
        letters = {"get": "", "post": ""}
        for method in ("get", "post") if url_walk.takes_post(pattern) else ("get",):
            for role, visitor in zip(url_walk.ROLES, visitors, strict=True):
                letter, written = visitor.ask(method, address)
                letters[method] += letter
                if written and letter in url_walk.MAY_NOT:
                    breaches.append(f"{method} {route} as {role}: {written[0]}")
        rows.append(url_walk.row(route, letters["get"], letters["post"]))
    return rows, breaches


def differences(rows: list[str]) -> list[str]:
    """Lines that the table and the site do not share."""
    table = [url_walk.row(route, *cells) for route, cells in url_walk.declared().items()]
    missing = [f"+ {line}" for line in rows if line not in set(table)]
    return missing + [f"- {line}" for line in table if line not in set(rows)]


def test_every_address_gives_every_role_what_the_table_says(walk: tuple[list[str], list[str]]) -> None:
    found = differences(walk[0])
    assert not found, "\n" + "\n".join(found)


def test_no_role_meets_an_error_but_where_wagtails_own_views_need_data(walk: tuple[list[str], list[str]]) -> None:
    assert [line for line in walk[0] if "X" in line[:6]] == ["llXXXX llXXXX admin/failwhale/"]
    empty_posts = {line[14:] for line in walk[0] if "X" in line[7:13]}
    assert {route for route in empty_posts if not route.startswith("admin/snippets/choose/")} == {
        "admin/choose-external-link/",
        "admin/failwhale/",
        "admin/pages/<int:page_id>/copy/",
        "admin/pages/<int:page_id>/edit/",
        "admin/pages/<int:page_id>/revisions/<int:revision_id>/revert/",
        "admin/pages/add/<slug:content_type_app_name>/<slug:content_type_model_name>/<int:parent_page_id>/",
        "admin/redirects/import/process/",
    }


def test_who_may_not_changes_nothing(walk: tuple[list[str], list[str]]) -> None:
    assert walk[1] == []


def test_publishing_many_pages_at_once_is_for_those_who_publish(centre: None, client: Client) -> None:
    home = HomePage.objects.get(locale__language_code="vi")
    page = home.add_child(instance=StandardPage(title="Nháp", slug="nhap", live=False))
    page.save_revision()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={page.pk}"
    live = []
    for group in (groups.EDITOR, groups.TRANSLATOR, groups.REVIEWER):
        client.force_login(factories.user(f"nhieu-{len(live)}", group))
        client.post(url)
        page.refresh_from_db()
        live.append(page.live)
    assert live == [False, False, True]


def test_guests_and_artisans_meet_nothing_of_the_admin_but_the_way_in(walk: tuple[list[str], list[str]]) -> None:
    open_doors = {
        line[14:]
        for line in walk[0]
        if line[14:].startswith("admin/") and {*line[:2], *line[7:9].strip()} - {"l", "n", "-"}
    }
    assert open_doors == {
        "admin/jsi18n/",
        "admin/login/",
        "admin/password_reset/",
        "admin/password_reset/complete/",
        "admin/password_reset/confirm/<uidb64>/<token>/",
        "admin/password_reset/done/",
        "admin/sprite/",
    }


def test_a_new_address_without_a_row_fails(walk: tuple[list[str], list[str]], monkeypatch: Any) -> None:
    planted = path("moi/<int:number>/", lambda request, number: HttpResponse("mới"), name="planted")
    monkeypatch.setattr(showcase_urls, "urlpatterns", [*showcase_urls.urlpatterns, planted])
    resolver = url_walk.URLResolver(url_walk.get_resolver().pattern, showcase_urls.urlpatterns)
    new = [route for route, _pattern in url_walk.routes(resolver) if route not in url_walk.declared()]
    assert new == ["moi/<int:number>/"]
    assert differences([*walk[0], url_walk.row(new[0], "oooooo", "")]) == ["+ oooooo        moi/<int:number>/"]
