"""The chapter on layers: its arithmetic, and what the lecture says of it."""

from dataclasses import replace

import numpy as np
import pytest

from nnsim.datasets import penguins
from nnsim.experiments import layers
from nnsim.experiments.layers.experiment import Config, run, train_small
from nnsim.views.planes import border
from tests.nnsim.experiments.frozen import arrays
from tests.nnsim.experiments.usual import usual

RESULT = usual(layers)
SCALE = penguins.ROUND.columns("bill_length_mm", "bill_depth_mm")
QUICK = Config(n_epochs=4, n_splits=2, split_epochs=3)


def by_hand(x: np.ndarray) -> list[np.ndarray]:
    """Send inputs (n, 2) through the network with plain matrix products."""
    values = []
    for layer, f in zip(RESULT.network.layers, (np.tanh, np.tanh, None), strict=True):
        z = x @ layer.W.T + layer.b
        x = f(z) if f else 1 / (1 + np.exp(-z))
        values.append(x)
    return values


# --- counting -------------------------------------------------------------------------


def test_figures_of_the_lecture() -> None:
    assert RESULT.network.widths == (2, 8, 2, 1)
    assert RESULT.layer_parameters == (24, 18, 3)
    assert RESULT.layer_weights == (16, 16, 2)
    assert (RESULT.n_neurons, RESULT.n_parameters, RESULT.n_layers) == (11, 45, 3)
    assert RESULT.penguin_net.widths == (4, 16, 16, 3)
    assert RESULT.penguin_parameters == 403
    assert RESULT.doubled_parameters == 32 * 5 + 32 * 33 + 3 * 33 == 1315
    assert RESULT.deeper_parameters == 16 * 5 + 3 * 16 * 17 + 3 * 17 == 947


def test_width_costs_more_than_depth() -> None:
    _, two, four = (rows[:, 1] for rows in RESULT.counts)
    widths = RESULT.counts[0][:, 0]
    twice_as_wide = two[2 * widths[:16] - 1]
    assert np.all(twice_as_wide > four[:16])


def test_penguin_net_has_learned_its_species() -> None:
    birds = penguins.load().complete()
    p = RESULT.penguin_net.predict(penguins.ROUND.apply(birds.measurements()))
    named = np.array(penguins.SPECIES)[p.argmax(axis=1)]
    assert (named == birds.species).mean() > 0.98  # on the birds it learned from


# --- one bird -------------------------------------------------------------------------


def test_the_bird_goes_through_by_hand() -> None:
    np.testing.assert_allclose(RESULT.x, (RESULT.measured[None] - [44, 17]) / [5, 2])
    for ours, theirs in zip(RESULT.forward.a, by_hand(RESULT.x), strict=True):
        np.testing.assert_allclose(ours, theirs)
    assert RESULT.species == "Chinstrap"
    assert RESULT.forward.a[2].item() > 0.5


# --- the hidden plane -----------------------------------------------------------------


def test_points_of_the_hidden_plane_are_the_layers_own_values() -> None:
    X = SCALE.apply(RESULT.measurements)
    np.testing.assert_allclose(RESULT.hidden[-1], by_hand(X)[1], atol=1e-12)
    paper = SCALE.apply(RESULT.paper)
    np.testing.assert_allclose(RESULT.bent_paper[-1], by_hand(paper)[1], atol=1e-12)
    np.testing.assert_allclose(RESULT.bird_path[-1], RESULT.forward.a[1][0])
    (x_low, x_high), (y_low, y_high) = RESULT.hidden_plane
    for values in (RESULT.hidden, RESULT.bent_paper):
        assert x_low < values[..., 0].min() <= values[..., 0].max() < x_high
        assert y_low < values[..., 1].min() <= values[..., 1].max() < y_high


def test_the_border_is_straight_there_at_every_step() -> None:
    for net, pieces in zip(
        RESULT.history.snapshots, RESULT.hidden_borders, strict=True
    ):
        end = net.layers[-1]
        np.testing.assert_allclose(pieces @ end.W[0] + end.b, 0, atol=1e-9)
        assert len(pieces)


def test_the_border_is_bent_over_the_bills() -> None:
    ends = RESULT.borders[-1].reshape(-1, 2)
    distances = np.linalg.svd(ends - ends.mean(0))[1]
    assert distances[1] > 0.2 * distances[0]
    p = by_hand(SCALE.apply(ends))[2]
    assert np.abs(p - 0.5).max() < 0.05


def test_the_same_birds_are_wrong_in_both_planes() -> None:
    is_chinstrap = RESULT.bird_species == "Chinstrap"
    end = RESULT.network.layers[-1]
    said = RESULT.hidden[-1] @ end.W[0] + end.b[0] > 0
    assert (said != is_chinstrap).sum() == RESULT.wrong[-1] <= 12
    assert RESULT.wrong[0] > 100
    assert RESULT.one_neuron_wrong >= 3 * RESULT.wrong[-1]


def test_other_starts_lead_to_as_few_wrong_birds() -> None:
    X = SCALE.apply(RESULT.measurements)
    y = (RESULT.bird_species == "Chinstrap").astype(float)[:, None]
    for seed in range(5, 13):
        net = train_small(replace(Config(), seed=seed, every=400), X, y).network
        assert ((net.predict(X) > 0.5) != (y > 0.5)).sum() <= 12


def test_fields_and_borders_belong_to_their_step() -> None:
    k = len(RESULT.steps) // 2
    net = RESULT.history.snapshots[k]
    assert RESULT.history.snapshot_epochs[k] == RESULT.steps[k] == 200
    plane = tuple(
        tuple((np.array(ends) - c) / u)
        for ends, c, u in zip(RESULT.plane, (44, 17), (5, 2), strict=True)
    )
    np.testing.assert_allclose(
        SCALE.apply(RESULT.borders[k]), border(net, plane, 60), atol=1e-9
    )
    middle = [sum(ends) / 2 for ends in RESULT.hidden_plane]
    end = net.layers[-1]
    p = 1 / (1 + np.exp(-(end.W[0] @ middle + end.b[0])))
    assert RESULT.hidden_fields[k, 29:31, 29:31].mean() == pytest.approx(p, abs=0.01)


# --- wide or deep ---------------------------------------------------------------------


def test_the_budgets_are_equal() -> None:
    assert {scores.n_parameters for scores in RESULT.scores} == {45}
    assert [len(scores.widths) - 2 for scores in RESULT.scores] == [1, 2, 3]
    assert RESULT.n_train + RESULT.config.n_test == RESULT.n_birds == 342


def test_neither_wide_nor_deep_wins() -> None:
    means = [scores.mean for scores in RESULT.scores]
    assert max(means) - min(means) < min(scores.spread for scores in RESULT.scores) / 2
    wide, *deeper = RESULT.scores
    for deep in deeper:  # paired by split: within two standard errors of no difference
        gap = deep.right - wide.right
        assert abs(gap.mean()) < 2 * gap.std(ddof=1) / len(gap) ** 0.5


def test_each_beats_one_neuron_on_every_split() -> None:
    for scores in RESULT.scores:
        assert np.all(scores.right > RESULT.neuron_scores.right)


def test_scores_are_whole_birds_of_twenty_splits() -> None:
    for scores in (RESULT.neuron_scores, *RESULT.scores):
        assert scores.right.shape == (20,)
        birds_right = scores.right * RESULT.config.n_test
        np.testing.assert_allclose(birds_right, np.round(birds_right), atol=1e-9)


# --- settings and frozen values -------------------------------------------------------


def test_same_settings_same_arrays() -> None:
    for one, other in zip(arrays(run(QUICK)), arrays(run(QUICK)), strict=True):
        np.testing.assert_array_equal(one, other)


def test_result_cannot_be_changed() -> None:
    assert not [a for a in arrays(RESULT) if a.flags.writeable]
    with pytest.raises(AttributeError):
        RESULT.n_birds = 1  # type: ignore[misc]


def test_steps_are_kept_as_set() -> None:
    result = run(replace(QUICK, n_epochs=9, every=3))
    assert result.steps.tolist() == [0, 3, 6, 9]
    assert len(result.hidden) == len(result.borders) == len(result.fields) == 4
