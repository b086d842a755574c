"""What ``.ci/run`` looks for in the pictures of a fresh installation: each fault planted once."""

from __future__ import annotations

import random
import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
LOOK = runpy.run_path(str(ROOT / ".ci" / "pictures.py"))
wrong: Callable[..., list[str]] = LOOK["wrong"]


def _picture(path: Path, seed: int, size: tuple[int, int] = (1280, 1600), **saved: Any) -> Path:
    """A coarse pattern that another seed gives otherwise."""
    coarse = Image.frombytes("L", (8, 10), random.Random(seed).randbytes(80))
    coarse.resize(size, Image.Resampling.BICUBIC).save(path, **saved)
    return path


@pytest.fixture
def pictures(tmp_path: Path) -> dict[str, list[Path]]:
    return {f"CODE{seed}": [_picture(tmp_path / f"{seed}.jpg", seed)] for seed in range(4)}


def test_different_pictures_of_the_right_size_are_taken(pictures: dict[str, list[Path]], tmp_path: Path) -> None:
    assert wrong(pictures, 4, tmp_path) == []


def test_one_stored_twice_is_noticed_also_in_another_quality(pictures: dict[str, list[Path]], tmp_path: Path) -> None:
    _picture(pictures["CODE3"][0], 1, quality=60)
    assert wrong(pictures, 4, tmp_path) == ["CODE1 and CODE3 are the same picture"]


def test_a_small_one_is_noticed(pictures: dict[str, list[Path]], tmp_path: Path) -> None:
    _picture(pictures["CODE2"][0], 2, size=(1279, 1599))
    assert wrong(pictures, 4, tmp_path) == ["CODE2: 1599 px on the long side"]


def test_a_product_without_or_with_two_and_one_that_is_not_there_are_noticed(
    pictures: dict[str, list[Path]], tmp_path: Path
) -> None:
    pictures["CODE0"] = []
    pictures["CODE1"] *= 2
    assert wrong(pictures, 5, tmp_path) == [
        "CODE0 has 0 pictures",
        "CODE1 has 2 pictures",
        "4 products, 5 in the list",
    ]


def test_media_that_weigh_too_much_are_noticed(pictures: dict[str, list[Path]], tmp_path: Path) -> None:
    with (tmp_path / "heavy").open("wb") as file:
        file.truncate(151_000_000)
    assert wrong(pictures, 4, tmp_path) == ["media weigh 151 MB, at most 150 are meant"]
