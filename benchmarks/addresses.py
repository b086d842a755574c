"""Addresses for each kind of page, always the same for the same catalogue."""

from random import Random
from urllib.parse import urlencode

from products.models import Category, Material, Product
from showcase.core.text import fold
from showcase.demo.scale.words import MOTIFS, SEED, pairs
from villages.models import Craft, Technique, Village

COUNT = 200
#: More than the engine keeps answers of (256), so that most are worked out anew.
QUESTIONS = 600
PAGE_SIZE = 24
LIST = "/san-pham/"


def addresses() -> dict[str, list[str]]:
    """Paths by kind of page."""
    random = Random(SEED)
    products = list(Product.objects.public().order_by("code")[:20_000])
    villages = list(Village.objects.public().order_by("code"))
    last = -(-Product.objects.public().count() // PAGE_SIZE)
    return {
        "list": [LIST],
        "filtered list": _filtered(random, villages),
        "page 50": [f"{LIST}?page={min(50, last)}"],
        "last page": [f"{LIST}?page={last}"],
        "detail": [record.get_absolute_url("vi") for record in random.sample(products, min(COUNT, len(products)))],
        "village": [record.get_absolute_url("vi") for record in villages],
        "search": [f"/tim-kiem/?{urlencode({'q': query})}" for query in _queries(random)],
        "home": ["/"],
    }


def _filtered(random: Random, villages: list[Village]) -> list[str]:
    facets = {
        "craft": list(Craft.objects.order_by("key").values_list("key", flat=True)),
        "material": list(Material.objects.order_by("key").values_list("key", flat=True)),
        "technique": list(Technique.objects.order_by("key").values_list("key", flat=True)),
        "category": list(Category.objects.order_by("key").values_list("key", flat=True)),
        "village": [village.code for village in villages],
        "availability": ["in_stock", "made_to_order", "one_of_a_kind"],
        "price": ["under-200k", "200k-500k", "500k-1m", "1m-5m", "over-5m"],
    }
    made = []
    for number in range(QUESTIONS):
        chosen = random.sample(list(facets), number % 3 + 1)
        query = [(name, key) for name in chosen for key in random.sample(facets[name], random.randint(1, 2))]
        made.append(f"{LIST}?{urlencode(query)}")
    return made


def _queries(random: Random) -> list[str]:
    """Names, terms and motifs; some without marks, some cut short, some mistyped."""
    terms = [*Category.objects.values_list("name", flat=True), *Craft.objects.values_list("name", flat=True)]
    made = []
    for number in range(QUESTIONS):
        kind = number % 5
        words = random.choice(pairs()[:1_000] if kind == 0 else MOTIFS if kind == 1 else terms)
        if kind == 2:
            words = fold(words)
        elif kind == 3:
            words = f"{words} {random.choice(MOTIFS).split()[0]}"
        elif kind == 4 and len(words) > 4:
            place = random.randrange(1, len(words) - 2)
            words = words[:place] + words[place + 1] + words[place] + words[place + 2 :]
        made.append(words)
    return made
