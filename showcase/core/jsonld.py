"""JSON-LD: what a page tells machines, in the words of schema.org. Nothing empty, nothing the page does not show."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from showcase.core.addresses import absolute

Node = dict[str, Any]
#: No text can end the script element or be read as another one; U+2028 and U+2029 end lines in old scripts.
_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def filled(node: Node) -> Node:
    """Without what is empty: no fact is stated that is not known."""
    return {name: value for name, value in node.items() if value not in (None, "", [], {}, ())}


def serialise(data: Any) -> str:
    """JSON that may stand inside ``<script>``."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def script(nodes: Sequence[Node]) -> SafeString:
    """One block for all nodes of a page, or nothing."""
    if not nodes:
        return mark_safe("")
    block = serialise({"@context": "https://schema.org", "@graph": list(nodes)})
    return mark_safe(f'<script type="application/ld+json">{block}</script>')


def breadcrumb(steps: Iterable[tuple[str, str]]) -> Node:
    """The way down to a page from pairs of name and path; the last is the page itself."""
    entries = [
        filled({"@type": "ListItem", "position": number, "name": name, "item": absolute(path) if path else ""})
        for number, (name, path) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": entries}


def centre_id() -> str:
    """What other nodes refer to as the centre."""
    return f"{settings.SITE_URL.rstrip('/')}/#centre"
