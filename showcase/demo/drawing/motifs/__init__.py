"""Motifs as the crafts draw them, for shell, lacquer and carving: each fills a field of a width and a height.

A motif is a list of pieces about the middle of its field.
"""

from collections.abc import Callable

import numpy as np

from showcase.demo.drawing.motifs.beasts import carp, cranes, phoenix, rooster
from showcase.demo.drawing.motifs.boards import characters, chess
from showcase.demo.drawing.motifs.pieces import Piece, moved
from showcase.demo.drawing.motifs.plants import bamboo, chrysanthemum, lotus, plum, reeds, scroll
from showcase.demo.drawing.motifs.prints import mice
from showcase.demo.drawing.motifs.views import boats, street

Motif = Callable[[np.random.Generator, float, float], list[Piece]]
MOTIFS: dict[str, Motif] = {
    "plum": plum,
    "lotus": lotus,
    "bamboo": bamboo,
    "chrysanthemum": chrysanthemum,
    "scroll": scroll,
    "reeds": reeds,
    "cranes": cranes,
    "carp": carp,
    "rooster": rooster,
    "phoenix": phoenix,
    "mice": mice,
    "street": street,
    "boats": boats,
    "characters": characters,
    "chess": chess,
}

#: Words of a record's name that ask for a motif.
NAMED = (
    ("characters", ("ba chữ",)),
    ("chess", ("bàn cờ",)),
    ("cranes", ("hạc", "tùng")),
    ("lotus", ("sen",)),
    ("carp", ("cá chép", "cá", "trăng")),
    ("rooster", ("gà",)),
    ("mice", ("chuột",)),
    ("street", ("phố",)),
    ("boats", ("thuyền", "bến", "mưa", "sông", "phong cảnh", "vịnh", "núi")),
    ("phoenix", ("phượng", "loan")),
    ("bamboo", ("trúc", "tre")),
    ("plum", ("mai", "đào", "xuân")),
    ("chrysanthemum", ("cúc", "mẫu đơn", "hoa")),
)


def motif_named(name: str) -> str:
    """The motif that a record's name speaks of, or nothing."""
    words = f" {name.lower()} "
    return next((motif for motif, asked in NAMED if any(f" {word} " in words for word in asked)), "")


__all__ = ["MOTIFS", "Motif", "Piece", "motif_named", "moved"]
