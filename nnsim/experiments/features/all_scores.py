"""The scores of all models that the chapter compares, each by its name.

What you can do here
--------------------
- score all where the site is in the middle: ``score_all_aligned``;
- score all where it may lie anywhere: ``score_all_moved``.
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


class Aligned(NamedTuple):
    """Scores where the site is in the middle."""

    counts_logistic: Score
    counts_svm: Score
    counts_forest: Score
    rules_logistic: Score
    rules_svm: Score
    rules_forest: Score
    raw_logistic: Score
    raw_svm: Score
    raw_forest: Score
    network: Score  # filters on raw letters

    @property
    def by_counts(self) -> tuple[Score, Score, Score]:
        """Those of the models that learn from counted words."""
        return self.counts_logistic, self.counts_svm, self.counts_forest


class Moved(NamedTuple):
    """Scores where the site may lie anywhere."""

    counts_svm: Score
    rules_svm: Score
    raw_svm: Score
    raw_forest: Score
    scan: Score  # which is told the pattern
    network: Score  # filters on raw letters

    @property
    def untold(self) -> tuple[Score, ...]:
        """Those of the models that are told no pattern and learn no features."""
        return self.counts_svm, self.rules_svm, self.raw_svm, self.raw_forest

    @property
    def gain(self) -> float:
        """The network's mean less that of the best untold."""
        best = max(one.right.mean for one in self.untold)
        return float(self.network.right.mean - best)


def score_all_aligned(sites: Sites, k: int, networks: Iterable[ConvNetwork]) -> Aligned:
    """Score all where the site is in the middle; one network a split."""
    classical = [
        score_aligned(sites, kind, model, k)
        for kind in ("kmers", "rules", "one_hot")
        for model in ("logistic", "svm", "forest")
    ]
    return Aligned._make([*classical, score_networks(sites, sites.X, networks)])


def score_all_moved(
    sites: Sites, k: int, windows: tuple[Array, ...], networks: Iterable[ConvNetwork]
) -> Moved:
    """Score all on windows, the first of which also judge; one network a split."""
    first, *more = windows

    def judge(kind: str, model: str) -> Score:
        return score_moved(sites, kind, model, k, first, more)

    return Moved(
        counts_svm=judge("kmers", "svm"),
        rules_svm=judge("rules", "svm"),
        raw_svm=judge("one_hot", "svm"),
        raw_forest=judge("one_hot", "forest"),
        scan=judge("scan", "logistic"),
        network=score_networks(sites, first, networks),
    )
