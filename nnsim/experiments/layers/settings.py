"""Settings of the chapter on layers."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, TypeAlias

from nnsim.bounds import Fault, Seed, Settings, between
from nnsim.estimates import Estimate, pictures, training
from nnsim.problems.chinstraps import bird_faults

N_BIRDS = 342
Width: TypeAlias = Annotated[int, between(1, 64)]


@dataclass(frozen=True)
class Config(Settings):
    """Settings of the experiment."""

    # Widths of the hidden layers: the fifth neuron is shown, each holds its number,
    # and two make a plane.
    hidden: tuple[Annotated[int, between(5, 12)], Annotated[int, between(2, 2)]] = (
        8, 2,
    )  # fmt: skip
    seed: Seed = 2  # of the starting weights
    learning_rate: Annotated[float, between(1e-4, 1)] = 0.02  # of Adam
    weight_decay: Annotated[float, between(0, 1)] = 1e-3
    n_epochs: Annotated[int, between(1, 10_000)] = 400
    every: Annotated[int, between(1, 1000)] = 2  # steps from one kept network on
    # mm; the bird with these two measurements
    bill_length: Annotated[float, between(10, 100)] = 47.5
    bill_depth: Annotated[float, between(5, 50)] = 16.8
    # Neurons in each of two hidden layers of the penguin net.
    wide_hidden: Annotated[int, between(1, 64)] = 16
    # Hidden layers: one, two and three.
    budget: tuple[tuple[Width], tuple[Width, Width], tuple[Width, Width, Width]] = (
        (11,), (8, 2), (4, 4, 2),
    )  # fmt: skip
    n_splits: Annotated[int, between(2, 500)] = 20
    n_test: Annotated[int, between(10, 300)] = 114  # birds held out in each split
    split_epochs: Annotated[int, between(1, 10_000)] = 1500

    def faults(self) -> Iterator[Fault]:
        """See :meth:`nnsim.bounds.Settings.faults`."""
        yield from bird_faults(self.bill_length, self.bill_depth)

    def estimate(self) -> Estimate:
        """See :meth:`nnsim.bounds.Settings.estimate`."""
        n, n_kept, wide = (
            self.n_epochs,
            self.n_epochs // self.every + 1,
            self.wide_hidden,
        )
        small = (2, *self.hidden, 1)
        splits = [
            training(
                (2, *hidden, 1),
                N_BIRDS - self.n_test,
                self.split_epochs,
                n_networks=self.n_splits,
            )
            for hidden in ((), *self.budget)
        ]
        return sum(
            splits,
            training(small, N_BIRDS, n, kept=n_kept)
            + pictures(n_kept, small) * 2
            + Estimate(0, 20_000 * n_kept)
            + training((4, wide, wide, 3), N_BIRDS, n)
            + training((2, 1), N_BIRDS, 2000),
        )
