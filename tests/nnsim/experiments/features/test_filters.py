"""What is told of filters, against windows slid and counted in another way."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.lib.stride_tricks import sliding_window_view

from nnsim.errors import InputError
from nnsim.experiments.features.experiment import train_filters
from nnsim.experiments.features.filter_examples import first_held_out, shown
from nnsim.problems.site_data import ACCEPTOR, DONOR, NEITHER, load_sites
from tests.nnsim.experiments.features.test_claims import QUICK, SITE, result_of


def test_filters_are_placed_where_they_fire() -> None:
    found = result_of(QUICK).filters
    sites = load_sites(QUICK.seed, 1, QUICK.n_train, QUICK.n_test)
    X = sites.X[sites.parts[0].train]
    slid = sliding_window_view(X, QUICK.width, axis=1)  # (n, places, 4, width)
    width, n_next, n_placeless, at_site = QUICK.width, 0, 0, []
    for f, W in enumerate(train_filters(QUICK, sites, 0)[-1].W):
        z = np.einsum("npbw,wb->np", slid, W)
        places = sorted(np.argwhere(z >= 0.6 * z.max())[:, 1] - SITE)
        low, middle, high = np.quantile(places, [0.25, 0.5, 0.75])
        assert found.spreads[f] == high - low
        assert found.starts[f] == middle
        at_site.append(high - low <= 1 and len(places) >= len(X) / 50)
        n_next += at_site[-1] and middle <= 0 <= middle + width
        n_placeless += high - low > 10
    assert found.is_at_site.tolist() == at_site
    assert (found.n_at_site, found.n_next_to_site) == (sum(at_site), n_next)
    assert found.n_placeless == n_placeless


def test_the_largest_sum_is_where_it_is_said() -> None:
    scan = result_of(QUICK).filters.scan
    assert scan.peak == max(scan.z) == scan.z[scan.best]
    assert scan.usual == scan.site + result_of(QUICK).filters.offsets[0]


@pytest.mark.parametrize("n", range(36, 57))
def test_what_is_shown_holds_the_site(n: int) -> None:
    where = shown(n)
    assert where.stop - where.start == n
    assert 0 <= where.start < SITE < where.stop <= 60
    if n == 40:
        assert (where.start, where.stop) == (14, 54)


@pytest.mark.parametrize("label", [DONOR, ACCEPTOR])
def test_what_is_shown_is_of_the_class_asked_for_or_refused(label: int) -> None:
    sites = load_sites(0, 1, 100, 50)
    X, before = first_held_out(sites, label, 40)
    held_out = sites.parts[0].test
    (row,) = [k for k in held_out if np.array_equal(sites.X[k, 14:54], X[0])]
    assert sites.y[row] == label
    assert (sites.y[held_out[held_out < row]] != label).all()
    assert before == SITE - 14
    nothing = replace(sites, y=np.full_like(sites.y, NEITHER))
    with pytest.raises(InputError, match="is held out to be shown: hold out more"):
        first_held_out(nothing, label, 40)
