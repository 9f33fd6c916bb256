"""The line from flipper length to body mass, in whatever units."""

import numpy as np
import pytest
from sklearn.preprocessing import StandardScaler

from nnsim.datasets import penguins
from nnsim.experiments.gradient_descent.flipper_mass import COLUMNS, load_standardised

BIRDS = load_standardised()


def test_birds_are_standardised_as_by_scikit_learn() -> None:
    measured = penguins.load().complete(*COLUMNS).measurements(*COLUMNS)
    expected = StandardScaler().fit_transform(measured)
    np.testing.assert_allclose(np.stack([BIRDS.x, BIRDS.y], axis=1), expected)
    assert len(BIRDS.x) == 342


def test_best_weight_is_the_correlation_and_needs_no_bias() -> None:
    correlation = np.corrcoef(BIRDS.x, BIRDS.y)[0, 1]
    assert BIRDS.one_weight().minimum[0] == pytest.approx(correlation)
    expected = [correlation, 0]
    np.testing.assert_allclose(BIRDS.weight_and_bias().minimum, expected, atol=1e-12)


@pytest.mark.parametrize("mm", [1.0, 10.0, 100.0])
def test_a_line_carried_to_other_units_says_the_same(mm: float) -> None:
    theta = np.array([-0.5, 1.5])
    other = BIRDS.in_units(mm)
    carried = BIRDS.carry(theta, mm)
    expected = BIRDS.weight_and_bias().A @ theta
    np.testing.assert_allclose(other.A @ carried, expected, atol=1e-12)
    np.testing.assert_allclose(
        BIRDS.carry(BIRDS.weight_and_bias().minimum, mm), other.minimum, rtol=1e-7
    )
