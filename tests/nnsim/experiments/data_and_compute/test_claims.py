"""What the chapter on data and computing claims, against the curves themselves."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from nnsim.experiments.data_and_compute import CLAIMS, Result
from nnsim.experiments.data_and_compute.learning_curves import Curve
from nnsim.spread import Spread
from scenes.lookup import fill


def meets(each: np.ndarray, other: np.ndarray) -> tuple[int, float] | None:
    """Walk back from the end while the first is below; return where they meet."""
    k = len(each) - 1
    if each[k] >= other[k]:
        return None
    while k and each[k - 1] < other[k - 1]:
        k -= 1
    if k == 0:
        return 0, 0.0
    before, behind = each[k - 1] - other[k - 1], other[k] - each[k]
    return k, before / (before + behind)


def truth(r: Result) -> dict[str, bool]:
    """Compute what is so from the errors of all splits alone."""
    rules, _, vectors, network = (curve.wrong.each for curve in r.curves)
    low = rules.mean(axis=0)
    meetings = [meets(each.mean(axis=0), low) for each in (vectors, network)]
    log, places = np.log(r.config.sizes), set()
    for each, other in zip(network, rules, strict=True):
        match meets(each, other):
            case None:
                places.add("never")
            case 0, _:
                places.add(f"{r.config.sizes[0]}")
            case k, share:
                x = log[k - 1] + share * (log[k] - log[k - 1])
                places.add(f"{np.exp(x):.0f}")
    n_better = sum(vectors[:, -1] < rules[:, -1])
    return {
        "raw_letters_overtake": all(one and one[0] for one in meetings),
        "crossings_differ": len(places) > 1,
        "vectors_beat_rules": n_better / len(rules) > 0.5,
    }


def test_claims_of_the_lecture_are_what_an_oracle_finds(result: Result) -> None:
    assert truth(result) == dict.fromkeys(CLAIMS, True)
    assert {name: claim.holds(result) for name, claim in CLAIMS.items()} == truth(
        result
    )


def with_one_split(r: Result) -> Result:
    """Keep the first split of the network's crossings, as often as there are."""
    curves = list(r.curves)
    for k in (0, 3):
        wrong = r.curves[k].wrong
        same = np.repeat(wrong.each[:1], len(wrong.each), axis=0)
        curves[k] = replace(curves[k], wrong=Spread.of(same))
    crossings = np.repeat(r.crossings[:1], r.n_splits)
    return replace(r, curves=tuple(curves), crossings=crossings)


def behind(r: Result) -> Result:
    """Let support vectors stay behind the rules."""
    curves: list[Curve] = list(r.curves)
    worse = curves[0].wrong.each + 1
    curves[2] = replace(curves[2], wrong=Spread.of(worse))
    n_better = (*r.n_better[:2], 0, *r.n_better[3:])
    return replace(
        r, curves=tuple(curves), crossing_vectors=float("nan"), n_better=n_better
    )


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("raw_letters_overtake", behind),
        ("crossings_differ", with_one_split),
        ("vectors_beat_rules", behind),
    ],
)
def test_claims_see_what_is_otherwise(result: Result, name: str, change: Any) -> None:
    changed = change(result)
    assert not truth(changed)[name]
    assert not CLAIMS[name].holds(changed)
    said, _ = fill(CLAIMS[name].found, changed)
    assert "{" not in said
