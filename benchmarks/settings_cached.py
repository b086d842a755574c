"""As ``benchmarks.settings``, with whole pages kept."""

from __future__ import annotations

from benchmarks.settings import *

PAGE_CACHE = True
