"""What the filters of a trained network look for, and where they find it.

What you can do here
--------------------
- describe how filters grew, over the snapshots of a training run: ``describe``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.datasets.splice_junctions import LENGTH, SITE
from nnsim.errors import InputError
from nnsim.experiments.features.filter_examples import (
    SiteHierarchy,
    SiteScan,
    climb,
    scan_one,
)
from nnsim.experiments.features.logos import consensus, excited_windows, letter_heights
from nnsim.magnitudes import spelled_out
from nnsim.network.conv_network import ConvNetwork
from nnsim.problems.site_data import ACCEPTOR, DONOR, Sites
from nnsim.training.scores import share_right

AT_SITE = 1.0  # bases between the quartiles of a filter that fires at one place
NO_PLACE = 10.0  # bases between the quartiles of one that fires in no fixed place
OFTEN = 0.02  # windows for each sequence learned from: fewer may agree by luck
N_EACH = 2  # filters to show for donors, and for acceptors


@dataclass(frozen=True, eq=False)
class Filters:
    """What the filters became."""

    n_parameters: int
    epochs: Array  # (n_snapshots,) epochs after which the network was kept
    accuracy: Array  # (n_snapshots,) share right of the held-out windows
    numbers: Array  # (n_shown,) the filters shown, those for donors first
    n_shown: int
    shown_in_words: str  # that number
    heights: Array  # (n_snapshots, n_shown, width, 4) their letters, bits
    words: tuple[str, ...]  # (n_shown,) their tallest letters at the end
    offsets: Array  # (n_shown,) first base of each, as in ``starts``
    spreads: Array  # (n_filters,) bases between the quartiles of the places
    starts: Array  # (n_filters,) median first base where each fires, from the site
    is_at_site: Array  # (n_filters,) whether each fires at one place
    n_filters: int
    n_at_site: int  # filters that fire at one place, counted from the site
    n_next_to_site: int  # those of them whose window holds the site, or touches it
    n_placeless: int  # filters that fire in no fixed place
    scan: SiteScan
    hierarchy: SiteHierarchy


class Fired(NamedTuple):
    """Where one filter fires in the sequences learned from."""

    rows: Array  # (n_windows,) in which sequence
    places: Array  # (n_windows,) first base of the window

    @property
    def spread(self) -> float:
        """Bases between the quartiles of the places; all there are for no place."""
        if len(self.places) == 0:
            return float(LENGTH)
        return float(np.subtract(*np.percentile(self.places, [75, 25])))

    @property
    def start(self) -> float:
        """Median of the places, counted from the site; all bases for no place."""
        if len(self.places) == 0:
            return float(LENGTH)
        return float(np.median(self.places)) - SITE


class Chosen(NamedTuple):
    """Filters to show."""

    numbers: Array  # (n_shown,) those for donors first
    n_donors: int  # how many these are


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
    fired = [Fired(*excited_windows(X, W)) for W in last.W]
    spreads, starts = (
        np.array([getattr(one, what) for one in fired]) for what in ("spread", "start")
    )
    often = np.array([len(one.rows) >= OFTEN * len(X) for one in fired])
    is_at_site = (spreads <= AT_SITE) & often
    numbers, n_donors = choose(fired, is_at_site, y)
    heights = np.stack([[heights_of(X, net.W[f]) for f in numbers] for net in networks])
    held_out, targets = windows[part.test], sites.targets[part.test]
    first, n_bases = int(numbers[0]), windows.shape[1]
    touches = (starts <= 0) & (starts + last.W.shape[1] >= 0)
    return Filters(
        n_parameters=last.parameters.size,
        epochs=read_only(np.array(epochs)),
        accuracy=read_only(
            [share_right(net.predict(held_out), targets) for net in networks]
        ),
        numbers=read_only(numbers),
        n_shown=len(numbers),
        shown_in_words=spelled_out(len(numbers)),
        heights=read_only(heights),
        words=tuple(consensus(letters) for letters in heights[-1]),
        offsets=read_only(starts[numbers]),
        spreads=read_only(spreads),
        starts=read_only(starts),
        is_at_site=read_only(is_at_site),
        n_filters=len(last.W),
        n_at_site=int(is_at_site.sum()),
        n_next_to_site=int((is_at_site & touches).sum()),
        n_placeless=int((spreads > NO_PLACE).sum()),
        scan=scan_one(
            last, first, starts[first], sites, DONOR if n_donors else ACCEPTOR, n_bases
        ),
        hierarchy=climb(
            last,
            numbers,
            sites,
            ACCEPTOR if n_donors < len(numbers) else DONOR,
            n_bases,
        ),
    )


def heights_of(X: Array, W: Array) -> Array:
    """Return the letters of the windows that excite one filter, (width, 4) bits."""
    return letter_heights(X, *excited_windows(X, W), len(W))


def choose(fired: Sequence[Fired], is_at_site: Array, y: Array) -> Chosen:
    """Choose four of the filters that found a site, those that fire most often.

    Of each kind of site two are taken where there are as many. They are returned
    donors first.

    Raises
    ------
    InputError
        If none found one.
    """
    often = sorted(range(len(fired)), key=lambda f: -len(fired[f].rows))
    found = [f for f in often if is_at_site[f]]
    for_donor = {f for f in found if np.mean(y[fired[f].rows] == DONOR) > 0.5}
    donors = [f for f in found if f in for_donor]
    others = [f for f in found if f not in for_donor]
    first = donors[:N_EACH] + others[:N_EACH]
    rest = [f for f in found if f not in first]
    chosen = first + rest[: 2 * N_EACH - len(first)]
    if not chosen:
        raise InputError(
            "no filter fires at one place: train for more epochs (filter_epochs), on "
            "more sequences (n_train), or let filters see more bases (width)"
        )
    ordered = sorted(chosen, key=lambda f: f not in for_donor)
    n_donors = sum(f in for_donor for f in chosen)
    return Chosen(np.array(ordered, dtype=int), n_donors)
