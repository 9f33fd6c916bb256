"""What the chapter shows of sequences that a lecturer brings.

Results have the names of :class:`~nnsim.experiments.features.experiment.Result`; what
belongs to splice sites alone is missing.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from nnsim.arrays import Array, one_hot, read_only
from nnsim.chance import is_above
from nnsim.datasets.one_hot import encode
from nnsim.datasets.splits import split
from nnsim.experiments.features.known_pattern import cut_windows
from nnsim.experiments.features.own.filters import OwnFilters, describe
from nnsim.experiments.features.own.motifs import Motif, drawn, read_motifs
from nnsim.experiments.features.own.scores import Cut, Whole, score_cut, score_whole
from nnsim.experiments.features.own.sequences import Labelled, read_sequences
from nnsim.experiments.features.own.sizes import Sizes, sizes_of
from nnsim.experiments.features.settings import Config
from nnsim.experiments.features.single_layer import train_layer, weights_of
from nnsim.experiments.features.site_scores import (
    Score,
    score_constant,
    score_networks,
)
from nnsim.experiments.features.word_counts import count_words
from nnsim.network.conv_network import ConvNetwork
from nnsim.problems.own_data import UnfitDataError
from nnsim.problems.site_data import Sites
from nnsim.problems.site_networks import Shape, train_aligned, train_moved
from nnsim.spread import Spread

N_CUTS = 5  # windows of one sequence to show
N_LOGOS = 2  # classes whose weights are drawn: of those whose motifs tell most


@dataclass(frozen=True, eq=False)
class OwnResult:
    """Everything that the chapter shows."""

    config: Config
    labelled: Labelled
    has_site: bool  # whether a splice site lies in the middle: no
    classes: tuple[str, ...]  # (n_classes,) as shown
    n_classes: int
    n_sequences: int
    n_bases: int  # bases in each sequence
    letters: str  # of the bases, "ACGT" or "ACGU"
    molecule: str  # "DNA" or "RNA"
    n_inputs: int  # numbers of a one-hot sequence
    counts: Array  # (n_classes,) sequences of each class
    examples: tuple[str, ...]  # (n_classes,) the first sequence of each
    k_in_words: str  # bases in a counted word, spelled out
    kmers: tuple[str, ...]  # (4 ** k,) all words of k bases
    words: Array  # (n_places,) word at each place of the first example
    running: Array  # (n_places + 1, 4 ** k) counts after so many places
    n_kmers: int
    n_places: int
    listed: Array  # (n_listed,) words to write out, places in ``kmers``
    n_unlisted: int  # all others; none of them occurs
    order_is_lost: bool  # whether the bases in another order count alike
    aligned: Whole
    best_counts: Score  # the best of those that learn from counts
    largest_class: str  # the one with the most sequences, as said
    largest_shown: str  # the same, as shown
    always_largest: Spread  # (n_splits,) share right of always answering that
    moved: Cut
    moved_counts: Score  # the best of those that learn from counts
    without_hidden: Score  # network whose filters feed the classes at once
    n_splits: int
    n_train: int
    n_test: int
    window: int  # bases that are cut out
    n_starts: int  # places at which such a window may begin
    logo: Array  # (logo_epochs + 1, n_classes, n_bases, 4) centred weights
    logo_epochs: Array  # (logo_epochs + 1,) 0, 1, 2, …
    logo_accuracy: Array  # (logo_epochs + 1,) share right, held out
    layer_right: float  # share right, held out, at the end
    logos: tuple[int, ...]  # (2,) classes whose weights are drawn
    drawn_from: int  # first base whose weights are drawn
    drawn_to: int  # first that comes behind those
    drawn_first: int  # the first as it is called, from 1
    motifs: tuple[Motif, ...]  # (n_classes,)
    best_motif: Motif  # that of which the class has more than the others, by most
    cuts: Array  # (5,) first base of windows cut at random, to show
    filters: OwnFilters


def run_own(config: Config) -> OwnResult:
    """Compute the chapter's result for sequences of one's own.

    Raises
    ------
    FileError, UnfitDataError
        If they cannot be read, with line and remedy; or cannot carry the chapter.
    """
    labelled = read_sequences(config.data)
    sizes = sizes_of(labelled, config)
    sites = part(labelled, sizes, config)
    largest = int(labelled.n_each.argmax())
    rng = np.random.default_rng([config.seed, 4])
    n_starts = labelled.n_bases - sizes.window + 1
    found = compare(config, sizes, sites, labelled)
    constant = score_constant(sites, largest)
    check_learned(found, constant, sizes, labelled.classes[largest])
    return OwnResult(
        config=config,
        labelled=labelled,
        has_site=False,
        classes=labelled.short,
        n_classes=len(labelled.classes),
        n_sequences=len(labelled.bases),
        n_bases=labelled.n_bases,
        letters=labelled.letters,
        molecule=labelled.molecule,
        n_inputs=sites.X[0].size,
        counts=labelled.n_each,
        examples=labelled.examples,
        **count_words(sites.X[labelled.first[:1]], config.k, labelled.letters),
        largest_class=labelled.classes[largest],
        largest_shown=labelled.short[largest],
        always_largest=constant,
        n_splits=config.n_splits,
        n_train=sizes.n_train,
        n_test=sizes.n_test,
        window=sizes.window,
        n_starts=n_starts,
        **learn_layer(config, sizes, sites, labelled),
        cuts=read_only(rng.permutation(n_starts)[:N_CUTS]),
        **found,
    )


def part(labelled: Labelled, sizes: Sizes, config: Config) -> Sites:
    """Encode sequences and part them, each part with the classes in their shares."""
    rng, y = np.random.default_rng([config.seed, 0]), labelled.labels
    parts = tuple(
        split(len(y), rng, train=sizes.n_train, test=sizes.n_test, labels=y)
        for _ in range(config.n_splits)
    )
    targets = one_hot(y, len(labelled.classes)).astype(np.float32)
    X = encode(labelled.bases, np.float32)
    return Sites(X, y, targets, parts, labelled.letters)


def learn_layer(
    config: Config, sizes: Sizes, sites: Sites, labelled: Labelled
) -> dict[str, Any]:
    """Train a single layer; read its weights, and what they spell."""
    history = train_layer(
        sites, config.logo_epochs, config.logo_rate, config.seed, sizes.batch
    )
    accuracy, logo = history.validation_accuracy, weights_of(history)
    assert accuracy is not None  # cross-entropy has one, and held-out rows were watched
    test = sites.parts[0].test
    motifs = read_motifs(
        logo[-1], sites.X[test], sites.y[test], labelled.classes, sites.letters
    )
    best, *_ = ranked = sorted(
        motifs, key=lambda one: (not one.is_borne_out, one.of_others - one.of_class)
    )
    where = drawn(logo[-1], best)
    return {
        "logo": read_only(logo),
        "logo_epochs": read_only(np.array(history.snapshot_epochs)),
        "logo_accuracy": accuracy,
        "layer_right": float(accuracy[-1]),
        "logos": tuple(sorted(one.label for one in ranked[:N_LOGOS])),
        "drawn_from": where.start,
        "drawn_to": where.stop,
        "drawn_first": where.start + 1,
        "motifs": motifs,
        "best_motif": best,
    }


def compare(
    config: Config, sizes: Sizes, sites: Sites, labelled: Labelled
) -> dict[str, Any]:
    """Train networks with filters; score them and the classical models."""
    rng = np.random.default_rng([config.seed, 3])
    windows = cut_windows(sites, sizes.window, config.n_cuts, rng)
    splits = range(config.n_splits)
    networks = [train_filters(config, sizes, sites, one) for one in splits]
    plain = [train_filters(config, sizes, sites, one, ()) for one in splits]
    whole = [train_on_whole(config, sizes, sites, one) for one in splits]
    aligned = score_whole(sites, config.k, whole)
    moved = score_cut(sites, config.k, windows, [kept[-1] for kept in networks])
    names, epochs = (labelled.classes, labelled.short), config.filter_epochs
    return {
        "aligned": aligned,
        "best_counts": max(aligned.by_counts, key=lambda score: score.right.mean),
        "moved": moved,
        "moved_counts": max(moved.by_counts, key=lambda score: score.right.mean),
        "without_hidden": score_networks(
            sites, windows[0], [kept[-1] for kept in plain]
        ),
        "filters": describe(networks[0], epochs, sites, windows[0], names),
    }


def check_learned(
    found: dict[str, Any], constant: Spread, sizes: Sizes, largest: str
) -> None:
    """Refuse sequences of which no model learns anything.

    Parameters
    ----------
    found
        The scores.
    constant, largest
        Share right of always answering the largest class, and its name.
    sizes
        How many are held out.
    """
    scores = [*found["aligned"], *found["moved"], found["without_hidden"]]
    if any(is_above(score.right, constant, sizes.n_test) for score in scores):
        return
    best = max(float(score.right.mean) for score in scores)
    raise UnfitDataError(
        f"none of {len(scores)} models learns to tell the classes: the best gets "
        f"{best:.1%} of those held out right, and always answering {largest} "
        f"{constant.mean:.1%}"
    )


def train_on_whole(
    config: Config, sizes: Sizes, sites: Sites, part: int
) -> ConvNetwork:
    """Train filters on whole sequences of one split."""
    rng = np.random.default_rng([config.seed, 2, part])
    return train_aligned(sites, part, config.aligned_epochs, rng, batch=sizes.batch)


def train_filters(
    config: Config,
    sizes: Sizes,
    sites: Sites,
    part: int,
    hidden: tuple[int, ...] = (16,),
) -> tuple[ConvNetwork, ...]:
    """Train filters on windows of one split; return the snapshots."""
    rng = np.random.default_rng([config.seed, 5, part])
    shape = Shape(config.n_filters, sizes.width)
    return train_moved(
        sites, part, shape, sizes.window, config.filter_epochs, rng, hidden, sizes.batch
    )
