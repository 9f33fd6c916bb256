"""What the chapter on the loss claims of its curve, against plain numpy."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pytest

from nnsim.experiments.loss import CLAIMS, Config, Result, run
from nnsim.problems.own_data import Curve
from tests.oracles.curves import KNOWN, least_squares, write

CONFIGS = {
    "usual": Config(),
    "too high": Config(v_max=400.0, k_m=0.02, map_v_max=(100.0, 400.0)),
    "too low": Config(v_max=100.0, map_v_max=(0.0, 400.0)),
    "one way": Config(slide=(250.0, 200.0)),
    "near": Config(v_max=250.0),
    "nearer": Config(v_max=213.0, k_m=0.064, map_v_max=(0.0, 400.0)),
}


@cache
def found(name: str) -> Result:
    """Return the result of some settings, or of a known curve."""
    if name in CONFIGS:
        return run(CONFIGS[name])
    with TemporaryDirectory() as folder:
        return run(Config(data=Curve(file=str(write(name, Path(folder))))))


def truth(result: Result) -> Mapping[str, bool]:
    """Tell what is so, from x, y, the guess and the decimals that are shown."""
    curve = result.curve
    x, y, given, digits = curve.measured.x, curve.measured.y, curve.given, curve.digits
    height, k, least = least_squares(x, y)
    share = x / (given.k_m + x)
    best = np.linalg.lstsq(share[:, None], y, rcond=None)[0][0]
    errors = given.v_max * share - y
    low, high = (
        round(float(end), digits.error) for end in (errors.min(), errors.max())
    )
    squares = {
        "guess": np.mean(errors**2), "slid": np.mean((best * share - y) ** 2),
        "best": least,
        "noise": np.mean((y - [y[x == one].mean() for one in x]) ** 2),
    }  # fmt: skip
    loss = {name: float(value) / given.unit**2 for name, value in squares.items()}
    shown = {name: round(value, digits.loss) for name, value in loss.items()}
    fine = {name: round(value, digits.fine_loss) for name, value in loss.items()}
    first, second, third = given.v_max, *given.slide
    ends = curve.plane
    names = result.names
    return {
        "is_of_enzyme": curve.measured.credit == "",
        "names_are_short": len(names.x_name) + len(names.y_name) <= 36,
        "are_pairs": all(np.sum(x == a) == 2 for a in x),
        "is_half_at_k": True,
        "each_has_an_error": True,
        "errors_have_both_signs": low < 0 < high,
        "errors_have_one_sign": not low < 0 < high,
        "errors_cancel": abs(errors.sum()) < np.abs(errors).sum() / 2,
        "big_count_most": len({*np.abs(errors)}) > 1,
        "k_stays": True,
        "goes_up_and_down": (second - first) * (third - second) < 0,
        "is_parabola": len({first, second, third, float(best)}) > 1,
        "is_less_than_half": shown["slid"] < shown["guess"] / 2,
        "is_less": shown["slid"] < shown["guess"],
        "is_no_less": shown["slid"] >= shown["guess"],
        "squares_remain": shown["slid"] > 0,
        "leaves_the_row": f"{k:.{digits.k}f}" != f"{given.k_m:.{digits.k}f}",
        "goes_lower": shown["best"] < shown["slid"],
        "goes_no_lower": shown["best"] >= shown["slid"],
        "best_is_on_the_map": (
            ends[0][0] <= height <= ends[0][1] and ends[1][0] <= k <= ends[1][1]
        ),
        "replicates_differ": fine["noise"] > 0,
        "noise_is_a_part": True,
        "is_without_noise": fine["noise"] == 0,
    }


@pytest.mark.parametrize("name", [*CONFIGS, *KNOWN])
def test_claims_hold_where_it_is_so(name: str) -> None:
    result = found(name)
    assert {key: bool(one.holds(result)) for key, one in CLAIMS.items()} == truth(
        result
    )


def tampered(result: Result) -> Iterator[tuple[str, Result]]:
    """Yield claims that hold of every curve, each with a result that is none."""

    def other(**changed: Any) -> Result:
        return replace(result, curve=replace(result.curve, **changed))

    c = result.curve
    yield "is_half_at_k", other(slide=replace(c.slide, curves=c.slide.curves * 0.9))
    yield "is_half_at_k", other(slide=replace(c.slide, curves=c.slide.curves * 2))
    yield "each_has_an_error", other(n_runs=c.n_runs + 1)
    yield "big_count_most", other(squares=np.abs(c.slide.errors[0]))
    yield "big_count_most", other(squares=-c.squares)
    yield "k_stays", other(slide=replace(c.slide, k_m=np.linspace(0, 1, 95)))
    yield "is_parabola", other(slide=replace(c.slide, loss=np.abs(c.slide.v_max)))
    yield "best_is_on_the_map", other(plane=((0.0, 212.0), c.plane[1]))
    yield "noise_is_a_part", other(losses=c.losses[[0, 1, 3, 2]])
    yield "squares_remain", other(losses=0 * c.losses)


def test_each_claim_is_seen_to_hold_and_not_to() -> None:
    results = [found(name) for name in (*CONFIGS, *KNOWN)]
    seen = {name: {bool(one.holds(r)) for r in results} for name, one in CLAIMS.items()}
    for name, result in tampered(found("usual")):
        assert not CLAIMS[name].holds(result), name
        seen[name].add(False)
    assert {name for name, both in seen.items() if len(both) < 2} == set()
