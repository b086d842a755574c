"""products.csv: kinds of pieces with sizes, prices and supply, as staff know them."""

from dataclasses import asdict, dataclass
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from products.importing.artisan_index import artisan_index
from products.importing.lines import parse_certificates, part, split_lines
from products.importing.measures import parse_size
from products.importing.pictures import set_pictures
from products.importing.prices import parse_price
from products.importing.product_terms import fill_terms
from products.importing.records import RecordDraft, claim
from products.importing.supply import parse_supply
from products.importing.village_index import VillageRef, village_index, village_record
from products.models import Certificate, Product, ProductOption
from showcase.core.importing import ImportContext, ListImporter, Row, RowError, RowOutcome
from showcase.core.text import fold, normalise_marks, slugify

REQUIRED = ("village", "name_vi")
# Stored as the lists say it, whatever language the import runs in.
BY_MEASURE = "by measure"
_TEXTS = ("summary", "story", "care", "packing", "safety_note", "order_note", "price_unit")
OPTIONAL = (
    "number",
    "code",
    "name_en",
    "materials_technique",
    "materials",
    "size_cm_weight",
    "price_thousand_vnd",
    "price_confirmed_on",
    "supply",
    "artisan",
    "craft",
    "category",
    "techniques",
    *(f"{field}_{language}" for field in _TEXTS for language in ("vi", "en")),
    "author",
    "design_year",
    "hs_code",
    "capacity",
    "certificates",
    "options",
    "images",
)


def product_key(row: Row) -> str:
    """The code, else village and name as the row has them."""
    if row.get("code"):
        return row.get("code").upper()
    if not row.get("name_vi"):
        raise RowError(_("The product has no name."))
    if not row.get("village"):
        raise RowError(_("The row names no village."))
    return f"{normalise_marks(row.get('village'))}|{normalise_marks(row.get('name_vi'))}"


@dataclass(slots=True)
class ProductIndex:
    """Products by village and folded name, by code; kept up to date during a run."""

    by_name: dict[tuple[int, str], dict[int, str]]
    by_code: dict[str, int]

    @classmethod
    def read(cls) -> "ProductIndex":
        """All products there are."""
        index = cls({}, {})
        for pk, code, village, name in Product._base_manager.values_list("pk", "code", "village_id", "name"):
            index.add(pk, code, village, name)
        return index

    def add(self, pk: int, code: str, village: int, name: str) -> None:
        """Put a product in."""
        self.by_name.setdefault((village, fold(name)), {})[pk] = normalise_marks(name)
        self.by_code[code] = pk

    def find(self, code: str, village: int, name: str) -> int | None:
        """The product of a row, or None when there is none or the name does not tell."""
        if code:
            return self.by_code.get(code.upper())
        named = self.by_name.get((village, fold(name)), {})
        exact = [pk for pk, marked in named.items() if marked == normalise_marks(name)]
        found = exact or list(named)
        return found[0] if len(found) == 1 else None


def import_product(row: Row, found: Model | None, context: ImportContext) -> RowOutcome:
    """One product. Raises ``RowError`` when its village is not there or a number is impossible."""
    village = village_index(context).resolve(row.get("village"))
    index: ProductIndex = context.remember("products", ProductIndex.read)
    if not isinstance(found, Product):
        pk = index.find(row.get("code"), village.pk, row.get("name_vi"))
        found = Product._base_manager.get(pk=pk) if pk else None
    draft = RecordDraft(Product, found, row, context)
    _fill_identity(draft, village)
    _fill_size(draft)
    _fill_price(draft)
    _fill_supply(draft)
    fill_terms(draft, village)
    _fill_details(draft)
    draft.keep_unknown({*REQUIRED, *OPTIONAL})
    outcome = draft.finish()
    product = draft.record
    index.add(product.pk, product.code, product.village_id, product.name)
    claim(context, product, row)
    return outcome


def _fill_identity(draft: RecordDraft, village: VillageRef) -> None:
    row = draft.row
    if draft.new:
        draft.record.village = village_record(draft.context, village)
    elif row.says("village"):
        draft.set("village_id", village.pk)
    if row.says("name_vi"):
        if not row.get("name_vi"):
            raise RowError(_("The product has no name."))
        draft.set("name", row.get("name_vi"))
    draft.set_text("name", en="name_en")
    if row.says("artisan"):
        text = row.get("artisan")
        draft.set("artisan", artisan_index(draft.context).resolve(text, village) if text else None)


def _fill_size(draft: RecordDraft) -> None:
    if not draft.row.says("size_cm_weight"):
        return
    cell = parse_size(draft.row.get("size_cm_weight"))
    for field in ("length_mm", "width_mm", "height_mm", "diameter_mm", "weight_g", "pieces"):
        draft.set(field, getattr(cell, field))
    words = [BY_MEASURE] if cell.to_measure else []
    draft.set("size_note", "; ".join([*words, cell.words] if cell.words else words))
    measured = any((cell.length_mm, cell.height_mm, cell.diameter_mm, cell.weight_g, cell.to_measure))
    if cell.words and not measured:
        draft.keep("size_cm_weight", cell.words)


def _fill_price(draft: RecordDraft) -> None:
    row = draft.row
    if row.says("price_thousand_vnd"):
        cell = parse_price(row.get("price_thousand_vnd"))
        draft.set("price_kind", cell.kind)
        draft.set("price_min", cell.low)
        draft.set("price_max", cell.high)
        draft.keep("price_thousand_vnd", cell.leftover)
    if row.says("price_confirmed_on"):
        draft.set_date("price_confirmed_on", "price_confirmed_on")


def _fill_supply(draft: RecordDraft) -> None:
    cell = parse_supply(draft.row.get("supply"))
    if cell.kind is None and draft.record.never_published:
        draft.hold(
            _("supply: the cell does not say whether it can be had; the product stays a draft until somebody says it.")
        )
    if not draft.row.says("supply"):
        return
    if cell.kind is not None:
        draft.set("availability", cell.kind)
    elif not draft.record.never_published:
        draft.notes.append(_("supply: the cell does not say whether it can be had; that was left as it is."))
    draft.set("lead_days_min", cell.lead_min)
    draft.set("lead_days_max", cell.lead_max)
    draft.set("minimum_order", cell.moq)
    draft.keep("supply", cell.leftover)


def _fill_details(draft: RecordDraft) -> None:
    row = draft.row
    for field in _TEXTS:
        draft.set_text(field, f"{field}_vi", f"{field}_en")
    for field in ("author", "hs_code", "capacity"):
        draft.set_text(field, field)
    draft.set_number("design_year", "design_year", 1000, 2100)
    if row.says("certificates"):
        _fill_certificates(draft)
    if row.says("options"):
        wanted = dict(_options(row.get("options")))
        former = [code for code, _option in _options(row.before.get("options", ""))]
        draft.set_children("options", wanted, former, lambda child: child.code)
    if row.says("images"):
        set_pictures(draft)


def _options(cell: str) -> list[tuple[str, ProductOption]]:
    """``Nhỏ | Small | s; Lớn | Large | l``: label, English label, stable code."""
    found: list[tuple[str, ProductOption]] = []
    for parts in split_lines(cell.replace(";", "\n")):
        code = slugify(part(parts, 2) or parts[0])[:40] or f"option-{len(found) + 1}"
        option = ProductOption(label=parts[0], code=code)
        if part(parts, 1):
            option.set_translation("label", "en", parts[1])
        found.append((code, option))
    return found


def _fill_certificates(draft: RecordDraft) -> None:
    cells, unknown = parse_certificates(draft.row.get("certificates"))
    former, _unknown = parse_certificates(draft.row.before.get("certificates", ""))
    for text in unknown:
        draft.keep("certificates", text)
    wanted = {_certificate_key(cell): Certificate(**asdict(cell)) for cell in cells}
    draft.set_children("certificates", wanted, [_certificate_key(cell) for cell in former], _certificate_key)


def _certificate_key(certificate: Any) -> str:
    names = ("scheme", "stars", "number", "decision", "issuer", "valid_from", "valid_to")
    return "|".join(str(getattr(certificate, name) or "") for name in names)


PRODUCTS = ListImporter(
    file_name="products.csv",
    order=30,
    required=REQUIRED,
    optional=OPTIONAL,
    key=product_key,
    label=lambda row: row.get("name_vi"),
    import_row=import_product,
)
