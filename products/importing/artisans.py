"""artisans.csv: those who make, with what they agreed to."""

import re
from functools import partial
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from products.importing.artisan_index import artisan_index
from products.importing.claims import parse_titles
from products.importing.lineage import FILE_NAME, fill_lineage, link_makers, note_lineage
from products.importing.lines import part, split_lines, split_list
from products.importing.pictures import set_picture
from products.importing.records import RecordDraft, claim
from products.importing.terms import term_list
from products.importing.village_index import VillageRef, village_index
from products.importing.vocabulary import Mapped
from showcase.core.importing import ImportContext, ListImporter, Row, RowError, RowOutcome
from showcase.core.models import Record, Term
from showcase.core.text import fold, normalise_marks
from villages.models import Artisan, ArtisanTitle, Craft, Technique
from villages.services import record_consent

REQUIRED = ("name", "village")
_TEXTS = ("summary", "story", "quote", "visiting", "generation", "classes_offered")
OPTIONAL = (
    "number",
    "code",
    "name_en",
    "kind",
    "crafts",
    "techniques",
    "titles",
    "birth_year",
    "craft_since",
    "teachers",
    "pupils",
    "languages",
    "languages_en",
    *(f"{field}_{language}" for field in _TEXTS for language in ("vi", "en")),
    "phone",
    "address",
    "portrait",
    "consent",
)
_KINDS = {
    "person": ("person", "artisan", "ca nhan", "nghe nhan", "ong", "ba"),
    "household": ("household", "ho", "ho gia dinh", "ho kinh doanh", "co so"),
    "cooperative": ("cooperative", "co-operative", "htx", "hop tac xa", "to hop tac"),
    "company": ("company", "cong ty", "doanh nghiep"),
}
_CONSENTS = {
    "may_show_name": ("name", "ten"),
    "may_show_photo": ("photo", "face", "anh"),
    "may_show_story": ("story", "cau chuyen", "tieu su"),
    "may_show_phone": ("phone", "dien thoai", "so dien thoai"),
    "may_show_address": ("address", "dia chi"),
}
_LANGUAGES = {
    "vi": ("tiếng Việt", "Vietnamese"),
    "en": ("tiếng Anh", "English"),
    "fr": ("tiếng Pháp", "French"),
    "zh": ("tiếng Trung", "Chinese"),
    "ja": ("tiếng Nhật", "Japanese"),
    "ko": ("tiếng Hàn", "Korean"),
    "de": ("tiếng Đức", "German"),
    "ru": ("tiếng Nga", "Russian"),
}
_FIELDS = {"craft": ("craft", "crafts", "thu cong", "nghe"), "heritage": ("heritage", "di san")}


def artisan_key(row: Row) -> str:
    """The code, else name and village."""
    if row.get("code"):
        return row.get("code").upper()
    if not row.get("name"):
        raise RowError(_("The artisan has no name."))
    if not row.get("village"):
        raise RowError(_("The row names no village."))
    return f"{normalise_marks(row.get('name'))}|{normalise_marks(row.get('village'))}"


def import_artisan(row: Row, found: Model | None, context: ImportContext) -> RowOutcome:
    """One maker. Without a word of consent the record is stored, but its name is not public."""
    if not row.get("name"):
        raise RowError(_("The artisan has no name."))
    village = village_index(context).resolve(row.get("village"))
    draft = RecordDraft(Artisan, _find(row, village, found, context), row, context)
    _fill_identity(draft, village)
    _fill_vocabulary(draft)
    _fill_titles(draft)
    fill_lineage(draft)
    draft.set_number("birth_year", "birth_year", 1850, 2100)
    draft.set_number("craft_since", "craft_since", 1850, 2100)
    draft.set_text("name", en="name_en")
    for field in _TEXTS:
        draft.set_text(field, f"{field}_vi", f"{field}_en")
    _fill_languages(draft)
    draft.set_text("phone", "phone")
    draft.set_text("address", "address")
    set_picture(draft, "portrait")
    _fill_consent(draft)
    draft.keep_unknown({*REQUIRED, *OPTIONAL})
    outcome = draft.finish()
    artisan_index(context).add(draft.record)
    claim(context, draft.record, row)
    note_lineage(draft, outcome.outcome)
    return outcome


def _find(row: Row, village: VillageRef, found: Model | None, context: ImportContext) -> Artisan | None:
    if isinstance(found, Artisan):
        return found
    index = artisan_index(context)
    if row.get("code"):
        known = index.by_code(row.get("code"))
    else:
        named = index.named(row.get("name"), village.pk)
        known = named[0] if len(named) == 1 else None
    return Artisan._base_manager.get(pk=known.pk) if known else None


def _fill_identity(draft: RecordDraft, village: VillageRef) -> None:
    row = draft.row
    draft.set_text("name", "name")
    if row.says("village"):
        draft.set("village_id", village.pk)
    if row.says("kind") and row.get("kind"):
        kind = _word(row.get("kind"), _KINDS)
        if kind:
            draft.set("kind", kind)
        else:
            draft.keep("kind", row.get("kind"))


def _word(text: str, words: dict[str, tuple[str, ...]]) -> str:
    folded = fold(text)
    return next((key for key, forms in words.items() if folded in forms), "")


def _fill_vocabulary(draft: RecordDraft) -> None:
    models: dict[str, type[Term]] = {"crafts": Craft, "techniques": Technique}
    for field, model in models.items():
        if draft.row.says(field):
            terms = term_list(model, draft.context)
            keys: list[str] = []
            for text in split_list(draft.row.get(field)):
                mapped = Mapped((text,)) if text in terms.by_key else terms.words.map(text)
                keys += mapped.keys
                for leftover in mapped.leftovers:
                    draft.keep(field, leftover)
            draft.set_many(field, terms.rows(dict.fromkeys(keys)))


def _fill_titles(draft: RecordDraft) -> None:
    if not draft.row.says("titles"):
        return
    wanted = dict(_titles(draft.row.get("titles")))
    former = [title for title, _child in _titles(draft.row.before.get("titles", ""))]
    draft.set_children("titles", wanted, former, lambda child: child.title)


def _titles(cell: str) -> list[tuple[str, ArtisanTitle]]:
    """``Nghệ nhân Ưu tú | Chủ tịch nước | 1234/QĐ-CTN | 2020 | craft``, one a line or by ``;;``."""
    found = []
    for parts in split_lines(cell if "|" in cell else cell.replace(";", "\n")):
        parsed = parse_titles(parts[0])
        if not parsed:
            continue
        year = part(parts, 3)
        title = ArtisanTitle(
            title=parsed[0].text,
            issuer=part(parts, 1),
            decision=part(parts, 2) or parsed[0].decision,
            date_year=int(year) if year.isdecimal() and len(year) == 4 else parsed[0].year,
            date_text="" if not year or year.isdecimal() else year,
            field=_word(part(parts, 4), _FIELDS),
        )
        found.append((title.title, title))
    return found


def _fill_languages(draft: RecordDraft) -> None:
    """``vi;en`` or words; the codes are written out in both languages."""
    codes = split_list(draft.row.get("languages"))
    if draft.row.says("languages") and codes and all(code in _LANGUAGES for code in codes):
        draft.set("languages", ", ".join(_LANGUAGES[code][0] for code in codes))
        draft.set_translation("languages", ", ".join(_LANGUAGES[code][1] for code in codes))
    else:
        draft.set_text("languages", "languages")
    draft.set_text("languages", en="languages_en")


def _fill_consent(draft: RecordDraft) -> None:
    if not draft.row.says("consent"):
        return
    given: set[str] = set()
    for word in re.split("[;,]", draft.row.get("consent")):
        purpose = _word(word, _CONSENTS)
        if purpose:
            given.add(purpose)
        elif fold(word) in ("all", "tat ca"):
            given.update(Artisan.CONSENTS)
        elif fold(word) not in ("", "none", "khong", "no"):
            draft.keep("consent", word.strip())
    purposes = {purpose: purpose in given for purpose in Artisan.CONSENTS}
    if any(getattr(draft.record, purpose) != granted for purpose, granted in purposes.items()):
        if draft.holds_facts_back:
            draft.keep_fact("consent", draft.row.get("consent"))
        else:
            draft.before_publishing.append(partial(_consent, draft, purposes))


def _consent(draft: RecordDraft, purposes: dict[str, bool], record: Record) -> None:
    values: dict[str, Any] = {"user": draft.context.user, "channel": FILE_NAME, **purposes}
    record_consent(record, **values)  # type: ignore[arg-type]


ARTISANS = ListImporter(
    file_name=FILE_NAME,
    order=20,
    required=REQUIRED,
    optional=OPTIONAL,
    key=artisan_key,
    label=lambda row: row.get("name"),
    import_row=import_artisan,
    after=link_makers,
)
