"""Template tags of the kernel: localized text, money, addresses, slots."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.conf import settings
from django.urls import reverse, translate_url
from django.utils.html import conditional_escape, format_html, format_html_join, linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from showcase.core import claims
from showcase.core.cards import joined, render_card
from showcase.core.filling import fill_slots
from showcase.core.frame import mark
from showcase.core.models import LocalizedText
from showcase.core.money import Money
from showcase.core.routes import word
from showcase.core.stylesheets import stylesheet_urls

register = template.Library()


def _wrapped(localized: LocalizedText, inner: str, tag: str) -> str:
    """Mark the language of a text that is not in the page's language."""
    if localized.language == (get_language() or "vi"):
        return inner
    return format_html('<{} lang="{}">{}</{}>', tag, localized.language, inner, tag)


@register.filter
def t(thing: Any, field: str) -> str:
    """A record's field for the reader, marked with ``lang`` when it is a fallback."""
    if thing is None:
        return ""
    localized = thing.localized(field)
    return _wrapped(localized, conditional_escape(str(localized)), "span")


@register.filter
def prose(thing: Any, field: str) -> str:
    """As ``t``, in paragraphs."""
    if thing is None:
        return ""
    localized = thing.localized(field)
    inner = mark_safe(linebreaks(str(localized), autoescape=True))
    return _wrapped(localized, inner, "div")


@register.filter
def source_text(text: str) -> str:
    """A text that staff keep in Vietnamese only, marked for readers of another language."""
    return _wrapped(LocalizedText(text, "vi"), conditional_escape(text), "span") if text else ""


@register.filter
def plain(thing: Any, field: str) -> str:
    """A record's field for the reader as bare text (for titles and attributes)."""
    return str(thing.localized(field)) if thing is not None else ""


@register.filter
def has(thing: Any, fields: str) -> bool:
    """Whether one of these fields (separated by commas) has a text in any language."""
    return thing is not None and any(thing.localized(field) for field in fields.split(","))


@register.filter
def is_fallback(thing: Any, fields: str) -> bool:
    """Whether the reader sees another language than the page's in one of these fields."""
    return thing is not None and bool(thing.has_fallback(*fields.split(",")))


@register.filter
def any_fallback(things: Iterable[Any], fields: str) -> bool:
    """As :func:`is_fallback`, in any of several."""
    return any(is_fallback(thing, fields) for thing in things)


@register.filter
def by_subject(found: Iterable[Any]) -> list[claims.ClaimGroup]:
    """Claims in groups by what they speak of."""
    return claims.by_subject(found)


@register.simple_tag
def code_address(record: Any) -> str:
    """What a printed code opens, with the site's name: ``https://…/p/ABC234``."""
    return f"{settings.SITE_URL.rstrip('/')}{reverse('code', args=[record.code])}"


@register.filter
def money(value: Money | None) -> str:
    """An amount as the reader's language writes it."""
    return value.format(get_language() or "vi") if value else ""


@register.filter
def url(record: Any) -> str:
    """A record's public address in the active language."""
    return str(record.get_absolute_url())


@register.filter
def card_items(cards: Iterable[Any]) -> SafeString:
    """List items of cards: HTML as it is, card dicts rendered; items that are joined already stay."""
    if isinstance(cards, SafeString):
        return cards
    language = (get_language() or "vi").split("-")[0]
    rendered = (card if isinstance(card, SafeString) else render_card(card, language) for card in cards)
    return joined(rendered)


@register.simple_tag
def stylesheets() -> SafeString:
    """The links to what every page is set with."""
    links = ((url,) for url in stylesheet_urls())
    return format_html_join("\n    ", '<link rel="stylesheet" href="{}">', links)


@register.simple_tag
def route(name: str, *args: Any) -> str:
    """The address of a named route in the active language."""
    return reverse(name, args=args)


@register.simple_tag
def section(name: str) -> str:
    """The address of a section that is a page (exhibitions), in the active language."""
    return f"{reverse('wagtail_serve', args=[''])}{word(name)}/"


@register.simple_tag(takes_context=True)
def slot(context: dict[str, Any], name: str, thing: Any = None) -> SafeString:
    """Everything that upper apps put into a place of this template."""
    if context.get("recording"):
        return mark(f"slot:{name}")
    if thing is not None and getattr(thing, "pk", None) is None:
        return mark_safe("")  # the preview of a record that is being added has no relations yet
    return fill_slots(name, thing, context.get("request"))


@register.simple_tag(takes_context=True)
def alternates(context: dict[str, Any]) -> dict[str, str]:
    """The same place in every language: given by the view, else worked out from the address."""
    given = context.get("alternate_urls")
    if given:
        return dict(given)
    request = context.get("request")
    path = "/" + request.path.lstrip("/") if request is not None else "/"
    query = f"?{request.META['QUERY_STRING']}" if request and request.META.get("QUERY_STRING") else ""
    return {language: translate_url(path, language) + query for language in ("vi", "en")}
