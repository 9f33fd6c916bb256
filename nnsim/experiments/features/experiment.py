"""Splice sites by features made by hand, and by features that a network learns.

Data: 3000 different primate sequences of 60 bases (Towell, Noordewier & Shavlik
1991): a donor site, an acceptor site or none in the middle. Every score is that of
sequences held out of training, over several random splits. For the second half a
window is cut out of each sequence at a random place, so that the site may lie
anywhere; the network sees another cut in every epoch, other models ``n_cuts``.
"""

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.datasets import dna_features
from nnsim.datasets.one_hot import decode
from nnsim.datasets.splice_junctions import LENGTH, SITE
from nnsim.experiments.features.all_scores import (
    Aligned,
    Moved,
    score_all_aligned,
    score_all_moved,
)
from nnsim.experiments.features.filters import Filters, describe
from nnsim.experiments.features.known_pattern import cut_windows
from nnsim.experiments.features.own.result import OwnResult, run_own
from nnsim.experiments.features.settings import Config
from nnsim.experiments.features.single_layer import read_layer, train_layer
from nnsim.experiments.features.site_scores import (
    Score,
    score_constant,
    score_networks,
)
from nnsim.experiments.features.word_counts import count_words
from nnsim.network.conv_network import ConvNetwork
from nnsim.problems.site_data import (
    ACCEPTOR,
    DONOR,
    KINDS,
    N_CLASSES,
    NEITHER,
    Sites,
    load_sites,
)
from nnsim.problems.site_networks import Shape, train_aligned, train_moved
from nnsim.spread import Spread

N_CUTS = 5  # windows of one sequence to show
BEFORE, AFTER = 20, 12  # bases around the site whose weights are drawn


class Examples(NamedTuple):
    """The first sequence of each class."""

    donor: str
    acceptor: str
    neither: str


@dataclass(frozen=True, eq=False)
class Result:
    """Everything that the chapter shows."""

    config: Config
    has_site: bool  # whether a splice site lies in the middle: yes
    classes: tuple[str, ...]  # (3,) as shown
    n_sequences: int
    n_bases: int  # bases in each sequence
    letters: str  # of the bases
    molecule: str  # whose bases they are
    site: int  # bases before the site
    n_inputs: int  # numbers of a one-hot sequence
    counts: Array  # (3,) donors, acceptors, neither
    examples: Examples
    k_in_words: str  # bases in a counted word, spelled out
    kmers: tuple[str, ...]  # (4 ** k,) all words of k bases
    words: Array  # (n_places,) word at each place of the donor, place in ``kmers``
    running: Array  # (n_places + 1, 4 ** k) counts after so many places
    n_kmers: int
    n_places: int
    listed: Array  # (n_listed,) words to write out, places in ``kmers``
    n_unlisted: int  # all others; none of them occurs
    order_is_lost: bool  # whether the donor's bases in another order count alike
    rules: tuple[str, ...]  # (8,) what the expert asks
    rule_values: Array  # (8,) the answers for the donor
    rule_places: Array  # (3, 2) where the first ask: first base, and first after
    n_rules: int
    aligned: Aligned
    best_counts: Score  # the best of those that learn from counts
    largest_class: str  # the one with the most sequences, as said: "no site"
    largest_shown: str  # the same, as shown
    always_largest: Spread  # (n_splits,) share right of always answering that
    moved: Moved
    without_hidden: Score  # network whose filters feed the classes at once
    n_splits: int
    n_test: int
    window: int  # bases left where the site may lie anywhere
    n_starts: int  # places at which such a window may begin
    logo: Array  # (logo_epochs + 1, 3, n_bases, 4) centred weights, by class
    logos: tuple[int, ...]  # (2,) classes whose weights are drawn
    drawn_from: int  # first base whose weights are drawn
    drawn_to: int  # first that comes behind those
    logo_epochs: Array  # (logo_epochs + 1,) 0, 1, 2, …
    logo_accuracy: Array  # (logo_epochs + 1,) share right, held out
    layer_right: float  # share right, held out, at the end
    first_donor_word: str  # tallest letters of the six bases after the site, untrained
    first_acceptor_word: str  # tallest letters of the three bases before it, untrained
    donor_word: str  # tallest letters of the six bases after the site
    acceptor_word: str  # tallest letters of the three bases before it
    n_pyrimidines: int  # places of the tract whose tallest letter is C or T
    n_tract: int  # places of the tract
    tract_start: int  # its first base
    rule_growth: float  # of the mean weight of GT after the site and AG before it
    n_setbacks: int  # epochs in which that mean did not grow
    gt_share: float  # share of donors with GT after the site
    ag_share: float  # share of acceptors with AG before it
    gt_elsewhere: float  # share of the sequences of class neither with GT there
    cuts: Array  # (5,) first base of windows cut at random, to show
    filters: Filters


def run(config: Config = Config()) -> Result | OwnResult:  # frozen, so safe
    """Compute the chapter's result: of splice sites, or of sequences of one's own."""
    return run_own(config) if config.data.is_given else run_on_sites(config)


def run_on_sites(config: Config) -> Result:
    """Compute what the chapter shows of splice sites."""
    sites = load_sites(config.seed, config.n_splits, config.n_train, config.n_test)
    windows = cut_windows(
        sites, config.window, config.n_cuts, np.random.default_rng([config.seed, 3])
    )
    networks = [train_filters(config, sites, part) for part in range(config.n_splits)]
    plain = [train_filters(config, sites, part, ()) for part in range(config.n_splits)]
    aligned = score_all_aligned(sites, config.k, train_on_aligned(config, sites))
    return Result(
        config=config,
        has_site=True,
        classes=KINDS,
        largest_class=KINDS[NEITHER],
        largest_shown=KINDS[NEITHER],
        **show_first(config, sites),
        aligned=aligned,
        best_counts=max(aligned.by_counts, key=lambda score: score.right.mean),
        always_largest=score_constant(sites, NEITHER),
        moved=score_all_moved(sites, config.k, windows, last(networks)),
        without_hidden=score_networks(sites, windows[0], last(plain)),
        n_splits=config.n_splits,
        n_test=config.n_test,
        window=config.window,
        n_starts=LENGTH - config.window + 1,
        **read_layer(train_layer(
            sites, config.logo_epochs, config.logo_rate, config.seed
        )),
        logos=(DONOR, ACCEPTOR),
        drawn_from=SITE - BEFORE,
        drawn_to=SITE + AFTER,
        **keep_to_rule(sites),
        cuts=read_only(np.random.default_rng([config.seed, 4]).permutation(
            LENGTH - config.window + 1)[:N_CUTS]),
        filters=describe(networks[0], config.filter_epochs, sites, windows[0]),
    )  # fmt: skip


def show_first(config: Config, sites: Sites) -> dict[str, Any]:
    """Show the first sequences; count words and answer the rules for the donor."""
    first = [int(np.argmax(sites.y == label)) for label in range(N_CLASSES)]
    donor = sites.X[first[:1]]
    return {
        "n_sequences": len(sites.y),
        "n_bases": LENGTH,
        "letters": sites.letters,
        "molecule": "DNA",
        "site": SITE,
        "n_inputs": donor.size,
        "counts": read_only(np.bincount(sites.y)),
        "examples": Examples(*(str(text) for text in decode(sites.X[first]))),
        **count_words(donor, config.k),
        "rules": dna_features.RULES,
        "rule_values": read_only(dna_features.expert_rules(donor, SITE)[0]),
        "rule_places": read_only(SITE + np.array(dna_features.PLACES)),
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


def train_on_aligned(config: Config, sites: Sites) -> list[ConvNetwork]:
    """Train filters where the site is in the middle, a network a split."""
    return [
        train_aligned(
            sites, i, config.aligned_epochs, np.random.default_rng([config.seed, 2, i])
        )
        for i in range(config.n_splits)
    ]


def train_filters(
    config: Config, sites: Sites, part: int, hidden: tuple[int, ...] = (16,)
) -> tuple[ConvNetwork, ...]:
    """Train filters on windows of one split; return the snapshots."""
    rng = np.random.default_rng([config.seed, 5, part])
    shape, epochs = Shape(config.n_filters, config.width), config.filter_epochs
    return train_moved(sites, part, shape, config.window, epochs, rng, hidden)


def last(networks: list[tuple[ConvNetwork, ...]]) -> list[ConvNetwork]:
    """Return the last snapshot of each split's network."""
    return [kept[-1] for kept in networks]
