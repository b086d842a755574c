"""`{% framed %}` in the base template, `{% fill %}` and `{% current %}` in the frame it names."""

import json
from collections.abc import Iterator
from typing import Any

from django import template
from django.conf import settings
from django.template.loader import get_template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from showcase.core.filling import holds_today, render_later, valid_marks
from showcase.core.frame import kept_frame, mark
from showcase.core.templatetags.centre_tags import alternates

register = template.Library()
_FRONT_PAGES = frozenset({"/", *(f"/{code}/" for code, _name in settings.LANGUAGES)})


class PartNode(template.Node):
    """One part of a page that goes into its frame."""

    def __init__(self, name: str, nodelist: template.NodeList) -> None:
        self.name = name
        self.nodelist = nodelist

    def render(self, context: template.Context) -> str:
        return self.nodelist.render(context)


class FramedNode(template.Node):
    """Fills the kept frame with this page's parts."""

    def __init__(self, name: str, nodelist: template.NodeList) -> None:
        self.name = name
        self.nodelist = nodelist

    def render(self, context: template.Context) -> SafeString:
        if context.get("recording"):
            return mark_safe(json.dumps({part.name: part.render(context) for part in self.parts()}))
        request = context.get("request")
        places = alternates(context)  # type: ignore[arg-type]
        frame = kept_frame(self.name, request, lambda: record_frame(self.name, request))
        values = Places(request.path if request is not None else "", places)
        values.update({part.name: part.render(context) for part in self.parts()})
        return frame.fill(values)

    def parts(self) -> Iterator[PartNode]:
        """The parts; what stands between them is white space."""
        return (node for node in self.nodelist if isinstance(node, PartNode))


class Places(dict[str, str]):
    """Values of the parts, and those that follow from the address of the page."""

    def __init__(self, path: str, places: dict[str, str]) -> None:
        super().__init__({f"address:{language}": escape(address) for language, address in places.items()})
        self.path = path

    def get(self, name: str, default: Any = None) -> Any:
        """``current:/url/``: whether that is this page, or one above it."""
        if name.startswith("current:"):
            return current_attribute(name.removeprefix("current:"), self.path)
        return super().get(name, default)


def current_attribute(address: str, path: str) -> str:
    """The attribute of a link to ``address`` on the page at ``path``; the front page is above nothing."""
    if path == address:
        return ' aria-current="page"'
    is_above = path.startswith(address) and address not in _FRONT_PAGES
    return ' aria-current="true"' if is_above else ""


def record_frame(name: str, request: Any) -> str:
    """The frame with marks; public for pages that come as recorded parts."""
    places = {code: mark(f"address:{code}") for code, _language in settings.LANGUAGES}
    return get_template(name).render({"places": places}, request)


@register.tag
def framed(parser: template.base.Parser, token: template.base.Token) -> FramedNode:
    """`{% framed "frame.html" %}{% part "title" %}…{% endpart %}…{% endframed %}`."""
    _tag, name = token.split_contents()
    nodelist = parser.parse(("endframed",))
    parser.delete_first_token()
    return FramedNode(name.strip("\"'"), nodelist)


@register.tag
def part(parser: template.base.Parser, token: template.base.Token) -> PartNode:
    """What a page puts at the place of this name."""
    _tag, name = token.split_contents()
    nodelist = parser.parse(("endpart",))
    parser.delete_first_token()
    return PartNode(name.strip("\"'"), nodelist)


@register.simple_tag
def fill(name: str) -> SafeString:
    """The place of a part."""
    return mark(name)


@register.simple_tag
def current(address: str) -> SafeString:
    """Mark a link of the frame that leads to this very page (``page``) or to the section it is in (``true``)."""
    return mark(f"current:{address}")


@register.simple_tag(takes_context=True)
def later(context: dict[str, Any], template_name: str) -> SafeString:
    """A component that shows what changes without the record (the centre's details): never stored with a page."""
    if context.get("recording"):
        return mark(f"later:{template_name}")
    return render_later(template_name, context.get("request"))


class ValidNode(template.Node):
    """What holds between two days."""

    def __init__(self, start: Any, end: Any, nodelist: template.NodeList) -> None:
        self.start = start
        self.end = end
        self.nodelist = nodelist

    def render(self, context: template.Context) -> str:
        start, end = self.start.resolve(context), self.end.resolve(context)
        if context.get("recording"):
            opening, closing = valid_marks(start, end)
            return f"{opening}{self.nodelist.render(context)}{closing}"
        return self.nodelist.render(context) if holds_today(start, end) else ""


@register.tag
def valid_between(parser: template.base.Parser, token: template.base.Token) -> ValidNode:
    """`{% valid_between first last %}…{% endvalid_between %}`: shown on these days only; a missing one is no limit."""
    _tag, start, end = token.split_contents()
    nodelist = parser.parse(("endvalid_between",))
    parser.delete_first_token()
    return ValidNode(parser.compile_filter(start), parser.compile_filter(end), nodelist)
