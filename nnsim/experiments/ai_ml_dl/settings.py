"""Settings of the chapter on AI, machine learning and deep learning."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, TypeAlias

from nnsim.bounds import Fault, Seed, Settings, between, holding
from nnsim.estimates import Estimate, pictures, training

N_BIRDS = 342
GRID = 72  # cells of a field along each axis
Width: TypeAlias = Annotated[int, between(1, 64)]


@dataclass(frozen=True)
class Config(Settings):
    """Settings of the experiment."""

    n_leaves: Annotated[int, between(2, 16)] = 4  # answers of the decision tree
    n_trees: Annotated[int, between(2, 500)] = 50  # in the forest
    hidden: Annotated[tuple[Width, ...], holding(1, 4)] = (8, 8)  # neurons a layer
    learning_rate: Annotated[float, between(1e-4, 1)] = 0.02  # of Adam
    weight_decay: Annotated[float, between(0, 1)] = 1e-3
    n_epochs: Annotated[int, between(2, 10_000)] = 300  # steps, each on all birds
    every: Annotated[int, between(1, 1000)] = 3  # steps from picture to picture
    n_folds: Annotated[int, between(2, 20)] = 5  # parts, each held out once
    n_repeats: Annotated[int, between(1, 50)] = 5  # times the birds are dealt out anew
    seed: Seed = 0

    def faults(self) -> Iterator[Fault]:
        """See :meth:`nnsim.bounds.Settings.faults`."""
        if self.every > self.n_epochs:
            yield "every", f"must be at most n_epochs, {self.n_epochs}: {self.every}"

    def estimate(self) -> Estimate:
        """See :meth:`nnsim.bounds.Settings.estimate`."""
        widths, n_parts = (4, *self.hidden, 3), self.n_folds * self.n_repeats
        n_kept = self.n_epochs // self.every
        learning = training(widths, N_BIRDS, self.n_epochs)
        forest = Estimate(2e-3 * self.n_trees + 0.01)
        fields = Estimate(3e-3, 200 * GRID**2) * self.n_trees
        return (
            Estimate(2.0)
            + (learning + forest).repeated(2 * n_parts)
            + fields
            + pictures(n_kept, widths, 3) * (GRID / 60) ** 2
        )
