"""How much data, how many multiplications, and how to be careful with scores.

Data: 3000 different primate sequences of 60 bases with a donor site, an acceptor site
or none in the middle (Towell, Noordewier & Shavlik 1991). In each of several splits the
same held-out sequences judge every model, whatever it learns from: sets of growing
size without relatives of theirs (the learning curves), one with all their relatives,
one with a planted near-copy of each. The last example is an enzyme's rate
(puromycin), one concentration held out.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from nnsim import magnitudes
from nnsim.arrays import Array, read_only
from nnsim.datasets import puromycin
from nnsim.datasets.clusters import join, related_pairs, word_pairs
from nnsim.datasets.dna_features import RULES as RULES_ASKED
from nnsim.datasets.splice_junctions import LENGTH
from nnsim.errors import InputError
from nnsim.experiments.data_and_compute.beyond_data import Beyond, compare
from nnsim.experiments.data_and_compute.cost_growth import growth
from nnsim.experiments.data_and_compute.family_map import (
    Alignment,
    Relatives,
    align,
    largest,
)
from nnsim.experiments.data_and_compute.family_splits import FamilySplit, draw
from nnsim.experiments.data_and_compute.leaks import Leak, leak
from nnsim.experiments.data_and_compute.learning_curves import Curve, crossing, curve
from nnsim.experiments.data_and_compute.settings import Config
from nnsim.network import costs
from nnsim.network.costs import Counted
from nnsim.problems.site_bench import MODELS, Bench, epochs, right_answers, with_copies
from nnsim.problems.site_data import N_CLASSES, Sites, load_sites
from nnsim.problems.site_networks import N_BASES, SHAPE, Shape, count_layers

RULES, COUNTS, VECTORS, NETWORK = range(4)  # places in MODELS


@dataclass(frozen=True, eq=False)
class Result:
    """Everything that the chapter shows."""

    config: Config
    n_sequences: int
    n_bases: int
    n_train: int  # sequences of the largest set
    n_test: int
    n_splits: int
    n_rules: int  # the expert's
    sizes: Array  # (n_sizes,) sequences to learn from
    letters: Array  # (n_train, n_bases) A, C, G, T as 0 … 3; first split, by class
    class_counts: tuple[int, ...]  # donors, acceptors, neither among these
    curves: tuple[Curve, ...]  # as MODELS
    crossing: float  # sequences from which on the network's mean error is less
    crossing_vectors: float  # the same of the forest on raw letters
    crossings: Array  # (n_splits,) of the network, split by split
    n_better: tuple[int, ...]  # splits in which each model beats the rules in the end
    layers: tuple[Counted, ...]  # filters, last layer
    shape: Shape  # number of filters and bases that each sees
    n_places: int  # at which the filters are applied
    blocks: Array  # (2, 2) multiply-adds of a place: wide and high, layer by layer
    n_parameters: int
    forward: int  # multiply-adds of one sequence
    backward: int
    both: int
    n_epochs: int  # passes through the largest set
    training: int  # multiply-adds of one training run on it
    training_words: str
    growth: Array  # (3, n_factors) by width, depth and data: times the multiply-adds
    factors: Array  # (n_factors,)
    doubled: Array  # (3,) times the multiply-adds when each is doubled
    n_families: int
    related_share: float  # of all sequences, those that share a word with another
    families: tuple[Relatives, ...]  # the largest, to be drawn
    n_drawn: int  # how many these are
    n_mixed: int  # how many of them lie on both sides
    alignment: Alignment
    n_related: int  # held-out sequences with relatives elsewhere, first split
    leaks: tuple[Leak, ...]  # as MODELS
    enzyme: Beyond


def run(config: Config = Config()) -> Result:  # frozen, so safe
    """Compute the chapter's result."""
    sites = load_sites(config.seed, 0, 1, 1)
    pairs = related_pairs(sites.X, config.word, config.mismatches)
    family = join(len(sites.y), pairs)
    n_train = config.sizes[-1]
    rngs = [np.random.default_rng([config.seed, 7, i]) for i in range(config.n_splits)]
    splits = [draw(family, n_train, config.n_test, rng) for rng in rngs]
    right = np.array([
        judge(config, sites, part, i, rng)
        for i, (part, rng) in enumerate(zip(splits, rngs, strict=True))
    ])  # fmt: skip
    first = splits[0]
    return Result(
        config=config,
        n_sequences=len(sites.y),
        n_bases=LENGTH,
        n_train=n_train,
        n_test=config.n_test,
        n_splits=config.n_splits,
        n_rules=len(RULES_ASKED),
        **by_class(sites, first.honest),
        **learn(config, right),
        **count(config),
        **grow(config),
        n_families=len(np.unique(family)),
        related_share=len(np.unique(word_pairs(sites.X, config.word))) / len(family),
        **relatives(config, sites, family, pairs, first),
        leaks=tuple(leak(right[:, m], splits, m) for m in range(len(MODELS))),
        enzyme=compare(
            puromycin.load(),
            config.enzyme_hidden,
            config.n_starts,
            config.enzyme_epochs,
        ),
    )


def judge(
    config: Config, sites: Sites, part: FamilySplit, i: int, rng: np.random.Generator
) -> Array:
    """Let every model learn from every set of a split, (n_models, n_sets, n_test).

    The sets are ``honest`` in growing parts, then ``leaky`` and ``planted``.
    """
    extended = with_copies(sites, part.test, config.mutated, rng)
    sets = [part.honest[:n] for n in config.sizes] + [part.leaky, part.planted]
    bench = Bench(config.k, config.n_steps, config.learning_rate, i)
    return right_answers(extended, sets, part.test, bench)


# --- data -----------------------------------------------------------------------------


def by_class(sites: Sites, rows: Array) -> dict[str, Any]:
    """Read the letters of these rows, donors first, then acceptors."""
    rows = rows[np.argsort(sites.y[rows], kind="stable")]
    return {
        "letters": read_only(sites.X[rows].argmax(axis=2).astype(np.uint8)),
        "class_counts": tuple(int(n) for n in np.bincount(sites.y[rows])),
    }


def learn(config: Config, right: Array) -> dict[str, Any]:
    """Draw the learning curves out of all answers and see where they cross."""
    sizes = np.array(config.sizes)
    wrong = 100 * (
        1 - right[:, :, : len(sizes)].mean(axis=3)
    )  # (n_splits, n_models, n_sizes)
    curves = [curve(*model, wrong[:, m]) for m, model in enumerate(MODELS)]
    rules = curves[RULES].wrong
    each = [
        crossing(sizes, *pair)
        for pair in zip(curves[NETWORK].wrong.each, rules.each, strict=True)
    ]
    return {
        "sizes": read_only(sizes),
        "curves": tuple(curves),
        "crossing": crossing(sizes, curves[NETWORK].wrong.mean, rules.mean),
        "crossing_vectors": crossing(sizes, curves[VECTORS].wrong.mean, rules.mean),
        "crossings": read_only(np.array(each)),
        "n_better": tuple(
            int(np.sum(one.wrong.each[:, -1] < rules.each[:, -1])) for one in curves
        ),
    }


# --- computing ------------------------------------------------------------------------


def count(config: Config) -> dict[str, Any]:
    """Count the multiply-adds of the network that reads raw letters."""
    layers = count_layers(LENGTH)
    n_filters, width = SHAPE
    forward = sum(layer.multiply_adds for layer in layers)
    backward = costs.backward(layers)
    n_train = config.sizes[-1]
    n_epochs = epochs(n_train, config.n_steps)
    training = (forward + backward) * n_train * n_epochs
    return {
        "layers": layers,
        "shape": SHAPE,
        "n_places": LENGTH - width + 1,
        "blocks": read_only([[n_filters, width * N_BASES], [n_filters, N_CLASSES]]),
        "n_parameters": sum(layer.n_parameters for layer in layers),
        "forward": forward,
        "backward": backward,
        "both": forward + backward,
        "n_epochs": n_epochs,
        "training": training,
        "training_words": magnitudes.in_words(training, 2),
    }


def grow(config: Config) -> dict[str, Any]:
    """See how the multiply-adds grow with width, depth and data."""
    width, depth, factors = config.base_width, config.base_depth, config.factors
    times = growth(4 * LENGTH, width, depth, N_CLASSES, factors)
    return {
        "growth": times,
        "factors": read_only(np.array(factors)),
        "doubled": read_only(times[:, factors.index(2)]),
    }


# --- care -----------------------------------------------------------------------------


def relatives(
    config: Config, sites: Sites, family: Array, pairs: Array, first: FamilySplit
) -> dict[str, Any]:
    """Show families, and where a random split puts their members."""
    found = largest(family, pairs, first.test, config.drawn)
    if not found:
        raise InputError(f"no family has {config.drawn} members (drawn)")
    return {
        "families": found,
        "n_drawn": len(found),
        "n_mixed": sum(one.mixed for one in found),
        "alignment": align(sites.X, sites.y, family, first.test),
        "n_related": int(first.related.sum()),
    }
