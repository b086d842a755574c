"""Language from the URL alone, a strict policy outside the admin, and one transaction per change inside it."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from csp.middleware import CSPMiddleware
from django.contrib.auth.models import Group
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.utils import translation

from showcase.core.middleware import (
    AdminContentSecurityPolicyMiddleware,
    AdminTransactionMiddleware,
    UrlLanguageMiddleware,
    language_of_path,
)


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("/", "vi"),
        ("/en", "en"),
        ("/en/", "en"),
        ("/en/products/", "en"),
        ("/english/", "vi"),
        ("/san-pham/en/", "vi"),
        ("/vi/", "vi"),
        ("//en/", "en"),
    ],
)
def test_the_first_segment_of_the_path_is_the_language(path: str, language: str) -> None:
    assert language_of_path(path) == language


@pytest.mark.parametrize(("path", "language"), [("/", "vi"), ("/en/", "en")])
def test_browser_and_cookie_change_nothing_and_nothing_varies(path: str, language: str) -> None:
    seen = []

    def view(request: HttpRequest) -> HttpResponse:
        seen.append(translation.get_language())
        return HttpResponse()

    request = RequestFactory().get(path, headers={"accept-language": "fr,en;q=0.9,vi;q=0.1"})
    request.COOKIES["django_language"] = "en" if language == "vi" else "vi"
    response = UrlLanguageMiddleware(view)(request)
    assert (seen, response["Content-Language"], response.get("Vary")) == ([language], language, None)


def policy(path: str) -> str:
    """Return the policy that the two middlewares write for ``path``."""
    request = RequestFactory().get(path)
    inner = AdminContentSecurityPolicyMiddleware(lambda request: HttpResponse())
    return str(CSPMiddleware(inner)(request)["Content-Security-Policy"])


@pytest.mark.parametrize("path", ["/", "/en/", "/administration/", "/en/admin/"])
def test_public_pages_have_no_unsafe_source(path: str) -> None:
    assert "unsafe" not in policy(path)
    assert "script-src 'self'" in policy(path)


def test_the_admin_may_run_its_inline_scripts_and_show_previews() -> None:
    assert "script-src 'self' 'unsafe-inline'" in policy("/admin/")
    assert "frame-ancestors 'self'" in policy("/admin/")


def failing_view(request: HttpRequest) -> HttpResponse:
    """Write a row, then fail as a receiver might."""
    Group.objects.create(name="half a change")
    raise RuntimeError


@pytest.mark.django_db(transaction=True)
def test_a_change_in_the_admin_is_whole_or_not_at_all() -> None:
    middleware = AdminTransactionMiddleware(lambda request: HttpResponse())
    with pytest.raises(RuntimeError):
        middleware.process_view(RequestFactory().post("/admin/pages/1/edit/"), failing_view, (), {})
    assert not Group.objects.filter(name="half a change").exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("method", "path"), [("get", "/admin/"), ("post", "/san-pham/")])
def test_other_views_are_left_to_django(method: str, path: str) -> None:
    request = getattr(RequestFactory(), method)(path)
    middleware = AdminTransactionMiddleware(lambda request: HttpResponse())
    assert middleware.process_view(request, failing_view, (), {}) is None
    # without the transaction the half change stays: the protection is the middleware's
    with pytest.raises(RuntimeError):
        failing_view(request)
    assert Group.objects.filter(name="half a change").exists()


def test_the_transaction_stands_last(settings: SimpleNamespace) -> None:
    assert settings.MIDDLEWARE[-1] == "showcase.core.middleware.AdminTransactionMiddleware"
    assert "django.middleware.locale.LocaleMiddleware" not in settings.MIDDLEWARE
