"""A curve of one's own: what is found by rule, and what is refused with its reason."""

from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

from nnsim.errors import FileError, SettingsError, UnfitDataError
from nnsim.experiments.loss import Config, Result, run
from nnsim.problems.own_data import Curve
from tests.oracles.curves import KNOWN, least_squares, points, write


def of(file: Path, **said: str) -> Result:
    return run(Config(data=Curve(file=str(file), **said)))


def table(folder: Path, x: np.ndarray, y: np.ndarray) -> Path:
    (file := folder / "t.csv").write_text(
        "\n".join(
            ["dose,response", *(f"{a:.9g},{b:.9g}" for a, b in zip(x, y, strict=True))]
        )
    )
    return file


@pytest.mark.parametrize("mark", [",", ";"])
@pytest.mark.parametrize("name", KNOWN)
def test_measurements_are_those_of_the_table(
    name: str, mark: str, tmp_path: Path
) -> None:
    measured = of(write(name, tmp_path, mark)).curve.measured
    x, y = points(name)
    np.testing.assert_array_equal(measured.x, x)
    np.testing.assert_array_equal(measured.y, y)
    assert measured.n_missing == KNOWN[name].missing
    assert measured.columns == KNOWN[name][:2]
    assert (measured.is_own, measured.credit) == (True, f"{name}.csv")
    assert measured.names.x_axis == KNOWN[name].x


@pytest.mark.parametrize("name", KNOWN)
def test_the_least_loss_is_that_of_looking_everywhere(
    name: str, tmp_path: Path
) -> None:
    curve = of(write(name, tmp_path)).curve
    height, k, least = least_squares(*points(name))
    assert curve.walk.v_max[-1] == pytest.approx(height, rel=1e-6)
    assert curve.walk.k_m[-1] == pytest.approx(k, rel=1e-6)
    assert curve.losses[2] * curve.rate_unit**2 == pytest.approx(least, rel=1e-9)


@pytest.mark.parametrize("name", KNOWN)
def test_guess_and_frame_are_as_the_rules_say(name: str, tmp_path: Path) -> None:
    given = of(write(name, tmp_path)).curve.given
    x, y = points(name)
    height, k, _ = least_squares(x, y)
    guess = 2.3 * k if 2.3 * k < x.max() else k / 2.3
    assert given.k_m == pytest.approx(guess, rel=0.05)
    share = x / (given.k_m + x)
    best = (share @ y) / (share @ share)
    expected = [1.2 * best, 0.7 * best, 1.35 * best]
    assert [given.v_max, *given.slide] == pytest.approx(expected, rel=0.05)
    for low, values, high in (
        (given.map_v_max[0], [height, given.v_max, *given.slide], given.map_v_max[1]),
        (given.map_k_m[0], [k, given.k_m], given.map_k_m[1]),
        (
            given.y_range[0],
            [*y, given.v_max, given.slide[1] * share[-1]],
            given.y_range[1],
        ),
    ):
        assert all(low < value < high for value in values)
    typical = np.sqrt(np.mean((given.v_max * share - y) ** 2))
    assert typical <= given.unit <= 2.5 * typical
    assert f"{given.unit:.0e}"[0] in "125"
    assert list(given.levels) == sorted({*given.levels})


def test_a_k_whose_guess_would_lie_beyond_is_guessed_too_small(tmp_path: Path) -> None:
    x = np.repeat([1.0, 2, 4, 6, 8, 10], 2)
    given = of(table(tmp_path, x, 5 * x / (9 + x) + 0.01 * (-1) ** np.arange(12))).curve
    assert given.given.k_m < given.walk.k_m[-1] < 10


X = np.repeat([0.5, 1, 2, 4, 8, 16], 2)
LINE = 3 * X + 0.1 * np.sin(np.arange(12))


@pytest.mark.parametrize(
    ("x", "y", "why"),
    [
        (X[:7], (X / (2 + X))[:7], "7 measurements at 4 different values of dose"),
        (np.repeat([1.0, 2, 4], 4), np.repeat([1.0, 2, 3], 4), "at 3 different values"),
        (np.arange(61.0), np.arange(61.0) / 2, "61 measurements are too many to draw"),
        (X - 1, X / (2 + X), "dose goes down to -0.5"),
        (X, 9 - X / (2 + X), "response does not rise with dose"),
        (X, LINE, "response shows no plateau"),
        (X, 60 * X / (60 + X), "half of it would be reached at dose 60, and the"),
        (X, X / (0.1 + X), "at its plateau nearly everywhere: half of it is"),
        (X, X / (4 + X) + (-1.0) ** np.arange(12), "explains [1-9]% of the variance"),
        (X * 1e-9, X / (2 + X), "dose goes from 5e-10 to 1.6e-08: give it in a"),
        (X, 1e9 * X / (2 + X), "response goes from 2e[+]08 to 8.89e[+]08: give it in"),
    ],
)  # fmt: skip
def test_what_carries_no_curve_is_refused_with_the_reason(
    x: np.ndarray, y: np.ndarray, why: str, tmp_path: Path
) -> None:
    with pytest.raises(UnfitDataError, match=why):
        of(table(tmp_path, x, y))


def test_what_is_wrong_in_a_cell_is_told_with_its_line(tmp_path: Path) -> None:
    file = table(tmp_path, X, X / (2 + X))
    file.write_text(file.read_text().replace("\n16,", "\n16 mM,", 1))
    with pytest.raises(
        FileError, match=r"t\.csv, line 12: column 'dose': '16 mM' is no"
    ):
        of(file)


def test_settings_of_the_enzyme_are_not_for_other_curves(tmp_path: Path) -> None:
    data = Curve(file=str(table(tmp_path, X, X / (2 + X))))
    with pytest.raises(SettingsError, match="v_max: is of the enzyme's curve"):
        Config(data=data, v_max=300.0)


def test_the_birds_stay(tmp_path: Path) -> None:
    one, other = run().birds, of(write("rates", tmp_path)).birds
    for field in fields(one):
        if isinstance(getattr(one, field.name), np.ndarray):
            np.testing.assert_array_equal(
                getattr(one, field.name), getattr(other, field.name)
            )
