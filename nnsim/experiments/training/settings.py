"""Settings of the chapter on training."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from nnsim.bounds import Fault, Seed, Settings, between
from nnsim.estimates import Estimate, pictures, training

N_BIRDS = 342
GRID = 60  # cells of a field along each axis


@dataclass(frozen=True)
class Config(Settings):
    """Settings of the experiment."""

    n_hidden: Annotated[int, between(1, 16)] = 4  # neurons
    learning_rate: Annotated[float, between(1e-4, 1)] = 0.01  # of Adam
    batch_size: Annotated[int, between(1, 171)] = 32  # birds in a mini-batch
    n_epochs: Annotated[int, between(1, 5000)] = 60
    seed: Seed = 7  # of the network that is watched
    n_starts: Annotated[int, between(2, 100)] = 10  # seeds 0, 1, 2, …
    n_splits: Annotated[int, between(2, 500)] = 20
    n_test: Annotated[int, between(10, 300)] = 68  # birds held out in each split
    # Without hidden neurons: until it changes no more.
    line_learning_rate: Annotated[float, between(1e-4, 1)] = 0.05
    line_epochs: Annotated[int, between(1, 10_000)] = 300
    nearly: Annotated[float, between(0.5, 1)] = 0.95  # share of birds, nearly all
    long_epochs: Annotated[int, between(3, 20_000)] = 1000  # if training goes on
    # Epochs from picture to picture of that.
    long_every: Annotated[int, between(1, 10_000)] = 10

    def faults(self) -> Iterator[Fault]:
        """See :meth:`nnsim.bounds.Settings.faults`."""
        beyond = self.long_epochs - self.n_epochs
        if beyond < self.long_every:
            yield (
                "long_epochs",
                f"must be at least n_epochs and long_every together, "
                f"{self.n_epochs + self.long_every}, not {self.long_epochs}",
            )
        n_train = N_BIRDS - self.n_test
        if self.batch_size > n_train:
            yield (
                "batch_size",
                f"must be at most {n_train}, the birds that n_test leaves to learn "
                f"from, not {self.batch_size}",
            )

    def estimate(self) -> Estimate:
        """See :meth:`nnsim.bounds.Settings.estimate`."""
        widths, n_batches = (2, self.n_hidden, 3), -(-N_BIRDS // self.batch_size)
        n_long = (self.long_epochs - self.n_epochs) // self.long_every
        n_watched, size = self.n_epochs + self.long_epochs, self.batch_size
        n_steps = n_batches * self.n_epochs
        hidden = Estimate(1e-3, 8 * GRID**2) * self.n_hidden
        return (
            training(widths, size, n_batches * n_watched, kept=n_watched)
            + training(widths, N_BIRDS, n_watched)
            + training(widths, size, n_steps, n_networks=self.n_starts)
            + training(widths, size, n_steps, n_networks=self.n_splits)
            + training(
                (2, 3), size, n_batches * self.line_epochs, n_networks=self.n_splits
            )
            + (hidden + pictures(1, widths, 3)) * self.n_epochs
            + pictures(n_long + n_batches + self.n_starts, widths, 3)
        )
