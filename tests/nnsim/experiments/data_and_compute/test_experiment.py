"""What the chapter on data and computing says, counted again by other means."""

import numpy as np
import pytest

from nnsim.experiments.data_and_compute.experiment import (
    COUNTS,
    NETWORK,
    RULES,
    VECTORS,
    Config,
    run,
)
from nnsim.network.conv_network import ConvNetwork
from tests.nnsim.experiments.frozen import arrays

RESULT = run()
EACH = [one.each for one in RESULT.curves]  # (n_splits, n_sizes), % wrong


def test_rules_need_little_data() -> None:
    for model in (COUNTS, VECTORS, NETWORK):
        assert np.all(EACH[RULES][:, :2] < EACH[model][:, :2])  # in every split
    assert RESULT.curves[RULES].mean[1] < 10
    assert RESULT.sizes[:2].tolist() == [20, 100]


def test_counts_hardly_get_better() -> None:
    counts = RESULT.curves[COUNTS].mean
    assert counts[-1] > 0.75 * counts[0]
    assert np.all(EACH[COUNTS][:, -1] > 5 * EACH[RULES][:, -1])


def test_raw_letters_overtake() -> None:
    assert RESULT.n_better[VECTORS] == RESULT.n_splits == 5
    assert RESULT.n_better[NETWORK] >= 4
    assert RESULT.n_better[RULES] == RESULT.n_better[COUNTS] == 0
    for crossing in (RESULT.crossing, RESULT.crossing_vectors):
        assert 500 < crossing < 1000
    found = RESULT.crossings[np.isfinite(RESULT.crossings)]
    assert len(found) == RESULT.n_better[NETWORK]
    assert found.std() > 100  # it differs from split to split
    means = [one.mean[-1] for one in RESULT.curves]
    assert int(np.argmin(means)) == VECTORS  # not deep against shallow
    assert means[NETWORK] < means[RULES]


def test_multiply_adds_are_those_of_the_arrays() -> None:
    rng = np.random.default_rng(0)
    net = ConvNetwork.initialise((16, 9, 4), 60, "flatten", (3,), rng)
    done = net.forward(np.zeros((1, 60, 4)))
    filters = done.z.size * net.W[0].size
    last = net.head.layers[0].W.size
    assert RESULT.forward == filters + last == 32_448
    assert RESULT.backward == filters + 2 * last  # nobody needs dX of the letters
    assert RESULT.n_parameters == net.parameters.size
    assert RESULT.blocks.prod(axis=1).sum() * RESULT.n_places == RESULT.forward
    assert (
        RESULT.training == (RESULT.forward + RESULT.backward) * 2000 * RESULT.n_epochs
    )
    assert RESULT.n_epochs * 32 == Config().n_steps  # 32 batches of 64 rows


def test_width_costs_its_square_and_depth_its_length() -> None:
    wide, deep, data = RESULT.doubled
    assert 3.5 < wide < 4
    assert deep == pytest.approx(2, abs=0.02)
    assert data == 2
    slopes = np.diff(np.log2(RESULT.growth), axis=1)
    assert np.all(np.diff(slopes[0]) > 0)  # nearer and nearer to the square
    assert 1.95 < slopes[0, -1] < 2


def test_relatives_make_counts_look_better_in_every_split() -> None:
    leak = RESULT.leaks[COUNTS]
    assert np.all(leak.leaky > leak.honest)
    assert leak.n_raised == RESULT.n_splits
    assert leak.gain > 3
    assert leak.related_leaky > leak.related_honest + 0.2
    assert abs(RESULT.leaks[RULES].gain) < 0.5


def test_near_copies_raise_whatever_can_memorise_in_every_split() -> None:
    for model in (COUNTS, VECTORS, NETWORK):
        leak = RESULT.leaks[model]
        assert np.all(leak.planted > leak.honest)
        assert leak.n_raised_planted == RESULT.n_splits
    assert RESULT.leaks[VECTORS].means[2] > 0.99
    assert RESULT.leaks[RULES].planted_gain < 0.5


def test_learning_curves_end_in_the_honest_scores() -> None:
    for curve, leak in zip(RESULT.curves, RESULT.leaks, strict=True):
        np.testing.assert_allclose(curve.each[:, -1], 100 * (1 - leak.honest))
        assert curve.features == leak.features


def test_families_lie_on_both_sides() -> None:
    assert RESULT.n_drawn == len(RESULT.families)
    assert RESULT.n_mixed == sum(0 < f.held_out.mean() < 1 for f in RESULT.families)
    assert RESULT.n_mixed > RESULT.n_drawn / 2
    assert RESULT.n_related > 0.1 * RESULT.n_test
    assert RESULT.n_families == 2626


def test_aligned_family_is_of_beta_globin() -> None:
    assert "LHVDPENFR" in RESULT.alignment.peptide  # as in UniProt P68871
    assert RESULT.alignment.n == 13
    assert RESULT.alignment.share_same > 0.75


def test_result_is_sealed_and_settings_hash() -> None:
    assert not [a for a in arrays(RESULT) if a.flags.writeable]
    assert isinstance(hash(Config()), int)
