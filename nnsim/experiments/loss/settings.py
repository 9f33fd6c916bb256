"""Settings of the chapter on loss."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, TypeAlias

import numpy as np

from nnsim.bounds import Fault, Settings, between, rising
from nnsim.problems.adelie_gentoo import load_birds

VMax: TypeAlias = Annotated[float, between(0, 1000)]
KM: TypeAlias = Annotated[float, between(0, 1)]
Weight: TypeAlias = Annotated[float, between(0.01, 10)]
Threshold: TypeAlias = Annotated[float, between(35, 55)]
SUREST = 36.0  # the greatest z of which 1 − p is still more than zero


@dataclass(frozen=True)
class Config(Settings):
    """Settings of the experiment."""

    v_max: Annotated[float, between(1, 1000)] = 300.0  # counts/min², the first guess
    k_m: Annotated[float, between(0.001, 1)] = 0.15  # ppm, the first guess
    slide: tuple[VMax, VMax] = (180.0, 340.0)  # to these Vmax, then to the best
    map_v_max: tuple[VMax, VMax] = (150.0, 350.0)  # counts/min²
    map_k_m: tuple[KM, KM] = (0.0, 0.2)  # ppm
    weight: Weight = 1.0  # of bill length, 1/mm
    threshold: Threshold = 43.0  # mm, where the neuron says one half
    # From the flattest neuron to the steepest.
    weights: tuple[Weight, Weight] = (0.1, 3.0)
    thresholds: tuple[Threshold, Threshold] = (41.0, 45.5)  # mm

    def faults(self) -> Iterator[Fault]:
        """See :meth:`nnsim.bounds.Settings.faults`."""
        for name in ("map_v_max", "map_k_m", "weights", "thresholds"):
            yield from rising(name, getattr(self, name))
        furthest = np.abs(load_birds().measured[:, 0] - self.threshold).max()
        if self.weight * furthest > SUREST:
            yield (
                "weight",
                f"must be at most {SUREST / furthest:.2g} at the threshold "
                f"{self.threshold:g}, not {self.weight:g}: the neuron would be surer "
                "than numbers can say",
            )
