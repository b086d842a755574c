"""The gazetteer from the public lists: provinces, communes, Hà Nội's former communes."""

import datetime
from decimal import Decimal
from pathlib import Path

from django.db import transaction

from showcase.core.text import fold
from showcase.core.vocabulary import read_rows
from villages.models import Place, PlaceSuccession

DATA = Path(__file__).parent / "data"
REFORM = datetime.date(2025, 7, 1)
PRECISION_M = 2000  # the lists give the centre of a commune


@transaction.atomic
def load_gazetteer() -> int:
    """Fill an empty gazetteer; gives the number of places made."""
    if Place.objects.exists():
        return 0
    provinces = {row["code"]: _place(Place.Level.PROVINCE, row) for row in read_rows(DATA / "provinces.csv")}
    Place.objects.bulk_create(provinces.values())
    communes = {row["code"]: _commune(row, provinces) for row in read_rows(DATA / "communes.csv")}
    Place.objects.bulk_create(communes.values(), batch_size=500)
    return len(provinces) + len(communes) + _load_former(communes, provinces["01"])


def _place(level: Place.Level, row: dict[str, str]) -> Place:
    place = Place(level=level, code=row["code"], kind=row["kind"], name=row["name"])
    place.set_search_text()
    return place


def _commune(row: dict[str, str], provinces: dict[str, Place]) -> Place:
    place = _place(Place.Level.COMMUNE, row)
    place.parent = provinces[row["province_code"]]
    place.valid_from = REFORM
    if row["latitude_approx"]:
        place.latitude = Decimal(row["latitude_approx"])
        place.longitude = Decimal(row["longitude_approx"])
        place.precision_m = PRECISION_M
    return place


def _load_former(communes: dict[str, Place], ha_noi: Place) -> int:
    rows = read_rows(DATA / "ha_noi_former_communes.csv")
    former: dict[tuple[str, str, str], Place] = {}
    for row in rows:
        key = (row["former_kind"], row["former_name"], row["former_district"])
        if key not in former:
            place = Place(
                level=Place.Level.FORMER_COMMUNE,
                kind=key[0],
                name=key[1],
                district=key[2],
                parent=ha_noi,
                valid_to=REFORM - datetime.timedelta(days=1),
            )
            place.set_search_text()
            former[key] = place
    Place.objects.bulk_create(former.values(), batch_size=500)
    links = {
        (key, row["commune_code"]): PlaceSuccession(
            former=former[key], current=communes[row["commune_code"]], share=row["share"]
        )
        for row in rows
        if (key := (row["former_kind"], row["former_name"], row["former_district"]))
    }
    PlaceSuccession.objects.bulk_create(links.values(), batch_size=500)
    return len(former)


def find_commune(name: str) -> Place | None:
    """Today's commune of Hà Nội by its name, however its tone is placed."""
    bare = fold(name).removeprefix("phuong ").removeprefix("xa ").strip()
    in_ha_noi = Place.objects.filter(level=Place.Level.COMMUNE, parent__code="01")
    return next((place for place in in_ha_noi if fold(place.name) == bare), None)


def find_former_commune(name: str, district: str) -> Place | None:
    """A former commune of Hà Nội by its name and old district."""
    candidates = Place.objects.filter(level=Place.Level.FORMER_COMMUNE, search_text__contains=fold(name))
    bare = fold(name).removeprefix("phuong ").removeprefix("xa ").strip()
    for place in candidates:
        if fold(place.name) == bare and fold(district) in fold(place.district):
            return place
    return None
