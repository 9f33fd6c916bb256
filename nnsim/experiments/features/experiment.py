"""Splice sites by features made by hand, and by features that a network learns.

Data: 3000 different primate sequences of 60 bases (Towell, Noordewier & Shavlik
1991): a donor site, an acceptor site or none in the middle. Every score is that of
sequences held out of training, over several random splits. For the second half a
window is cut out of each sequence at a random place, so that the site may lie
anywhere; the network sees another cut in every epoch, other models ``n_cuts``.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from nnsim.arrays import Array, one_hot, read_only
from nnsim.datasets import dna_features
from nnsim.datasets.one_hot import decode
from nnsim.datasets.splice_junctions import LENGTH, SITE
from nnsim.experiments.features.filters import Filters, describe
from nnsim.experiments.features.settings import Config
from nnsim.experiments.features.single_layer import read_layer, train_layer
from nnsim.experiments.features.site_scores import (
    Score,
    cut_windows,
    score_aligned,
    score_moved,
)
from nnsim.network.conv_network import ConvNetwork
from nnsim.problems.site_data import (
    ACCEPTOR,
    DONOR,
    N_CLASSES,
    NEITHER,
    Sites,
    load_sites,
)
from nnsim.problems.site_networks import Shape, train_aligned, train_moved
from nnsim.spread import Spread
from nnsim.training.scores import share_right

ALIGNED = (
    ("kmers", "logistic"), ("kmers", "svm"), ("kmers", "forest"),
    ("rules", "logistic"), ("rules", "svm"), ("rules", "forest"),
    ("one_hot", "logistic"), ("one_hot", "svm"), ("one_hot", "forest"),
)  # fmt: skip
MOVED = (
    ("kmers", "svm"), ("rules", "svm"), ("one_hot", "svm"), ("one_hot", "forest"),
    ("scan", "logistic"),
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Result:
    """Everything that the chapter shows."""

    config: Config
    n_sequences: int
    n_bases: int  # bases in each sequence
    n_inputs: int  # numbers of a one-hot sequence
    counts: Array  # (3,) donors, acceptors, neither
    base_rate: float  # share of the commonest class
    examples: tuple[str, ...]  # (3,) the first donor, acceptor, neither
    kmers: tuple[str, ...]  # (4 ** k,) all words of k bases
    words: Array  # (n_places,) word at each place of the donor, place in ``kmers``
    running: Array  # (n_places + 1, 4 ** k) counts after so many places
    n_kmers: int
    n_places: int
    rules: tuple[str, ...]  # (8,) what the expert asks
    rule_values: Array  # (8,) the answers for the donor
    n_rules: int
    aligned: tuple[Score, ...]  # as ALIGNED, then the network with filters
    moved: tuple[Score, ...]  # as MOVED, then the network with filters
    without_hidden: Score  # network whose filters feed the classes at once
    gain: float  # network less the best that is not told the pattern, site moved
    n_splits: int
    n_test: int
    window: int  # bases left where the site may lie anywhere
    logo: Array  # (logo_epochs + 1, 3, n_bases, 4) centred weights, by class
    logo_epochs: Array  # (logo_epochs + 1,) 0, 1, 2, …
    logo_accuracy: Array  # (logo_epochs + 1,) share right, held out
    donor_word: str  # tallest letters of the six bases after the site
    acceptor_word: str  # tallest letters of the three bases before it
    n_pyrimidines: int  # places of the tract whose tallest letter is C or T
    n_tract: int  # places of the tract
    gt_share: float  # share of donors with GT after the site
    ag_share: float  # share of acceptors with AG before it
    gt_elsewhere: float  # share of the sequences of class neither with GT there
    cuts: Array  # (5,) first base of windows cut at random, to show
    filters: Filters


def run(config: Config = Config()) -> Result:  # frozen, so safe
    """Compute the chapter's result."""
    sites = load_sites(config.seed, config.n_splits, config.n_train, config.n_test)
    windows = cut_windows(
        sites, config.window, config.n_cuts, np.random.default_rng([config.seed, 3])
    )
    networks = [train_filters(config, sites, part) for part in range(config.n_splits)]
    moved = score_everything_moved(config, sites, windows, networks)
    plain = [train_filters(config, sites, part, ()) for part in range(config.n_splits)]
    return Result(
        config=config,
        **count(config, sites),
        aligned=score_everything_aligned(config, sites),
        moved=moved,
        without_hidden=score_networks(sites, windows[0], plain),
        gain=gain_over_untold(moved),
        n_splits=config.n_splits,
        n_test=config.n_test,
        window=config.window,
        **read_layer(train_layer(
            sites, config.logo_epochs, config.logo_rate, config.seed
        )),
        **keep_to_rule(sites),
        cuts=read_only(np.random.default_rng([config.seed, 4]).permutation(
            LENGTH - config.window + 1)[:5]),
        filters=describe(networks[0], config.filter_epochs, sites, windows[0]),
    )  # fmt: skip


def count(config: Config, sites: Sites) -> dict[str, Any]:
    """Count sequences; count words and answer the rules for the first donor."""
    counts = np.bincount(sites.y)
    first = [int(np.argmax(sites.y == label)) for label in range(N_CLASSES)]
    donor = sites.X[first[:1]]
    words = dna_features.word_numbers(donor, config.k)[0]
    names = dna_features.kmers(config.k)
    running = np.zeros((len(words) + 1, len(names)), int)
    running[1:] = np.cumsum(one_hot(words, len(names)), axis=0)
    return {
        "n_sequences": len(sites.y),
        "n_bases": LENGTH,
        "n_inputs": donor.size,
        "counts": read_only(counts),
        "base_rate": float(counts.max() / len(sites.y)),
        "examples": tuple(str(text) for text in decode(sites.X[first])),
        "kmers": names,
        "words": read_only(words),
        "running": read_only(running),
        "n_kmers": len(names),
        "n_places": len(words),
        "rules": dna_features.RULES,
        "rule_values": read_only(dna_features.expert_rules(donor, SITE)[0]),
        "n_rules": len(dna_features.RULES),
    }


def keep_to_rule(sites: Sites) -> dict[str, Any]:
    """Count how many sequences of each kind keep to the GT-AG rule."""
    has_gt, has_ag = dna_features.expert_rules(sites.X, SITE)[:, :2].T
    return {
        "gt_share": float(has_gt[sites.y == DONOR].mean()),
        "ag_share": float(has_ag[sites.y == ACCEPTOR].mean()),
        "gt_elsewhere": float(has_gt[sites.y == NEITHER].mean()),
    }


# --- what is learned ------------------------------------------------------------------


def train_filters(
    config: Config, sites: Sites, part: int, hidden: tuple[int, ...] = (16,)
) -> tuple[ConvNetwork, ...]:
    """Train filters on windows of one split; return the snapshots."""
    rng = np.random.default_rng([config.seed, 5, part])
    shape, epochs = Shape(config.n_filters, config.width), config.filter_epochs
    return train_moved(sites, part, shape, config.window, epochs, rng, hidden)


def score_everything_aligned(config: Config, sites: Sites) -> tuple[Score, ...]:
    """Score every model where the site is always in the middle."""
    shares = []
    for i, part in enumerate(sites.parts):
        rng = np.random.default_rng([config.seed, 2, i])
        network = train_aligned(sites, i, config.aligned_epochs, rng)
        p = network.predict(sites.X[part.test])
        shares.append(share_right(p, sites.targets[part.test]))
    return (
        *(score_aligned(sites, kind, model, config.k) for kind, model in ALIGNED),
        Score("one_hot", "cnn", Spread.of(shares)),
    )


def score_everything_moved(
    config: Config,
    sites: Sites,
    windows: tuple[Array, ...],
    networks: list[tuple[ConvNetwork, ...]],
) -> tuple[Score, ...]:
    """Score every model on windows cut at random."""
    first, *more = windows
    return (
        *(score_moved(sites, *pair, config.k, first, more) for pair in MOVED),
        score_networks(sites, first, networks),
    )


def gain_over_untold(moved: tuple[Score, ...]) -> float:
    """Compare the network with the best of the models not told the pattern."""
    *others, network = moved
    untold = [one.right.mean for one in others if one.features != "scan"]
    return float(network.right.mean - max(untold))


def score_networks(
    sites: Sites, windows: Array, networks: list[tuple[ConvNetwork, ...]]
) -> Score:
    """Score the last snapshot of each split's network on its held-out windows."""
    shares = [
        share_right(kept[-1].predict(windows[part.test]), sites.targets[part.test])
        for kept, part in zip(networks, sites.parts, strict=True)
    ]
    return Score("one_hot", "cnn", Spread.of(shares))
