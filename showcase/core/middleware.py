"""Language from the URL, a laxer content policy for the admin, and one transaction per change made there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from csp.constants import HEADER, SELF
from csp.middleware import CSPMiddleware
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme

from showcase.core.moderation import PublishRefused

ADMIN_PREFIX = "/admin/"
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})

GetResponse = Callable[[HttpRequest], HttpResponseBase]


def is_admin(request: HttpRequest) -> bool:
    """Return whether ``request`` goes to the staff's admin."""
    return request.path_info.startswith(ADMIN_PREFIX)


def language_of_path(path: str) -> str:
    """Return the language that ``path`` is written for: its first segment if that is one of ours, else the source."""
    first = path.lstrip("/").split("/", 1)[0]
    others = {code for code, _ in settings.LANGUAGES} - {settings.LANGUAGE_CODE}
    return first if first in others else settings.LANGUAGE_CODE


def _same_site_referer(request: HttpRequest) -> str:
    """The page the form was on, else the admin's home."""
    referer = request.headers.get("Referer", "")
    allowed = url_has_allowed_host_and_scheme(referer, {request.get_host()}, require_https=request.is_secure())
    return referer if referer and allowed else ADMIN_PREFIX


class UrlLanguageMiddleware:
    """Activates the language of the URL and nothing else.

    Django's LocaleMiddleware also asks the session and the browser and therefore adds ``Vary: Accept-Language`` to
    every response; here ``/`` is Vietnamese for everybody and one cached copy serves all.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Serve ``request`` in its URL's language and say so in ``Content-Language``."""
        language = language_of_path(request.path_info)
        translation.activate(language)
        request.LANGUAGE_CODE = language  # type: ignore[attr-defined]
        response = self.get_response(request)
        if not is_admin(request):  # the admin speaks its user's language
            response.headers.setdefault("Content-Language", language)
        return response


class PermissionsPolicyMiddleware:
    """No page of this site uses a camera, a microphone or the visitor's place."""

    POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Say so in the header."""
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", self.POLICY)
        return response


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """django-csp, with the policy of responses that ask for nothing of their own written once a process."""

    def __init__(self, get_response: GetResponse) -> None:
        super().__init__(get_response)
        self._usual: str | None = None

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Set the header."""
        is_usual = getattr(request, "_csp_nonce", None) is None and not any(
            name.startswith("_csp") for name in vars(response)
        )
        if not is_usual or settings.DEBUG or HEADER in response or response.status_code >= 400:
            answer: HttpResponseBase = super().process_response(request, response)
            return answer
        if self._usual is None:
            super().process_response(request, response)
            self._usual = response.headers.get(HEADER)
        if self._usual is not None:
            response.headers[HEADER] = self._usual
        return response


class AdminContentSecurityPolicyMiddleware:
    """Hands ``ADMIN_CONTENT_SECURITY_POLICY`` to django-csp for responses of the admin; public pages stay strict."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Serve ``request``; django-csp, outside of us, reads ``_csp_replace`` when it writes the header.

        A preview comes with the header of the public page that answered inside: the form beside it frames it.
        """
        response = self.get_response(request)
        if is_admin(request) and HEADER in response:
            del response.headers[HEADER]
            response._csp_replace = {"frame-ancestors": [SELF]}  # type: ignore[attr-defined]
        elif is_admin(request) and not hasattr(response, "_csp_replace"):
            response._csp_replace = settings.ADMIN_CONTENT_SECURITY_POLICY  # type: ignore[attr-defined]
        return response


class AdminTransactionMiddleware:
    """Runs every view under ``/admin/`` that may write inside one transaction.

    Wagtail's publish and unpublish views call its action classes directly, and those leave the row changed when a
    receiver (our search entry) fails. Must stand last in MIDDLEWARE, since it calls the view itself.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass ``request`` on."""
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view_func: Callable[..., HttpResponse],
        view_args: tuple[Any, ...],
        view_kwargs: dict[str, Any],
    ) -> HttpResponse | None:
        """Call an unsafe view of the admin in ``transaction.atomic``; leave all others to Django."""
        if request.method in SAFE_METHODS or not is_admin(request):
            return None
        try:
            return transaction.atomic(view_func)(request, *view_args, **view_kwargs)
        except PublishRefused as refusal:  # rolled back: nothing is lost and nothing is half done
            messages.error(request, str(refusal))
            return redirect(_same_site_referer(request))
