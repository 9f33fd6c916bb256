"""What the filters of a trained network look for, and where they find it.

What you can do here
--------------------
- describe how filters grew, over the snapshots of a training run: ``describe``.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.datasets.one_hot import decode
from nnsim.datasets.splice_junctions import LENGTH, SITE
from nnsim.errors import InputError
from nnsim.experiments.features.logos import (
    centred,
    consensus,
    excited_windows,
    letter_heights,
)
from nnsim.network.conv_network import ConvNetwork
from nnsim.network.convolution import convolve
from nnsim.problems.site_data import ACCEPTOR, DONOR, Sites
from nnsim.training.scores import share_right

AT_SITE = 1.0  # bases between the quartiles of a filter that fires at one place
N_EACH = 2  # filters to show for donors, and for acceptors
SHOWN = slice(14, 54)  # bases of the window along which a filter is shown


@dataclass(frozen=True, eq=False)
class Scan:
    """One filter on its way along one held-out window."""

    sequence: str  # bases of the window
    weights: Array  # (width, 4) the filter, centred
    z: Array  # (n_places,) its weighted sum at each place
    places: Array  # (n_places,) 0, 1, 2, …
    best: int  # the place at which z is largest
    site: int  # bases of the window before the site


@dataclass(frozen=True, eq=False)
class Hierarchy:
    """From letters by motifs to a class, in one held-out window."""

    sequence: str  # bases of the window
    weights: Array  # (4, width, 4) the filters shown, centred
    places: Array  # (4,) where the weighted sum of each is largest
    peaks: Array  # (4,) its activation there; 0 if it is silent
    p: Array  # (3,) probability of donor, acceptor, neither
    site: int  # bases of the window before the site


@dataclass(frozen=True, eq=False)
class Filters:
    """What the filters became."""

    n_parameters: int
    epochs: Array  # (n_snapshots,) epochs after which the network was kept
    accuracy: Array  # (n_snapshots,) share right of the held-out windows
    numbers: Array  # (4,) the filters shown, those for donors first
    heights: Array  # (n_snapshots, 4, width, 4) their letters, bits
    words: tuple[str, ...]  # (4,) their tallest letters at the end
    offsets: Array  # (4,) first base of each, counted from the site, where they fire
    spreads: Array  # (n_filters,) bases between the quartiles of the places
    n_filters: int
    n_at_site: int  # filters that fire at one place, counted from the site
    scan: Scan
    hierarchy: Hierarchy


def describe(
    networks: Sequence[ConvNetwork],
    epochs: Sequence[int],
    sites: Sites,
    windows: Array,
) -> Filters:
    """Describe filters by the training sequences, over the snapshots of a run.

    A filter of the last snapshot counts as one that found the site if the windows
    that excite it begin at one place: though it never saw where the site was.
    """
    part, last = sites.parts[0], networks[-1]
    X, y = sites.X[part.train], sites.y[part.train]
    fired = [excited_windows(X, W) for W in last.W]
    spreads = np.array([spread_of(at) for _, at in fired])
    numbers = choose(fired, spreads, y)
    heights = np.stack([[heights_of(X, net.W[f]) for f in numbers] for net in networks])
    held_out, targets = windows[part.test], sites.targets[part.test]
    return Filters(
        n_parameters=last.parameters.size,
        epochs=read_only(np.array(epochs)),
        accuracy=read_only(
            [share_right(net.predict(held_out), targets) for net in networks]
        ),
        numbers=read_only(numbers),
        heights=read_only(heights),
        words=tuple(consensus(letters) for letters in heights[-1]),
        offsets=read_only(np.array([np.median(fired[f][1]) - SITE for f in numbers])),
        spreads=read_only(spreads),
        n_filters=len(last.W),
        n_at_site=int(np.sum(spreads <= AT_SITE)),
        scan=scan_one(last, int(numbers[0]), sites),
        hierarchy=climb(last, numbers, sites),
    )


def spread_of(places: Array) -> float:
    """Return the bases between the quartiles of places; all there are for no place."""
    if len(places) == 0:
        return float(LENGTH)
    return float(np.subtract(*np.percentile(places, [75, 25])))


def heights_of(X: Array, W: Array) -> Array:
    """Return the letters of the windows that excite one filter, (width, 4) bits."""
    return letter_heights(X, *excited_windows(X, W), len(W))


def choose(fired: Sequence[tuple[Array, Array]], spreads: Array, y: Array) -> Array:
    """Choose four of the filters that found a site, those that fire most often.

    Of each kind of site two are taken where there are as many. They are returned
    donors first.

    Raises
    ------
    InputError
        If none found one.
    """
    often = sorted(range(len(fired)), key=lambda f: -len(fired[f][0]))
    found = [f for f in often if spreads[f] <= AT_SITE]
    for_donor = {f for f in found if np.mean(y[fired[f][0]] == DONOR) > 0.5}
    donors = [f for f in found if f in for_donor]
    others = [f for f in found if f not in for_donor]
    first = donors[:N_EACH] + others[:N_EACH]
    rest = [f for f in found if f not in first]
    chosen = first + rest[: 2 * N_EACH - len(first)]
    if not chosen:
        raise InputError(
            "no filter fires at one place: train for more epochs (filter_epochs), on "
            "more sequences (n_train)"
        )
    return np.array(sorted(chosen, key=lambda f: f not in for_donor), dtype=int)


def scan_one(network: ConvNetwork, number: int, sites: Sites) -> Scan:
    """Slide a filter along a window of the first held-out donor."""
    W, b = network.W[[number]], network.b[[number]]
    X = first_held_out(sites, DONOR)
    z = convolve(X, W, b)[0, :, 0]
    return Scan(
        sequence=str(decode(X)[0]),
        weights=read_only(centred(W[0])),
        z=read_only(z),
        places=read_only(np.arange(len(z))),
        best=int(z.argmax()),
        site=SITE - SHOWN.start,
    )


def climb(network: ConvNetwork, numbers: Array, sites: Sites) -> Hierarchy:
    """Follow a window of the first held-out acceptor through the network."""
    X = first_held_out(sites, ACCEPTOR)
    done = network.forward(X)
    return Hierarchy(
        sequence=str(decode(X)[0]),
        weights=read_only(np.stack([centred(network.W[f]) for f in numbers])),
        places=read_only(done.z[0, :, numbers].argmax(axis=1)),
        peaks=read_only(done.head.X[0, numbers]),
        p=read_only(done.y_hat[0]),
        site=SITE - SHOWN.start,
    )


def first_held_out(sites: Sites, label: int) -> Array:
    """Return the window to show of the first held-out sequence of a class."""
    rows = sites.parts[0].test
    return sites.X[[rows[np.argmax(sites.y[rows] == label)]], SHOWN]
