"""Pictures drawn by code for the demo: a centre's objects, seen whole, seen near by, and being made.

Only numpy, OpenCV (headless) and Pillow: skia-python's wheel needs libEGL and libGL of the system, which a fresh
machine does not have.
"""

from showcase.demo.drawing.bands import band
from showcase.demo.drawing.crafts import silhouette_of
from showcase.demo.drawing.drawing import draw
from showcase.demo.drawing.parts import Sketch
from showcase.demo.drawing.views import masthead

__all__ = ["Sketch", "band", "draw", "masthead", "silhouette_of"]
