"""Every component on one page, for staff and developers; `samples` has what they show."""

import re
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from showcase.core.frame import Frame
from showcase.pages.samples import Sample, samples

_NAMES = re.compile(r'\b(id|for|aria-describedby)="([^"]*)"')
_LABELS = re.compile(r'\baria-labelledby="[^"]*"')
_SAID = re.compile(r'(<(?:nav|section|form|aside|ul)\b[^>]*\baria-label=")')
_AROUND = {
    "ul": "<ul>{}</ul>",
    "grid": '<div class="grid"><div class="card__picture">{}</div></div>',
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A state of a component as HTML; empty when the component says nothing."""

    name: str
    html: SafeString


@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    """The page. Components are shown in the language of the reader."""
    components = [
        {"name": name, "states": [_shown(name, number, sample, request) for number, sample in enumerate(states, 1)]}
        for name, states in sorted(samples().items())
    ]
    return render(request, "styleguide.html", {"components": components})


def _shown(name: str, number: int, sample: Sample, request: HttpRequest) -> Shown:
    rendered = get_template(f"components/{name}.html").render(dict[str, Any](sample.values), request)
    # Alone, a component of the frame has no page around it to fill its places.
    html = Frame.of(rendered).fill({}).strip()
    if sample.inside == "text":
        return Shown(sample.name, format_html("<p><code>{}</code></p>", html))
    around = _AROUND.get(sample.inside, "{}")
    if name in ("card", "card_picture"):
        around = '<div class="grid">{}</div>'
    alone = _alone(html, f"{name}-{number}")
    return Shown(sample.name, mark_safe(around.replace("{}", alone)) if alone else mark_safe(""))


def _alone(html: str, suffix: str) -> str:
    """Twice on one page, a component must not take the other's ids, nor the name of its landmarks."""
    html = _LABELS.sub(f'aria-label="{suffix}"', html)
    html = _NAMES.sub(rf'\1="\2-{suffix}"', html)
    html = _SAID.sub(rf"\1{suffix}: ", html)
    return html.replace('role="search"', f'role="search" aria-label="{_("Search")} {suffix}"')
