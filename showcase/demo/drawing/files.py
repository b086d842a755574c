"""Many pictures at once, each in a file, by as many processes as there are processors."""

import multiprocessing
import os
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import cv2

from showcase.demo.drawing import Sketch, band, draw, masthead

QUALITY = 90
Job = tuple[Sequence[Sketch], str, Path]


def draw_files(jobs: Iterable[Job], scale: float) -> int:
    """Draw each sketch in its view into its JPEG file; returns how many.

    A "masthead" has several sketches in one picture; of a "band" only the code and the craft count.
    """
    # New processes, not copies of this one, which may hold a connection to a database.
    context = multiprocessing.get_context("spawn")
    # Each process keeps to its own processor: threads within it would only wait for one another.
    with ProcessPoolExecutor(os.cpu_count(), context, cv2.setNumThreads, (1,)) as pool:
        return sum(pool.map(_draw_file, *zip(*((*job, scale) for job in jobs), strict=True)))


def _draw_file(sketches: Sequence[Sketch], view: str, path: Path, scale: float) -> int:
    first = sketches[0]
    if view == "masthead":
        picture = masthead(list(sketches), scale)
    elif view == "band":
        picture = band(first.code, first.craft, scale)
    else:
        picture = draw(first, view, scale)
    picture.save(path, quality=QUALITY)
    return 1
