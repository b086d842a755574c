"""``python -m tests.catalogues``: both catalogues hold every message of the source, translated, placeholders and all.

Exits 1 with one line per gap. ``--template`` prints the messages as a .pot file, for those who merge catalogues.
Django's own ``makemessages`` needs the gettext tools; this reads templates with Django and the rest with Babel.
"""

from __future__ import annotations

import ast
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import django
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("showcase", "villages", "products", "search", "templates")
LOCALES = ROOT / "showcase" / "core" / "locale"
LANGUAGES = ("vi", "en")

SINGLE, PLURAL, CONTEXT, CONTEXT_PLURAL = None, (1, 2), ((1, "c"), 2), ((1, "c"), 2, 3)
KEYWORDS = {
    f"{name}{suffix}": spec
    for suffix in ("", "_lazy", "_noop")
    for name, spec in (("gettext", SINGLE), ("ngettext", PLURAL), ("pgettext", CONTEXT), ("npgettext", CONTEXT_PLURAL))
} | {"_": SINGLE}

STRING = r"""u?(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
CALL = re.compile(rf"\b(_|n?p?gettext)\(\s*({STRING})(?:\s*,\s*({STRING}))?(?:\s*,\s*({STRING}))?")
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|\{(\w*)\}")

#: A message: context or None, identifier, plural identifier or None
Key = tuple[str | None, str, str | None]


def _key(function: str, texts: list[str]) -> Key:
    context = texts.pop(0) if "p" in function.removesuffix("_noop").replace("gettext", "") else None
    return context, texts[0], texts[1] if len(texts) > 1 else None


def in_python(source: bytes) -> Iterator[tuple[int, Key]]:
    """Yield line and key of each message in Python source."""
    for line, function, texts, _comments in extract_python(io.BytesIO(source), KEYWORDS, [], {}):
        given = [text for text in (texts if isinstance(texts, tuple) else (texts,)) if text]
        if given:
            yield line, _key(function, given)


def in_template(source: str) -> Iterator[tuple[int, Key]]:
    """Yield line and key of each message in a Django template."""
    code = templatize(source)
    for call in CALL.finditer(code):
        texts = [ast.literal_eval(text) for text in call.groups()[1:] if text]
        yield code.count("\n", 0, call.start()) + 1, _key(call[1], texts)


def messages() -> dict[Key, list[tuple[str, int]]]:
    """Return every message of the source with the places where it stands."""
    found: dict[Key, list[tuple[str, int]]] = {}
    for path in sorted(path for folder in SOURCES for path in (ROOT / folder).rglob("*")):
        if path.suffix == ".py":
            keys = in_python(path.read_bytes())
        elif path.suffix in {".html", ".txt"} and "templates" in path.parts:
            keys = in_template(path.read_text(encoding="utf-8"))
        else:
            continue
        for line, key in keys:
            found.setdefault(key, []).append((str(path.relative_to(ROOT)), line))
    return found


def placeholders(text: str) -> set[str]:
    """Return the named places that ``text`` leaves open."""
    return {name or other for name, other in PLACEHOLDER.findall(text)}


def gap(key: Key, message: Message | None) -> str | None:
    """Return in words what is wrong with the translation ``message`` of ``key``, or None."""
    if message is None:
        return "missing"
    texts = message.string if isinstance(message.string, tuple | list) else (message.string,)
    if message.fuzzy or not all(texts):
        return "not translated"
    if key[2] and not isinstance(message.id, tuple | list):
        return "has no plural"
    known = placeholders(key[1]) | placeholders(key[2] or "")
    if any(not placeholders(text) <= known for text in texts):
        return "names a place that the message does not have"
    return None


def gaps(language: str, found: dict[Key, list[tuple[str, int]]]) -> Iterator[str]:
    """Yield one line for each message that ``language`` does not translate."""
    path = LOCALES / language / "LC_MESSAGES" / "django.po"
    catalogue = Catalog(locale=language)
    if path.exists():
        with path.open("rb") as file:
            catalogue = read_po(file, locale=language)
    for key, places in found.items():
        problem = gap(key, catalogue.get(key[1], context=key[0]))
        if problem:
            yield f"{language}: {problem}: {key[1]!r} ({places[0][0]}:{places[0][1]})"


def template(found: dict[Key, list[tuple[str, int]]]) -> bytes:
    """Return the messages as a .pot file."""
    catalogue = Catalog(project="showcase", charset="utf-8")
    for (context, identifier, plural), places in found.items():
        catalogue.add((identifier, plural) if plural else identifier, locations=places, context=context)
    written = io.BytesIO()
    write_po(written, catalogue, width=110, sort_by_file=True)
    return written.getvalue()


def main() -> None:
    """Print the gaps, or the template."""
    from django.conf import settings

    if not settings.configured:
        settings.configure(USE_I18N=False)
        django.setup()
    found = messages()
    if "--template" in sys.argv:
        sys.stdout.buffer.write(template(found))
        return
    lines = [line for language in LANGUAGES for line in gaps(language, found)]
    print("\n".join([*lines, f"{len(found)} messages, {len(lines)} gaps in {', '.join(LANGUAGES)}"]))
    sys.exit(bool(lines))


if __name__ == "__main__":
    main()
