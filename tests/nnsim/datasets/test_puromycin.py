"""Puromycin against the textbook's least squares."""

import numpy as np
import pytest
from scipy.optimize import curve_fit

from nnsim.datasets import puromycin
from nnsim.errors import UnknownNameError


def test_runs_of_both_kinds() -> None:
    treated, untreated = (puromycin.load(state) for state in puromycin.STATES)
    assert len(treated.rate) == 12
    assert len(untreated.rate) == 11
    assert treated.rate[:2].tolist() == [76, 47]
    assert not treated.rate.flags.writeable


def test_least_squares_is_that_of_bates_and_watts() -> None:
    runs = puromycin.load()
    fitted, _ = curve_fit(
        puromycin.michaelis_menten, runs.concentration, runs.rate, p0=(200, 0.05)
    )
    # Bates & Watts 1988: 212.7 counts/min², 0.0641 ppm, residual sum of squares 1195.
    assert fitted[0] == pytest.approx(212.7, abs=0.05)
    assert fitted[1] == pytest.approx(0.0641, abs=5e-5)
    residuals = runs.rate - puromycin.michaelis_menten(runs.concentration, *fitted)
    assert residuals @ residuals == pytest.approx(1195, abs=1)


def test_rate_is_half_at_k_m() -> None:
    assert puromycin.michaelis_menten(np.array(0.05), 200.0, 0.05) == 100


def test_unknown_state_lists_the_known() -> None:
    with pytest.raises(UnknownNameError, match="treated"):
        puromycin.load("cured")
