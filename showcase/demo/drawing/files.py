"""Many pictures at once, each in a file, by as many processes as there are processors."""

import multiprocessing
import os
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from showcase.demo.drawing import Sketch, draw, masthead

QUALITY = 90


Job = tuple[Sequence[Sketch], str, Path]


def draw_files(jobs: Iterable[Job], scale: float) -> int:
    """Draw each sketch in its view into its JPEG file, of the view "masthead" several in one; returns how many."""
    # New processes, not copies of this one, which may hold a connection to a database.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=os.cpu_count(), mp_context=context) as pool:
        return sum(pool.map(_draw_file, *zip(*((*job, scale) for job in jobs), strict=True), chunksize=4))


def _draw_file(sketches: Sequence[Sketch], view: str, path: Path, scale: float) -> int:
    picture = masthead(list(sketches), scale) if view == "masthead" else draw(sketches[0], view, scale)
    picture.save(path, quality=QUALITY)
    return 1
