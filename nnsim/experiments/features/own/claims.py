"""What words and pictures say of sequences of one's own beyond the numbers.

What is said of them as of splice sites stands in
:mod:`~nnsim.experiments.features.claims`.
"""

import math
from collections.abc import Mapping

from nnsim.chance import is_above
from nnsim.claims import Claim
from nnsim.experiments.features.own.motifs import SURE
from nnsim.experiments.features.own.result import OwnResult
from nnsim.spread import Spread

BITS = 2 + 1e-6  # of a base that is certain, and rounding
LAYER = (
    "it gets {layer_right:.1%} of {n_test} held-out sequences right, and always "
    "answering {largest_class} {always_largest.mean:.1%} in the mean"
)
MOTIF = (
    "for {best_motif.class_name} they spell {best_motif.word}; held-out sequences of "
    "it have {best_motif.of_class:.0%} of these letters, the others "
    "{best_motif.of_others:.0%}"
)
FIRES = (
    "it fires in {filters.of_class:.0%} of {filters.n_of_class} held out of "
    "{filters.first_class}, and in {filters.of_others:.0%} of {filters.n_of_others} "
    "others"
)
CUT = (
    "counts get {moved_counts.right.mean:.1%}, raw letters "
    "{moved.raw_svm.right.mean:.1%} and {moved.raw_forest.right.mean:.1%}, the network "
    "{moved.network.right.mean:.1%}"
)
WHOLE = (
    "counts get {best_counts.right.mean:.1%}, raw letters "
    "{aligned.raw_svm.right.mean:.1%}, the network {aligned.network.right.mean:.1%}"
)


def _layer_learns(r: OwnResult) -> bool:
    learned, constant = Spread.of([r.layer_right]), r.always_largest.each[:1]
    return is_above(learned, Spread.of(constant), r.n_test)


def _tallest(r: OwnResult) -> float:
    """Return the height of the tallest letters on each other, in bits."""
    return float(r.filters.heights.sum(axis=-1).max())


def _first_filter_tells(r: OwnResult) -> bool:
    """Compare two shares of held-out sequences, each with its doubt."""
    shares = (
        (r.filters.of_class, r.filters.n_of_class),
        (r.filters.of_others, r.filters.n_of_others),
    )
    doubts = [math.sqrt(p * (1 - p) / n) for p, n in shares]
    return r.filters.of_class - r.filters.of_others > SURE * sum(doubts)


OWN_CLAIMS: Mapping[str, Claim[OwnResult]] = {
    "has_site": Claim(
        "a splice site lies in the middle",
        lambda r: r.has_site,
        "the sequences are of one's own",
    ),
    "has_no_site": Claim(
        "the sequences are of one's own",
        lambda r: not r.has_site,
        "a splice site lies in the middle",
    ),
    "one_of_each": Claim(
        "one sequence of each class is shown",
        lambda r: len(r.examples) == r.n_classes == len(r.counts),
        "there are {n_classes} classes",
    ),
    "letters_in_bits": Claim(
        "a letter is taller the more certain it is",
        lambda r: r.filters.heights.min() >= 0 and _tallest(r) <= BITS,
        "letters of {filters.n_filters} filters are no information in bits",
    ),
    "layer_learns_little": Claim(
        "a single layer learns no more from the raw letters than chance explains",
        lambda r: not _layer_learns(r),
        LAYER,
    ),
    "motif_found": Claim(
        "the weights spell what held-out sequences of the class have",
        lambda r: r.best_motif.is_borne_out,
        MOTIF,
    ),
    "no_motif_found": Claim(
        "the weights spell nothing that held-out sequences bear out",
        lambda r: not any(motif.is_borne_out for motif in r.motifs),
        MOTIF,
    ),
    "counts_do_best": Claim(
        "counts do better than raw letters and the network",
        lambda r: all(
            is_above(r.best_counts.right, other.right, r.n_test)
            for other in (*r.aligned.by_letters, r.aligned.network)
        ),
        WHOLE,
    ),
    "cuts_differ": Claim(
        "windows begin at different places",
        lambda r: len(set(r.cuts)) == len(r.cuts) > 1,
        "with {window} of {n_bases} bases there are {n_starts}",
    ),
    "first_filter_tells": Claim(
        "the first filter fires more in its class than in the others",
        _first_filter_tells,
        FIRES,
    ),
    "first_filter_tells_little": Claim(
        "chance explains how much more the first filter fires in its class",
        lambda r: not _first_filter_tells(r),
        FIRES,
    ),
    "network_does_best_on_cuts": Claim(
        "the network does better than all others on windows",
        lambda r: all(
            is_above(r.moved.network.right, other.right, r.n_test)
            for other in (*r.moved.by_counts, *r.moved.by_letters)
        ),
        CUT,
    ),
    "counts_do_best_on_cuts": Claim(
        "counts do better than all others on windows",
        lambda r: all(
            is_above(r.moved_counts.right, other.right, r.n_test)
            for other in (*r.moved.by_letters, r.moved.network)
        ),
        CUT,
    ),
}
