"""What the filters look for in sequences of one's own, and whom that tells apart.

What you can do here
--------------------
- describe how filters grew, over the snapshots of a training run: ``describe``.

A filter fires in a sequence if its largest sum is at least a share of its largest in
all sequences learned from. Those are shown that fire in more sequences of one class
than of the others, by the widest gap; whether they do so in others, too, is counted in
the sequences held out.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.experiments.features.filter_examples import Hierarchy, Scan, follow, slide
from nnsim.experiments.features.filters import heights_of
from nnsim.experiments.features.logos import EXCITED, consensus
from nnsim.magnitudes import spelled_out
from nnsim.network.conv_network import ConvNetwork
from nnsim.network.convolution import convolve
from nnsim.problems.site_data import Sites
from nnsim.training.scores import share_right

N_SHOWN = 4  # filters


@dataclass(frozen=True, eq=False)
class OwnFilters:
    """What the filters became."""

    epochs: Array  # (n_snapshots,) epochs after which the network was kept
    accuracy: Array  # (n_snapshots,) share right of the held-out windows
    numbers: Array  # (n_shown,) the filters shown, those that tell most first
    n_shown: int
    shown_in_words: str  # that number
    heights: Array  # (n_snapshots, n_shown, width, 4) their letters, bits
    words: tuple[str, ...]  # (n_shown,) their tallest letters at the end
    offsets: Array  # (n_shown,) where each begins to be drawn: 0
    tells: tuple[str, ...]  # (n_shown,) class in which each fires most, as shown
    n_filters: int
    first_word: str  # of the first filter shown
    first_class: str  # class in which that fires most
    of_class: float  # share of the held-out of that class in which it fires
    of_others: float  # the same share of the others
    n_of_class: int  # held-out of that class
    n_of_others: int
    scan: Scan
    hierarchy: Hierarchy


def describe(
    networks: Sequence[ConvNetwork],
    epochs: Sequence[int],
    sites: Sites,
    windows: Array,
    names: tuple[tuple[str, ...], tuple[str, ...]],
) -> OwnFilters:
    """Describe filters by the training sequences, over the snapshots of a run.

    Parameters
    ----------
    networks, epochs
        The snapshots, and when they were kept.
    sites, windows
        Whole sequences, and a window of each.
    names
        Of the classes: as said, and as shown.
    """
    part, last = sites.parts[0], networks[-1]
    X, y = sites.X[part.train], sites.y[part.train]
    peaks = _peaks(X, last)
    least = EXCITED * peaks.max(axis=0)  # to fire
    gaps, classes = _gaps(peaks >= least, y, sites.n_classes)
    numbers = np.argsort(-gaps, kind="stable")[:N_SHOWN]
    first, label = int(numbers[0]), int(classes[numbers[0]])
    fires = _peaks(sites.X[part.test], last) >= least
    is_of_class = sites.y[part.test] == label
    held_out, targets = windows[part.test], sites.targets[part.test]
    heights = np.stack([[heights_of(X, net.W[f]) for f in numbers] for net in networks])
    example = held_out[np.flatnonzero(is_of_class)[:1]]
    words = tuple(consensus(bits, sites.letters) for bits in heights[-1])
    said, shown = names
    return OwnFilters(
        epochs=read_only(np.array(epochs)),
        accuracy=read_only(
            [share_right(net.predict(held_out), targets) for net in networks]
        ),
        numbers=read_only(numbers),
        n_shown=len(numbers),
        shown_in_words=spelled_out(len(numbers)),
        heights=read_only(heights),
        words=words,
        offsets=read_only(np.zeros(len(numbers))),
        tells=tuple(shown[classes[f]] for f in numbers),
        n_filters=len(last.W),
        first_word=words[0],
        first_class=said[label],
        of_class=float(fires[is_of_class, first].mean()),
        of_others=float(fires[~is_of_class, first].mean()),
        n_of_class=int(is_of_class.sum()),
        n_of_others=int((~is_of_class).sum()),
        scan=Scan(**slide(last, first, example, sites.letters)),
        hierarchy=Hierarchy(
            **follow(last, numbers, example, label, sites.letters),
            class_name=said[label],
        ),
    )


def _peaks(X: Array, network: ConvNetwork) -> Array:
    """Return the largest sum of each filter, without bias, (n_sequences, n_filters)."""
    zeros = np.zeros(len(network.W), X.dtype)
    return np.asarray(convolve(X, network.W, zeros).max(axis=1))


def _gaps(fires: Array, y: Array, n_classes: int) -> tuple[Array, Array]:
    """Return the widest gap of each filter between a class and the others, and which.

    Parameters
    ----------
    fires
        (n_sequences, n_filters) whether each fires in each.
    y
        Classes of the sequences.
    n_classes
        How many there are.
    """
    shares = [
        fires[y == k].mean(axis=0) - fires[y != k].mean(axis=0)
        for k in range(n_classes)
    ]
    return np.max(shares, axis=0), np.argmax(shares, axis=0)
