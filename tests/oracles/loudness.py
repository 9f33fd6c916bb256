"""How loud a sound is, by ITU-R BS.1770-4, without a library for it."""

import numpy as np
from numpy.typing import NDArray
from scipy.signal import lfilter, resample_poly

RATE = 48_000  # samples in a second, for which the standard gives its filters
# Annex 1: the head as a sphere, then what the ear hears less of.
_SHELF = ([1.53512485958697, -2.69169618940638, 1.19839281085285],
          [1.0, -1.69065929318241, 0.73248077421585])  # fmt: skip
_PASS = ([1.0, -2.0, 1.0], [1.0, -1.99004745483398, 0.99007225036621])
_BLOCK, _STEP = RATE * 4 // 10, RATE // 10  # samples
_SILENT, _FAINTER = -70.0, -10.0  # LUFS; LU below the mean: not counted


def lufs(samples: NDArray[np.floating]) -> float:
    """Return the loudness of one channel at `RATE`."""
    weighted = lfilter(*_PASS, lfilter(*_SHELF, samples))
    starts = range(0, len(weighted) - _BLOCK + 1, _STEP)
    powers = np.array([np.mean(weighted[s : s + _BLOCK] ** 2) for s in starts])
    powers = powers[_level(powers) > _SILENT]
    counted = powers[_level(powers) > _level(powers.mean()) + _FAINTER]
    return float(_level(counted.mean()))


def true_peak(samples: NDArray[np.floating]) -> float:
    """Return the peak between samples as well, as Annex 2 finds it; dB."""
    return float(20 * np.log10(np.abs(resample_poly(samples, 4, 1)).max()))


def _level(power: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the loudness of a weighted power."""
    return -0.691 + 10 * np.log10(power + 1e-12)
