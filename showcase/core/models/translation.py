"""One mechanism for translated facts: a JSON column, a digest of the source, one accessor.

``translations`` is ``{language: {field: {"text": str, "source_digest": str}}}``. It rides in
revisions and costs no query. The digest of the source, taken when the translation was
written, tells "older than the source" without guessing.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from django.conf import settings
from django.core import checks
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from showcase.core.text import readable

Status = Literal["missing", "stale", "fresh", "empty"]
SOURCE_LANGUAGE = "vi"
LONGEST_TEXT = 20_000


@dataclass(frozen=True, slots=True)
class LocalizedText:
    """A text with the language it is really in."""

    text: str
    language: str
    is_fallback: bool = False

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)


def source_digest(text: str) -> str:
    """Twelve hexadecimal digits that change when the text changes."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]


def status_of(source: str, entry: Mapping[str, str] | None) -> Status:
    """Whether a stored translation is missing, older than its source, or fresh."""
    if not source:
        return "empty"
    if not entry or not entry.get("text"):
        return "missing"
    return "fresh" if entry.get("source_digest") == source_digest(source) else "stale"


def target_languages() -> list[str]:
    """The languages that are translated into."""
    return [code for code, _name in settings.LANGUAGES if code != SOURCE_LANGUAGE]


class Translatable(models.Model):
    """A model whose ``translatable_fields`` hold Vietnamese and whose translations ride along."""

    translatable_fields: ClassVar[tuple[str, ...]] = ()

    translations = models.JSONField(gettext_lazy("translations"), default=dict, blank=True)

    class Meta:
        abstract = True

    @classmethod
    def check(cls, **kwargs: Any) -> list[checks.CheckMessage]:
        names = {field.name for field in cls._meta.get_fields()}
        unknown = [field for field in cls.translatable_fields if field not in names]
        errors = [
            checks.Error(f"{field!r} is translatable but no field.", obj=cls, id="core.E010") for field in unknown
        ]
        return [*super().check(**kwargs), *errors]

    def clean(self) -> None:
        super().clean()
        self.settle_translations()
        for fields in self.translations.values():
            for name, entry in fields.items():
                field = self._meta.get_field(name)
                limit = getattr(field, "max_length", None) or LONGEST_TEXT
                if len(entry["text"]) > limit:
                    words = _("The translation of “%(field)s” is longer than %(limit)s characters.")
                    values = {"field": getattr(field, "verbose_name", name), "limit": limit}
                    raise ValidationError({"translations": words % values})

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.settle_translations()
        super().save(*args, **kwargs)

    def settle_translations(self) -> None:
        """Drop empty entries and give those that were just written the digest of their source."""
        settled: dict[str, dict[str, dict[str, str]]] = {}
        for language, fields in (self.translations or {}).items():
            for field, entry in fields.items():
                if field not in self.translatable_fields or not entry.get("text"):
                    continue
                digest = entry.get("source_digest") or source_digest(self.source_text(field))
                kept = {"text": entry["text"], "source_digest": digest}
                settled.setdefault(language, {})[field] = kept
        self.translations = settled

    def source_text(self, field: str) -> str:
        return str(getattr(self, field) or "")

    def translation(self, field: str, language: str) -> str:
        """The stored translation, or ``""``."""
        entry = (self.translations or {}).get(language, {}).get(field) or {}
        return str(entry.get("text", ""))

    def set_translation(self, field: str, language: str, text: str) -> None:
        """Store a translation of the source as it stands now; an empty text removes it."""
        self._require(field)
        entries = {**(self.translations or {})}
        of_language = {**entries.get(language, {})}
        if text.strip():
            digest = source_digest(self.source_text(field))
            of_language[field] = {"text": text.strip(), "source_digest": digest}
        else:
            of_language.pop(field, None)
        entries[language] = of_language
        if not of_language:
            entries.pop(language)
        self.translations = entries

    def translation_status(self, field: str, language: str) -> Status:
        """Whether the translation is missing, older than its source, or fresh."""
        self._require(field)
        return status_of(self.source_text(field), (self.translations or {}).get(language, {}).get(field))

    def localized(self, field: str, language: str | None = None) -> LocalizedText:
        """The text for a reader: in the reader's language, else Vietnamese, else any, marked as fallback."""
        self._require(field)
        wanted = (language or get_language() or SOURCE_LANGUAGE).split("-")[0]
        for candidate in dict.fromkeys((wanted, SOURCE_LANGUAGE, *target_languages())):
            text = self.source_text(field) if candidate == SOURCE_LANGUAGE else self.translation(field, candidate)
            text = readable(text)
            if text:
                return LocalizedText(text, candidate, is_fallback=candidate != wanted)
        return LocalizedText("", SOURCE_LANGUAGE)

    def has_fallback(self, *fields: str, language: str | None = None) -> bool:
        """Whether one of these fields (or any) is shown in another language than the reader's."""
        return any(self.localized(field, language).is_fallback for field in fields or self.translatable_fields)

    def _require(self, field: str) -> None:
        if field not in self.translatable_fields:
            raise ValueError(f"{field!r} of {type(self).__name__} is not translatable")
