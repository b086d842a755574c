"""What the worklist and the dashboard show of the registries."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from wagtail.permissions import policy_registry

from showcase.core.gaps import Fact, Gap, facts, gaps


def gaps_for(user: Any) -> dict[str, Gap]:
    """The gaps that this user may close, by name."""
    return {
        name: gap
        for name, gap in ((name, gaps.get(name)) for name in gaps.names())
        if gap is not None and policy_registry.get_by_type(gap.model).user_has_permission(user, "change")
    }


def counts(found: dict[str, Gap]) -> list[tuple[str, Any, int]]:
    """(name, label, number of rows): one query for each gap."""
    return [(name, gap.label, gap.rows().count()) for name, gap in found.items()]


def with_links(rows: Iterable[Any]) -> list[tuple[Any, str]]:
    """Each row with the address of its editor."""
    return [(row, reverse(type(row).snippet_viewset.get_url_name("edit"), args=[row.pk])) for row in rows]


def open_facts(user: Any) -> list[Fact]:
    """The facts that are still empty and that this user may fill."""
    return [fact for fact in facts if fact.may(user) and not fact.filled()]
