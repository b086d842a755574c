"""Forty made-up villages and three hundred makers, some of whom do not want to be named."""

from datetime import timedelta
from random import Random

from showcase.demo.scale.marks import NEWEST, NOTE, SPREAD, code_of
from showcase.demo.scale.words import (
    ENGLISH_SENTENCES,
    ENGLISH_SHAPES,
    ENGLISH_TINTS,
    MOTIFS,
    ROOMS,
    SEED,
    TINTS,
    USES,
    pairs,
)
from villages.models import Artisan, ArtisanTitle, Craft, CraftStep, Place, Village, VillageAlias, VillageTitle

VILLAGES = 40
ARTISANS = 300
TOOLS = ("cưa nan", "đục bạt", "bút lông", "khung gỗ", "dao trổ", "đá mài")
FAMILIES = ["Nguyễn", "Trần", "Lê", "Phạm", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô", "Dương", "Đinh", "Đoàn"]


def make_villages() -> list[Village]:
    """The villages, those that are missing made and published."""
    crafts = list(Craft.objects.order_by("key"))
    communes = list(Place.objects.filter(level=Place.Level.COMMUNE).order_by("code")[:200])
    wanted = [code_of("village", number) for number in range(VILLAGES)]
    known = {village.code: village for village in Village.objects.filter(code__in=wanted)}
    for number, code in enumerate(wanted):
        if code not in known:
            known[code] = _village(number, crafts, communes)
    return [known[code] for code in wanted]


def _village(number: int, crafts: list[Craft], communes: list[Place]) -> Village:
    random = Random(f"{SEED} village {number}")
    name = pairs()[-1 - number]
    mine = [crafts[number % len(crafts)], random.choice(crafts)]
    published = NEWEST - SPREAD * random.random()
    village = Village(
        code=code_of("village", number),
        name=name,
        gloss=f"làng {mine[0].name}",
        summary=f"{name} làm {mine[0].name} đã nhiều đời, nay còn {random.randint(12, 240)} hộ theo nghề.",
        story="\n\n".join(_paragraph(random, name, mine[0].name) for _ in range(3)),
        typical_products=", ".join(random.sample(MOTIFS, 4)),
        commune=random.choice(communes) if communes else None,
        former_place_text=f"xã {pairs()[-100 - number]}",
        staff_note=NOTE,
        live=True,
        first_published_at=published,
        last_published_at=published,
    )
    village.crafts = list(dict.fromkeys(mine))
    village.aliases.set([VillageAlias(name=f"Xóm {random.choice(pairs())}", sort_order=order) for order in range(2)])
    village.titles.set(
        [VillageTitle(title="Làng nghề truyền thống (dữ liệu thử)", date_year=random.randint(2001, 2020))]
    )
    village.steps.set([_step(random, order) for order in range(6)])
    if number % 2:
        village.set_translation("gloss", "en", f"{mine[0].localized('name', 'en')} village")
        village.set_translation("summary", "en", f"{name} has worked at {mine[0].localized('name', 'en')} for long.")
    village.save()
    return village


def _paragraph(random: Random, name: str, craft: str) -> str:
    return (
        f"Ở {name}, {craft} là việc của cả nhà: người già vẽ {random.choice(MOTIFS)}, người trẻ pha màu "
        f"{random.choice(TINTS)}. Hàng làm cho {random.choice(USES)} và {random.choice(USES)}, phiên chợ "
        f"{random.choice(pairs())} bày từ sáng sớm."
    )


def _step(random: Random, order: int) -> CraftStep:
    motif = random.choice(MOTIFS)
    return CraftStep(
        title=f"Bước {order + 1}: {motif}",
        description=f"Làm {motif} cho đều tay, rồi để khô {random.randint(1, 9)} ngày.",
        tool=random.choice(TOOLS),
        duration=f"{random.randint(1, 9)} ngày",
        sort_order=order,
    )


def make_artisans(villages: list[Village]) -> list[Artisan]:
    """The makers, those that are missing made. One in six has not consented to be named; one in thirty is a draft."""
    wanted = [code_of("artisan", number) for number in range(ARTISANS)]
    known = {artisan.code: artisan for artisan in Artisan.objects.filter(code__in=wanted)}
    for number, code in enumerate(wanted):
        if code not in known:
            known[code] = _artisan(number, villages[number % len(villages)])
    return [known[code] for code in wanted]


def _artisan(number: int, village: Village) -> Artisan:
    random = Random(f"{SEED} artisan {number}")
    agrees = number % 6 != 5
    published = NEWEST - SPREAD * random.random() + timedelta(hours=1)
    crafts = list(village.crafts.all())
    artisan = Artisan(
        code=code_of("artisan", number),
        name=f"{random.choice(FAMILIES)} {pairs()[-500 - number]}",
        kind=random.choice(
            [Artisan.Kind.PERSON, Artisan.Kind.PERSON, Artisan.Kind.HOUSEHOLD, Artisan.Kind.COOPERATIVE]
        ),
        village=village,
        birth_year=random.randint(1940, 2000),
        summary=f"Làm {crafts[0].name} ở {village.name}, chuyên {random.choice(MOTIFS)}.",
        story=_paragraph(random, village.name, crafts[0].name),
        may_show_name=agrees,
        may_show_story=agrees and number % 4 != 0,
        staff_note=NOTE,
        live=number % 30 != 29,
        first_published_at=published,
        last_published_at=published,
    )
    artisan.crafts = crafts[:1]
    artisan.titles.set([ArtisanTitle(title="Thợ giỏi (dữ liệu thử)")] if number % 3 == 0 else [])
    if number % 2:
        artisan.set_translation("summary", "en", english(random, village.name))
    artisan.save()
    return artisan


def english(random: Random, pair: str) -> str:
    """An English sentence."""
    return random.choice(ENGLISH_SENTENCES).format(
        tint=random.choice(ENGLISH_TINTS),
        shape=random.choice(ENGLISH_SHAPES),
        room=random.choice(ROOMS),
        days=random.randint(2, 60),
        pair=pair,
    )
