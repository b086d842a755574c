"""The translation panel: source beside target, for records, vocabularies and their children."""

import hashlib
import json
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from showcase.core.models.translation import Translatable, target_languages

LONG_TEXT = 200


def _text_digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]


class TranslationsWidget(forms.Widget):
    """One input per language and field. Hidden inputs tell an untouched translation from a new one."""

    template_name = "core/admin/translations.html"

    def __init__(self, model: type[Translatable], attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.model = model
        self.instance: Translatable | None = None

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        entries = json.loads(value) if isinstance(value, str) and value else (value or {})
        names = dict(settings.LANGUAGES)
        context["languages"] = [
            {"code": code, "name": names[code], "rows": self._rows(name, code, entries.get(code, {}))}
            for code in target_languages()
        ]
        return context

    def _rows(self, name: str, language: str, entries: dict[str, Any]) -> list[dict[str, Any]]:
        rows = []
        for field_name in self.model.translatable_fields:
            field = self.model._meta.get_field(field_name)
            entry = entries.get(field_name) or {}
            source = self.instance.source_text(field_name) if self.instance else ""
            status = self.instance.translation_status(field_name, language) if self.instance else "empty"
            rows.append(
                {
                    "name": f"{name}-{language}-{field_name}",
                    # Beside the source's own input in the same form: what is typed there is shown here at once.
                    "source_input": f"{name.removesuffix('translations')}{field_name}",
                    "label": field.verbose_name,  # type: ignore[union-attr]
                    "source": source,
                    "text": entry.get("text", ""),
                    "digest": entry.get("source_digest") or "",
                    "text_digest": _text_digest(entry.get("text", "")),
                    "status": status,
                    "long": (getattr(field, "max_length", None) or LONG_TEXT + 1) > LONG_TEXT,
                }
            )
        return rows

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str:
        value: dict[str, Any] = {}
        for language in target_languages():
            entries = value.setdefault(language, {})
            for field_name in self.model.translatable_fields:
                key = f"{name}-{language}-{field_name}"
                text = str(data.get(key, "")).replace("\r\n", "\n").replace("\0", "").strip()
                untouched = data.get(f"{key}-was") == _text_digest(text) and not data.get(f"{key}-fresh")
                digest = data.get(f"{key}-digest", "") if untouched else ""
                entries[field_name] = {"text": text, "source_digest": digest}
        return json.dumps(value)  # what a form's JSON field takes from a widget

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return not any(key.startswith(f"{name}-") for key in data)


class TranslationPanel(Panel):
    """Shows every translatable field's Vietnamese beside its translations."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("heading", _("Translation"))
        super().__init__(**kwargs)

    @property
    def clean_name(self) -> str:
        return "translations"

    def get_form_options(self) -> dict[str, Any]:
        return {"fields": ["translations"], "widgets": {"translations": TranslationsWidget(self.model)}}

    class BoundPanel(Panel.BoundPanel):
        template_name = "core/admin/translation_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            bound = self.form["translations"]
            bound.field.widget.instance = self.instance
            context["field"] = bound
            return context
