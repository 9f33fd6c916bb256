"""What the chapter on the neuron claims, against the raw table and plain numpy."""

import csv
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings

from nnsim.datasets import penguins
from nnsim.errors import SettingsError
from nnsim.experiments.neuron import CLAIMS, Config, run
from tests.nnsim.experiments.drawn_settings import drawn

TABLE = Path(penguins.__file__).with_name("penguins.csv")
CONFIGS = drawn("neuron", 0.02).map(lambda it: it.config)


def read() -> tuple[np.ndarray, np.ndarray]:
    """Read bills, (n, 2), and who is a Gentoo, (n,), without our loader."""
    with TABLE.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["species"] != "Chinstrap"]
    names = ("bill_length_mm", "bill_depth_mm")
    whole = [row for row in rows if all(row[name] != "NA" for name in names)]
    x = np.array([[float(row[name]) for name in names] for row in whole])
    return x, np.array([row["species"] == "Gentoo" for row in whole])


X, IS_GENTOO = read()
SCALE = penguins.ROUND.columns(*penguins.BILL)


def log_loss(z: np.ndarray) -> float:
    """Compute the mean cross-entropy by the stable closed form."""
    return float(np.mean(np.logaddexp(0, np.where(IS_GENTOO, -z, z))))


def descend(config: Config) -> tuple[list[float], np.ndarray, np.ndarray]:
    """Learn by hand; return all losses, and (w1, w2, b) in mm before and after."""
    inputs = np.column_stack([(X - SCALE.centre) / SCALE.unit, np.ones(len(X))])
    w = np.array(config.start or (-1, -1, 0), float)
    start, losses = w.copy(), [log_loss(inputs @ w)]
    for _ in range(config.n_epochs):
        p = 0.5 * (1 + np.tanh(inputs @ w / 2))
        w = w - config.learning_rate * inputs.T @ (p - IS_GENTOO) / len(X)
        losses.append(log_loss(inputs @ w))
    return losses, in_mm(start), in_mm(w)


def in_mm(w: np.ndarray) -> np.ndarray:
    slopes = w[:2] / SCALE.unit
    return np.array([*slopes, w[2] - slopes @ SCALE.centre])


def z_of(line: np.ndarray, x: np.ndarray) -> np.ndarray:
    return np.asarray(x @ line[:2] + line[2])


@cache
def plane() -> np.ndarray:
    """Return the plane that the axes show."""
    return np.array(run(Config(n_epochs=1)).question.plane)


def crosses(line: np.ndarray) -> bool:
    """Tell whether a line has corners of the plane on both sides."""
    (left, right), (low, high) = plane()
    corners = np.array([(x, y) for x in (left, right) for y in (low, high)])
    z = z_of(line, corners)
    return bool(z.min() < 0 < z.max())


def angle(w: np.ndarray) -> float:
    """Return where weights point in the plane drawn as a square, in degrees."""
    x, y = w[:2] * np.ptp(plane(), axis=1)
    return float(np.degrees(np.arctan2(y, x)))


def turn(degrees: float) -> float:
    """Return an angle between −180 and 180 degrees."""
    return (degrees + 180) % 360 - 180


def truth(config: Config) -> dict[str, bool]:
    """Compute what is so, without our networks."""
    given = config.w_1, config.w_2, config.bias
    chosen = np.array(
        [
            two if one is None else one
            for one, two in zip(given, (1, -1, -27), strict=True)
        ]
    )
    losses, before, after = descend(config)
    adelie, gentoo = X[~IS_GENTOO][0], X[IS_GENTOO][0]
    z_adelie, z_gentoo = z_of(chosen, adelie), z_of(chosen, gentoo)
    first, last = (float(f"{loss:.2f}") for loss in (losses[0], losses[-1]))
    strays = ((z_of(after, X) > 1e-9) != IS_GENTOO)[np.abs(z_of(after, X)) > 1e-9]
    has_line = bool(np.any(before[:2]))
    ratio = np.cross(
        np.append(chosen[:2], chosen[2] / 100), np.append(before[:2], before[2] / 100)
    )
    same_signs = [*np.sign(after[:2])] == [*np.sign(chosen[:2])]
    return {
        "is_of_birds": True,
        "two_measurements": X.shape[1] == 2,
        "asked_is_larger_and_smaller": gentoo[0] > adelie[0] and gentoo[1] < adelie[1],
        "other_is_below": f"{z_adelie:.1f}".strip("-") != "0.0" and z_adelie < 0,
        "other_is_above": f"{z_adelie:.1f}".strip("-") != "0.0" and z_adelie > 0,
        "other_is_at_zero": f"{z_adelie:.1f}".strip("-") == "0.0",
        "asked_is_found": f"{z_gentoo:.1f}".strip("-") != "0.0" and z_gentoo > 0,
        "asked_is_mistaken": f"{z_gentoo:.1f}".strip("-") != "0.0" and z_gentoo < 0,
        "asked_is_undecided": f"{z_gentoo:.1f}".strip("-") == "0.0",
        "two_clouds": True,  # a line parts them: tests of the experiment count no stray
        "clouds_overlap": False,
        "edge_is_on_the_line": bool(np.abs(z_of(chosen, X)).min() < 1e-9),
        "line_is_in_sight": crosses(chosen),
        "line_is_out_of_sight": not crosses(chosen),
        "starts_with_a_line": has_line,
        "starts_without_a_line": not has_line,
        "starts_elsewhere": bool(np.abs(ratio).max() > 1e-6),
        "loss_falls_at_each_step": all(b < a for a, b in pairwise(losses)),
        "loss_falls": last < first,
        "loss_does_not_fall": last >= first,
        "line_turns": has_line and abs(turn(angle(after) - angle(before))) > 1.0,
        "line_comes_between": crosses(after) and strays.sum() <= 0.05 * len(X),
        "signs_are_as_given": same_signs,
        "signs_are_others": not same_signs,
    }


def compare(config: Config) -> None:
    result = run(config)
    so = truth(config)
    assert so.keys() == CLAIMS.keys()
    for name, claim in CLAIMS.items():
        if name in ("starts_elsewhere", "line_turns") and not so["starts_with_a_line"]:
            continue  # of two lines, of which one is not there
        assert claim.holds(result) == so[name], (name, config)


SETTINGS = [
    Config(),
    Config(bias=-26.0, learning_rate=0.25),
    Config(bias=-10.0),  # z = 10.4
    Config(bias=-20.4),  # the first Adelie on the line
    Config(bias=-32.9, n_epochs=3),  # the first Gentoo on the line
    Config(bias=1000.0, n_epochs=3),
    Config(w_1=-1.0, w_2=1.0, bias=27.0, n_epochs=5),
    Config(start=(0.0, 0.0, 0.0), n_epochs=5),
    Config(learning_rate=10.0, n_epochs=3),
    Config(learning_rate=1e-4, n_epochs=2),
]


@pytest.mark.parametrize("config", SETTINGS, ids=str)
def test_claims_hold_where_it_is_so(config: Config) -> None:
    compare(config)


@given(CONFIGS)
@settings(max_examples=20, deadline=None)
def test_claims_hold_where_it_is_so_whatever_is_set(config: Config) -> None:
    compare(config)


def test_every_claim_is_seen_to_hold_and_all_but_facts_to_fail() -> None:
    seen = [truth(config) for config in SETTINGS]
    for name in CLAIMS.keys() - {"clouds_overlap"}:  # of tables of one's own
        assert any(so[name] for so in seen), name
    facts = {
        "is_of_birds", "two_measurements", "asked_is_larger_and_smaller", "two_clouds",
        "loss_falls_at_each_step",
    }  # fmt: skip
    fail = {name for name in CLAIMS if not all(so[name] for so in seen)}
    assert fail == CLAIMS.keys() - facts


def test_weights_of_zero_draw_no_line() -> None:
    with pytest.raises(SettingsError, match="draws no line"):
        Config(w_1=0.0, w_2=0.0, bias=1.0)
