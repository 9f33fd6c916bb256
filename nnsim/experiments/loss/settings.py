"""Settings of the chapter on loss."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, TypeAlias

import numpy as np

from nnsim.bounds import Fault, between, rising
from nnsim.experiments.loss.enzyme import BY_EYE, Value, off_the_map
from nnsim.problems.adelie_gentoo import load_birds
from nnsim.problems.own_data import OfCurve

VMax: TypeAlias = Annotated[float, between(0, 400)]
KM: TypeAlias = Annotated[float, between(0, 0.5)]
Weight: TypeAlias = Annotated[float, between(0.01, 10)]
Threshold: TypeAlias = Annotated[float, between(35, 55)]
SUREST = 36.0  # the greatest z of which 1 − p is still more than zero


@dataclass(frozen=True)
class Config(OfCurve):
    """Settings of the experiment.

    What is left open of the enzyme's curve was chosen by eye, see ``enzyme``.
    """

    # The first guess, counts/min² and ppm: 300 and 0.15 if open.
    v_max: Annotated[float, between(100, 400)] | None = None
    k_m: Annotated[float, between(0.01, 0.5)] | None = None
    # To these Vmax, then to the best: 180 and 340 if open.
    slide: tuple[VMax, VMax] | None = None
    # Ends of the map, counts/min² and ppm: 150 and 350, 0 and 0.2 if open.
    map_v_max: tuple[VMax, VMax] | None = None
    map_k_m: tuple[KM, KM] | None = None
    weight: Weight = 1.0  # of bill length, 1/mm
    threshold: Threshold = 43.0  # mm, where the neuron says one half
    # From the flattest neuron to the steepest.
    weights: tuple[Weight, Weight] = (0.1, 3.0)
    thresholds: tuple[Threshold, Threshold] = (41.0, 45.5)  # mm

    def faults(self) -> Iterator[Fault]:
        """See :meth:`nnsim.bounds.Settings.faults`."""
        for name in ("map_v_max", "map_k_m", "weights", "thresholds"):
            yield from rising(name, getattr(self, name) or ())
        said = self.of_enzyme()
        if self.data.is_given:
            for name in (name for name, value in said.items() if value is not None):
                yield name, "is of the enzyme's curve: that of your table is found"
        else:
            yield from off_the_map(said)
        furthest = np.abs(load_birds().measured[:, 0] - self.threshold).max()
        if self.weight * furthest > SUREST:
            yield (
                "weight",
                f"must be at most {SUREST / furthest:.2g} at the threshold "
                f"{self.threshold:g}, not {self.weight:g}: the neuron would be surer "
                "than numbers can say",
            )

    def of_enzyme(self) -> Mapping[str, Value | None]:
        """Return what is said of the enzyme's curve; None where it is left open."""
        return {name: getattr(self, name) for name in BY_EYE}
