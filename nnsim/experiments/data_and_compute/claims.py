"""What the chapter on data and computing says of its result beyond the numbers."""

from collections.abc import Mapping

import numpy as np

from nnsim.claims import Claim
from nnsim.experiments.data_and_compute.experiment import VECTORS, Result


def _overtake(r: Result) -> bool:
    """Tell whether both curves start above the rules' and end below."""
    crossings = np.array([r.crossing, r.crossing_vectors])
    return bool(np.all(crossings > r.sizes[0]))  # NaN, which is none, is no more


def _differ(r: Result) -> bool:
    """Tell whether the crossings, as shown, are not all at one place."""
    return len({f"{one:.0f}" for one in r.crossings}) > 1


CLAIMS: Mapping[str, Claim[Result]] = {
    "raw_letters_overtake": Claim(
        "a network and support vectors overtake the rules as data grow",
        _overtake,
        "of {n_splits} splits, in {n_better[3]} the network is better than the rules "
        "after {n_train} sequences, in {n_better[2]} support vectors are",
    ),
    "crossings_differ": Claim(
        "where the network overtakes the rules differs from split to split",
        _differ,
        "in all {n_splits} splits it is the same",
    ),
    "vectors_beat_rules": Claim(
        "support vectors beat the rules in most splits",
        lambda r: bool(np.greater(2 * r.n_better[VECTORS], r.n_splits)),
        "they do in {n_better[2]} of {n_splits}",
    ),
}
