"""Settings of the chapter on backpropagation."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from nnsim.bounds import Fault, between
from nnsim.estimates import Estimate, pictures, training
from nnsim.problems.chinstraps import bird_faults
from nnsim.problems.two_three_one import StartingWeights


@dataclass(frozen=True)
class Config(StartingWeights):
    """Settings of the experiment; the network's are its starting weights."""

    # mm; the bird with these two measurements
    bill_length: Annotated[float, between(10, 100)] = 42.0
    bill_depth: Annotated[float, between(5, 50)] = 20.2
    learning_rate: Annotated[float, between(1e-3, 10)] = 0.1  # for the step on one bird
    n_epochs: Annotated[int, between(1, 10_000)] = 300  # on the mean over all birds
    epoch_learning_rate: Annotated[float, between(1e-3, 10)] = 1.0  # for these

    def faults(self) -> Iterator[Fault]:
        """See :meth:`nnsim.bounds.Settings.faults`."""
        yield from bird_faults(self.bill_length, self.bill_depth)

    def estimate(self) -> Estimate:
        """See :meth:`nnsim.bounds.Settings.estimate`."""
        n, widths = self.n_epochs, (2, 3, 1)
        return (
            training(widths, 342, n, kept=n)
            + pictures(n, widths)
            + training((2, 1), 342, 2000)
        )
