"""`{% findable %}`: canonical address, languages, Open Graph and JSON-LD of the page, from what its view gave."""

from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from showcase.core.findable import canonical_places, findable_of, head
from showcase.core.frame import mark
from showcase.core.jsonld import Node, script
from showcase.core.templatetags.centre_tags import alternates

register = template.Library()


@register.simple_tag
def jsonld(data: Node | list[Node]) -> SafeString:
    """One node or several as a JSON-LD block that no text can break out of."""
    return script(data if isinstance(data, list) else [data])


@register.simple_tag(takes_context=True)
def findable(context: dict[str, Any]) -> SafeString:
    """The tags of this page; none in a preview, which is nobody's address."""
    if context.get("recording"):
        return mark("findable")
    request = context.get("request")
    if request is None or getattr(request, "is_preview", False):
        return mark_safe("")
    places = canonical_places(context, alternates(context))
    return head(findable_of(context), request.path, places)
