"""A matrix of weights as cells, with the sign in each."""

import numpy as np

from scenes.components.weight_matrix import WeightMatrix


def example() -> WeightMatrix:
    """Draw three neurons of two inputs."""
    return WeightMatrix(np.array([[0.8, -0.3], [-1.4, 0.6], [0.2, 1.1]]), cell=0.6)
