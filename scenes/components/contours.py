"""A map of a function of two parameters: level lines over a quiet fill."""

from collections.abc import Sequence

import numpy as np
from manim import Group, ManimColor, VGroup

from nnsim.views.planes import zero_line
from scenes.components._pixels import PlanePicture, shade
from scenes.components.field import Border
from scenes.components.plot import Plot, Tick
from scenes.components.scale import tick_spec
from scenes.frame import theme

NEAR = 0.1  # units; a line that passes the guide at more does not cross it
Guide = tuple[tuple[float, float], tuple[float, float]]


class Contours(Group):
    """Level lines of values on a grid; the higher, the stronger the colour.

    Parameters
    ----------
    plot
        Axes of the two parameters; the values fill its plane.
    values
        (n + 1, n + 1) at the corners of n by n cells, the first row at the least y.
    levels
        Values of the lines, rising. From one line to the next the fill gets stronger
        by the same amount, however far apart they are.
    guide
        Two places, in the plot's values: each level is written where its line
        crosses the straight way between them; a line that does not has no name.
    color
        Of the lines and the highest values, the loss's if None; the lowest values
        have the paper's.
    """

    def __init__(
        self,
        plot: Plot,
        values: np.ndarray,
        levels: Sequence[float],
        *,
        guide: Guide,
        color: ManimColor | None = None,
    ) -> None:
        color = color or theme.role("loss")
        ends = np.array([plot.at(*end)[:2] for end in guide])
        self.fill = _fill(plot, values, levels, color)
        self.lines, self.names = VGroup(), VGroup()
        for level in levels:
            pieces = zero_line(values - level, (plot.x_range, plot.y_range))
            line = Border(plot, pieces).set_stroke(color, theme.AXIS, 0.75)
            self.lines.add(line.set_z_index(0))
            at = _crossing(line, ends)
            if at is not None:
                name = Tick(level, tick_spec([level]), pixels=theme.SMALLEST,
                            patch=True)  # fmt: skip
                self.names.add(name.move_to(at).set_z_index(1))
        super().__init__(self.fill, self.lines, self.names)


def _fill(
    plot: Plot, values: np.ndarray, levels: Sequence[float], color: ManimColor
) -> PlanePicture:
    """Colour the plane from paper, at the least value, to strong at the last level."""
    middles = (
        values[:-1, :-1] + values[1:, :-1] + values[:-1, 1:] + values[1:, 1:]
    ) / 4
    share = np.interp(
        middles, [values.min(), *levels], np.linspace(0, 1, len(levels) + 1)
    )
    return PlanePicture(plot, shade(share[::-1], color.to_rgb()))


def _crossing(line: Border, guide: np.ndarray) -> np.ndarray | None:
    """Return where a line on screen comes nearest to the way (2, 2); None if far."""
    points = line.points
    if len(points) == 0:
        return None
    way = guide[1] - guide[0]
    along = np.clip((points[:, :2] - guide[0]) @ way / (way @ way), 0, 1)
    off = np.linalg.norm(points[:, :2] - guide[0] - along[:, None] * way, axis=1)
    return points[off.argmin()] if off.min() < NEAR else None
