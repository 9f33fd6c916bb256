"""What the chapter on data and computing says, counted again by other means."""

import numpy as np
import pytest

from nnsim.experiments.data_and_compute.experiment import (
    COUNTS,
    NETWORK,
    RULES,
    VECTORS,
    Config,
    Result,
)
from nnsim.network.conv_network import ConvNetwork
from tests.pins import pinned


@pytest.fixture(scope="module")
def each(result: Result) -> list[np.ndarray]:
    return [one.wrong.each for one in result.curves]


def test_rules_need_little_data(result: Result, each: list[np.ndarray]) -> None:
    for model in (COUNTS, VECTORS, NETWORK):
        assert np.all(each[RULES][:, :2] < each[model][:, :2])  # in every split
    assert result.curves[RULES].wrong.mean[1] < 10
    assert result.sizes[:2].tolist() == [20, 100]


def test_counts_hardly_get_better(result: Result, each: list[np.ndarray]) -> None:
    counts = result.curves[COUNTS].wrong.mean
    assert counts[-1] > 0.75 * counts[0]
    assert np.all(each[COUNTS][:, -1] > 5 * each[RULES][:, -1])


def test_raw_letters_overtake(result: Result) -> None:
    assert result.n_better[VECTORS] == result.n_splits == 5
    assert result.n_better[NETWORK] >= 4
    assert result.n_better[RULES] == result.n_better[COUNTS] == 0
    for crossing in (result.crossing, result.crossing_vectors):
        assert 500 < crossing < 1000
    found = result.crossings[np.isfinite(result.crossings)]
    assert len(found) == result.n_better[NETWORK]
    assert found.std() > 100  # it differs from split to split
    means = [one.wrong.mean[-1] for one in result.curves]
    assert int(np.argmin(means)) == VECTORS  # not deep against shallow
    assert means[NETWORK] < means[RULES]


def test_multiply_adds_are_those_of_the_arrays(result: Result) -> None:
    rng = np.random.default_rng(0)
    net = ConvNetwork.initialise((16, 9, 4), 60, "flatten", (3,), rng)
    done = net.forward(np.zeros((1, 60, 4)))
    filters = done.z.size * net.W[0].size
    last = net.head.layers[0].W.size
    assert result.forward == filters + last == 32_448
    assert result.backward == filters + 2 * last  # nobody needs dX of the letters
    assert result.n_parameters == net.parameters.size
    assert result.blocks.prod(axis=1).sum() * result.n_places == result.forward
    assert (
        result.training == (result.forward + result.backward) * 2000 * result.n_epochs
    )
    assert result.n_epochs * 32 == Config().n_steps  # 32 batches of 64 rows


def test_width_costs_its_square_and_depth_its_length(result: Result) -> None:
    wide, deep, data = result.doubled
    assert 3.5 < wide < 4
    assert deep == pytest.approx(2, abs=0.02)
    assert data == 2
    slopes = np.diff(np.log2(result.growth), axis=1)
    assert np.all(np.diff(slopes[0]) > 0)  # nearer and nearer to the square
    assert 1.95 < slopes[0, -1] < 2


def test_relatives_make_counts_look_better_in_every_split(result: Result) -> None:
    leak = result.leaks[COUNTS]
    assert np.all(leak.leaky > leak.honest)
    assert leak.n_raised == result.n_splits
    assert leak.gain > 3
    assert leak.related_leaky > leak.related_honest + 0.2
    assert abs(result.leaks[RULES].gain) < 0.5


def test_near_copies_raise_whatever_can_memorise_in_every_split(result: Result) -> None:
    for model in (COUNTS, VECTORS, NETWORK):
        leak = result.leaks[model]
        assert np.all(leak.planted > leak.honest)
        assert leak.n_raised_planted == result.n_splits
    assert result.leaks[VECTORS].means[2] > 0.99
    assert result.leaks[RULES].planted_gain < 0.5


def test_learning_curves_end_in_the_honest_scores(result: Result) -> None:
    for curve, leak in zip(result.curves, result.leaks, strict=True):
        np.testing.assert_allclose(curve.wrong.each[:, -1], 100 * (1 - leak.honest))
        assert curve.features == leak.features


def test_families_lie_on_both_sides(result: Result) -> None:
    assert result.n_drawn == len(result.families)
    assert result.n_mixed == sum(0 < f.held_out.mean() < 1 for f in result.families)
    assert result.n_mixed > result.n_drawn / 2
    assert result.n_related > 0.1 * result.n_test
    pinned(result.n_families, 2626, "families in the table")


def test_aligned_family_is_of_beta_globin(result: Result) -> None:
    assert "LHVDPENFR" in result.alignment.peptide  # as in UniProt P68871
    assert result.alignment.n == 13
    assert result.alignment.share_same > 0.75
