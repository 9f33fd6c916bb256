"""A forward pass in plain Python, one number at a time."""

import math
from collections.abc import Sequence

FUNCTIONS = {
    "identity": lambda z: z,
    "relu": lambda z: max(z, 0.0),
    "leaky_relu": lambda z: z if z > 0 else 0.01 * z,
    "sigmoid": lambda z: 1 / (1 + math.exp(-z)),
    "tanh": math.tanh,
}


def forward(
    x: Sequence[float], layers: Sequence[tuple[list, list, str]]
) -> list[float]:
    """Output of one sample; each layer is (W row by row, b, name of f)."""
    for W, b, name in layers:
        z = [sum(w * v for w, v in zip(row, x, strict=True)) + b_j
             for row, b_j in zip(W, b, strict=True)]  # fmt: skip
        if name == "softmax":
            x = [math.exp(v) / sum(math.exp(u) for u in z) for v in z]
        else:
            x = [FUNCTIONS[name](v) for v in z]
    return list(x)
