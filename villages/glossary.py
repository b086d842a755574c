"""The glossary as its page shows it: by letter, in the reader's alphabet."""

import unicodedata
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language

from showcase.core.text import collation_key, fold, words
from villages.models import GlossaryTerm

# Letters of their own in the Vietnamese alphabet; the other marks are tones.
OWN_LETTERS = frozenset("ĂÂĐÊÔƠƯ")
TONES = "\u0300\u0301\u0303\u0309\u0323"


def letter_of(name: str, language: str) -> str:
    """The letter a word stands under: "Đ" is one of its own in Vietnamese, "D" in English."""
    apart = unicodedata.normalize("NFD", unicodedata.normalize("NFC", name.strip())[:1].upper())
    first = unicodedata.normalize("NFC", "".join(mark for mark in apart if mark not in TONES))
    if language == "vi" and first in OWN_LETTERS:
        return first
    return fold(first).upper()[:1] if first.isalpha() else "#"


def glossary_by_letter(language: str, query: str = "") -> list[tuple[str, list[GlossaryTerm]]]:
    """Every term that holds all words of the query (marks do not matter), under its letter in a language."""
    rows = GlossaryTerm.objects.select_related("craft")
    for word in words(fold(query))[:10]:
        rows = rows.filter(search_text__contains=word)

    named = [(str(term.localized("name", language)), term) for term in rows]
    placed = [(letter_of(name, language), name, term) for name, term in named]
    placed.sort(key=lambda place: (collation_key(place[0]), collation_key(place[1])))
    return [(letter, [place[2] for place in places]) for letter, places in groupby(placed, key=lambda place: place[0])]


def glossary(request: HttpRequest) -> HttpResponse:
    """The glossary's page; ``?q=`` narrows it."""
    query = request.GET.get("q", "").replace("\0", "").strip()[:80]
    addresses: dict[str, str] = {}
    for language in ("vi", "en"):
        with translation.override(language):
            addresses[language] = reverse("glossary")
    context: dict[str, Any] = {
        "letters": glossary_by_letter(get_language() or "vi", query),
        "query": query,
        "alternate_urls": addresses,
    }
    return render(request, "villages/glossary.html", context)
