"""Craft, category, materials and techniques of a product, from its cells and its name."""

from django.utils.translation import gettext as _

from products.importing.records import RecordDraft
from products.importing.terms import TermList, term_list
from products.importing.village_index import VillageRef, village_record
from products.importing.vocabulary import Mapped
from products.models import Category, Material
from showcase.core.models import Term
from showcase.core.text import normalise_marks
from villages.models import Craft, Technique


def fill_terms(draft: RecordDraft, village: VillageRef) -> None:
    """Set the vocabulary fields that the row speaks of; unknown words become notes."""
    row = draft.row
    if row.says("materials_technique", "materials", "techniques", "name_vi"):
        _fill_materials(draft)
    if row.says("craft", "name_vi"):
        craft = _craft(draft, village)
        draft.set("craft", craft)
    if row.says("category", "name_vi"):
        categories = term_list(Category, draft.context)
        keys = _stated(draft, "category", categories) or _named(draft, categories)
        draft.set("category", categories.by_key[keys[0]] if keys else None)
        if not keys:
            draft.notes.append(_("The kind of piece is not clear from the name."))


def _fill_materials(draft: RecordDraft) -> None:
    row = draft.row
    materials, techniques = term_list(Material, draft.context), term_list(Technique, draft.context)
    mapped = materials.words.map(row.get("materials_technique"))
    ways: list[str] = []
    for leftover in mapped.leftovers:
        way = techniques.words.whole(leftover)
        ways += way
        if not way and row.says("materials_technique"):
            draft.keep("materials_technique", leftover)
    stated = techniques.words.map(row.get("techniques")) if row.get("techniques") else Mapped(())
    for leftover in stated.leftovers:
        draft.keep("techniques", leftover)
    ways += stated.keys or _named(draft, techniques)
    listed = materials.words.map(row.get("materials")) if row.get("materials") else mapped
    if listed is not mapped:
        for leftover in listed.leftovers:
            draft.keep("materials", leftover)
    if row.says("materials_technique", "materials"):
        draft.set_many("materials", materials.rows(listed.keys))
    draft.set_many("techniques", techniques.rows(dict.fromkeys(ways)))


def _craft(draft: RecordDraft, village: VillageRef) -> Term | None:
    """The stated craft; else the one of the name that the village has; else the village's own.

    Of a village without a known craft a material or a shape says too little: a bronze ``tượng`` is not carved of wood.
    """
    crafts = term_list(Craft, draft.context)
    keys = _stated(draft, "craft", crafts)
    if keys:
        return crafts.by_key[keys[0]]  # type: ignore[no-any-return]
    at_home, spoken = _village_crafts(draft, village, crafts)
    named = _named(draft, crafts)
    if not at_home:
        named = [key for key in named if key in _named_outright(draft, crafts)]
    choices = [key for key in named if key in at_home] or named or spoken or at_home
    if not choices:
        draft.notes.append(_("The craft is not clear from the name or the village."))
        return None
    if not named and len(at_home) > 1:
        draft.notes.append(
            _("The craft was taken from the village, which has several: %(craft)s.")
            % {"craft": crafts.by_key[choices[0]].name}
        )
    return crafts.by_key[choices[0]]  # type: ignore[no-any-return]


def _village_crafts(draft: RecordDraft, village: VillageRef, crafts: TermList) -> tuple[list[str], list[str]]:
    """The village's crafts, and those of them that its gloss speaks of."""

    def read() -> tuple[list[str], list[str]]:
        row = village_record(draft.context, village)
        keys = [craft.key for craft in row.crafts.all()]
        gloss = f"{row.gloss} {row.translation('gloss', 'en')}"
        return keys, [key for key in crafts.words.find(gloss)[0] if key in keys]

    return draft.context.remember(f"crafts of {village.pk}", read)  # type: ignore[no-any-return]


def _stated(draft: RecordDraft, column: str, terms: TermList) -> list[str]:
    """What the column says, by key or by words."""
    text = draft.row.get(column)
    if not text:
        return []
    if text in terms.by_key:
        return [text]
    mapped = terms.words.map(text)
    for leftover in mapped.leftovers:
        draft.keep(column, leftover)
    return list(mapped.keys)


def _named_outright(draft: RecordDraft, crafts: TermList) -> set[str]:
    """Crafts of which the name has the name, or several words that stand for it."""
    texts = (draft.row.get("name_vi"), draft.row.get("name_en"))
    phrases = [phrase for text in texts for phrase in crafts.words.phrases(text)[0]]
    outright: set[str] = set()
    for phrase in phrases:
        for key in crafts.words.keys(phrase):
            term = crafts.by_key[key]
            names = {normalise_marks(name) for name in (term.name, term.translation("name", "en"))}
            if " " in phrase or phrase in names:
                outright.add(key)
    return outright


def _named(draft: RecordDraft, terms: TermList) -> list[str]:
    """What the name says: the Vietnamese one first."""
    vietnamese, _rest = terms.words.find(draft.row.get("name_vi"))
    english, _rest = terms.words.find(draft.row.get("name_en"))
    return list(dict.fromkeys([*vietnamese, *english]))
