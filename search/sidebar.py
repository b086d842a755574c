"""The facets beside a list, written by a function: as a template it took longer than all else on the page."""

from collections.abc import Iterable
from functools import cache
from html import escape  # Django's own is lazy, and ten times as slow
from typing import NamedTuple

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _


class Value(NamedTuple):
    """A value of a facet; ``html`` and ``written`` are its label and its key, escaped.

    A chosen one has the address of the list without it, with ``&``.
    """

    key: str
    label: str
    html: str
    written: str
    total: int
    selected: bool
    url: str


class Group(NamedTuple):
    """A facet with its values, of which the first ``seen`` are not folded; what holds a chosen one stands open."""

    name: str
    label: str
    values: list[Value]
    seen: int
    is_open: bool
    rest_is_open: bool


Fields = Iterable[tuple[str, str]]


def sidebar(groups: Iterable[Group], path: str, before: Fields, after: Fields) -> SafeString:
    """A form whose buttons add a value to the list, a sheet on phones (opened by a link to ``#filters``).

    Buttons, not links: two hundred addresses would each repeat what is chosen already, and invite robots to all
    combinations. What is chosen is taken away by a link. Nothing without groups.
    """
    inner = "".join([_group(group) for group in groups])
    if not inner:
        return mark_safe("")
    title, close = escape(_("Filter")), escape(_("Close the filters"))
    return mark_safe(
        '<nav class="facets" id="filters" aria-labelledby="filters-title" data-sheet>'
        f'<div class="facets__head"><h2 id="filters-title">{title}</h2>'
        f'<a class="facets__close" href="#results" data-sheet-close>{_icon("close")}'
        f'<span class="visually-hidden">{close}</span></a></div>'
        f'<form action="{escape(path)}">{_fields(before)}{inner}{_fields(after)}</form></nav>'
    )


def _fields(fields: Fields) -> str:
    return "".join([f'<input type="hidden" name="{name}" value="{escape(value)}">' for name, value in fields])


@cache
def _icon(name: str) -> str:
    return render_to_string("components/icon.html", {"name": name}).strip()


def _group(group: Group) -> str:
    label = escape(group.label)
    rest = _rest(group, label) if group.values[group.seen :] else ""
    opened = " open" if group.is_open else ""
    seen = _values(group.name, group.values[: group.seen])
    return f"<details{opened}><summary>{label}</summary>{seen}{rest}</details>"


def _rest(group: Group, label: str) -> str:
    rest = group.values[group.seen :]
    more = escape(_("%(number)s more") % {"number": len(rest)})
    opened = " open" if group.rest_is_open else ""
    return (
        f'<details class="facets__rest"{opened}><summary><span>{more}'
        f'<span class="visually-hidden">: {label}</span></span></summary>{_values(group.name, rest)}</details>'
    )


def _values(name: str, values: Iterable[Value]) -> str:
    return f"<ul>{''.join([_value(name, value) for value in values])}</ul>"


def _value(name: str, value: Value) -> str:
    _key, _label, html, written, total, selected, url = value
    # Two hundred of these are on a page, so no class is on any of them.
    inner = f"{html} <b>{total}</b>"
    if selected:
        return f'<li><a href="{escape(url)}" aria-current="true" rel="nofollow">{inner}</a></li>'
    if total:
        return f'<li><button name="{name}" value="{written}">{inner}</button></li>'
    return f"<li><span>{inner}</span></li>"
