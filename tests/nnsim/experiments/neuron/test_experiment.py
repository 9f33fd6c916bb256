"""The chapter on the neuron against closed forms, and what the lecture says of it."""

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from nnsim.experiments.neuron.experiment import Config, Result, run


@pytest.fixture(scope="module")
def from_zero() -> Result:
    return run(Config(start=(0.0, 0.0, 0.0), learning_rate=1.0))


def sigmoid(z: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-z))


# --- weights chosen by eye ------------------------------------------------------------


def test_figures_of_the_lecture(result: Result) -> None:
    # 39.1 − 18.7 − 27 = −6.6 and 46.1 − 13.2 − 27 = 5.9
    assert result.other.x.tolist() == [39.1, 18.7]
    assert result.other.z == pytest.approx(-6.6)
    assert result.other.a == pytest.approx(0.0014, abs=5e-5)
    assert result.asked.x.tolist() == [46.1, 13.2]
    assert result.asked.z == pytest.approx(5.9)
    assert result.asked.a == pytest.approx(0.9973, abs=5e-5)


@pytest.mark.parametrize("name", ["other", "asked", "edge"])
def test_a_bird_goes_through_by_hand(result: Result, name: str) -> None:
    bird = getattr(result, name)
    np.testing.assert_allclose(bird.products, bird.x * [1, -1])
    assert bird.z == pytest.approx(bird.products.sum() - 27)
    assert bird.a == pytest.approx(sigmoid(bird.z))


def test_one_gentoo_lies_on_the_line_and_nobody_on_the_wrong_side(
    result: Result,
) -> None:
    assert result.edge.x.tolist() == [41.7, 14.7]
    assert abs(result.edge.z) < 1e-12
    z = result.question.measured[:, 0] - result.question.measured[:, 1] - 27
    (on_the_line,) = np.flatnonzero(np.abs(z) < 1e-9)
    assert (result.question.labels == 1)[on_the_line]
    others = np.delete(np.arange(274), on_the_line)
    np.testing.assert_array_equal(z[others] > 0, (result.question.labels == 1)[others])
    assert result.n_wrong == 0
    assert result.question.n_samples == 274


@pytest.mark.parametrize(("bias", "wrong"), [(-26.95, 0), (-27.05, 1), (-1e3, 123)])
def test_birds_on_the_wrong_side_are_counted(bias: float, wrong: int) -> None:
    result = run(Config(bias=bias, n_epochs=1))
    z = result.question.measured[:, 0] - result.question.measured[:, 1] + bias
    assert (
        result.n_wrong
        == ((z > 1e-9) & ~(result.question.labels == 1)).sum()
        + ((z < -1e-9) & (result.question.labels == 1)).sum()
    )
    assert result.n_wrong == wrong


@pytest.mark.parametrize(("below", "wrong"), [(1e-12, 0), (1e-6, 1)])
def test_rounding_puts_no_bird_on_the_wrong_side(below: float, wrong: int) -> None:
    assert run(Config(bias=-27 - below, n_epochs=1)).n_wrong == wrong


def test_scale_of_the_weights_sets_steepness_not_the_line(result: Result) -> None:
    flat = run(Config(w_1=0.2, w_2=-0.2, bias=-5.4, n_epochs=1))
    ends = flat.border.reshape(-1, 2)
    np.testing.assert_allclose(ends[:, 0] - ends[:, 1], 27, atol=1e-9)
    steepest = [
        np.abs(np.diff(field, axis=1)).max() for field in (result.field, flat.field)
    ]
    assert steepest[0] > 3 * steepest[1]


def test_border_is_the_straight_line(result: Result) -> None:
    ends = result.border.reshape(-1, 2)
    np.testing.assert_allclose(ends[:, 0] - ends[:, 1], 27, atol=1e-9)
    (x_low, x_high), (y_low, y_high) = result.question.plane
    # It crosses the plane from one side to another.
    assert np.ptp(ends[:, 1]) == pytest.approx(
        min(x_high - 27, y_high) - max(x_low - 27, y_low), rel=1e-6
    )


def test_sigmoid_curve(result: Result) -> None:
    z, a = result.sigmoid.T
    np.testing.assert_allclose(a, sigmoid(z))
    all_z = result.question.measured[:, 0] - result.question.measured[:, 1] - 27
    assert z[0] < all_z.min() < all_z.max() < z[-1]


# --- learning -----------------------------------------------------------------------


def by_hand(
    result: Result, config: Config
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return w, b and the mean loss after each step of plain gradient descent."""
    X = (result.question.measured - [44, 17]) / [5, 2]
    y = result.question.y[:, 0]
    w, b, rows = np.array([-1.0, -1.0]), 0.0, []
    for _ in range(config.n_epochs + 1):
        p = sigmoid(X @ w + b)
        loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
        rows.append((w.copy(), b, loss))
        w = w - config.learning_rate * (p - y) @ X / len(y)
        b = b - config.learning_rate * np.mean(p - y)
    ws, bs, losses = zip(*rows, strict=True)
    return np.array(ws), np.array(bs), np.array(losses)


def test_learning_is_plain_gradient_descent(result: Result) -> None:
    w, b, losses = by_hand(result, Config())
    np.testing.assert_allclose(result.history.train_loss, losses, rtol=1e-10)
    np.testing.assert_allclose(result.learned_W, w / [5, 2], atol=1e-12)
    in_mm = b - (w * [44 / 5, 17 / 2]).sum(axis=1)
    np.testing.assert_allclose(result.learned_b, in_mm, atol=1e-10)


def test_loss_falls_at_every_step(result: Result) -> None:
    assert np.all(np.diff(result.history.train_loss) < 0)


def test_from_zero_the_loss_starts_at_ln_2_and_falls_fast(from_zero: Result) -> None:
    losses = from_zero.history.train_loss
    np.testing.assert_allclose(
        losses[[0, 1, 10, 100]], [np.log(2), 0.397, 0.093, 0.0185], atol=5e-4
    )
    assert np.all(np.diff(losses) < 0)


def test_it_ends_with_length_for_gentoo_and_depth_against(result: Result) -> None:
    assert (np.sign(result.learned_W[0]) == np.sign((-1, -1))).all()
    assert (np.sign(result.learned_W[-1]) == [1, -1]).all()


def test_from_zero_it_weighs_length_against_depth_all_along(from_zero: Result) -> None:
    w = from_zero.learned_W[1:] * [5, 2]  # in units of the standardised inputs
    ratio = w[:, 0] / -w[:, 1]
    assert np.all((ratio > 1) & (ratio < 1.08))
    assert ratio[-1] < 1.01


def test_birds_on_the_wrong_side_of_each_line_are_counted(result: Result) -> None:
    for k in (0, 1, 10, 100):
        z = result.question.measured @ result.learned_W[k] + result.learned_b[k]
        is_wrong = (z > 0) != (result.question.labels == 1)
        assert result.wrong[k] == is_wrong.sum()
    np.testing.assert_array_equal(result.missed, result.question.measured[is_wrong])
    assert result.wrong[0] > 100  # the start is a wrong line
    assert 1 <= result.wrong[-1] <= 3  # the end is not


def test_scikit_learn_weighs_alike(result: Result, from_zero: Result) -> None:
    # Without a penalty the weights of separable classes grow for ever: direction only.
    X = (result.question.measured - [44, 17]) / [5, 2]
    model = LogisticRegression(C=10.0).fit(X, (result.question.labels == 1))
    theirs, ours = model.coef_[0], from_zero.learned_W[-1] * [5, 2]
    assert (np.sign(theirs) == np.sign(ours)).all()
    cosine = theirs @ ours / np.linalg.norm(theirs) / np.linalg.norm(ours)
    assert cosine > 0.98
    order = np.argsort(result.question.measured @ from_zero.learned_W[-1])
    assert np.corrcoef(model.decision_function(X)[order], np.arange(274))[0, 1] > 0.95


@pytest.mark.parametrize("k", [1, 2, 10, 100])
def test_borders_satisfy_their_neuron(result: Result, k: int) -> None:
    ends = result.borders[k].reshape(-1, 2)
    z = ends @ result.learned_W[k] + result.learned_b[k]
    np.testing.assert_allclose(z, 0, atol=1e-10)
    assert len(ends) > 0


def test_zero_weights_draw_no_line(from_zero: Result) -> None:
    assert from_zero.borders[0].shape == (0, 2, 2)
    np.testing.assert_array_equal(from_zero.fields[0], 0.5)


def test_fields_are_the_answers_over_the_plane(result: Result) -> None:
    (x_low, x_high), (y_low, y_high) = result.question.plane
    n = len(result.field)
    for row, column in ((0, 0), (n - 1, 0), (7, 31)):
        x = x_low + (column + 0.5) / n * (x_high - x_low)
        y = y_low + (row + 0.5) / n * (y_high - y_low)
        assert result.field[row, column] == pytest.approx(sigmoid(x - y - 27))
        z = result.learned_W[-1] @ [x, y] + result.learned_b[-1]
        assert result.fields[-1][row, column] == pytest.approx(sigmoid(z))


# --- settings and frozen values -----------------------------------------------------


@pytest.mark.parametrize("n_epochs", [1, 7])
def test_number_of_steps_is_a_setting(n_epochs: int) -> None:
    result = run(Config(n_epochs=n_epochs))
    assert result.epochs.tolist() == list(range(n_epochs + 1))
    assert len(result.fields) == len(result.borders) == len(result.learned_W)
    assert len(result.learned_b) == result.history.n_epochs + 1 == n_epochs + 1
