"""The longest list a centre can show: 24 pieces with photographs and long names, every facet at its full length."""

from random import Random

from wagtail.images.models import Filter

from products.models import Product, ProductImage
from search.documents import SearchQuery
from search.engines import get_engine
from showcase.demo.content import fill_settings
from showcase.demo.scale import loading, makers
from showcase.demo.scale.words import MOTIFS, pairs
from showcase.images.models import CentreImage, Rendition, rendition_name
from showcase.images.sizes import specs_for
from villages.models import Artisan

ON_A_PAGE = 24
#: What is searched for: the pieces found first have photographs too.
SEARCHED = ("gỗ", "rosewood")
#: So many pieces that each of the terms has one.
PIECES = 600
MAKERS = 60
#: A photograph of a telephone, upright.
WIDTH, HEIGHT = 3024, 4032
NAME = "Bộ bàn ghế khảm trai tích {motif} cổ đồ chân quỳ dạ cá gỗ gụ {place}"
ENGLISH = "Set of table and chairs inlaid with mother-of-pearl, {motif} on solid rosewood from {place}"
ALT = "Mặt bàn nhìn từ trên xuống, {motif} bằng vỏ trai cẩn trên gỗ gụ sẫm, bốn góc có hoa chanh {place}"


def make_full_catalogue() -> None:
    """Villages, makers and pieces in plenty; those of the first page and all makers have photographs."""
    makers.ARTISANS, usual = MAKERS, makers.ARTISANS
    try:
        loading.load(PIECES, lambda _said: None)
    finally:
        makers.ARTISANS = usual
    fill_settings()
    for number, product in enumerate(Product.objects.order_by("-first_published_at", "code")[:ON_A_PAGE]):
        words = {"motif": MOTIFS[number % len(MOTIFS)], "place": pairs()[-number]}
        product.name = NAME.format(**words)
        product.set_translation("name", "en", ENGLISH.format(**words))
        product.images.set([ProductImage(image=_photograph(number, ALT.format(**words)))])
        product.save()
    for text in SEARCHED:
        for product in Product.objects.filter(code__in=_first_found(text), images=None):
            product.images.set([ProductImage(image=_photograph(product.pk, ALT.format(motif=text, place="")))])
            product.save()
    for number, artisan in enumerate(Artisan.objects.order_by("code")):
        artisan.portrait, artisan.may_show_photo = _photograph(ON_A_PAGE + number, f"Chân dung {artisan.name}"), True
        artisan.save()
    get_engine.cache_clear()


def _first_found(text: str) -> list[str]:
    """The codes on the first page of a search."""
    get_engine.cache_clear()
    engine = get_engine()
    engine.refresh()
    return engine.search(SearchQuery("product", text, page_size=ON_A_PAGE)).codes()


def _photograph(number: int, alt: str) -> CentreImage:
    """A picture and its renditions as rows; the files themselves are asked for by no list."""
    stem = Random(number).randbytes(10).hex()
    size = {"width": WIDTH, "height": HEIGHT}
    focus = {"focal_point_x": WIDTH // 3, "focal_point_y": HEIGHT // 2}
    image = CentreImage(title=alt, alt_text=alt, file=f"original_images/{stem[:2]}/{stem}.jpg", **size, **focus)
    image.set_translation("alt_text", "en", f"Table top seen from above: {alt}")
    (image,) = CentreImage.objects.bulk_create([image])
    Rendition.objects.bulk_create(_rendition(image, spec) for specs in specs_for(image).values() for spec in specs)
    return image


def _rendition(image: CentreImage, spec: str) -> Rendition:
    width = int(spec.split("|")[0].removeprefix("width-"))
    size = {"width": width, "height": width * HEIGHT // WIDTH}
    file = f"images/{rendition_name(image, Filter(spec))}"
    return Rendition(image=image, filter_spec=spec, focal_point_key="", file=file, **size)
