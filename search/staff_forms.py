"""The forms of what staff keep for search: they forgive how words are divided, and say what is wrong in words."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from search.models import Synonym
from search.promotions import MOST, code_of, names_of
from search.synonyms import parts, wordings
from search.text import folded_words, marked_words

#: A longer text is a sentence, not a word that somebody types.
MOST_WORDS = 6


def twins_of(synonym: Synonym) -> list[tuple[str, Synonym]]:
    """Words of this row, if it is in use, that another row in use has too, written alike, each with that row."""
    if not synonym.active:
        return []
    own = _spellings(synonym)
    others = Synonym.objects.filter(active=True).exclude(pk=synonym.pk)
    return [(own[words], other) for other in others for words in _spellings(other) if words in own]


def _spellings(row: Synonym) -> dict[tuple[str, ...], str]:
    return {marked_words(text): text for text in wordings(row.canonical_vi, row.canonical_en, row.forms)}


def _pieces(line: str) -> list[str]:
    """The codes or addresses of a line; only an address may hold a comma itself."""
    words = (word.strip(",;") for word in line.split())
    return [piece for word in words for piece in ([word] if "/" in word else re.split("[,;]", word)) if piece]


class SynonymForm(WagtailAdminModelForm):
    """One thing and the words for it."""

    def clean_canonical_vi(self) -> str:
        """One word or phrase."""
        return "; ".join(self._parts("canonical_vi"))

    def clean_canonical_en(self) -> str:
        """Divided by commas, as the centre's list has them."""
        return ", ".join(self._parts("canonical_en"))

    def clean_forms(self) -> str:
        """Divided by semicolons."""
        return "; ".join(self._parts("forms"))

    def clean_collisions(self) -> str:
        """Divided by semicolons."""
        return "; ".join(self._parts("collisions"))

    def _parts(self, name: str) -> list[str]:
        found = parts(self.cleaned_data.get(name) or "")
        for part in found:
            if not folded_words(part):
                raise ValidationError(_("“%(text)s” holds no letter or digit.") % {"text": part})
            if any(len(folded_words(text)) > MOST_WORDS for text in wordings(part)):
                said = _("“%(text)s” has more than %(most)s words. Write what a visitor would type.")
                raise ValidationError(said % {"text": part, "most": MOST_WORDS})
        return found

    def clean(self) -> dict[str, Any]:
        """A row with one word only says nothing."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if len(parts(cleaned.get("canonical_vi", ""))) > 1:
            self.add_error("canonical_vi", _("Only one word here. Write the others in “Also typed”."))
        if self.errors:
            return cleaned
        texts = wordings(cleaned["canonical_vi"], cleaned["canonical_en"], cleaned["forms"])
        if len({marked_words(text) for text in texts}) < 2:
            self.add_error("canonical_en", _("Write at least one other word for it, here or in “Also typed”."))
        above = {folded_words(text) for text in texts}
        for part in wordings(cleaned["collisions"]):
            if folded_words(part) not in above:
                self.add_error("collisions", _("“%(text)s” is none of the words above.") % {"text": part})
        return cleaned


class PromotedForm(WagtailAdminModelForm):
    """Words, and what is shown first for them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        codes = self.instance.targets.split()
        if codes and "targets" in self.fields:
            names = names_of(codes)
            lines = ((code, names.get(code) or _("not public")) for code in codes)
            field = self.fields["targets"]
            field.help_text = format_html(
                "{}<br>{}", field.help_text, format_html_join(mark_safe("<br>"), "{}: {}", lines)
            )

    def clean_query(self) -> str:
        """Divided by semicolons."""
        found = parts(self.cleaned_data["query"])
        if not wordings(*found):
            raise ValidationError(_("Write at least one word."))
        return "; ".join(part for part in found if folded_words(part))

    def clean_targets(self) -> str:
        """Codes, one a line; addresses become codes."""
        found: dict[str, None] = {}
        unknown = []
        for line in filter(str.strip, self.cleaned_data["targets"].splitlines()):
            codes = [code_of(piece) for piece in _pieces(line)]
            if codes and all(codes):
                found |= dict.fromkeys(map(str, codes))
            else:
                unknown.append(f"“{line.strip()}”")  # whole: somebody may have written a name
        if unknown:
            said = _("Nothing public has this code or address: %(texts)s")
            raise ValidationError(said % {"texts": ", ".join(unknown)})
        if len(found) > MOST:
            raise ValidationError(_("At most %(most)s; these are %(number)s.") % {"most": MOST, "number": len(found)})
        return "\n".join(found)

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        start, end = cleaned.get("start"), cleaned.get("end")
        if start and end and end < start:
            self.add_error("end", _("This day is before the first one."))
        return cleaned
