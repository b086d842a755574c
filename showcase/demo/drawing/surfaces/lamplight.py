"""What lamps are made of: shades that let light through, the bulb, the cord."""

import numpy as np

from showcase.demo.drawing.canvas import colour, noise, numbers, ramp, tint
from showcase.demo.drawing.form import Form
from showcase.demo.drawing.light import Material
from showcase.demo.drawing.parts import Task, surface

WARM = colour("#ffd9a0")


@surface("lit-silk", "lit-paper")
def lit(form: Form, task: Task) -> Material:
    """Thin cloth or paper with a lamp behind it: brightest in its middle, fibres darker against the light."""
    rng = task.rng("lit", task.role)
    span = float(np.ptp(form.v[form.mask > 0.5]))
    down = (form.v - form.v[form.mask > 0.5].min()) / np.float32(span) - np.float32(0.55)
    lamp = np.exp(-((down / 0.42) ** 2)) * np.clip(form.normal[..., 2], 0, 1) ** 1.2
    fibres = noise(form.shape, 30 * form.scale, rng, 4) * 0.5 + noise(form.shape, 4 * form.scale, rng, 2) * 0.5
    weight = 1 - 0.14 * np.abs(fibres) - 0.06 * fibres
    tone = colour(task.pick("shade", "#efe3cc", "#ecdcbc", "#f1e8d8"))
    albedo = np.broadcast_to(numbers(tone), (*form.shape, 3)) * weight[..., None]
    glow = (lamp * weight * 0.55)[..., None] * numbers(WARM)
    return Material(albedo.astype(np.float32), None, gloss=0.1, reflects=0.02, glow=glow.astype(np.float32))


@surface("glowing")
def glowing(form: Form, task: Task) -> Material:
    """The inside of a shade, with the lamp on."""
    share = np.clip(form.v / max(float(form.v.max()), 1.0), 0, 1)
    albedo = tint(colour("#c79a5c"), colour("#e9c88e"), share)
    dots = 1 + 0.12 * np.sin(form.v * 0.36) * np.sin(form.u * 0.26)
    glow = (share * dots * 0.55 + 0.10)[..., None] * numbers(WARM)
    return Material(albedo, None, gloss=0.1, glow=glow.astype(np.float32))


@surface("bulb")
def bulb(form: Form, task: Task) -> Material:
    """A lamp that is on."""
    albedo = np.broadcast_to(numbers([0.9, 0.85, 0.7]), (*form.shape, 3)).copy()
    glow = np.broadcast_to(numbers([0.9, 0.74, 0.46]), (*form.shape, 3)) * form.normal[..., 2:3]
    return Material(albedo, None, gloss=0.8, glow=glow.astype(np.float32))


@surface("cord")
def cord(form: Form, task: Task) -> Material:
    """A cord with a woven cover."""
    twist = np.sin(form.v * 0.9 + form.u * 1.2) * np.float32(0.5) + np.float32(0.5)
    return Material(ramp([colour("#241c17"), colour("#57463a")], twist), (twist * 0.6).astype(np.float32), gloss=0.3)
