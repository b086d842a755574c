"""Every address of the site from the resolver, with an example, and what a role gets there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any
from unittest.mock import patch

from django.apps import apps
from django.db import connection, transaction
from django.http import HttpResponse
from django.template.response import SimpleTemplateResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.integration.url_examples import Examples

ROLES = ("guest", "artisan", "editor", "reviewer", "translator", "administrator")
TABLE = Path(__file__).with_name("url_roles.txt")
CHANGES = re.compile(r'\s*(INSERT|UPDATE|DELETE)\b(?!.*"django_session")', re.IGNORECASE | re.DOTALL)

#: One letter for each class of answer.
MAY_NOT = {"l", "n", "-"}


def routes(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Yield (whole route as written, pattern) of every address."""
    for entry in (resolver or get_resolver()).url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from routes(entry, route)
        else:
            yield route, entry


def takes_post(pattern: URLPattern) -> bool:
    """Whether the view has an answer to POST; a function may have."""
    view = getattr(pattern.callback, "view_class", None) or getattr(pattern.callback, "cls", None)
    return view is None or hasattr(view, "post")


def address(route: str, examples: Examples) -> str:
    """The route with example values in it. Raises ``LookupError`` for a name without an example."""
    if route in examples.whole:
        return "/" + examples.whole[route]
    path = route.replace("^", "").replace("$", "").replace("\\.", ".")
    path = re.sub(r"\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)", r"<\1>", path)
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda found: str(examples.value(route, found[1])), path)


def answer_class(response: HttpResponse) -> str:
    """One letter for the class of an answer; ``url_roles.txt`` says what they mean."""
    status = response.status_code
    if status in (301, 302):
        target = response.headers["Location"]
        if target.startswith((reverse("wagtailadmin_login"), reverse("wagtailcore_login"))):
            return "l"
        return "n" if target == reverse("wagtailadmin_home") else "r"
    letters = {403: "n", 404: "-", 405: "m", 410: "-", 400: "b"}
    return letters.get(status, "o" if status < 300 else "X")


@contextmanager
def changes_undone() -> Iterator[list[str]]:
    """Collect statements that change data and take them back."""
    written: list[str] = []

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if CHANGES.match(sql):
            written.append(sql)
        return execute(sql, params, many, context)

    with transaction.atomic():
        with connection.execute_wrapper(note):
            yield written
        transaction.set_rollback(True)


def nothing_drawn() -> Any:
    """Template responses stay empty."""
    return patch.object(SimpleTemplateResponse, "rendered_content", "")


class Visitor:
    """Somebody in one role. ``draws``: templates are rendered too, which is most of the time of a request.

    The class of an answer is known before it is rendered, so one role that draws is enough.
    """

    def __init__(self, user: Any, *, draws: bool) -> None:
        self.draws = draws
        self.client = Client(raise_request_exception=False)
        if user is not None:
            self.client.force_login(user)
        self.cookies = {name: morsel.value for name, morsel in self.client.cookies.items()}

    def ask(self, method: str, path: str) -> tuple[str, list[str]]:
        """The class of the answer and the statements that changed data (undone)."""
        self.client.cookies.clear()
        for name, value in self.cookies.items():
            self.client.cookies[name] = value
        with changes_undone() as written, nullcontext() if self.draws and method == "get" else nothing_drawn():
            answer = answer_class(getattr(self.client, method)(path))
        return answer, written


def declared() -> dict[str, tuple[str, str]]:
    """Route → (six letters for GET, six for POST; POST empty where the view knows none)."""
    rows: dict[str, tuple[str, str]] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            cells, route = line[:14].split(), line[14:].strip()
            rows[route] = (cells[0], cells[1] if len(cells) > 1 else "")
    return rows


def row(route: str, get: str, post: str) -> str:
    """A line of the table."""
    return f"{get} {post:6} {route}"


def model_of(route: str) -> Any:
    """The model of a staff list's address, or None."""
    found = re.match(r"admin/snippets/(?:choose/)?(\w+)/(\w+)/", route)
    return apps.get_model(found[1], found[2]) if found else None
