"""What hidden neurons make of the birds, neuron by neuron."""

import numpy as np

from nnsim.experiments.training.hidden_neurons import lines, maps, means
from nnsim.problems.three_species import Recipe, load_birds, start

BIRDS = load_birds()
NET = start(Recipe(n_hidden=4, learning_rate=0.01, batch_size=32), 0)


def test_hidden_maps_are_the_activations_and_lines_their_zeros() -> None:
    net = NET
    layer, activations = net.layers[0], maps(BIRDS, net)
    (x_low, x_high), (y_low, y_high) = BIRDS.plane
    n = len(activations)
    x = x_low + 30.5 / n * (x_high - x_low), y_low + 7.5 / n * (y_high - y_low)
    z = layer.W @ ((np.array(x) - [44, 17]) / [5, 2]) + layer.b
    np.testing.assert_allclose(activations[7, 30], np.tanh(z), atol=1e-12)
    for w, b, ends in zip(layer.W, layer.b, lines(BIRDS, net), strict=True):
        inputs = (ends.reshape(-1, 2) - [44, 17]) / [5, 2]
        np.testing.assert_allclose(inputs @ w + b, 0, atol=1e-9)


def test_means_are_those_of_each_species() -> None:
    net = NET
    a = np.tanh(BIRDS.X @ net.layers[0].W.T + net.layers[0].b)
    np.testing.assert_allclose(
        means(BIRDS, net)[:, 1], a[BIRDS.labels == 1].mean(axis=0)
    )
