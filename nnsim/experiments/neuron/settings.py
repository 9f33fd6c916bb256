"""Settings of the chapter on one neuron."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated, TypeAlias

from nnsim.bounds import Fault, Settings, between
from nnsim.estimates import Estimate, pictures, training
from nnsim.problems.adelie_gentoo import load_birds
from nnsim.problems.own_data import Measurements
from nnsim.problems.own_question import pose_own
from nnsim.problems.question import Question

Weight: TypeAlias = Annotated[float, between(-1000, 1000)]
Scaled: TypeAlias = Annotated[float, between(-10, 10)]
N_BIRDS = 274  # Adelie and Gentoo


@dataclass(frozen=True)
class Config(Settings):
    """Settings of the experiment."""

    # What is left open is round and near the line of least squares between the two
    # classes; for the penguins 1, −1 and −27, chosen by eye.
    w_1: Weight | None = None  # of the first feature, in one over its unit
    w_2: Weight | None = None  # of the second
    bias: Annotated[float, between(-100_000, 100_000)] | None = None
    # w1, w2, b of the scaled inputs, untrained; if open, a line that is wrong:
    # both weights of size 1, the first with the sign that the data speak against.
    start: tuple[Scaled, Scaled, Scaled] | None = None
    learning_rate: Annotated[float, between(1e-4, 10)] = 0.3
    n_epochs: Annotated[int, between(1, 10_000)] = 100  # steps, each on all samples
    # A table of one's own; without one, penguins.
    data: Measurements = field(default_factory=Measurements)

    def faults(self) -> Iterator[Fault]:
        """See :meth:`nnsim.bounds.Settings.faults`."""
        if self.w_1 == self.w_2 == 0:
            yield "w_1", "must not be 0 with w_2: such a neuron draws no line"

    def estimate(self) -> Estimate:
        """See :meth:`nnsim.bounds.Settings.estimate`."""
        n, widths = self.n_epochs, (2, 1)
        n_rows = self.pose().n_samples if self.data.is_given else N_BIRDS
        return training(widths, n_rows, n, kept=n) + pictures(n, widths)

    def pose(self) -> Question:
        """Return the question that the chapter is about.

        Raises
        ------
        FileError
            If there is a table of one's own that cannot be read, or holds too little.
        """
        return pose_own(self.data, "easily") if self.data.is_given else load_birds()
