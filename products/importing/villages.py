"""villages.csv: craft villages with their hamlets, places, claims and titles."""

import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from products.importing.claims import TitleCell, parse_claim, parse_titles
from products.importing.gazetteer import Gazetteer
from products.importing.lines import split_lines
from products.importing.names import parse_village_name
from products.importing.pictures import set_picture
from products.importing.places import parse_former_place
from products.importing.records import RecordDraft, claim
from products.importing.terms import term_list
from products.importing.village_index import village_index
from products.importing.vocabulary import Mapped, Vocabulary
from showcase.core.importing import ImportContext, ListImporter, Row, RowError, RowOutcome
from showcase.core.text import fold, normalise_marks
from villages.models import Craft, CraftStep, Village, VillageAlias, VillageClaim, VillageTitle

SOURCE = ""  # a list says what is claimed, not by whom; the row it came from is on ImportedRow
APPROXIMATE_M = 2000
REQUIRED = ("name_vi",)
OPTIONAL = (
    "number",
    "code",
    "name_en",
    "gloss_vi",
    "gloss_en",
    "former_commune_and_district",
    "commune_since_2025_07",
    "commune_to_confirm",
    "craft_and_materials",
    "materials_vi",
    "typical_products",
    "typical_products_vi",
    "founding_story",
    "founding_story_vi",
    "recognition",
    "recognition_vi",
    "latitude_approx",
    "longitude_approx",
    "latitude",
    "longitude",
    "summary_vi",
    "summary_en",
    "story_vi",
    "story_en",
    "getting_there_vi",
    "getting_there_en",
    "opening_hours_vi",
    "opening_hours_en",
    "steps",
    "steps_en",
    "picture",
)
_STEP_FIELDS = ("title", "description", "tool", "material", "duration")
_YES = {"yes", "y", "true", "1", "co", "x"}


def village_key(row: Row) -> str:
    """The code, else name and old district: two villages of the region may share a name."""
    if row.get("code"):
        return row.get("code").upper()
    name = parse_village_name(row.get("name_vi")).name
    if not name:
        raise RowError(_("The village has no name."))
    return f"{normalise_marks(name)}|{normalise_marks(_district(row))}"


def _district(row: Row) -> str:
    return parse_former_place(row.get("former_commune_and_district")).district


def import_village(row: Row, found: Model | None, context: ImportContext) -> RowOutcome:
    """One village. Raises ``RowError`` when it cannot be told or stored."""
    name = parse_village_name(row.get("name_vi"))
    if not name.name:
        raise RowError(_("The village has no name."))
    draft = RecordDraft(Village, _find(row, name.name, found, context), row, context)
    _fill_names(draft)
    _fill_places(draft)
    _fill_crafts(draft)
    _fill_claims(draft)
    _fill_steps(draft)
    for field in ("summary", "story", "getting_there", "opening_hours", "gloss"):
        draft.set_text(field, f"{field}_vi", f"{field}_en")
    draft.set_text("typical_products", "typical_products_vi", "typical_products")
    set_picture(draft, "picture")
    draft.keep_unknown({*REQUIRED, *OPTIONAL})
    outcome = draft.finish()
    village_index(context).add(draft.record)
    claim(context, draft.record, row)
    return outcome


def _find(row: Row, name: str, found: Model | None, context: ImportContext) -> Village | None:
    if isinstance(found, Village):
        return found
    index = village_index(context)
    code = row.get("code")
    ref = index.by_code(code) if code else index.of_row(name, _district(row))
    return Village._base_manager.get(pk=ref.pk) if ref else None


def _fill_names(draft: RecordDraft) -> None:
    if not draft.row.says("name_vi", "name_en"):
        return
    cell = parse_village_name(draft.row.get("name_vi"))
    former = parse_village_name(draft.row.before.get("name_vi", ""))
    if draft.row.says("name_vi"):
        draft.set("name", cell.name)
        draft.keep("name_vi", cell.leftover)
        wanted = {fold(alias): VillageAlias(name=alias) for alias in cell.aliases}
        draft.set_children("aliases", wanted, [fold(a) for a in former.aliases], lambda child: fold(child.name))
    draft.set_text("name", en="name_en")


def _fill_places(draft: RecordDraft) -> None:
    row = draft.row
    gazetteer: Gazetteer = draft.context.remember("gazetteer", Gazetteer)
    if row.says("commune_since_2025_07"):
        commune = gazetteer.commune(row.get("commune_since_2025_07"))
        draft.set("commune", commune)
        if commune is None:
            draft.keep("commune_since_2025_07", row.get("commune_since_2025_07"))
    if row.says("commune_to_confirm"):
        draft.set("commune_to_confirm", fold(row.get("commune_to_confirm")) in _YES)
    if row.says("former_commune_and_district"):
        text = row.get("former_commune_and_district")
        cell = parse_former_place(text)
        draft.set("former_place_text", text)
        draft.set("former_place", gazetteer.former(cell.last_name, cell.district))
        draft.keep("former_commune_and_district", cell.leftover)
    exact = row.says("latitude", "longitude")
    if exact or row.says("latitude_approx", "longitude_approx"):
        _fill_point(draft, "latitude" if exact else "latitude_approx", "longitude" if exact else "longitude_approx")


def _fill_point(draft: RecordDraft, latitude: str, longitude: str) -> None:
    point = _degrees(draft.row.get(latitude), 90), _degrees(draft.row.get(longitude), 180)
    if None in point:
        if draft.row.get(latitude) or draft.row.get(longitude):
            draft.keep(f"{latitude}, {longitude}", f"{draft.row.get(latitude)}, {draft.row.get(longitude)}")
        point = (None, None)
    draft.set("latitude", point[0])
    draft.set("longitude", point[1])
    precision = APPROXIMATE_M if latitude.endswith("approx") else None
    draft.set("precision_m", precision if point[0] is not None else None)


def _degrees(text: str, most: int) -> Decimal | None:
    try:
        value = Decimal(text.replace(",", ".")).quantize(Decimal("0.00001"))
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value) <= most else None


def _fill_crafts(draft: RecordDraft) -> None:
    if not draft.row.says("craft_and_materials", "materials_vi"):
        return
    cell = draft.row.get("craft_and_materials")
    crafts, _dot, materials = cell.partition("·")
    terms = term_list(Craft, draft.context)
    mapped = village_crafts(terms.words, crafts.strip(), draft.row.get("gloss_en"))
    draft.set_many("crafts", terms.rows(mapped.keys))
    for leftover in mapped.leftovers:
        draft.keep("craft_and_materials", leftover)
    _, _, before = draft.row.before.get("craft_and_materials", "").partition("·")
    _claim_in_both(draft, "materials", "materials_vi", materials.strip(), before.strip())


def village_crafts(crafts: Vocabulary, cell: str, gloss: str) -> Mapped:
    """The crafts of a cell; the gloss tells which weaving, and which embroidery, is meant."""
    mapped = crafts.map(cell)
    keys = list(mapped.keys)
    spoken = [phrase for phrase in crafts.phrases(gloss)[0] if crafts.keys(phrase)]
    for general in crafts.phrases(cell)[0]:
        closer = [phrase for phrase in spoken if set(general.split()) < set(phrase.split())]
        if closer:
            keys = [key for key in keys if key not in crafts.keys(general)]
            keys += [key for phrase in closer for key in crafts.keys(phrase)]
    if not mapped.leftovers:
        return Mapped(tuple(dict.fromkeys(keys)))
    named = [key for phrase in spoken for key in crafts.keys(phrase)]
    leftovers = () if named and not mapped.keys else mapped.leftovers
    return Mapped(tuple(dict.fromkeys([*keys, *named])), leftovers)


def _fill_claims(draft: RecordDraft) -> None:
    row = draft.row
    if row.says("founding_story", "founding_story_vi"):
        said, before = row.get("founding_story"), row.before.get("founding_story", "")
        _claim_in_both(draft, "founding", "founding_story_vi", said, before)
    if row.says("recognition", "recognition_vi"):
        titles, former = _titles_in_both(row.cells), _titles_in_both(row.before)
        _fill_titles(draft, titles, [words for words, _title in former])


def _claim_in_both(draft: RecordDraft, field: str, column_vi: str, said: str, before: str) -> None:
    """The cell is kept as it stands; where a Vietnamese column says it, the cell is its English."""
    vietnamese = draft.row.get(column_vi)
    former = draft.row.before.get(column_vi) or before
    _set_claim(draft, field, vietnamese or said, former, said if vietnamese else "")


def _titles_in_both(cells: dict[str, str]) -> list[tuple[str, TitleCell]]:
    """Each recognition with its Vietnamese words, where ``recognition_vi`` has as many as the cell."""
    titles = parse_titles(cells.get("recognition", ""))
    pieces = [piece.strip() for piece in cells.get("recognition_vi", "").split(";") if piece.strip()]
    words = pieces if len(pieces) == len(titles) else [title.text for title in titles]
    return list(zip(words, titles, strict=True))


def _set_claim(draft: RecordDraft, field: str, text: str, before: str, english: str = "", **extra: Any) -> None:
    cell, former = parse_claim(text), parse_claim(before)
    wanted = {}
    if cell:
        claim = VillageClaim(field=field, text=cell.text, disputed=cell.disputed, source=SOURCE, **extra)
        if english:
            claim.set_translation("text", "en", english)
        wanted[f"{field}|{cell.text}"] = claim
    old = [f"{field}|{former.text}"] if former else []
    draft.set_children("claims", wanted, old, lambda child: f"{child.field}|{child.text}")


def _fill_titles(draft: RecordDraft, titles: list[tuple[str, TitleCell]], former: list[str]) -> None:
    wanted = {}
    for words, title in titles:
        english = title.text if words != title.text else ""
        if title.names_a_title:
            day = datetime.date.fromisoformat(title.date) if title.date else None
            row = VillageTitle(title=words, date_year=title.year, date_exact=day, decision=title.decision)
            if english:
                row.set_translation("title", "en", english)
            wanted[words] = row
        else:
            _set_claim(draft, "recognition", words, "", english, date_year=title.year)
            message = _("recognition: “%(text)s” does not say which title; it is kept as what a source says.")
            draft.notes.append(message % {"text": title.text})
    draft.set_children("titles", wanted, former, lambda child: child.title)


def _fill_steps(draft: RecordDraft) -> None:
    if not draft.row.says("steps", "steps_en"):
        return
    english = split_lines(draft.row.get("steps_en"))
    wanted = {}
    for position, parts in enumerate(split_lines(draft.row.get("steps"))):
        step = CraftStep(**dict(zip(_STEP_FIELDS, parts, strict=False)))
        for field, text in zip(_STEP_FIELDS, english[position] if position < len(english) else (), strict=False):
            if text:
                step.set_translation(field, "en", text)
        wanted[step.title] = step
    former = [parts[0] for parts in split_lines(draft.row.before.get("steps", ""))]
    draft.set_children("steps", wanted, former, lambda child: child.title)


VILLAGES = ListImporter(
    file_name="villages.csv",
    order=10,
    required=REQUIRED,
    optional=OPTIONAL,
    key=village_key,
    label=lambda row: row.get("name_vi"),
    import_row=import_village,
)
