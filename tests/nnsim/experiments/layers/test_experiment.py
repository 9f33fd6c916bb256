"""The chapter on layers: its arithmetic, and what the lecture says of it."""

from dataclasses import replace

import numpy as np
import pytest

from nnsim.datasets import penguins
from nnsim.experiments.layers.experiment import Config, Result, run, train_small
from nnsim.views.planes import border

SCALE = penguins.ROUND.columns("bill_length_mm", "bill_depth_mm")
QUICK = Config(n_epochs=4, n_splits=2, split_epochs=3)


def by_hand(result: Result, x: np.ndarray) -> list[np.ndarray]:
    """Send inputs (n, 2) through the network with plain matrix products."""
    values = []
    for layer, f in zip(result.network.layers, (np.tanh, np.tanh, None), strict=True):
        z = x @ layer.W.T + layer.b
        x = f(z) if f else 1 / (1 + np.exp(-z))
        values.append(x)
    return values


# --- counting -------------------------------------------------------------------------


def test_figures_of_the_lecture(result: Result) -> None:
    assert result.network.widths == (2, 8, 2, 1)
    assert result.layer_parameters == (24, 18, 3)
    assert result.layer_weights == (16, 16, 2)
    assert (result.n_neurons, result.n_parameters, result.n_layers) == (11, 45, 3)
    assert result.penguin_net.widths == (4, 16, 16, 3)
    assert result.penguin_parameters == 403
    assert result.doubled_parameters == 32 * 5 + 32 * 33 + 3 * 33 == 1315
    assert result.deeper_parameters == 16 * 5 + 3 * 16 * 17 + 3 * 17 == 947


def test_width_costs_more_than_depth(result: Result) -> None:
    _, two, four = (rows[:, 1] for rows in result.counts)
    widths = result.counts[0][:, 0]
    twice_as_wide = two[2 * widths[:16] - 1]
    assert np.all(twice_as_wide > four[:16])


def test_penguin_net_has_learned_its_species(result: Result) -> None:
    birds = penguins.load().complete()
    p = result.penguin_net.predict(penguins.ROUND.apply(birds.measurements()))
    named = np.array(penguins.SPECIES)[p.argmax(axis=1)]
    assert (named == birds.species).mean() > 0.98  # on the birds it learned from


# --- one bird -------------------------------------------------------------------------


def test_the_bird_goes_through_by_hand(result: Result) -> None:
    np.testing.assert_allclose(result.x, (result.measured[None] - [44, 17]) / [5, 2])
    for ours, theirs in zip(result.forward.a, by_hand(result, result.x), strict=True):
        np.testing.assert_allclose(ours, theirs)
    assert result.species == "Chinstrap"
    assert result.forward.a[2].item() > 0.5


# --- the hidden plane -----------------------------------------------------------------


def test_points_of_the_hidden_plane_are_the_layers_own_values(result: Result) -> None:
    X = SCALE.apply(result.question.measured)
    np.testing.assert_allclose(result.hidden[-1], by_hand(result, X)[1], atol=1e-12)
    paper = SCALE.apply(result.paper)
    np.testing.assert_allclose(
        result.bent_paper[-1], by_hand(result, paper)[1], atol=1e-12
    )
    np.testing.assert_allclose(result.bird_path[-1], result.forward.a[1][0])
    (x_low, x_high), (y_low, y_high) = result.hidden_plane
    for values in (result.hidden, result.bent_paper):
        assert x_low < values[..., 0].min() <= values[..., 0].max() < x_high
        assert y_low < values[..., 1].min() <= values[..., 1].max() < y_high


def test_the_border_is_straight_there_at_every_step(result: Result) -> None:
    for net, pieces in zip(
        result.history.snapshots, result.hidden_borders, strict=True
    ):
        end = net.layers[-1]
        np.testing.assert_allclose(pieces @ end.W[0] + end.b, 0, atol=1e-9)
        assert len(pieces)


def test_the_border_is_bent_over_the_bills(result: Result) -> None:
    ends = result.borders[-1].reshape(-1, 2)
    distances = np.linalg.svd(ends - ends.mean(0))[1]
    assert distances[1] > 0.2 * distances[0]
    p = by_hand(result, SCALE.apply(ends))[2]
    assert np.abs(p - 0.5).max() < 0.05


def test_the_same_birds_are_wrong_in_both_planes(result: Result) -> None:
    is_chinstrap = result.question.labels == 2
    end = result.network.layers[-1]
    said = result.hidden[-1] @ end.W[0] + end.b[0] > 0
    assert (said != is_chinstrap).sum() == result.wrong[-1] <= 12
    assert result.wrong[0] > 100
    assert result.one_neuron_wrong >= 3 * result.wrong[-1]


def test_other_starts_lead_to_as_few_wrong_birds(result: Result) -> None:
    X = SCALE.apply(result.question.measured)
    y = (result.question.labels == 2).astype(float)[:, None]
    for seed in range(5, 13):
        net = train_small(replace(Config(), seed=seed, every=400), X, y).network
        assert ((net.predict(X) > 0.5) != (y > 0.5)).sum() <= 12


def test_fields_and_borders_belong_to_their_step(result: Result) -> None:
    k = len(result.steps) // 2
    net = result.history.snapshots[k]
    assert result.history.snapshot_epochs[k] == result.steps[k] == 200
    plane = tuple(
        tuple((np.array(ends) - c) / u)
        for ends, c, u in zip(result.question.plane, (44, 17), (5, 2), strict=True)
    )
    np.testing.assert_allclose(
        SCALE.apply(result.borders[k]), border(net, plane, 60), atol=1e-9
    )
    middle = [sum(ends) / 2 for ends in result.hidden_plane]
    end = net.layers[-1]
    p = 1 / (1 + np.exp(-(end.W[0] @ middle + end.b[0])))
    assert result.hidden_fields[k, 29:31, 29:31].mean() == pytest.approx(p, abs=0.01)


# --- wide or deep ---------------------------------------------------------------------


def test_the_budgets_are_equal(result: Result) -> None:
    assert {scores.n_parameters for scores in result.scores} == {45}
    assert [len(scores.widths) - 2 for scores in result.scores] == [1, 2, 3]
    assert result.n_train + result.config.n_test == result.n_birds == 342


def test_neither_wide_nor_deep_wins(result: Result) -> None:
    means = [scores.right.mean for scores in result.scores]
    assert (
        max(means) - min(means) < min(scores.right.sd for scores in result.scores) / 2
    )
    wide, *deeper = result.scores
    for deep in deeper:  # paired by split: within two standard errors of no difference
        gap = deep.right.each - wide.right.each
        assert abs(gap.mean()) < 2 * gap.std(ddof=1) / len(gap) ** 0.5


def test_each_beats_one_neuron_on_every_split(result: Result) -> None:
    for scores in result.scores:
        assert np.all(scores.right.each > result.neuron_scores.right.each)


def test_scores_are_whole_birds_of_twenty_splits(result: Result) -> None:
    for scores in (result.neuron_scores, *result.scores):
        assert scores.right.each.shape == (20,)
        birds_right = scores.right.each * result.config.n_test
        np.testing.assert_allclose(birds_right, np.round(birds_right), atol=1e-9)


# --- settings and frozen values -------------------------------------------------------


def test_steps_are_kept_as_set() -> None:
    result = run(replace(QUICK, n_epochs=9, every=3))
    assert result.steps.tolist() == [0, 3, 6, 9]
    assert len(result.hidden) == len(result.borders) == len(result.fields) == 4
