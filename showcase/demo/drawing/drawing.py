"""From a sketch to a picture."""

from dataclasses import replace

from PIL import Image

from showcase.demo.drawing import views
from showcase.demo.drawing.crafts import craft_of, ground_of
from showcase.demo.drawing.fitting import fitted
from showcase.demo.drawing.parts import SILHOUETTES, Sketch, Task, load
from showcase.demo.drawing.scene import Scene, compose

OBJECT_SIZE = (1600, 2000)


def draw(sketch: Sketch, view: str = "object", scale: float = 1.0) -> Image.Image:
    """The picture of a record: the whole object, its surface near by, or its making."""
    load()
    sketch = replace(sketch, craft=craft_of(sketch.craft), ground=sketch.ground or ground_of(sketch.craft))
    if sketch.silhouette not in SILHOUETTES:
        sketch = replace(sketch, silhouette="picture")
    if view == "detail":
        return views.detail(sketch, scale)
    if view == "making":
        return views.making(sketch, scale)
    task = Task(sketch, scale, *OBJECT_SIZE)
    scene = Scene(task.width, task.height, scale, sketch.ground)
    compose(scene, task, fitted(task))
    return scene.image(sketch.code, view)
