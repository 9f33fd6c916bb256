"""The training loop against references, alone and together; its errors."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.linear_model import LogisticRegression

from nnsim.arrays import one_hot
from nnsim.errors import InputError
from nnsim.network.losses import LOSSES, binary_cross_entropy, mean_squared_error
from nnsim.network.network import Network, stack
from nnsim.network.propagation import Workspace
from nnsim.training.batches import mini_batches
from nnsim.training.history import TrainingDivergedError
from nnsim.training.loop import train
from nnsim.training.optimizers import Adam, GradientDescent, Momentum, Optimizer
from nnsim.training.trainee import Trainee
from tests.strategies import Case, cases_NI_NO, random_case

OPTIMIZERS = {
    "descent": GradientDescent(0.05),
    "momentum": Momentum(0.05),
    "adam": Adam(0.01),
}
STEP = GradientDescent(0.1)


def rngs(n: int) -> list[np.random.Generator]:
    return [np.random.default_rng(seed) for seed in range(n)]


@given(cases_NI_NO(), st.sampled_from(sorted(OPTIMIZERS)))
def test_full_batch_equals_forward_backward_step(case: Case, name: str) -> None:
    network, X, y, loss = case
    optimizer = OPTIMIZERS[name]
    history = train(network, X, y, loss=loss, optimizer=optimizer, n_epochs=4)
    state, losses = optimizer.start(network.parameters), []
    for _ in range(4):
        losses.append(network.loss(X, y, loss))
        gradient = network.backward(network.forward(X), y, loss).parameters
        theta, state = optimizer.step(network.parameters, gradient, state)
        network = network.with_parameters(theta)
    losses.append(network.loss(X, y, loss))
    np.testing.assert_array_equal(history.train_loss, losses)
    np.testing.assert_array_equal(history.network.parameters, network.parameters)


@pytest.mark.parametrize("optimizer", OPTIMIZERS.values(), ids=OPTIMIZERS)
@pytest.mark.parametrize("loss", sorted(LOSSES))
@pytest.mark.parametrize("batch_size", [None, 1, 8, 50])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("widths", [(4, 16, 16, 3), (2, 3, 1), (5, 1), (1, 7, 2)])
def test_together_equals_alone_bit_for_bit(
    optimizer: Optimizer, loss: str, batch_size: int | None, dtype: type, widths: tuple
) -> None:
    n = 50
    cases = [random_case(widths, LOSSES[loss], n, s, dtype=dtype) for s in range(3)]
    X, y = cases[0].X, np.stack([case.y for case in cases])
    settings = {
        "loss": LOSSES[loss], "optimizer": optimizer, "n_epochs": 3,
        "batch_size": batch_size, "weight_decay": 0.01,
    }  # fmt: skip
    ensemble = stack([case.network for case in cases])
    together = train(ensemble, X, y, rng=rngs(3), validation=(X, y), **settings)
    for s, (case, rng) in enumerate(zip(cases, rngs(3), strict=True)):
        alone = train(
            case.network, X, case.y, rng=rng, validation=(X, case.y), **settings
        )
        for name in ("train_loss", "validation_loss"):
            np.testing.assert_array_equal(
                getattr(together, name)[s], getattr(alone, name)
            )
        np.testing.assert_array_equal(
            together.network[s].parameters, alone.network.parameters
        )


def test_every_network_may_have_its_own_rows() -> None:
    cases = [random_case((3, 4, 2), mean_squared_error, 20, s) for s in range(3)]
    X, y = (np.stack([case[i] for case in cases]) for i in (1, 2))
    settings = {
        "loss": mean_squared_error, "optimizer": STEP, "n_epochs": 2, "batch_size": 6,
    }  # fmt: skip
    together = train(stack([c.network for c in cases]), X, y, rng=rngs(3), **settings)
    alone = train(*cases[2][:3], rng=rngs(3)[2], **settings)
    np.testing.assert_array_equal(together.train_loss[2], alone.train_loss)


def test_trained_neuron_is_scikit_learns_logistic_regression() -> None:
    rng = np.random.default_rng(0)
    X = rng.normal(size=(60, 2))
    y = (X @ [1.0, -2.0] + rng.normal(size=60) > 0).astype(float)
    decay = 0.02
    network = Network.initialise((2, 1), ("sigmoid",), rng)
    history = train(
        network, X, y[:, None], loss=binary_cross_entropy,
        optimizer=GradientDescent(2.0), n_epochs=500, weight_decay=decay,
    )  # fmt: skip
    # scikit-learn adds ½ w² to C times the sum, we ½ decay w² to the mean.
    theirs = LogisticRegression(C=1 / (decay * 60), tol=1e-10).fit(X, y)
    (layer,) = history.network.layers
    np.testing.assert_allclose(layer.W, theirs.coef_, rtol=1e-4)
    np.testing.assert_allclose(layer.b, theirs.intercept_, rtol=1e-3)


def test_linear_neuron_reaches_least_squares() -> None:
    network, X, y, loss = random_case((3, 1), mean_squared_error, 30)
    history = train(
        network, X, y, loss=loss, optimizer=GradientDescent(0.3), n_epochs=300
    )
    columns = np.column_stack([X, np.ones(30)])
    best = np.linalg.lstsq(columns, y, rcond=None)[0]
    np.testing.assert_allclose(history.network.parameters, best[:, 0], atol=1e-10)


def test_history_holds_what_was_asked_for() -> None:
    network, X, y, loss = random_case((2, 3, 1), binary_cross_entropy, 12)
    history = train(
        network, X, y, loss=loss, optimizer=STEP, n_epochs=6,
        validation=(X[:5], y[:5]), snapshots=(0, 2, 6),
    )  # fmt: skip
    assert history.n_epochs == 6
    assert history.snapshot_epochs == (0, 2, 6)
    np.testing.assert_array_equal(history.snapshots[0].parameters, network.parameters)
    for epoch, kept in zip(history.snapshot_epochs, history.snapshots, strict=True):
        assert kept.loss(X, y, loss) == history.train_loss[epoch]
        assert kept.loss(X[:5], y[:5], loss) == history.validation_loss[epoch]
    assert history.network.loss(X, y, loss) == history.train_loss[-1]
    assert not history.train_loss.flags.writeable
    assert history.best_epoch == history.validation_loss.argmin()


def test_accuracy_is_the_share_of_right_rows() -> None:
    network, X, y, loss = random_case((2, 3), LOSSES["categorical_cross_entropy"], 40)
    history = train(network, X, y, loss=loss, optimizer=Adam(0.1), n_epochs=3)
    right = history.network.predict(X).argmax(axis=1) == y.argmax(axis=1)
    assert history.train_accuracy[-1] == right.mean()
    assert history.validation_accuracy is None


def test_regression_has_no_accuracy_and_no_validation_unless_given() -> None:
    network, X, y, loss = random_case((2, 3), mean_squared_error, 4)
    history = train(network, X, y, loss=loss, optimizer=STEP, n_epochs=1)
    assert history.train_accuracy is None
    assert history.validation_loss is None
    with pytest.raises(ValueError, match="no validation rows"):
        _ = history.best_epoch


def test_validation_rows_do_not_change_training() -> None:
    network, X, y, loss = random_case((2, 3, 1), binary_cross_entropy, 12)
    settings = {"loss": loss, "optimizer": STEP, "n_epochs": 3}
    plain = train(network, X, y, **settings)
    # As many rows as there are to train on: both use one workspace.
    watched = train(network, X, y, validation=(X + 1, 1 - y), **settings)
    np.testing.assert_array_equal(plain.train_loss, watched.train_loss)


def test_who_watches_sees_every_batch_before_its_step() -> None:
    network, X, y, loss = random_case((2, 3, 1), binary_cross_entropy, 12)
    seen: list[tuple[float, Network, int]] = []

    def watch(trainee: Trainee, y_batch: np.ndarray, work: Workspace) -> None:
        measured = float(trainee.measure(y_batch, work)[0])
        seen.append((measured, trainee.freeze(), len(y_batch)))

    settings = {"loss": loss, "optimizer": STEP, "n_epochs": 2, "batch_size": 5}
    run = train(network, X, y, rng=np.random.default_rng(3), watch=watch, **settings)
    alone = train(network, X, y, rng=np.random.default_rng(3), **settings)
    np.testing.assert_array_equal(run.train_loss, alone.train_loss)
    assert [n for *_, n in seen] == [5, 5, 2] * 2
    rows = next(iter(mini_batches(12, 5, np.random.default_rng(3))))
    assert seen[0][0] == pytest.approx(network.loss(X[rows], y[rows], loss))
    assert seen[3][1].loss(X, y, loss) == pytest.approx(run.train_loss[1])


def test_same_seed_same_run() -> None:
    network, X, y, loss = random_case((2, 3, 1), binary_cross_entropy, 12)
    first, second = (
        train(network, X, y, loss=loss, optimizer=STEP, n_epochs=3, batch_size=5,
              rng=np.random.default_rng(7))
        for _ in range(2)
    )  # fmt: skip
    np.testing.assert_array_equal(first.train_loss, second.train_loss)


def test_no_epochs_only_measure() -> None:
    network, X, y, loss = random_case((2, 1), mean_squared_error, 4)
    history = train(network, X, y, loss=loss, optimizer=STEP, n_epochs=0)
    assert history.train_loss.tolist() == [network.loss(X, y, loss)]


def test_diverging_run_says_where_and_keeps_the_history() -> None:
    network, X, y, loss = random_case((2, 1), mean_squared_error, 10)
    with pytest.raises(TrainingDivergedError, match="not finite after step") as caught:
        train(network, 100 * X, y, loss=loss, optimizer=STEP, n_epochs=500)
    error = caught.value
    assert error.step == error.epoch == error.history.n_epochs
    assert np.all(np.isfinite(error.history.train_loss[:-1]))
    assert not np.isfinite(error.history.train_loss[-1])
    assert np.all(np.isfinite(error.history.network.parameters))
    assert f"step {error.step} " in str(error)


def test_diverging_ensemble_names_its_networks() -> None:
    cases = [random_case((2, 1), mean_squared_error, 10, s) for s in range(2)]
    X = np.stack([cases[0].X / 100, 100 * cases[1].X])
    with pytest.raises(TrainingDivergedError, match=r"of networks \[1\]") as caught:
        train(
            stack([case.network for case in cases]), X, cases[0].y,
            loss=mean_squared_error, optimizer=STEP, n_epochs=500, batch_size=5,
            rng=rngs(2),
        )  # fmt: skip
    assert caught.value.step == 2 * caught.value.epoch  # 10 rows, 5 per step


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"n_epochs": -1}, "n_epochs must not be negative"),
        ({"weight_decay": -0.1}, "weight_decay must be 0 or more"),
        ({"weight_decay": float("nan")}, "weight_decay must be 0 or more"),
        ({"snapshots": (0, 9)}, r"snapshots \[9\] lie outside the epochs 0 … 2"),
        ({"batch_size": 4}, "give rng, one Generator"),
        ({"batch_size": 99}, "batch_size must lie in 1 … 6"),
        ({"loss": binary_cross_entropy}, "does not go with"),
        ({"validation": (np.zeros((3, 5)), np.zeros((3, 1)))}, r"\(3, 5\)"),
        ({"validation": (np.zeros((3, 2)), np.zeros((4, 1)))}, r"\(4, 1\)"),
    ],
)
def test_settings_that_cannot_work(settings: dict, message: str) -> None:
    network, X, y, loss = random_case((2, 1), mean_squared_error, 6)
    usual = {"loss": loss, "optimizer": STEP, "n_epochs": 2}
    with pytest.raises(InputError, match=message):
        train(network, X, y, **{**usual, **settings})


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_data_must_be_finite(bad: float) -> None:
    network, X, y, loss = random_case((2, 1), mean_squared_error, 6)
    for spoilt in ((np.where(X > 0, bad, X), y), (X, np.where(y > 0, bad, y))):
        with pytest.raises(InputError, match="must be finite"):
            train(network, *spoilt, loss=loss, optimizer=STEP, n_epochs=1)


def test_tiny_network_learns_what_no_line_can() -> None:
    X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    network = Network.initialise(
        (2, 8, 2), ("tanh", "softmax"), np.random.default_rng(0)
    )
    history = train(
        network, X, one_hot([0, 1, 1, 0], 2), loss=LOSSES["categorical_cross_entropy"],
        optimizer=Adam(0.05), n_epochs=200,
    )  # fmt: skip
    assert history.train_accuracy[-1] == 1
