"""The chapter on backpropagation against autograd, and what the lecture says of it."""

from typing import Any

import numpy as np
import pytest

from nnsim.datasets import penguins
from nnsim.experiments.backpropagation.experiment import Config, Result, run
from nnsim.network.gradcheck import central_differences, complex_step
from nnsim.network.losses import binary_cross_entropy
from tests.oracles import two_three_one


@pytest.fixture(scope="module")
def oracle() -> Any:
    return two_three_one.compute(Config())


# --- one bird -----------------------------------------------------------------------


def test_the_bird_of_the_lecture(result: Result) -> None:
    assert result.species == "Adélie"
    np.testing.assert_allclose(result.x, [[-0.4, 1.6]])
    np.testing.assert_allclose(result.measured, [42.0, 20.2])
    np.testing.assert_allclose(result.x[0] * result.unit + result.centre, [42.0, 20.2])
    assert result.y.tolist() == [[0.0]]
    assert result.n_parameters == 13


def test_figures_of_the_lecture(result: Result) -> None:
    np.testing.assert_allclose(result.forward.z[0], [[-0.66, -0.36, 0.76]])
    assert result.forward.y_hat.item() == pytest.approx(0.386, abs=5e-4)
    assert result.loss == pytest.approx(0.488, abs=5e-4)
    assert result.stepped_loss == pytest.approx(0.338, abs=5e-4)


def test_forward_pass_by_hand(result: Result) -> None:
    z = [
        -0.5 * -0.4 - 1.1 * 1.6 + 0.9,
        2.1 * -0.4 + 0.3 * 1.6,
        0.8 * -0.4 + 1.3 * 1.6 - 1,
    ]
    a = np.tanh(z)
    p = 1 / (1 + np.exp(-(-0.9 * a[0] + 1.5 * a[1] + 1.3 * a[2] - 1.3)))
    np.testing.assert_allclose(result.forward.a[0][0], a)
    assert result.forward.y_hat.item() == pytest.approx(p)
    assert result.loss == pytest.approx(-np.log(1 - p))


@pytest.mark.parametrize("layer", [0, 1])
def test_gradients_are_those_of_autograd(
    result: Result, layer: int, oracle: Any
) -> None:
    ours, theirs = result.gradients, oracle.gradients
    for name in ("dW", "db", "dz"):
        a, b = getattr(ours, name)[layer], getattr(theirs, name)[layer]
        np.testing.assert_allclose(a, b, rtol=1e-12, atol=1e-14)


def test_gradients_are_those_of_two_numerical_methods(result: Result) -> None:
    case = result.network, result.x, result.y, binary_cross_entropy
    ours = result.gradients.parameters
    np.testing.assert_allclose(ours, complex_step(*case), rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(ours, central_differences(*case), atol=1e-8)
    np.testing.assert_allclose(result.dW_check[0], result.gradients.dW[0], atol=1e-8)


def test_number_of_agreed_decimals_is_true(result: Result) -> None:
    pairs = zip(result.dW_check, result.db_check, strict=True)
    checks = np.concatenate([np.append(W.ravel(), b) for W, b in pairs])
    gap = np.abs(checks - result.gradients.parameters).max()
    assert gap == result.largest_gap
    assert result.agreed_decimals >= 6
    assert 10.0 ** -(result.agreed_decimals + 1) < gap <= 10.0**-result.agreed_decimals


def test_blame_is_shared_as_the_lecture_says(result: Result) -> None:
    dz, W2 = result.gradients.dz, result.network.layers[1].W
    blame = result.gradients.da[0][0]
    # At the output it is p − y; back over an edge, times its weight; then times f′.
    np.testing.assert_allclose(dz[1], result.forward.y_hat - result.y)
    np.testing.assert_allclose(blame, W2[0] * dz[1].item())
    np.testing.assert_allclose(result.slopes[0], 1 - result.forward.a[0][0] ** 2)
    np.testing.assert_allclose(dz[0][0], blame * result.slopes[0])
    # A weight gets its neuron's blame times what came along its edge.
    np.testing.assert_allclose(result.gradients.dW[0], np.outer(dz[0], result.x))
    np.testing.assert_allclose(
        result.gradients.dW[1], np.outer(dz[1], result.forward.a[0])
    )


def test_products_and_bias_make_the_sum(result: Result) -> None:
    for k, layer in enumerate(result.network.layers):
        total = result.products[k].sum(axis=1) + layer.b
        np.testing.assert_allclose(total, result.forward.z[k][0])


def test_step_goes_against_the_slope_and_the_loss_falls(result: Result) -> None:
    for change, slope in zip(result.changes, result.gradients.dW, strict=True):
        np.testing.assert_allclose(change, -0.1 * slope, atol=1e-15)
    moved = result.stepped.parameters - result.network.parameters
    np.testing.assert_allclose(moved, -0.1 * result.gradients.parameters, atol=1e-15)
    assert result.stepped_loss < result.loss
    assert result.stepped_forward.y_hat.item() < result.forward.y_hat.item()


@pytest.mark.parametrize("rate", [1e-3, 1e-2])
def test_a_small_step_lowers_the_loss_by_the_squared_slope(rate: float) -> None:
    result = run(Config(learning_rate=rate, n_epochs=1))
    expected = rate * (result.gradients.parameters**2).sum()
    # To first order; the rest is of the order of the step.
    fall = result.loss - result.stepped_loss
    assert fall == pytest.approx(expected, rel=20 * rate)


def test_loss_curve_passes_through_the_loss(result: Result) -> None:
    p, losses = result.loss_curve.T
    assert np.interp(result.forward.y_hat.item(), p, losses) == pytest.approx(
        result.loss, abs=1e-4
    )
    assert np.all(np.diff(losses) > 0)  # the surer of the wrong answer, the greater


# --- three birds, all birds -----------------------------------------------------------


def test_blame_of_a_chinstrap_is_negative_and_of_the_others_positive(
    result: Result,
) -> None:
    assert result.question.classes == ("Adélie", "Gentoo", "Chinstrap")
    assert result.trio_y.tolist() == [0, 0, 1]
    assert (np.sign(result.trio_dz) == [1, 1, -1]).all()
    np.testing.assert_allclose(result.trio_dz, result.trio_p - result.trio_y)


def test_training_is_that_of_the_oracle(result: Result, oracle: Any) -> None:
    losses = result.history.train_loss
    np.testing.assert_allclose(losses, oracle.history.train_loss, rtol=1e-10)
    ours = result.history.network
    for layer, (W, b) in enumerate((oracle.trained[:2], oracle.trained[2:])):
        np.testing.assert_allclose(ours.layers[layer].W, W, rtol=1e-9)
        np.testing.assert_allclose(ours.layers[layer].b, b, rtol=1e-9)


def test_mean_loss_falls_at_every_step_and_accuracy_rises(result: Result) -> None:
    history = result.history
    assert np.all(np.diff(history.train_loss) < 0)
    assert history.train_accuracy[0] < 0.91
    assert history.train_accuracy[-1] > 0.95
    assert result.n_birds == 342


def test_birds_on_the_wrong_side_get_fewer_than_any_single_neuron_leaves(
    result: Result,
    oracle: Any,
) -> None:
    np.testing.assert_array_equal(result.wrong, oracle.wrong)
    assert result.one_neuron_wrong == oracle.one_neuron_wrong
    assert result.wrong[-1] < result.one_neuron_wrong / 2


def test_border_bends(result: Result) -> None:
    assert len(result.borders) == len(result.epochs) == len(result.fields) == 301
    x, y = result.borders[-1].reshape(-1, 2).T
    line = np.polynomial.Polynomial.fit(x, y, 1)
    assert np.abs(line(x) - y).max() > 0.5  # mm from the best straight line
    first, last = result.fields[0], result.fields[-1]
    assert np.abs(last - first).max() > 0.3


def test_borders_lie_where_the_network_is_undecided(result: Result) -> None:
    scale = penguins.ROUND.columns("bill_length_mm", "bill_depth_mm")
    for k in (0, 150, 300):
        ends = result.borders[k].reshape(-1, 2)
        p = result.history.snapshots[k].predict(scale.apply(ends))
        np.testing.assert_allclose(p, 0.5, atol=0.01)
        (low, high) = np.array(result.question.plane).T
        assert np.all((ends >= low - 1e-9) & (ends <= high + 1e-9))


# --- settings and frozen values -----------------------------------------------------


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


def test_a_bird_that_is_not_there_is_named() -> None:
    with pytest.raises(ValueError, match=r"has a bill of 42\.0 mm by 20\.3 mm"):
        run(Config(bill_depth=20.3))
    measured = np.array([[40.0, 18.0], [42.0, 20.2]])
    assert penguins.find(measured, 42.0, 20.2) == 1
