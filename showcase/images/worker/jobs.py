"""The jobs: `clean` an upload, `measure` its header, `render` sizes of a stored picture."""

from io import BytesIO
from typing import Any

import pillow_heif
from PIL import Image

from showcase.images.kinds import kind_of
from showcase.images.worker import cleaning, rendering
from showcase.images.worker.refusals import Refusal

pillow_heif.register_heif_opener()
# Each thread would reserve address space, of which the process has little.
pillow_heif.options.DECODE_THREADS = 1
# Every format's module now: a child may write no file, so it would compile each of them anew, 0.1 s of every job.
Image.init()

Answer = tuple[dict[str, Any], list[bytes]]


def run(request: dict[str, Any], blobs: list[bytes]) -> Answer:
    """Do what `request["job"]` names with the first blob; a file that is not taken gives {"refused": code}."""
    try:
        return JOBS[request["job"]](request, blobs[0])
    except Refusal as refusal:
        return {"refused": refusal.code, "params": refusal.params}, []
    except MemoryError:
        return {"refused": "too_much_memory", "params": {}}, []
    except Exception as error:  # Pillow's parsers answer a damaged file with nearly anything
        return {"refused": "damaged", "params": {}, "error": repr(error)[:500]}, []


def _clean(request: dict[str, Any], content: bytes) -> Answer:
    return cleaning.clean(content)


def _measure(request: dict[str, Any], content: bytes) -> Answer:
    kind = kind_of(content[:64])
    with Image.open(BytesIO(content), formats=(kind.pillow_format,)) as picture:
        return {"size": picture.size}, []


def _render(request: dict[str, Any], content: bytes) -> Answer:
    return {}, rendering.render(content, request["outputs"])


JOBS = {"clean": _clean, "measure": _measure, "render": _render}
