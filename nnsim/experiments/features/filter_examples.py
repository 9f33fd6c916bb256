"""What filters make of single held-out windows.

What you can do here
--------------------
- slide one filter along a window: ``scan_one``, ``slide``;
- follow a window through the network: ``climb``, ``follow``;
- tell which bases of a sequence are shown: ``shown``.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.datasets.one_hot import BASES, decode
from nnsim.datasets.splice_junctions import LENGTH, SITE
from nnsim.errors import InputError
from nnsim.experiments.features.logos import centred
from nnsim.network.conv_network import ConvNetwork
from nnsim.network.convolution import convolve
from nnsim.problems.site_data import KINDS, Sites

START = 0.7  # of the bases that a window leaves out, those before it


@dataclass(frozen=True, eq=False)
class Scan:
    """One filter on its way along one held-out window."""

    sequence: str  # bases of the window
    weights: Array  # (width, 4) the filter, centred
    z: Array  # (n_places,) its weighted sum at each place
    places: Array  # (n_places,) 0, 1, 2, …
    best: int  # the place at which z is largest
    peak: float  # z there


@dataclass(frozen=True, eq=False)
class SiteScan(Scan):
    """The same where the site is known."""

    usual: float  # the place at which the filter begins where it mostly fires
    site: int  # bases of the window before the site


@dataclass(frozen=True, eq=False)
class Hierarchy:
    """From letters by motifs to a class, in one held-out window."""

    sequence: str  # bases of the window
    label: int  # its class
    class_name: str  # that in words
    weights: Array  # (n_shown, width, 4) the filters shown, centred
    places: Array  # (n_shown,) where the weighted sum of each is largest
    peaks: Array  # (n_shown,) its activation there; 0 if it is silent
    highest: float  # the highest of these
    p: Array  # (n_classes,) probability of each class
    p_of_label: float  # that of its class


@dataclass(frozen=True, eq=False)
class SiteHierarchy(Hierarchy):
    """The same where the site is known."""

    p: Array  # (3,) probability of donor, acceptor, neither
    site: int  # bases of the window before the site


def scan_one(
    network: ConvNetwork, number: int, usual: float, sites: Sites, label: int, n: int
) -> SiteScan:
    """Slide a filter along n bases of the first held-out sequence of a class.

    Parameters
    ----------
    network, number
        Whose filter, and which.
    usual
        First base, counted from the site, where it mostly fires.
    sites, label, n
        Sequences, class, bases to show.
    """
    X, site = first_held_out(sites, label, n)
    return SiteScan(**slide(network, number, X), usual=site + usual, site=site)


def slide(
    network: ConvNetwork, number: int, X: Array, letters: str = BASES
) -> dict[str, Any]:
    """Slide a filter along one window (1, n_bases, 4); return what a scan holds."""
    W, b = network.W[[number]], network.b[[number]]
    z = convolve(X, W, b)[0, :, 0]
    return {
        "sequence": str(decode(X, letters)[0]),
        "weights": read_only(centred(W[0])),
        "z": read_only(z),
        "places": read_only(np.arange(len(z))),
        "best": int(z.argmax()),
        "peak": float(z.max()),
    }


def climb(
    network: ConvNetwork, numbers: Array, sites: Sites, label: int, n: int
) -> SiteHierarchy:
    """Follow n bases of the first held-out sequence of a class through the network."""
    X, site = first_held_out(sites, label, n)
    found = follow(network, numbers, X, label)
    return SiteHierarchy(**found, class_name=KINDS[label], site=site)


def follow(
    network: ConvNetwork, numbers: Array, X: Array, label: int, letters: str = BASES
) -> dict[str, Any]:
    """Follow one window of a class; return what a hierarchy holds but for its name."""
    done = network.forward(X)
    return {
        "sequence": str(decode(X, letters)[0]),
        "label": label,
        "weights": read_only(np.stack([centred(network.W[f]) for f in numbers])),
        "places": read_only(done.z[0, :, numbers].argmax(axis=1)),
        "peaks": read_only(done.head.X[0, numbers]),
        "highest": float(done.head.X[0, numbers].max()),
        "p": read_only(done.y_hat[0]),
        "p_of_label": float(done.y_hat[0, label]),
    }


def shown(n: int) -> slice:
    """Return which n bases of a sequence are shown: those around no fixed middle."""
    start = int(START * (LENGTH - n))
    return slice(start, start + n)


def first_held_out(sites: Sites, label: int, n: int) -> tuple[Array, int]:
    """Return n bases of the first held-out sequence of a class, those before its site.

    Raises
    ------
    InputError
        If none of that class is held out.
    """
    rows, where = sites.parts[0].test, shown(n)
    of_class = rows[sites.y[rows] == label]
    if len(of_class) == 0:
        raise InputError(
            f"no {KINDS[label]} is held out to be shown: hold out more (n_test)"
        )
    return sites.X[of_class[:1], where], SITE - where.start
