"""What silhouettes and surfaces agree on: the task they are given, the parts they make, and how they are found by name.

A module in ``silhouettes/`` or ``surfaces/`` registers its functions by decorator and is found without being listed.
"""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from showcase.demo.drawing.canvas import chance
from showcase.demo.drawing.form import Form
from showcase.demo.drawing.light import Material


@dataclass(frozen=True)
class Sketch:
    """One record to be drawn: its code gives the chance, craft and silhouette give the picture."""

    code: str
    craft: str
    silhouette: str
    name: str = ""
    ground: str = ""


@dataclass(frozen=True)
class Task:
    """A sketch on its way to a picture: what every silhouette and surface is told."""

    sketch: Sketch
    scale: float
    width: int = 1600
    height: int = 2000
    role: str = "body"

    def rng(self, *words: str) -> np.random.Generator:
        """Random numbers of this record for a purpose: all parts that name the same purpose get the same."""
        return chance(self.sketch.code, *words)

    def pick(self, purpose: str, *choices: str) -> str:
        """One of several, the same for all parts of this record."""
        return choices[int(self.rng("pick", purpose).integers(len(choices)))]

    def named(self, *words: str) -> bool:
        """Whether the record's name has one of these words."""
        return any(word in self.sketch.name.lower() for word in words)


@dataclass(frozen=True)
class Part:
    """A form to be surfaced and put in the picture; parts are put one over the other in their order."""

    form: Form
    #: What it is of the thing: body, inside, rim, frame, picture … The craft chooses a surface by it; ``picture:2`` is
    #: the second of several.
    role: str = "body"
    #: A surface by name or of its own, where the craft's would be wrong.
    surface: "str | Surface" = ""
    #: ``stand`` and ``lie`` throw a shadow on the ground, ``cast`` is the outline of one there, ``drop`` throws one on
    #: what is in the picture already; empty throws none.
    shadow: str = ""
    #: Units above what it lies on.
    lift: float = 14
    #: Where a standing part touches the ground (units), if not at its lowest place.
    foot: float | None = None
    strength: float = 0.5


Surface = Callable[[Form, Task], Material]
Silhouette = Callable[[Task], list[Part]]
SURFACES: dict[str, Surface] = {}
SILHOUETTES: dict[str, Silhouette] = {}
#: By craft: surfaces by role; the empty role stands for all others.
DRESS: dict[str, dict[str, str]] = {}


def surface(*names: str) -> Callable[[Surface], Surface]:
    """Register a surface by one or more names."""

    def register(function: Surface) -> Surface:
        SURFACES.update(dict.fromkeys(names, function))
        return function

    return register


def silhouette(*names: str) -> Callable[[Silhouette], Silhouette]:
    """Register a silhouette by one or more names."""

    def register(function: Silhouette) -> Silhouette:
        SILHOUETTES.update(dict.fromkeys(names, function))
        return function

    return register


def dress(craft: str, usual: str, **roles: str) -> None:
    """Say which surfaces a craft gives to the parts of its things."""
    DRESS.setdefault(craft, {}).update({"": usual, **roles})


@lru_cache(maxsize=1)
def load() -> None:
    """Import every module of silhouettes and surfaces."""
    for folder in ("surfaces", "silhouettes"):
        for module in pkgutil.iter_modules([str(Path(__file__).parent / folder)]):
            importlib.import_module(f"showcase.demo.drawing.{folder}.{module.name}")


def surface_of(craft: str, part: Part) -> Surface:
    """The surface of a part: its own choice, else its craft's."""
    if callable(part.surface):
        return part.surface
    roles = DRESS.get(craft, {})
    name = part.surface or roles.get(part.role.split(":")[0])
    if not name and part.role in ("band", "panel"):
        name = roles.get("detail")
    name = name or roles.get("", "wood")
    return SURFACES.get(name) or SURFACES["wood"]
