"""Two losses over a run: samples learned from, solid; samples held out, dashed."""

from collections.abc import Iterable

import numpy as np
from manim import VGroup, VMobject

from scenes.components.band import Band
from scenes.components.dashes import dashed
from scenes.components.growing_curve import GrowingCurve
from scenes.components.plot import Curve, Plot
from scenes.components.scale import Log, round_ticks
from scenes.frame import theme
from scenes.lesson.true_numbers import TrueNumbers
from scenes.overfitting.free_places import Place, free_place

ROLES = ("train", "validation")
EDGES = ("low", "high")  # of a Spread
NAMES = ("learned from", "held out")
ROOM = 0.09, 0.92  # of the y axis, in which a name may stand
N_DENSE = 400  # points of a curve that no name may cover
END = 0.95  # of the x axis; later, the figures of a tick stand out of a small picture
LOG_STEP = "step (log scale)"


class FitCurves:
    """A plot over steps with both losses and their names.

    Parameters
    ----------
    lesson
        The scene; its result has ``steps`` (n_steps,).
    train, test
        Places of (n_steps,) losses in the result.
    top
        Largest loss that is drawn.
    width, height
        Size of the plane, in units.
    bare
        Leave out words, for a small picture.
    """

    def __init__(
        self,
        lesson: TrueNumbers,
        train: str,
        test: str,
        *,
        top: float,
        width: float,
        height: float,
        bare: bool = False,
    ) -> None:
        self.lesson = lesson
        self.steps = lesson.values("steps")
        self.losses = [lesson.values(path) for path in (train, test)]
        x = Log(1, float(self.steps[-1]))
        self.plot = Plot(
            x, (0, top), y_label="mean loss", x_label="step" if bare else LOG_STEP,
            width=width, height=height,
            x_ticks=[at for at in x.ticks() if x.portion(at) < END] if bare else None,
            y_ticks=round_ticks(0, top, 2) if bare else None,
        )  # fmt: skip
        self.colors = [theme.role(role) for role in ROLES]
        self.curves: list[GrowingCurve] = []
        self.lines, self.names = VGroup(), VGroup()

    def draw(self) -> "FitCurves":
        """Draw both curves, and write their names, where the plot stands now."""
        for words, loss, color in zip(NAMES, self.losses, self.colors, strict=True):
            line = self.plot.curve(self.steps, loss, color=color)
            drawn = dashed(line) if self.curves else line
            self.curves.append(GrowingCurve(drawn, self.plot, self.steps))
            self.names.add(self.lesson.text(words, color=color, patch=True))
        self.lines.add(*self.curves).set_z_index(1)
        self.names.set_z_index(3)
        return self

    def name_at(self, *places: Place, beside: Iterable[VMobject] = ()) -> "FitCurves":
        """Put the middle of each name beside its curve.

        Parameters
        ----------
        places
            How far along the x axis, and how far above the curve, as shares of the
            axes; where a name would stand on a curve, it goes to a free place.
        beside
            On which no name may stand, either.
        """
        curves = [self._shares(loss) for loss in self.losses]
        taken = [(self._place(one), self._size(one)) for one in beside]
        for k, (name, (along, up)) in enumerate(zip(self.names, places, strict=True)):
            loss = np.interp(self.plot.x_scale.value(along), self.steps, self.losses[k])
            height = float(np.clip(self.plot.y_scale.portion(loss) + up, *ROOM))
            size = self._size(name)
            place = free_place((along, height), k, curves, size, taken, ROOM)
            taken.append((place, size))
            x, y = self.plot.x_scale.value(place[0]), self.plot.y_scale.value(place[1])
            name.move_to(self.plot.at(float(x), float(y)))
        return self

    def _shares(self, loss: np.ndarray) -> np.ndarray:
        """Return a curve in shares of the axes, densely, (N_DENSE, 2)."""
        x = np.linspace(0, 1, N_DENSE)
        portions = self.plot.x_scale.portion(self.steps)
        return np.stack([x, self.plot.y_scale.portion(np.interp(x, portions, loss))], 1)

    def _place(self, drawn: VMobject) -> Place:
        """Return the middle of what is drawn in shares of the axes."""
        away = drawn.get_center() - self.plot.x_axis.get_start()
        axes = self.plot.x_axis.get_length(), self.plot.y_axis.get_length()
        return float(away[0] / axes[0]), float(away[1] / axes[1])

    def _size(self, name: VMobject) -> Place:
        """Return width and height of a name in shares of the axes."""
        axes = self.plot.x_axis.get_length(), self.plot.y_axis.get_length()
        return float(name.width / axes[0]), float(name.height / axes[1])

    def bands(self, *paths: str) -> VGroup:
        """Draw the spread of each curve, from the ``low`` to the ``high`` at a path."""
        bands = VGroup()
        for path, color in zip(paths, self.colors, strict=True):
            low, high = (self.lesson.values(f"{path}.{edge}") for edge in EDGES)
            bands.add(Band(self.plot, self.steps, low, high, color))
        return bands

    def grow(self, k: int) -> None:
        """Show both curves up to the k-th step looked at."""
        for curve in self.curves:
            curve.show_step(k)


def thin_lines(plot: Plot, steps: np.ndarray, curves: np.ndarray) -> Curve:
    """Draw many curves, (n_curves, n_steps), as one thin mobject in the plot."""
    all_lines = Curve(plot)
    for curve in curves:
        points = plot.places(np.stack([steps, curve], axis=1))
        all_lines.start_new_path(points[0]).add_points_as_corners(points[1:])
    all_lines.set_stroke(theme.role(ROLES[1]), 1.5, opacity=0.6)
    return all_lines
