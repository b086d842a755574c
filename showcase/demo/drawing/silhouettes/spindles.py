"""More turned things: balusters, caddies, low stands, bottles."""

from showcase.demo.drawing.lathe import lathe
from showcase.demo.drawing.parts import Part, Task, silhouette
from showcase.demo.drawing.silhouettes.vessels import STAND, Outline, footed, open_vessel, sized

BALUSTER: Outline = (
    (0.075, 0), (0.075, 0.16), (0.05, 0.175), (0.06, 0.20), (0.045, 0.22), (0.07, 0.32), (0.072, 0.40), (0.035, 0.56),
    (0.03, 0.66), (0.055, 0.70), (0.035, 0.73), (0.05, 0.76), (0.075, 0.80), (0.075, 1.0), (0.002, 1.001),
)  # fmt: skip
CADDY: Outline = ((0.40, 0), (0.44, 0.03), (0.46, 0.3), (0.46, 0.62), (0.45, 0.64))
CADDY_LID: Outline = (
    (0.46, 0.65),
    (0.475, 0.68),
    (0.47, 0.76),
    (0.30, 0.82),
    (0.10, 0.84),
    (0.07, 0.88),
    (0.09, 0.93),
    (0.002, 0.96),
)
BOTTLE: Outline = (
    (0.17, 0),
    (0.19, 0.02),
    (0.195, 0.4),
    (0.185, 0.60),
    (0.07, 0.74),
    (0.06, 0.90),
    (0.07, 0.92),
    (0.002, 0.925),
)
BOTTLE_CAP: Outline = ((0.072, 0.86), (0.078, 0.88), (0.078, 0.97), (0.06, 0.985), (0.002, 0.986))


@silhouette("balusters")
def balusters(task: Task) -> list[Part]:
    """Three balusters side by side."""
    parts = []
    for x, foot in ((480, 1640), (800, 1700), (1120, 1640)):
        body = lathe(sized(BALUSTER, 1360), x, foot, task.scale, 0.16)
        parts.append(Part(footed(body), "body", shadow="stand", foot=foot))
    return parts


@silhouette("caddy")
def caddy(task: Task) -> list[Part]:
    """A tea caddy with its lid on."""
    size, foot = 1000 * task.rng("shape").uniform(0.9, 1.05), 1450
    body = footed(lathe(sized(CADDY, size), 800, foot, task.scale, 0.30))
    lid = lathe(sized(CADDY_LID, size), 800, foot, task.scale, 0.30)
    return [
        Part(body, "body", shadow="stand", foot=foot),
        Part(lid, "rim", "turned-wood" if task.sketch.craft == "wood-turning" else "", "drop", 6),
    ]


@silhouette("stand")
def stand(task: Task) -> list[Part]:
    """A low dish on a turned foot."""
    low = [(radius, height * 0.62) for radius, height in STAND]
    return open_vessel(sized(low, 560), 800, 1330, 0.44, 18, task.scale, 0.62)


@silhouette("bottle")
def bottle(task: Task) -> list[Part]:
    """Bottles of dark sauce, capped and sealed with paper."""
    parts = []
    for x, foot in ((590, 1480), (1010, 1540)):
        body = footed(lathe(sized(BOTTLE, 1260), x, foot, task.scale, 0.18))
        label = lathe(sized([(0.1985, 0.14), (0.1995, 0.2), (0.198, 0.44)], 1260), x, foot, task.scale, 0.18)
        cap = lathe(sized(BOTTLE_CAP, 1260), x, foot, task.scale, 0.18)
        parts.append(Part(body, "body", "sauce-glass", "stand", foot=foot))
        parts += [Part(label, "label", "paper"), Part(cap, "cap", "red-lacquer")]
    return parts
