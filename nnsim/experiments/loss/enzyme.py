"""How the enzyme's curve is shown where the settings leave it open, and what fits.

What you can do here
--------------------
- complete what the settings say: ``shown``;
- find what would lie off the map: ``off_the_map``.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TypeAlias

from nnsim.bounds import Fault
from nnsim.datasets import puromycin
from nnsim.experiments.loss.rate_curves import best_v_max
from nnsim.problems.michaelis_menten import fit

Value: TypeAlias = float | tuple[float, float]
BY_EYE: Mapping[str, Value] = {
    "v_max": 300.0,  # counts/min²
    "k_m": 0.15,  # ppm
    "slide": (180.0, 340.0),
    "map_v_max": (150.0, 350.0),
    "map_k_m": (0.0, 0.2),
}
ON_MAP = {"v_max": "map_v_max", "slide": "map_v_max", "k_m": "map_k_m"}


def shown(said: Mapping[str, Value | None]) -> Mapping[str, Value]:
    """Return what settings say of the curve; what they leave open as chosen by eye."""
    return {**BY_EYE, **{k: one for k, one in said.items() if one is not None}}


def off_the_map(said: Mapping[str, Value | None]) -> Iterator[Fault]:
    """Yield what does not lie within the map: of the settings, or what they lead to."""
    given = shown(said)
    for name, of_map in ON_MAP.items():
        for value in _values(given[name]):
            if not _holds(given[of_map], value):
                low, high = _values(given[of_map])
                if said[name] is None:
                    yield of_map, f"must hold {name}, {value:g}"
                else:
                    ends = f"from {low:g} to {high:g}"
                    yield name, f"must lie within {of_map}, {ends}, not {value:g}"
    (k_m,) = _values(given["k_m"])
    best, *least = _led_to(k_m)
    for name, of_map, value in (
        (f"the best Vmax at the Km {k_m:g}", "map_v_max", best),
        ("the Vmax of least squares", "map_v_max", least[0]),
        ("the Km of least squares", "map_k_m", least[1]),
    ):
        if not _holds(given[of_map], value):
            yield of_map, f"must hold {name}, {value:.3g}"


def _values(value: Value) -> tuple[float, ...]:
    return value if isinstance(value, tuple) else (value,)


def _holds(ends: Value, value: float) -> bool:
    low, high = _values(ends)
    return low <= value <= high


@lru_cache(maxsize=32)
def _led_to(k_m: float) -> tuple[float, float, float]:
    """Return the best Vmax at a Km, and Vmax and Km of least squares."""
    runs = puromycin.load()
    (v_max, best_k), _ = fit(runs.concentration, runs.rate)
    best = best_v_max(k_m, runs.concentration, runs.rate)
    return best, float(v_max), float(best_k)
