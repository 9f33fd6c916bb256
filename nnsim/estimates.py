"""How much time and memory a computation takes, told beforehand from its sizes.

What you can do here
--------------------
- estimate the training of dense networks: ``training``; of filters: ``filters``;
- estimate pictures of what networks say over a plane: ``pictures``;
- add estimates up, and say in words if they are much, or too much: ``Estimate``.

An estimate counts steps, each of which costs the same however small a network is,
and the numbers that are computed in them. It is right within a factor of three.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from nnsim.magnitudes import YEAR, in_time, in_words

GIB = 2.0**30  # bytes
MOST_SECONDS = 3600.0
MOST_BYTES = 4 * GIB
MANY_SECONDS, MANY_BYTES = 600.0, 2 * GIB  # beyond which one is told beforehand
MINUTE, HOUR = 60.0, 3600.0  # s

# Measured on one core of 2020.
PER_LAYER = 25e-6  # s for a layer in a step, forward, backward and update
PER_VALUE = 5e-9  # s for an activation forward and backward, or an updated parameter
PER_PRODUCT = 0.25e-9  # s for a connection of a neuron and a row, likewise
PER_BATCH = 0.5e-3  # s for a step of filters on a mini-batch, whatever they read
PER_FILTERED = 2e-7  # s for a weight of a filter at a place, all rows of the batch
PER_WALKED = 30e-6  # s for a step of a point down a surface
GRID = 60  # cells of a field along each axis
PER_PICTURE = 1e-3  # s for a field and a border of one network, without its layers


@dataclass(frozen=True)
class Estimate:
    """Time and memory; what is computed one after the other adds up."""

    seconds: float = 0.0  # on one core
    n_bytes: float = 0.0  # of what is kept

    def __add__(self, other: "Estimate") -> "Estimate":
        """Return both together."""
        return Estimate(self.seconds + other.seconds, self.n_bytes + other.n_bytes)

    def __mul__(self, times: float) -> "Estimate":
        """Return the same several times, all of it kept."""
        return Estimate(times * self.seconds, times * self.n_bytes)

    def repeated(self, times: float) -> "Estimate":
        """Return the same several times, one after the other, none of it kept."""
        return Estimate(times * self.seconds, self.n_bytes)

    def much(self) -> str:
        """Say in words what is beyond a coffee break; "" if nothing is."""
        found = []
        if self.seconds > MANY_SECONDS:
            found.append(f"{_in_minutes(self.seconds)} on one core")
        if self.n_bytes > MANY_BYTES:
            found.append(f"{_figures(self.n_bytes / GIB)} GiB of memory")
        return f"takes about {' and '.join(found)}" if found else ""

    def too_much(self) -> str:
        """Say in words what is beyond the limits; "" if nothing is."""
        found = []
        if not self.seconds <= MOST_SECONDS:
            most = _in_hours(MOST_SECONDS)
            found.append(f"{_in_hours(self.seconds)} on one core (at most {most})")
        if not self.n_bytes <= MOST_BYTES:
            much, most = (_figures(n / GIB) for n in (self.n_bytes, MOST_BYTES))
            found.append(f"{much} GiB of memory (at most {most})")
        return f"asks for about {' and '.join(found)}" if found else ""


def training(
    widths: Sequence[int],
    n_rows: int,
    n_steps: int,
    *,
    n_networks: int = 1,
    kept: int = 0,
    n_bytes: int = 8,
) -> Estimate:
    """Estimate the training of dense networks, all at once.

    Parameters
    ----------
    widths
        Number of inputs, then of neurons in each layer.
    n_rows
        Rows in a step.
    n_steps
        Steps.
    n_networks
        Networks that are trained side by side.
    kept
        Networks that are kept of each, on the way.
    n_bytes
        Of a number.
    """
    values = n_networks * n_rows * sum(widths[1:])
    products = n_networks * n_rows * sum(a * b for a, b in pairwise(widths))
    parameters = n_networks * sum((a + 1) * b for a, b in pairwise(widths))
    step = (
        PER_LAYER * (len(widths) - 1)
        + PER_VALUE * (values + parameters)
        + PER_PRODUCT * products
    )
    memory = kept * parameters + 5 * (values + parameters)
    curves = n_steps * (2 * n_networks + 30)  # an array a step, small as it is
    return Estimate(n_steps * step, n_bytes * memory + 8 * curves)


def filters(n_filters: int, width: int, n_places: int, n_steps: int) -> Estimate:
    """Estimate the training of filters on one-hot DNA, in mini-batches."""
    step = PER_BATCH + PER_FILTERED * n_filters * width * n_places
    return Estimate(n_steps * step)


def classical(n_rows: int, n_features: int) -> Estimate:
    """Estimate the fit of a forest, of support vectors or of a logistic regression."""
    pairs = 4e-10 * n_rows**2 * (n_features + 150)
    return Estimate(0.05 + 1e-4 * n_rows + pairs, 0)


def pictures(n: int, widths: Sequence[int], n_classes: int = 1) -> Estimate:
    """Estimate fields and borders of a network over the plane, ``n`` times."""
    values = 2 * GRID**2 * sum(widths[1:])
    seconds = n_classes * PER_PICTURE + PER_VALUE * values
    return Estimate(n * seconds, n * n_classes * (8 * GRID**2 + 1e4))


def walks(n_steps: int) -> Estimate:
    """Estimate walks of a point down a surface, of so many steps in all."""
    return Estimate(n_steps * PER_WALKED, n_steps * 1000)


def _in_hours(seconds: float) -> str:
    """Write a long time in hours, or years."""
    if seconds >= YEAR:
        return in_time(seconds)
    hours = _figures(seconds / HOUR)
    return "1 hour" if hours == "1" else f"{hours} hours"


def _in_minutes(seconds: float) -> str:
    """Write a time of many minutes, or in hours."""
    if seconds >= HOUR:
        return _in_hours(seconds)
    return f"{_figures(seconds / MINUTE)} minutes"


def _figures(value: float) -> str:
    """Write two figures."""
    return in_words(value, 2)
