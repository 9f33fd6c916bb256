"""Settings of the chapter on activation functions."""

from dataclasses import dataclass
from typing import Annotated

from nnsim.bounds import Settings, between
from nnsim.estimates import Estimate, pictures, training

N_BIRDS = 342
STACK = (2, 3, 3, 1)  # layers without activation, as they are drawn


@dataclass(frozen=True)
class Config(Settings):
    """Settings of the experiment; of several starts, the film shows the first."""

    n_starts: Annotated[int, between(2, 100)] = 10  # seeds 0, 1, 2, …
    learning_rate: Annotated[float, between(1e-4, 1)] = 0.02  # of Adam
    weight_decay: Annotated[float, between(0, 1)] = 0.001
    n_epochs: Annotated[int, between(10, 10_000)] = 1000  # steps, each on all birds
    # A loss this near to the single neuron's is at rest.
    margin: Annotated[float, between(1e-4, 0.1)] = 0.01
    n_splits: Annotated[int, between(2, 500)] = 20
    n_test: Annotated[int, between(10, 300)] = 68  # birds held out in each split
    split_epochs: Annotated[int, between(1, 20_000)] = 2000  # steps on each split
    wide: Annotated[int, between(3, 64)] = 4  # ReLU neurons, to compare with two
    n_layers: Annotated[int, between(2, 64)] = 8  # hidden, through which slopes go
    layer_width: Annotated[int, between(1, 256)] = 16  # neurons in each of these

    def estimate(self) -> Estimate:
        """See :meth:`nnsim.bounds.Settings.estimate`."""
        n, n_starts, small, wide = self.n_epochs, self.n_starts, (2, 2, 1), self.wide
        deep = (2, *(self.layer_width,) * self.n_layers, 1)
        n_train = N_BIRDS - self.n_test
        lines = Estimate(1.0) + training(STACK, N_BIRDS, 2000)
        return (
            lines
            + training(small, N_BIRDS, n, n_networks=n_starts) * 2
            + training((2, wide, 1), N_BIRDS, n, n_networks=n_starts)
            + training(small, N_BIRDS, n, kept=n) * 2
            + pictures(n, small)
            + Estimate(0, n * N_BIRDS * 16)
            + training(small, n_train, self.split_epochs, n_networks=self.n_splits) * 2
            + training(deep, N_BIRDS, 3, n_networks=n_starts)
        )
