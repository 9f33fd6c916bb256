"""Settings of the chapter on features."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated, TypeAlias

from nnsim.bounds import Fault, Seed, Settings, between, holding, rising
from nnsim.datasets.splice_junctions import LENGTH
from nnsim.estimates import Estimate, classical, filters, training
from nnsim.problems.own_data import Sequences
from nnsim.problems.site_data import n_sequences
from nnsim.problems.site_networks import BATCH, N_BASES, SHAPE

LEAST_BASES, MOST_BASES = 20, 120  # of sequences of one's own
Epoch: TypeAlias = Annotated[int, between(0, 1000)]


@dataclass(frozen=True)
class Config(Settings):
    """Settings of the experiment."""

    seed: Seed = 0
    n_splits: Annotated[int, between(1, 50)] = 3
    n_train: Annotated[int, between(100, 10_000)] = 2000  # sequences to learn from
    n_test: Annotated[int, between(50, 10_000)] = 600  # sequences held out
    k: Annotated[int, between(1, 5)] = 3  # bases in a counted word
    logo_epochs: Annotated[int, between(1, 1000)] = 30  # of the single layer
    logo_rate: Annotated[float, between(1e-5, 1)] = 0.002  # its learning rate
    # Of the network on aligned sequences.
    aligned_epochs: Annotated[int, between(1, 500)] = 20
    # Bases left where the site may lie anywhere.
    window: Annotated[int, between(36, 56)] = 40
    # Windows of each training sequence for the classical models.
    n_cuts: Annotated[int, between(1, 10)] = 1
    n_filters: Annotated[int, between(8, 64)] = 16
    width: Annotated[int, between(3, 24)] = 12  # bases a filter sees
    filter_epochs: Annotated[tuple[Epoch, ...], holding(2, 50)] = (
        0, 1, 2, 3, 5, 8, 12, 16, 20, 30, 40,
    )  # fmt: skip # kept
    # Of one's own, in place of the splice sites.
    data: Sequences = field(default_factory=Sequences)

    def faults(self) -> Iterator[Fault]:
        """See :meth:`nnsim.bounds.Settings.faults`."""
        n, there = self.n_train + self.n_test, n_sequences()
        if n > there and not self.data.is_given:
            yield "n_train", f"with n_test, {n} sequences are taken, of {there}"
        yield from rising("filter_epochs", self.filter_epochs)

    def estimate(self) -> Estimate:
        """See :meth:`nnsim.bounds.Settings.estimate`."""
        n_batches = -(-self.n_train // BATCH)
        # Of one's own the length is not known yet.
        n_bases = MOST_BASES if self.data.is_given else LENGTH
        n_words, n_letters = 4**self.k, n_bases * N_BASES
        n_cut = self.n_cuts * self.n_train
        aligned = classical(self.n_train, n_words) + classical(self.n_train, n_letters)
        moved = classical(n_cut, n_words) + classical(n_cut, n_letters)
        window, width = (size * n_bases // LENGTH for size in (self.window, self.width))
        steps = self.filter_epochs[-1] * n_batches
        aligned_steps = self.aligned_epochs * n_batches
        split = (
            aligned * 3
            + moved * 2
            + filters(*SHAPE, n_bases - SHAPE.width + 1, aligned_steps)
            + filters(self.n_filters, width, window - width + 1, steps) * 2
        )
        logo = training((n_letters, 3), BATCH, self.logo_epochs * n_batches)
        table = Estimate(0, 8 * n_sequences() * (3 * n_words + 10 * n_letters))
        return split.repeated(self.n_splits) + logo + table
