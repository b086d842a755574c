"""The band over a village's page: its things in a row, or its surface as one wide picture."""

from collections.abc import Callable

from PIL import Image

from showcase.demo.drawing.band_views import drying, figures, panels, sheaves, weaves
from showcase.demo.drawing.crafts import craft_of, ground_of
from showcase.demo.drawing.parts import Part, Sketch, Task, load, surface_of
from showcase.demo.drawing.scene import Scene, compose
from showcase.demo.drawing.still_life import BAND, still_life
from showcase.demo.drawing.surfaces.silk import DYES
from showcase.demo.drawing.views import swatch

#: Crafts that are known by their things more than by their surface: silhouettes and the words they go by.
ROWS: dict[str, tuple[tuple[str, str], ...]] = {
    "wood-turning": (("vase", ""), ("stand", ""), ("balusters", ""), ("caddy", ""), ("beads", ""), ("vase", "")),
    "fern-weaving": (("basket", "làn đi chợ quai mây"), ("woven-tray", "đĩa treo tường"), ("hamper", ""),
                     ("lamp", "chao đèn"), ("basket", "giỏ có nắp")),
    "instruments": (("lute", "đàn nguyệt"), ("lute", "đàn tỳ bà"), ("zither", ""), ("lute", "đàn nhị"),
                    ("lute", "đàn đáy"), ("monochord", "")),
    "birdcages": (("cage", ""), ("cage", ""), ("lamp", "đèn lồng"), ("cage", ""), ("cage", ""), ("cage", "")),
    "conical-hats": (("hat", ""), ("hat", "nón vẽ sen"), ("flat-hat", ""), ("hat", "nón bổ lớp")),
    "fans": (("fan", ""), ("fan", ""), ("fan", "")),
    "horn-work": (("comb", "lược bí"), ("bowl", ""), ("hairpin", ""), ("box", "hộp sừng tròn"), ("comb", "")),
    "forging": (("knives", "bộ dao bếp 3 chiếc"), ("scissors", ""), ("chisels", ""), ("sickle", ""),
                ("knives", "dao bổ cau")),
    "silk-weaving": (("cloth-length", ""), ("scarf", ""), ("cloth-length", ""), ("cloth-length", ""), ("scarf", ""),
                     ("cloth-length", "")),
    "lotus-silk": (("scarf", ""), ("cloth-length", ""), ("scarf", ""), ("scarf", ""), ("cloth-length", "")),
    "ao-dai": tuple(("ao-dai", name) for name in ("", "áo năm thân nam", "", "áo gấm cưới", "áo tà rộng",
                                                  "", "áo trẻ em", "")),
    "suits": (("suit", "comple nam"), ("waistcoat", ""), ("suit", "măng tô"), ("suit", "vest nữ"), ("suit", ""),
              ("waistcoat", "")),
    "leather-shoes": (("shoe", "giày tây nam"), ("shoe", "bốt"), ("shoe", "giày lười"), ("shoe", "dép quai hậu")),
    "rice-cakes": (("long-cake", ""), ("cake", ""), ("round-cake", ""), ("cake", "")),
    "soy-paste": (("jar", ""), ("bottle", ""), ("jar", ""), ("jar", "")),
    "confectionery": (("candy", "kẹo lạc"), ("candy", "kẹo dồi"), ("candy", "kẹo vừng"), ("candy", "hộp quà ba thứ")),
}  # fmt: skip


#: Crafts whose band is built of parts.
BUILT: dict[str, Callable[[Task], list[Part]]] = {
    "incense": sheaves, "rattan-bamboo": weaves, "fine-joinery": panels, "vermicelli": drying, "dough-figures": figures,
}  # fmt: skip


def band(code: str, craft: str, scale: float = 1.0) -> Image.Image:
    """A wide picture of a craft for its village, 2400 × 800 units."""
    load()
    key = craft_of(craft)
    if key in ROWS:
        return still_life(_row(code, key), BAND, scale, ground_of(key)).image(code, "band")
    task = Task(Sketch(code, key, "band", ground=ground_of(key)), scale, 2400, 800, "band")
    scene = Scene(task.width, task.height, scale, task.sketch.ground)
    if key in BUILT:
        compose(scene, task, BUILT[key](task))
        return scene.image(code, "band")
    form = swatch(task.width, task.height, scale, 1.5)
    scene.put(form, surface_of(key, Part(form, "band"))(form, task))
    return scene.image(code, "band")


def _row(code: str, key: str) -> list[Sketch]:
    """The things of a craft's row; no two of those that are dyed have the same colour, as far as there are colours."""
    things: list[Sketch] = []
    dyes: set[str] = set()
    for number, (silhouette, name) in enumerate(ROWS[key]):
        tries = [Sketch(f"{code}-{number}{letter}", key, silhouette, name) for letter in "abcdefghijkl"]
        free = [one for one in tries if Task(one, 1).pick("dye", *DYES) not in dyes]
        chosen = (free or tries)[0]  # more things than dyes begin again
        dyes.add(Task(chosen, 1).pick("dye", *DYES))
        things.append(chosen)
    return things
