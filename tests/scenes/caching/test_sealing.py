"""The seal reaches every array of a result."""

from dataclasses import dataclass

import numpy as np
import pytest

from nnsim.network.network import Network
from scenes.caching.sealing import seal


@dataclass(frozen=True, eq=False)
class Deep:
    parts: tuple[object, ...]


@pytest.mark.parametrize(
    "wrap",
    [
        lambda a: a,
        lambda a: (1, "x", a),
        lambda a: [{"k": a}],
        lambda a: Deep((Deep((a,)),)),
        lambda a: np.array([a, None], dtype=object),
    ],
)
def test_array_is_sealed_wherever_it_lies(wrap) -> None:
    array = np.zeros(3)
    value = wrap(array)
    assert seal(value) is value
    with pytest.raises(ValueError, match="read-only"):
        array[0] = 1


def test_network_is_sealed() -> None:
    network = seal(Network.initialise((2, 3, 1), ("tanh", "sigmoid"),
                                      np.random.default_rng(0)))  # fmt: skip
    assert not any(layer.W.flags.writeable for layer in network.layers)


def test_circle_ends() -> None:
    circle: list[object] = [np.zeros(2)]
    circle.append(circle)
    assert seal(circle) is circle
