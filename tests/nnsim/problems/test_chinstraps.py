"""The birds of the question, against the table itself."""

import numpy as np

from nnsim.datasets import penguins
from nnsim.network.activations import ACTIVATIONS
from nnsim.network.network import Dense, Network
from nnsim.problems.chinstraps import load_birds

BIRDS = load_birds()


def test_who_is_who() -> None:
    table = penguins.load().complete()
    names = np.array(penguins.SPECIES)[BIRDS.labels]
    np.testing.assert_array_equal(names, table.species)
    np.testing.assert_array_equal(BIRDS.y[:, 0] == 1, table.species == "Chinstrap")
    assert (len(BIRDS.y), BIRDS.y.sum()) == (342, 68)
    for x, name in zip(BIRDS.X[BIRDS.first], penguins.SPECIES, strict=True):
        first = np.flatnonzero(table.species == name)[0]
        np.testing.assert_array_equal(x, BIRDS.X[first])
    np.testing.assert_allclose(BIRDS.X, (BIRDS.measured - [44, 17]) / [5, 2])


def test_border_in_millimetres_and_birds_on_the_wrong_side() -> None:
    line = Dense(np.array([[1.0, 0.0]]), np.zeros(1), ACTIVATIONS["sigmoid"])
    net = Network((line,))  # x_1 = 0 is a bill of 44 mm
    np.testing.assert_allclose(BIRDS.border(net)[..., 0], 44)
    long = BIRDS.measured[:, 0] > 44
    assert BIRDS.wrong(net) == (long != (BIRDS.y[:, 0] == 1)).sum()
    field = BIRDS.field(net)
    assert np.all(np.diff(field, axis=1) > 0)
