"""Settings of the chapter on overfitting."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated, TypeAlias

from nnsim.bounds import Fault, between, holding, rising
from nnsim.estimates import Estimate, pictures, training
from nnsim.experiments.overfitting.asked import ask
from nnsim.experiments.overfitting.sizes import Sizes, sizes
from nnsim.problems.own_data import Measurements, OfMeasurements
from nnsim.problems.sexes import split_faults

Width: TypeAlias = Annotated[int, between(1, 256)]


@dataclass(frozen=True)
class Config(OfMeasurements):
    """Settings of the experiment; of several splits, the film shows the first."""

    # Hidden neurons.
    widths: Annotated[tuple[Width, ...], holding(3, 12)] = (1, 2, 4, 8, 16, 64)
    narrow: Width = 1  # of these widths, the three that are shown
    middle: Width = 4
    wide: Width = 64
    n_splits: Annotated[int, between(2, 500)] = 20  # seeds 0, 1, 2, …
    # A quarter of all, at most 80, see ``sizes``; the second is for the next chapter.
    n_train: Annotated[int, between(10, 300)] | None = None
    n_validation: Annotated[int, between(10, 300)] | None = None
    learning_rate: Annotated[float, between(1e-4, 1)] = 0.02  # of Adam
    # Steps, each on all that is learned from.
    n_epochs: Annotated[int, between(10, 50_000)] = 2000
    # Steps at which a run is looked at, about.
    n_moments: Annotated[int, between(3, 1000)] = 120
    # A test loss that has grown so many times has exploded.
    rise: Annotated[float, between(1, 100)] = 3.0
    # A probability that is called sure.
    sure: Annotated[float, between(0.8, 0.9999)] = 0.99
    # A table of one's own; without one, penguins.
    data: Measurements = field(default_factory=Measurements)

    def faults(self) -> Iterator[Fault]:
        """See :meth:`nnsim.bounds.Settings.faults`."""
        yield from rising("widths", self.widths)
        shown = (self.narrow, self.middle, self.wide)
        yield from rising("narrow, middle, wide", shown)
        for name in ("narrow", "middle", "wide"):
            if getattr(self, name) not in self.widths:
                listed = ", ".join(map(str, self.widths))
                yield (
                    name, f"must be one of widths, {listed}: not {getattr(self, name)}"
                )  # fmt: skip
        if (self.n_train, self.n_validation) != (None, None):  # the run tells of these
            asked = ask(self.data)
            found = self.sizes(len(asked.y))
            yield from split_faults(found.n_train, found.n_validation, asked)

    def sizes(self, n: int) -> Sizes:
        """Return the sizes of the parts of n samples."""
        return sizes(n, self.n_train, self.n_validation)

    def estimate(self) -> Estimate:
        """See :meth:`nnsim.bounds.Settings.estimate`."""
        n, kept = self.n_epochs, min(self.n_moments, self.n_epochs)
        found = self.sizes(len(ask(self.data).y))
        runs = [
            training(
                (2, width, 1), found.n_train + found.n_test, n,
                n_networks=self.n_splits, kept=kept, n_bytes=4,
            )
            for width in self.widths
        ]  # fmt: skip
        return sum(runs, pictures(kept, (2, self.wide, 1)) * 5)
