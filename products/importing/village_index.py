"""Which village does a cell mean? By code, by name, by a hamlet or an old name."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import gettext as _

from products.importing.names import bare_name, parse_reference
from products.importing.places import bare_place
from showcase.core.codes import is_code
from showcase.core.importing import ImportContext, RowError
from showcase.core.text import fold, normalise_marks
from villages.models import Village


@dataclass(frozen=True, slots=True)
class VillageRef:
    """A village as cells may name it; ``places`` are folded words that tell namesakes apart."""

    pk: int
    code: str
    name: str
    aliases: tuple[str, ...]
    places: frozenset[str]
    district: str


class VillageIndex:
    """All villages by folded name and by folded other name."""

    def __init__(self) -> None:
        self._by_code: dict[str, VillageRef] = {}
        self._names: dict[str, list[VillageRef]] = defaultdict(list)
        self._aliases: dict[str, list[VillageRef]] = defaultdict(list)
        villages = Village._base_manager.select_related("commune", "former_place").prefetch_related("aliases")
        for village in villages:
            self.add(village)

    def add(self, village: Village) -> None:
        """Put a village in; put again, its new names count too."""
        ref = _ref(village)
        if self._by_code.get(ref.code) == ref:
            return
        self.drop(ref.code)
        self._by_code[ref.code] = ref
        self._names[fold(ref.name)].append(ref)
        for alias in {fold(alias) for alias in ref.aliases}:
            self._aliases[alias].append(ref)

    def drop(self, code: str) -> None:
        """Forget a village's earlier names."""
        old = self._by_code.pop(code, None)
        if old is not None:
            for index in (self._names, self._aliases):
                for refs in index.values():
                    if old in refs:
                        refs.remove(old)

    def by_code(self, code: str) -> VillageRef | None:
        return self._by_code.get(code.upper())

    def of_row(self, name: str, district: str) -> VillageRef | None:
        """The village that a row of villages.csv is about, if it is there."""
        candidates = self._names.get(fold(name), [])
        district = fold(district)
        same = [ref for ref in candidates if not district or not ref.district or fold(ref.district) == district]
        exact = [ref for ref in same if normalise_marks(ref.name) == normalise_marks(name)]
        found = exact or same
        return found[0] if len(found) == 1 else None

    def resolve(self, cell: str) -> VillageRef:
        """The village of a product or an artisan. Raises ``RowError`` with a way out, in words."""
        if is_code(cell.strip().upper()) and (by_code := self.by_code(cell.strip())):
            return by_code
        name, qualifier = parse_reference(cell)
        candidates = self._candidates(name)
        if qualifier:
            candidates = [ref for ref in candidates if fold(bare_place(qualifier)) in ref.places]
        if not candidates:
            message = _("There is no village “%(name)s”. Add it to villages.csv, or name one that is there.")
            raise RowError(message % {"name": cell.strip()})
        if len(candidates) > 1:
            choices = ", ".join(f"{ref.name} ({ref.district}) {ref.code}" for ref in candidates)
            message = _("Several villages are called “%(name)s”: %(choices)s. Write the code of the one you mean.")
            raise RowError(message % {"name": cell.strip(), "choices": choices})
        return candidates[0]

    def _candidates(self, name: str) -> list[VillageRef]:
        for text in dict.fromkeys((name, bare_name(name))):
            for index in (self._names, self._aliases):
                found = index.get(fold(text), [])
                if found:
                    return _exact(found, text)
        return []


def _exact(found: list[VillageRef], name: str) -> list[VillageRef]:
    marked = normalise_marks(name)
    exact = [ref for ref in found if marked in map(normalise_marks, (ref.name, *ref.aliases))]
    return exact or found


def _ref(village: Village) -> VillageRef:
    commune, former = village.commune, village.former_place
    district = bare_place(former.district) if former else ""
    pieces = [part.strip() for part in village.former_place_text.replace("→", ",").split(",")]
    if not district and len(pieces) > 1:
        district = bare_place(pieces[-1])
    aliases = tuple(alias.name for alias in village.aliases.all())
    names = [*aliases, *pieces, district, former.name if former else "", commune.name if commune else ""]
    places = frozenset(fold(bare_place(place)) for place in [village.name, *names] if place)
    return VillageRef(village.pk, village.code, village.name, aliases, places, district)


def village_index(context: ImportContext) -> VillageIndex:
    """The index of this run."""
    return context.remember("villages", VillageIndex)  # type: ignore[no-any-return]


def village_record(context: ImportContext, ref: VillageRef) -> Village:
    """The village itself, read once a run: thousands of products may name it."""

    def read() -> Village:
        return Village._base_manager.get(pk=ref.pk)

    return context.remember(f"village {ref.pk}", read)  # type: ignore[no-any-return]
