"""A curve that grows with the steps of a run, solid or dashed."""

import numpy as np
from manim import VMobject

from scenes.components.plot import Curve, Plot

CLOSE = 1e-6  # in units: what ends there belongs to the step


class GrowingCurve(Curve):
    """A curve that can be shown up to each step of a run.

    Dashes stay where they are while the curve grows. It may be moved while it is whole.

    Parameters
    ----------
    curve
        All of it, with its look: a line of corners, or dashes, from left to right.
    plot
        Where it stands.
    x
        (n_steps,) how far along the plot's x each step reaches.
    """

    def __init__(self, curve: VMobject, plot: Plot, x: np.ndarray) -> None:
        super().__init__(plot, joint_type=curve.joint_type)
        self.match_style(curve).set_z_index(curve.z_index)
        self.set_points(curve.points)
        self.pieces = curve.points.reshape(-1, 4, 3)
        ends = plot.places(np.stack([x, np.full(len(x), plot.y_range[0])], axis=1))
        self.n_pieces = np.searchsorted(
            self.pieces[:, -1, 0], ends[:, 0] + CLOSE, side="right"
        )

    def show_step(self, k: int) -> "GrowingCurve":
        """Show the curve up to the k-th of its steps."""
        if len(self.points) == 4 * len(self.pieces):  # whole, perhaps moved meanwhile
            self.pieces = self.points.reshape(-1, 4, 3)
        self.set_points(self.pieces[: self.n_pieces[k]].reshape(-1, 3))
        return self
