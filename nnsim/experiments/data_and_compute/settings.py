"""Settings of the chapter on data and computing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, TypeAlias

from nnsim.bounds import Fault, Seed, Settings, between, holding, rising
from nnsim.datasets.splice_junctions import LENGTH
from nnsim.estimates import Estimate, classical, filters, training
from nnsim.problems.site_data import n_sequences
from nnsim.problems.site_networks import SHAPE

Size: TypeAlias = Annotated[int, between(10, 10_000)]
Factor: TypeAlias = Annotated[int, between(1, 1000)]


@dataclass(frozen=True)
class Config(Settings):
    """Settings of the experiment."""

    seed: Seed = 0
    n_splits: Annotated[int, between(2, 50)] = 5
    # Sequences to learn from.
    sizes: Annotated[tuple[Size, ...], holding(6, 12)] = (20, 100, 250, 500, 1000, 2000)
    n_test: Annotated[int, between(50, 1500)] = 600  # sequences held out
    k: Annotated[int, between(1, 5)] = 4  # bases in a counted word
    # Of the network, whatever the size.
    n_steps: Annotated[int, between(1, 20_000)] = 256
    learning_rate: Annotated[float, between(1e-5, 1)] = 0.002  # its learning rate
    word: Annotated[int, between(12, 31)] = 20  # bases that relatives share, or
    mismatches: Annotated[int, between(1, 25)] = 18  # most in which relatives differ
    # Share of bases exchanged in a near-copy.
    mutated: Annotated[float, between(0, 0.75)] = 0.1
    # Members of the smallest family that is drawn.
    drawn: Annotated[int, between(2, 20)] = 5
    # By which a network grows.
    factors: Annotated[tuple[Factor, ...], holding(2, 10)] = (1, 2, 4, 8, 16)
    # Neurons in a layer of the network that grows, and its layers.
    base_width: Annotated[int, between(1, 10_000)] = 256
    base_depth: Annotated[int, between(1, 100)] = 8
    # Neurons of the network that learns rates of an enzyme.
    enzyme_hidden: Annotated[int, between(1, 256)] = 16
    n_starts: Annotated[int, between(2, 200)] = 10  # of that network
    enzyme_epochs: Annotated[int, between(1, 50_000)] = 1500

    def faults(self) -> Iterator[Fault]:
        """See :meth:`nnsim.bounds.Settings.faults`."""
        yield from rising("sizes", self.sizes)
        yield from rising("factors", self.factors)
        if 2 not in self.factors:
            yield "factors", "must have a 2 among them, since what is doubled is told"
        most, there = self.sizes[-1], n_sequences()
        if most < self.n_test:
            yield (
                "sizes",
                f"must end in at least n_test, {self.n_test}, not {most}: a copy of "
                "each sequence held out is put among them",
            )
        if most + self.n_test > there:
            yield (
                "sizes",
                f"with n_test, {most + self.n_test} sequences are taken, of {there}",
            )

    def estimate(self) -> Estimate:
        """See :meth:`nnsim.bounds.Settings.estimate`."""
        n_words, n_letters, n = 4**self.k, 4 * LENGTH, n_sequences()
        sets = (*self.sizes, self.sizes[-1], self.sizes[-1])
        learned = [
            classical(size, 8)
            + classical(size, 0)  # a forest asks a few of the words at a time
            + classical(size, n_letters)
            + filters(*SHAPE, LENGTH - SHAPE.width + 1, max(self.n_steps, size // 64))
            for size in sets
        ]
        enzyme = training(
            (1, self.enzyme_hidden, 1), 10, self.enzyme_epochs,
            n_networks=6 * self.n_starts,
        )  # fmt: skip
        table = Estimate(1.0, 8 * n * (3 * n + 3 * n_words + 6 * n_letters))
        return sum(learned, Estimate()).repeated(self.n_splits) + enzyme + table
