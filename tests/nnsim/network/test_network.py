"""Forward and backward against autograd and plain loops; shapes and refusals."""

import numpy as np
import pytest
from hypothesis import given

from nnsim.errors import InputError, UnknownNameError
from nnsim.network.activations import ACTIVATIONS
from nnsim.network.losses import LOSSES, binary_cross_entropy, mean_squared_error
from nnsim.network.network import Dense, Network, stack
from tests.oracles import with_autograd, with_loops
from tests.strategies import Case, cases_NI_NO, random_case

TANH = ACTIVATIONS["tanh"]


def dense(n_out: int, n_in: int, name: str = "tanh") -> Dense:
    return Dense(np.ones((n_out, n_in)), np.zeros(n_out), ACTIVATIONS[name])


@given(cases_NI_NO())
def test_gradients_equal_autograd(case: Case) -> None:
    network, X, y, loss = case
    gradients = network.backward(network.forward(X), y, loss)
    rest = (network.widths, case.names, loss.name)
    expected = with_autograd.by_parameters(network.parameters, X, y, *rest)
    np.testing.assert_allclose(gradients.parameters, expected, rtol=1e-10, atol=1e-10)
    dX = with_autograd.by_inputs(network.parameters, X, y, *rest)
    np.testing.assert_allclose(gradients.dX, dX, rtol=1e-10, atol=1e-10)


@given(cases_NI_NO())
def test_loss_equals_autograd_version(case: Case) -> None:
    network, X, y, loss = case
    expected = with_autograd.loss(
        network.parameters, X, y, network.widths, case.names, loss.name
    )
    assert network.loss(X, y, loss) == pytest.approx(expected, rel=1e-10, abs=1e-10)


@given(cases_NI_NO())
def test_forward_equals_plain_loops(case: Case) -> None:
    layers = [
        (layer.W.tolist(), layer.b.tolist(), layer.activation.name)
        for layer in case.network.layers
    ]
    expected = [with_loops.forward(x, layers) for x in case.X.tolist()]
    np.testing.assert_allclose(case.network.predict(case.X), expected, atol=1e-12)


@given(cases_NI_NO())
def test_blame_follows_the_chain_rule_in_every_layer(case: Case) -> None:
    network, X, y, loss = case
    forward = network.forward(X)
    gradients = network.backward(forward, y, loss)
    for i, layer in enumerate(network.layers[:-1]):
        after = network.layers[i + 1]
        np.testing.assert_allclose(gradients.da[i], gradients.dz[i + 1] @ after.W)
        slope = layer.activation.derivative(forward.z[i], forward.a[i])
        np.testing.assert_allclose(gradients.dz[i], gradients.da[i] * slope)


@given(cases_NI_NO())
def test_blame_of_the_output_leads_to_that_of_its_z(case: Case) -> None:
    network, X, y, loss = case
    forward = network.forward(X)
    gradients = network.backward(forward, y, loss)
    a, da = forward.a[-1], gradients.da[-1]
    if loss.output == "softmax":
        expected = a * (da - np.sum(a * da, axis=1, keepdims=True))
    else:
        f = network.layers[-1].activation
        expected = da * f.derivative(forward.z[-1], a)
    np.testing.assert_allclose(gradients.dz[-1], expected, atol=1e-8)


@pytest.mark.parametrize("hidden", ["relu", "tanh", "sigmoid"])
@pytest.mark.parametrize("name", sorted(LOSSES))
@pytest.mark.parametrize("n_out", [1, 3])
def test_ensemble_equals_single_networks(hidden: str, name: str, n_out: int) -> None:
    cases = [
        random_case((4, 5, 6, n_out), LOSSES[name], 7, seed, hidden)
        for seed in range(3)
    ]
    X, y = (np.stack([case[i] for case in cases]) for i in (1, 2))
    together = stack([case.network for case in cases])
    all_at_once = together.backward(together.forward(X), y, LOSSES[name])
    for s, (network, X_s, y_s, loss) in enumerate(cases):
        alone = network.backward(network.forward(X_s), y_s, loss)
        np.testing.assert_array_equal(all_at_once.parameters[s], alone.parameters)
        np.testing.assert_array_equal(all_at_once.dX[s], alone.dX)


def test_ensemble_may_share_its_data() -> None:
    case = random_case((4, 5, 1), mean_squared_error, 7)
    together = stack([case.network, case.network])
    gradients = together.backward(together.forward(case.X), case.y, case.loss)
    alone = case.network.backward(case.network.forward(case.X), case.y, case.loss)
    np.testing.assert_array_equal(gradients.parameters[1], alone.parameters)
    assert together.loss(case.X, case.y, case.loss).shape == (2,)


@pytest.mark.parametrize(("z", "y", "loss"), [(1000, 0, 1000), (-1000, 1, 1000)])
def test_sure_and_wrong_still_learns(z: float, y: float, loss: float) -> None:
    f = ACTIVATIONS["sigmoid"]
    network = Network((Dense(np.array([[z]]), np.zeros(1), f),))
    X, targets = np.ones((1, 1)), np.array([[y]])
    gradients = network.backward(network.forward(X), targets, binary_cross_entropy)
    assert network.loss(X, targets, binary_cross_entropy) == loss
    assert gradients.dW[0][0, 0] == pytest.approx(np.sign(z))  # y_hat − y


def test_shapes_counts_and_formats() -> None:
    network = Network.initialise(
        (4, 16, 16, 3), ("relu",) * 2 + ("softmax",), np.random.default_rng(0),
        dtype=np.float32,
    )  # fmt: skip
    assert network.n_parameters == 403  # 5·16 + 17·16 + 17·3
    assert network.widths == (4, 16, 16, 3)
    assert network.lead == ()
    assert network.dtype == np.float32
    assert network.predict(np.zeros((2, 4))).dtype == np.float32
    assert np.all(network.layers[0].b == 0)


def test_parameters_go_out_and_in() -> None:
    network = random_case((2, 3, 1), mean_squared_error, 1).network
    again = network.with_parameters(network.parameters)
    for layer, copy in zip(network.layers, again.layers, strict=True):
        np.testing.assert_array_equal(layer.W, copy.W)
        np.testing.assert_array_equal(layer.b, copy.b)


def test_stack_and_take_out() -> None:
    networks = [
        random_case((2, 3, 1), mean_squared_error, 1, s).network for s in (0, 1)
    ]
    together = stack(networks)
    assert together.lead == (2,)
    np.testing.assert_array_equal(together[1].parameters, networks[1].parameters)


def test_values_are_sealed() -> None:
    case = random_case((2, 3, 1), mean_squared_error, 4)
    forward = case.network.forward(case.X)
    gradients = case.network.backward(forward, case.y, case.loss)
    arrays = [*forward.z, *forward.a, forward.X, *gradients.da, *gradients.dz]
    arrays += [*gradients.dW, *gradients.db, gradients.dX, case.network.layers[0].W]
    assert not any(array.flags.writeable for array in arrays)


def test_layers_copy_what_they_are_given() -> None:
    W = np.ones((1, 2))
    layer = Dense(W, np.zeros(1), TANH)
    W[0, 0] = 7
    assert layer.W[0, 0] == 1


@pytest.mark.parametrize(
    ("W", "b"), [((2, 3), (3,)), ((3,), (3,)), ((2, 2, 3), (2,)), ((0, 3), (0,))]
)
def test_layer_shapes_must_fit(W: tuple[int, ...], b: tuple[int, ...]) -> None:
    with pytest.raises(InputError) as caught:
        Dense(np.zeros(W), np.zeros(b), TANH)
    assert str(W) in str(caught.value)
    assert str(b) in str(caught.value)


def test_parameters_must_be_finite() -> None:
    with pytest.raises(InputError, match=r"b\[0\] is nan"):
        Dense(np.zeros((1, 1)), np.array([np.nan]), TANH)


def test_layers_must_follow_one_another() -> None:
    with pytest.raises(InputError, match=r"\(1, 4\) cannot follow .*\(3, 2\)"):
        Network((dense(3, 2), dense(1, 4)))


def test_softmax_only_in_the_last_layer() -> None:
    with pytest.raises(InputError, match="last layer only"):
        Network((dense(3, 2, "softmax"), dense(1, 3)))


def test_network_needs_a_layer() -> None:
    with pytest.raises(InputError, match="at least one layer"):
        Network(())


def test_initialise_counts_activations() -> None:
    with pytest.raises(InputError, match="2 layers, but there are 1 activations"):
        Network.initialise((2, 3, 1), ("tanh",), np.random.default_rng(0))


def test_initialise_names_known_activations() -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'tanh'"):
        Network.initialise((2, 1), ("tan",), np.random.default_rng(0))


def test_parameters_of_wrong_number() -> None:
    with pytest.raises(InputError, match=r"\(4,\), but the network has \(3,\)"):
        Network((dense(1, 2),)).with_parameters(np.zeros(4))


def test_data_must_fit_the_network() -> None:
    network = Network((dense(1, 2),))
    with pytest.raises(InputError, match=r"\(5, 3\), but the network takes"):
        network.predict(np.zeros((5, 3)))
    with pytest.raises(InputError, match=r"\(4, 1\), but .* \(5, 1\)"):
        network.loss(np.zeros((5, 2)), np.zeros((4, 1)), mean_squared_error)
    with pytest.raises(InputError, match="does not go with"):
        network.loss(np.zeros((5, 2)), np.zeros((5, 1)), binary_cross_entropy)


def test_single_network_has_no_members() -> None:
    with pytest.raises(InputError, match="single network"):
        Network((dense(1, 2),))[0]


@pytest.mark.parametrize(
    "others", [[], [Network((dense(1, 3),))], [Network((dense(1, 2, "relu"),))]]
)
def test_only_networks_of_one_shape_stack(others: list[Network]) -> None:
    networks = [Network((dense(1, 2),)), *others] if others else []
    with pytest.raises(InputError, match="stack"):
        stack(networks)
