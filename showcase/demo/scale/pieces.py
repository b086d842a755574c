"""One made-up product after another; the same number always gives the same product."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from products.models import Availability, Category, Certificate, Material, PriceKind, Product
from showcase.core.text import fold
from showcase.demo.scale.makers import english
from showcase.demo.scale.marks import NEWEST, NOTE, SPREAD, code_of
from showcase.demo.scale.words import (
    ENGLISH_TINTS,
    MOTIFS,
    SEED,
    SENTENCES,
    SHAPES,
    SUMMARIES,
    TINTS,
    USES,
    pairs,
    zipf,
)
from villages.models import Artisan, Craft, Technique, Village

_TERMS = (("category", Category, 5), ("material", Material, 6), ("technique", Technique, 5))


@dataclass(slots=True)
class Piece:
    """A product and what hangs on it, not stored yet."""

    product: Product
    techniques: list[int]
    materials: list[int]
    certificate: Certificate | None


@dataclass
class Workshop:
    """What products are made of: the villages, their makers and crafts, and the vocabularies."""

    villages: list[Village]
    artisans: list[Artisan]
    crafts: dict[int, list[Craft]] = field(default_factory=dict)
    makers: dict[int, list[Artisan]] = field(default_factory=dict)
    terms: dict[tuple[int, str], list[Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Each craft has some of the categories, materials and techniques, always the same."""
        for village in self.villages:
            self.crafts[village.pk] = list(village.crafts.all())
        for artisan in self.artisans:
            self.makers.setdefault(artisan.village_id, []).append(artisan)
        every = {name: list(model.objects.order_by("key")) for name, model, _count in _TERMS}
        for craft in Craft.objects.all():
            random = Random(f"{SEED} craft {craft.key}")
            for name, _model, count in _TERMS:
                self.terms[craft.pk, name] = random.sample(every[name], min(count, len(every[name])))

    def piece(self, number: int) -> Piece:
        """The product of this number."""
        random = Random(f"{SEED} product {number}")
        village = zipf(random, self.villages)
        craft = random.choice(self.crafts[village.pk])
        category, material, technique = (zipf(random, self.terms[craft.pk, name]) for name, _model, _count in _TERMS)
        others = [zipf(random, self.terms[craft.pk, "material"]), zipf(random, self.terms[craft.pk, "technique"])]
        maker = random.choice(self.makers[village.pk]) if random.random() < 0.75 else None
        words = _words(random, village, category, material, technique)
        product = Product(
            code=code_of("product", number),
            village=village,
            artisan=maker,
            craft=craft,
            category=category,
            **_texts(random, words),
            **_supply(random),
            **_price(random),
            **_dates(random),
            **_size(random),
            staff_note=NOTE,
            live=True,
        )
        if random.random() < 0.55:
            _translate(random, product, words, category, material)
        product.search_text = fold(" ".join(product.search_pieces()))
        return Piece(
            product,
            techniques=list({technique.pk, others[1].pk}),
            materials=list({material.pk, others[0].pk}),
            certificate=_certificate(random, product) if random.random() < 0.12 else None,
        )


def _words(random: Random, village: Village, category: Any, material: Any, technique: Any) -> dict[str, Any]:
    return {
        "thing": category.name.split(",")[0].capitalize(),
        "material": material.name,
        "technique": technique.name,
        "village": village.name,
        "pair": zipf(random, pairs()[:4_000]),
        "motif": zipf(random, MOTIFS),
        "other": random.choice(MOTIFS),
        "shape": random.choice(SHAPES),
        "tint": random.choice(TINTS),
        "use": random.choice(USES),
        "days": random.randint(2, 60),
    }


def _texts(random: Random, words: dict[str, Any]) -> dict[str, str]:
    name = "{thing} {material} {motif} {pair}" if random.random() < 0.5 else "{thing} {technique} {pair}"
    return {
        "name": name.format(**words),
        "summary": random.choice(SUMMARIES).format(**words),
        "story": " ".join(random.sample(SENTENCES, random.randint(2, 4))).format(**words),
        "care": "Lau bằng khăn mềm khô, tránh nắng gắt.",
    }


def _translate(random: Random, product: Product, words: dict[str, Any], category: Any, material: Any) -> None:
    thing, stuff = str(category.localized("name", "en")), str(material.localized("name", "en"))
    tint = random.choice(ENGLISH_TINTS)
    product.set_translation("name", "en", f"{words['pair']} {thing}, {tint} {stuff}")
    if random.random() < 0.6:
        product.set_translation("summary", "en", english(random, words["pair"]))
        product.set_translation("story", "en", " ".join(english(random, words["pair"]) for _ in range(3)))


def _supply(random: Random) -> dict[str, Any]:
    chosen = random.choices(list(Availability), weights=(15, 45, 32, 8))[0]
    result: dict[str, Any] = {"availability": chosen}
    if chosen == Availability.MADE_TO_ORDER:
        least = random.randint(3, 40)
        result |= {"lead_days_min": least, "lead_days_max": least + random.randint(1, 20)}
    if chosen == Availability.ONE_OF_A_KIND and random.random() < 0.2:
        result["sold_on"] = NEWEST.date() - timedelta(days=random.randint(1, 300))
    return result


def _price(random: Random) -> dict[str, Any]:
    kind = random.choices(list(PriceKind), weights=(50, 20, 15, 15))[0]
    if kind == PriceKind.ASK:
        return {"price_kind": kind}
    lowest = round(random.lognormvariate(13.2, 1.1), -4)
    least = max(20_000, int(lowest))
    result: dict[str, Any] = {"price_kind": kind, "price_min": least}
    if kind == PriceKind.RANGE:
        result["price_max"] = least * random.randint(2, 4)
    if random.random() < 0.7:
        result["price_confirmed_on"] = NEWEST.date() - timedelta(days=random.randint(0, 500))
    return result


def _dates(random: Random) -> dict[str, Any]:
    published = NEWEST - SPREAD * random.random()
    return {"first_published_at": published, "last_published_at": published}


def _size(random: Random) -> dict[str, Any]:
    if random.random() < 0.3:
        return {"diameter_mm": random.randrange(60, 600, 10), "height_mm": random.randrange(50, 800, 10)}
    return {
        "length_mm": random.randrange(80, 1800, 10),
        "width_mm": random.randrange(50, 900, 10),
        "weight_g": random.randrange(100, 12_000, 100),
    }


def _certificate(random: Random, product: Product) -> Certificate:
    """Ended, valid or still to begin, by the day it begins."""
    begins = date(2022, 6, 1) + timedelta(days=random.randint(0, 5 * 365))
    return Certificate(
        product=product,
        stars=random.choice((3, 3, 4, 4, 5)),
        number=f"{random.randint(1, 999):03}/OCOP",
        valid_from=begins,
        valid_to=begins + timedelta(days=3 * 365),
        sort_order=0,
    )
