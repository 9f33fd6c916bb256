"""The scores of the models that sequences of one's own allow.

What you can do here
--------------------
- score all on whole sequences: ``score_whole``;
- score all on windows cut at random: ``score_cut``.

The names are those of :mod:`~nnsim.experiments.features.all_scores`; what needs an
expert, rules and a known pattern, is missing.
"""

from collections.abc import Iterable
from typing import NamedTuple

from nnsim.arrays import Array
from nnsim.experiments.features.site_scores import (
    Score,
    score_aligned,
    score_moved,
    score_networks,
)
from nnsim.network.conv_network import ConvNetwork
from nnsim.problems.site_data import Sites


class Whole(NamedTuple):
    """Scores on whole sequences."""

    counts_logistic: Score
    counts_svm: Score
    counts_forest: Score
    raw_logistic: Score
    raw_svm: Score
    raw_forest: Score
    network: Score  # filters on raw letters

    @property
    def by_counts(self) -> tuple[Score, Score, Score]:
        """Those of the models that learn from counted words."""
        return self.counts_logistic, self.counts_svm, self.counts_forest

    @property
    def by_letters(self) -> tuple[Score, Score, Score]:
        """Those of the classical models that learn from raw letters."""
        return self.raw_logistic, self.raw_svm, self.raw_forest


class Cut(NamedTuple):
    """Scores on windows cut at random."""

    counts_svm: Score
    counts_forest: Score
    raw_svm: Score
    raw_forest: Score
    network: Score  # filters on raw letters

    @property
    def by_counts(self) -> tuple[Score, Score]:
        """Those of the models that learn from counted words."""
        return self.counts_svm, self.counts_forest

    @property
    def by_letters(self) -> tuple[Score, Score]:
        """Those of the classical models that learn from raw letters."""
        return self.raw_svm, self.raw_forest


def score_whole(sites: Sites, k: int, networks: Iterable[ConvNetwork]) -> Whole:
    """Score all on whole sequences; one network a split."""
    classical = [
        score_aligned(sites, kind, model, k)
        for kind in ("kmers", "one_hot")
        for model in ("logistic", "svm", "forest")
    ]
    return Whole._make([*classical, score_networks(sites, sites.X, networks)])


def score_cut(
    sites: Sites, k: int, windows: tuple[Array, ...], networks: Iterable[ConvNetwork]
) -> Cut:
    """Score all on windows, the first of which also judge; one network a split."""
    first, *more = windows
    classical = [
        score_moved(sites, kind, model, k, first, more)
        for kind in ("kmers", "one_hot")
        for model in ("svm", "forest")
    ]
    return Cut._make([*classical, score_networks(sites, first, networks)])
