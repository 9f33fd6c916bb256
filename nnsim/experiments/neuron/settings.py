"""Settings of the chapter on one neuron."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated, TypeAlias

from nnsim.bounds import Fault, Settings, between
from nnsim.estimates import Estimate, pictures, training
from nnsim.problems.own_data import Measurements

Weight: TypeAlias = Annotated[float, between(-10, 10)]


@dataclass(frozen=True)
class Config(Settings):
    """Settings of the experiment."""

    w_length: Weight = 1.0  # weight of bill length, 1/mm
    w_depth: Weight = -1.0  # weight of bill depth, 1/mm
    bias: Annotated[float, between(-1000, 1000)] = -27.0
    start: tuple[Weight, Weight, Weight] = (-1.0, -1.0, 0.0)  # w1, w2, b, untrained
    learning_rate: Annotated[float, between(1e-4, 10)] = 0.3
    n_epochs: Annotated[int, between(1, 10_000)] = 100  # steps, each on all birds
    # A table of one's own; without one, penguins.
    data: Measurements = field(default_factory=Measurements)

    def faults(self) -> Iterator[Fault]:
        """See :meth:`nnsim.bounds.Settings.faults`."""
        if self.w_length == self.w_depth == 0:
            yield "w_length", "must not be 0 with w_depth: such a neuron draws no line"

    def estimate(self) -> Estimate:
        """See :meth:`nnsim.bounds.Settings.estimate`."""
        n, widths = self.n_epochs, (2, 1)
        return training(widths, 274, n, kept=n) + pictures(n, widths)
