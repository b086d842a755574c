"""The facets beside a list, written by a function: as a template it took longer than all else on the page."""

from collections.abc import Iterable, Mapping
from functools import cache
from html import escape  # Django's own is lazy, and ten times as slow
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

Group = Mapping[str, Any]


def sidebar(groups: Iterable[Group]) -> SafeString:
    """Groups of plain links, a sheet on phones (opened by a link to ``#filters``); nothing without groups.

    A group is {label, first, rest (values {label, count, selected, url}), is_open, rest_is_open}.
    """
    inner = "".join([_group(group) for group in groups])
    if not inner:
        return mark_safe("")
    return mark_safe(
        '<nav class="facets" id="filters" aria-labelledby="filters-title" data-sheet>'
        f'<div class="facets__head"><h2 id="filters-title">{escape(_("Narrow down"))}</h2>'
        f'<a class="facets__close" href="#results" data-sheet-close>{_icon("close")}'
        f'<span class="visually-hidden">{escape(_("Close the filters"))}</span></a></div>{inner}</nav>'
    )


@cache
def _icon(name: str) -> str:
    return render_to_string("components/icon.html", {"name": name}).strip()


def _group(group: Group) -> str:
    label = escape(group["label"])
    rest = _rest(group, label) if group["rest"] else ""
    opened = " open" if group["is_open"] else ""
    return f"<details{opened}><summary>{label}</summary>{_values(group['first'])}{rest}</details>"


def _rest(group: Group, label: str) -> str:
    number = len(group["rest"])
    more = escape(_("%(number)s more") % {"number": number})
    opened = " open" if group["rest_is_open"] else ""
    return (
        f'<details class="facets__rest"{opened}><summary><span>{more}'
        f'<span class="visually-hidden">: {label}</span></span></summary>{_values(group["rest"])}</details>'
    )


def _values(values: Iterable[Group]) -> str:
    return f"<ul>{''.join([_value(value) for value in values])}</ul>"


def _value(value: Group) -> str:
    inner = f'<span>{escape(value["label"])}</span><span class="facet__count">{value["count"]}</span>'
    if not (value["count"] or value["selected"]):
        return f'<li><span class="facet facet--none">{inner}</span></li>'
    chosen = ' aria-current="true"' if value["selected"] else ""
    # Addresses are quoted by urlencode; only the ampersand means something in HTML.
    address = value["url"].replace("&", "&amp;")
    return f'<li><a class="facet" href="{address}"{chosen} rel="nofollow">{inner}</a></li>'
