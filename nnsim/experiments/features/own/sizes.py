"""How many sequences, and how long windows and filters, for sequences of one's own.

The settings are those of the splice sites, 3000 of 60 bases. Of other sequences

- two thirds are learned from and a fifth is held out, but no more than is set;
- windows and filters have the same share of the length as is set of 60 bases, and
  filters see ``LEAST_WIDTH`` bases or more;
- so few make a step that an epoch has as many steps as with the splice sites.
"""

from typing import NamedTuple

from nnsim.datasets.splice_junctions import LENGTH
from nnsim.experiments.features.own.sequences import Labelled
from nnsim.experiments.features.settings import LEAST_BASES, MOST_BASES, Config
from nnsim.problems.own_data import UnfitDataError
from nnsim.problems.site_networks import BATCH

LEAST_SEQUENCES = 200  # of fewer, the fifth that judges tells no score from chance
LEAST_WIDTH, LEAST_BATCH = 4, 8
STEPS = 31  # in an epoch, and a rest


class Sizes(NamedTuple):
    """Sizes of an experiment on sequences of one's own."""

    n_train: int  # sequences to learn from
    n_test: int  # sequences held out
    window: int  # bases that are cut out
    width: int  # bases that a filter sees
    batch: int  # sequences in a step


def sizes_of(labelled: Labelled, config: Config) -> Sizes:
    """Return the sizes for sequences.

    Raises
    ------
    UnfitDataError
        If there are too few, or if they are too short or too long.
    """
    n, n_bases = len(labelled.bases), labelled.n_bases
    if n < LEAST_SEQUENCES:
        raise UnfitDataError(
            f"there are {n} sequences that differ: it takes {LEAST_SEQUENCES} to tell "
            "from those held out which features are better"
        )
    if not LEAST_BASES <= n_bases <= MOST_BASES:
        raise UnfitDataError(
            f"each sequence has {n_bases} bases: each letter is drawn, and filters "
            f"slide along, so cut out from {LEAST_BASES} to {MOST_BASES}"
        )
    n_train = min(config.n_train, 2 * n // 3)
    return Sizes(
        n_train=n_train,
        n_test=min(config.n_test, n // 5),
        window=config.window * n_bases // LENGTH,
        width=max(LEAST_WIDTH, config.width * n_bases // LENGTH),
        batch=min(BATCH, max(LEAST_BATCH, n_train // STEPS)),
    )
