"""Which maker does a cell mean? By code, or by name within the village."""

from collections import defaultdict

from django.utils.translation import gettext as _

from products.importing.village_index import VillageRef
from showcase.core.codes import is_code
from showcase.core.importing import ImportContext, RowError
from showcase.core.text import fold, normalise_marks
from villages.models import Artisan


class ArtisanIndex:
    """All makers by code and by folded name."""

    def __init__(self) -> None:
        self._by_code: dict[str, Artisan] = {}
        self._by_name: dict[str, list[Artisan]] = defaultdict(list)
        for artisan in Artisan._base_manager.all():
            self.add(artisan)

    def add(self, artisan: Artisan) -> None:
        """Put a maker in; put again, the newest state counts."""
        self.drop(artisan.code)
        self._by_code[artisan.code] = artisan
        self._by_name[fold(artisan.name)].append(artisan)

    def drop(self, code: str) -> None:
        """Forget a maker's earlier state."""
        if self._by_code.pop(code, None) is not None:
            for artisans in self._by_name.values():
                artisans[:] = [artisan for artisan in artisans if artisan.code != code]

    def by_code(self, code: str) -> Artisan | None:
        return self._by_code.get(code.upper())

    def named(self, name: str, village_pk: int | None = None) -> list[Artisan]:
        """The makers of this name, in a village or anywhere; exact marks before folded."""
        found = [
            artisan
            for artisan in self._by_name.get(fold(name), [])
            if village_pk is None or artisan.village_id == village_pk
        ]
        exact = [artisan for artisan in found if normalise_marks(artisan.name) == normalise_marks(name)]
        return exact or found

    def resolve(self, cell: str, village: VillageRef) -> Artisan:
        """The maker of a product. Raises ``RowError`` in words."""
        if is_code(cell.upper()) and (by_code := self.by_code(cell)):
            if by_code.village_id == village.pk:
                return by_code
            message = _("The maker %(name)s belongs to another village than %(village)s.")
            raise RowError(message % {"name": by_code.name, "village": village.name})
        found = self.named(cell, village.pk)
        if len(found) == 1:
            return found[0]
        if found:
            codes = ", ".join(artisan.code for artisan in found)
            message = _("Several makers of %(village)s are called “%(name)s”: write the code (%(codes)s).")
            raise RowError(message % {"name": cell, "village": village.name, "codes": codes})
        message = _("There is no maker “%(name)s” in %(village)s. Add the maker to artisans.csv.")
        raise RowError(message % {"name": cell, "village": village.name})


def artisan_index(context: ImportContext) -> ArtisanIndex:
    """The index of this run."""
    return context.remember("artisans", ArtisanIndex)  # type: ignore[no-any-return]
