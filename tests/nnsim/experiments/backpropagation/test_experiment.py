"""The chapter on backpropagation against autograd, and what the lecture says of it."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from nnsim.datasets import penguins
from nnsim.experiments import backpropagation
from nnsim.experiments.backpropagation.experiment import Config, Result, find, run
from nnsim.network.gradcheck import central_differences, complex_step
from nnsim.network.losses import binary_cross_entropy
from tests.nnsim.experiments.frozen import arrays
from tests.nnsim.experiments.usual import usual
from tests.oracles import two_three_one

RESULT = usual(backpropagation)


@pytest.fixture(scope="module")
def oracle() -> Any:
    return two_three_one.compute(Config())


# --- one bird -----------------------------------------------------------------------


def test_the_bird_of_the_lecture() -> None:
    assert RESULT.species == "Adélie"
    np.testing.assert_allclose(RESULT.x, [[-0.4, 1.6]])
    np.testing.assert_allclose(RESULT.measured, [42.0, 20.2])
    np.testing.assert_allclose(RESULT.x[0] * RESULT.unit + RESULT.centre, [42.0, 20.2])
    assert RESULT.y.tolist() == [[0.0]]
    assert RESULT.n_parameters == 13


def test_figures_of_the_lecture() -> None:
    np.testing.assert_allclose(RESULT.forward.z[0], [[-0.66, -0.36, 0.76]])
    assert RESULT.forward.y_hat.item() == pytest.approx(0.386, abs=5e-4)
    assert RESULT.loss == pytest.approx(0.488, abs=5e-4)
    assert RESULT.stepped_loss == pytest.approx(0.338, abs=5e-4)


def test_forward_pass_by_hand() -> None:
    z = [
        -0.5 * -0.4 - 1.1 * 1.6 + 0.9,
        2.1 * -0.4 + 0.3 * 1.6,
        0.8 * -0.4 + 1.3 * 1.6 - 1,
    ]
    a = np.tanh(z)
    p = 1 / (1 + np.exp(-(-0.9 * a[0] + 1.5 * a[1] + 1.3 * a[2] - 1.3)))
    np.testing.assert_allclose(RESULT.forward.a[0][0], a)
    assert RESULT.forward.y_hat.item() == pytest.approx(p)
    assert RESULT.loss == pytest.approx(-np.log(1 - p))


@pytest.mark.parametrize("layer", [0, 1])
def test_gradients_are_those_of_autograd(layer: int, oracle: Any) -> None:
    ours, theirs = RESULT.gradients, oracle.gradients
    for name in ("dW", "db", "dz"):
        a, b = getattr(ours, name)[layer], getattr(theirs, name)[layer]
        np.testing.assert_allclose(a, b, rtol=1e-12, atol=1e-14)


def test_gradients_are_those_of_two_numerical_methods() -> None:
    case = RESULT.network, RESULT.x, RESULT.y, binary_cross_entropy
    ours = RESULT.gradients.parameters
    np.testing.assert_allclose(ours, complex_step(*case), rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(ours, central_differences(*case), atol=1e-8)
    np.testing.assert_allclose(RESULT.dW_check[0], RESULT.gradients.dW[0], atol=1e-8)


def test_number_of_agreed_decimals_is_true() -> None:
    pairs = zip(RESULT.dW_check, RESULT.db_check, strict=True)
    checks = np.concatenate([np.append(W.ravel(), b) for W, b in pairs])
    gap = np.abs(checks - RESULT.gradients.parameters).max()
    assert gap == RESULT.largest_gap
    assert RESULT.agreed_decimals >= 6
    assert 10.0 ** -(RESULT.agreed_decimals + 1) < gap <= 10.0**-RESULT.agreed_decimals


def test_blame_is_shared_as_the_lecture_says() -> None:
    dz, W2 = RESULT.gradients.dz, RESULT.network.layers[1].W
    blame = RESULT.gradients.da[0][0]
    # At the output it is p − y; back over an edge, times its weight; then times f′.
    np.testing.assert_allclose(dz[1], RESULT.forward.y_hat - RESULT.y)
    np.testing.assert_allclose(blame, W2[0] * dz[1].item())
    np.testing.assert_allclose(RESULT.slopes[0], 1 - RESULT.forward.a[0][0] ** 2)
    np.testing.assert_allclose(dz[0][0], blame * RESULT.slopes[0])
    # A weight gets its neuron's blame times what came along its edge.
    np.testing.assert_allclose(RESULT.gradients.dW[0], np.outer(dz[0], RESULT.x))
    np.testing.assert_allclose(
        RESULT.gradients.dW[1], np.outer(dz[1], RESULT.forward.a[0])
    )


def test_products_and_bias_make_the_sum() -> None:
    for k, layer in enumerate(RESULT.network.layers):
        total = RESULT.products[k].sum(axis=1) + layer.b
        np.testing.assert_allclose(total, RESULT.forward.z[k][0])


def test_step_goes_against_the_slope_and_the_loss_falls() -> None:
    for change, slope in zip(RESULT.changes, RESULT.gradients.dW, strict=True):
        np.testing.assert_allclose(change, -0.1 * slope, atol=1e-15)
    moved = RESULT.stepped.parameters - RESULT.network.parameters
    np.testing.assert_allclose(moved, -0.1 * RESULT.gradients.parameters, atol=1e-15)
    assert RESULT.stepped_loss < RESULT.loss
    assert RESULT.stepped_forward.y_hat.item() < RESULT.forward.y_hat.item()


@pytest.mark.parametrize("rate", [1e-3, 1e-2])
def test_a_small_step_lowers_the_loss_by_the_squared_slope(rate: float) -> None:
    result = run(Config(learning_rate=rate, n_epochs=1))
    expected = rate * (result.gradients.parameters**2).sum()
    # To first order; the rest is of the order of the step.
    fall = result.loss - result.stepped_loss
    assert fall == pytest.approx(expected, rel=20 * rate)


def test_loss_curve_passes_through_the_loss() -> None:
    p, losses = RESULT.loss_curve.T
    assert np.interp(RESULT.forward.y_hat.item(), p, losses) == pytest.approx(
        RESULT.loss, abs=1e-4
    )
    assert np.all(np.diff(losses) > 0)  # the surer of the wrong answer, the greater


# --- three birds, all birds -----------------------------------------------------------


def test_blame_of_a_chinstrap_is_negative_and_of_the_others_positive() -> None:
    assert RESULT.trio_species == ("Adélie", "Gentoo", "Chinstrap")
    assert RESULT.trio_y.tolist() == [0, 0, 1]
    assert (np.sign(RESULT.trio_dz) == [1, 1, -1]).all()
    np.testing.assert_allclose(RESULT.trio_dz, RESULT.trio_p - RESULT.trio_y)


def test_training_is_that_of_the_oracle(oracle: Any) -> None:
    losses = RESULT.history.train_loss
    np.testing.assert_allclose(losses, oracle.history.train_loss, rtol=1e-10)
    ours = RESULT.history.network
    for layer, (W, b) in enumerate((oracle.trained[:2], oracle.trained[2:])):
        np.testing.assert_allclose(ours.layers[layer].W, W, rtol=1e-9)
        np.testing.assert_allclose(ours.layers[layer].b, b, rtol=1e-9)


def test_mean_loss_falls_at_every_step_and_accuracy_rises() -> None:
    history = RESULT.history
    assert np.all(np.diff(history.train_loss) < 0)
    assert history.train_accuracy[0] < 0.91
    assert history.train_accuracy[-1] > 0.95
    assert RESULT.n_birds == 342


def test_birds_on_the_wrong_side_get_fewer_than_any_single_neuron_leaves(
    oracle: Any,
) -> None:
    np.testing.assert_array_equal(RESULT.wrong, oracle.wrong)
    assert RESULT.one_neuron_wrong == oracle.one_neuron_wrong
    assert RESULT.wrong[-1] < RESULT.one_neuron_wrong / 2


def test_border_bends() -> None:
    assert len(RESULT.borders) == len(RESULT.epochs) == len(RESULT.fields) == 301
    x, y = RESULT.borders[-1].reshape(-1, 2).T
    line = np.polynomial.Polynomial.fit(x, y, 1)
    assert np.abs(line(x) - y).max() > 0.5  # mm from the best straight line
    first, last = RESULT.fields[0], RESULT.fields[-1]
    assert np.abs(last - first).max() > 0.3


def test_borders_lie_where_the_network_is_undecided() -> None:
    scale = penguins.ROUND.columns("bill_length_mm", "bill_depth_mm")
    for k in (0, 150, 300):
        ends = RESULT.borders[k].reshape(-1, 2)
        p = RESULT.history.snapshots[k].predict(scale.apply(ends))
        np.testing.assert_allclose(p, 0.5, atol=0.01)
        (low, high) = np.array(RESULT.plane).T
        assert np.all((ends >= low - 1e-9) & (ends <= high + 1e-9))


# --- settings and frozen values -----------------------------------------------------


def test_same_settings_same_arrays() -> None:
    again = run(replace(Config()))
    for one, other in zip(arrays(RESULT), arrays(again), strict=True):
        np.testing.assert_array_equal(one, other)


def test_other_settings_other_numbers() -> None:
    other = run(
        Config(bill_length=46.5, bill_depth=17.9, learning_rate=0.2, n_epochs=2)
    )
    assert other.species == "Chinstrap"
    assert other.y.item() == 1
    p, losses = other.loss_curve.T
    assert np.all(np.diff(losses) < 0)
    assert np.interp(other.forward.y_hat.item(), p, losses) == pytest.approx(
        other.loss, abs=1e-3
    )


def test_result_cannot_be_changed() -> None:
    assert not [a for a in arrays(RESULT) if a.flags.writeable]
    with pytest.raises(AttributeError):
        RESULT.loss = 0.0  # type: ignore[misc]
    assert isinstance(RESULT, Result)


def test_settings_are_frozen_and_hashable() -> None:
    assert hash(Config()) == hash(Config())
    assert Config() == replace(Config(learning_rate=0.5), learning_rate=0.1)
    with pytest.raises(AttributeError):
        Config().learning_rate = 1.0  # type: ignore[misc]


def test_a_bird_that_is_not_there_is_named() -> None:
    with pytest.raises(ValueError, match=r"no penguin has a bill of 42\.0 mm by 99 mm"):
        run(Config(bill_depth=99))
    measured = np.array([[40.0, 18.0], [42.0, 20.2]])
    assert find(measured, 42.0, 20.2) == 1
