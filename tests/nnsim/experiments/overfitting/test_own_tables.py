"""Tables of one's own carry the chapter, or are refused with the reason."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from statistics import fmean, stdev

import numpy as np
import pytest
from scipy.stats import binom
from sklearn.metrics import accuracy_score, log_loss

from nnsim.errors import SettingsError
from nnsim.experiments.overfitting import CLAIMS, Config, run
from nnsim.problems.own_data import Measurements, UnfitDataError
from tests.nnsim.experiments.overfitting.tables import (
    CARRIED,
    Seen,
    clouds,
    config_of,
    see,
)

each_table = pytest.mark.parametrize("name", CARRIED)


@pytest.fixture(scope="module")
def configs(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Config]:
    folder = tmp_path_factory.mktemp("tables")
    return {name: config_of(name, folder) for name in (*CARRIED, "apart")}


def losses(it: Seen, p: np.ndarray, rows: np.ndarray) -> list[float]:
    """Return scikit-learn's loss of each split."""
    clipped = np.clip(p.astype(float), 1e-12, 1 - 1e-12)
    return [
        float(log_loss(it.truth[r], clipped[s, r], labels=[0, 1]))
        for s, r in enumerate(rows)
    ]


def shares(it: Seen, p: np.ndarray, rows: np.ndarray) -> list[float]:
    """Return scikit-learn's share right of each split."""
    return [
        float(accuracy_score(it.truth[r], p[s, r] > 0.5)) for s, r in enumerate(rows)
    ]


def beats(one: list[float], other: list[float], n: int) -> bool:
    """Tell whether shares differ by more than luck of rows and of splits."""
    gaps = [a - b for a, b in zip(one, other, strict=True)]
    luck = sum(float(binom(n, fmean(each)).std()) / n for each in (one, other))
    return fmean(gaps) > max(stdev(gaps), luck)


def exceeds(one: list[float], other: list[float]) -> bool:
    """Tell whether losses differ as shown, and in times by more than from splits."""
    logs = [float(np.log(a / b)) for a, b in zip(one, other, strict=True)]
    return (
        float(f"{fmean(one):.2f}") > float(f"{fmean(other):.2f}")
        and fmean(logs) > stdev(logs)
    )  # fmt: skip


@each_table
def test_samples_are_parted_by_the_rule(
    configs: Mapping[str, Config], name: str
) -> None:
    it = see(configs[name])
    n, r = len(it.truth), it.result
    quarter = min(80, max(10, n // 4))
    assert (r.n_train, r.n_test) == (quarter, min(250, n - 2 * quarter))
    assert r.n_samples == n == r.n_train + r.n_test + r.n_aside
    for one in (it.parts.train, it.parts.test):
        assert all(set(it.truth[rows]) == {0, 1} for rows in one)
    for rows in np.concatenate([it.parts.train, it.parts.test], axis=1):
        assert len(set(rows)) == r.n_train + r.n_test
    np.testing.assert_array_equal(r.train, it.parts.train[r.shown])
    np.testing.assert_array_equal(r.test, it.parts.test[r.shown])


@each_table
def test_scores_are_those_of_scikit_learn(
    configs: Mapping[str, Config], name: str
) -> None:
    it = see(configs[name])
    for fit in it.result.fits:
        p = it.fits[fit.width]
        for share, rows in (
            (fit.train_right_at_end, it.parts.train),
            (fit.right_at_end, it.parts.test),
        ):
            np.testing.assert_allclose(share.each, shares(it, p, rows), atol=1e-6)
    wide, r = it.fits[64], it.result
    s = r.shown
    assert r.wide.n_test_wrong == sum(
        (wide[s, row] > 0.5) != it.truth[row] for row in r.test
    )
    assert r.wide.n_train_wrong == sum(
        (wide[s, row] > 0.5) != it.truth[row] for row in r.train
    )


@each_table
def test_what_is_enough_and_what_overfits_is_so(
    configs: Mapping[str, Config], name: str
) -> None:
    it = see(configs[name])
    n, test = it.result.n_test, it.parts.test
    right = {width: shares(it, p, test) for width, p in it.fits.items()}
    unbeaten = [
        width
        for width, own in right.items()
        if not any(beats(other, own, n) for other in right.values())
    ]
    most = [it.truth[rows].sum() > len(rows) / 2 for rows in it.parts.train]
    alike = [
        float(np.mean(it.truth[rows] == one))
        for rows, one in zip(test, most, strict=True)
    ]
    ends = {width: losses(it, p, test) for width, p in it.fits.items()}
    learned = shares(it, it.fits[64], it.parts.train)
    so = {
        "narrow_is_enough": unbeaten[0] == 1
        and beats(right[1], alike, n)
        and exceeds(ends[64], ends[1]),
        "fewer_are_enough": unbeaten[0] < 64,
        "finds_rule": beats(shares(it, it.at_turn, test), alike, n),
        "overfits": fmean(learned) > fmean(right[64])
        and exceeds(ends[64], losses(it, it.at_turn, test)),
    }
    assert it.result.enough == unbeaten[0]
    assert {claim: CLAIMS[claim].holds(it.result) for claim in so} == so
    assert so["overfits"]


def test_tables_of_each_kind_are_tried(configs: Mapping[str, Config]) -> None:
    for claim in ("narrow_is_enough", "narrow_underfits", "finds_rule", "all_learned"):
        told = {CLAIMS[claim].holds(see(configs[name]).result) for name in CARRIED}
        assert told == {True, False}, claim


def test_what_nobody_learns_by_heart_is_refused(configs: Mapping[str, Config]) -> None:
    _, rows = clouds(50, 50, 9.0, ("reef", "shore"))
    points, names = np.array([row[:2] for row in rows]), [row[2] for row in rows]
    reef, shore = (points[np.array(names) == name, 0] for name in ("reef", "shore"))
    assert reef.max() < shore.min()  # a line parts them: there is nothing to fit
    with pytest.raises(UnfitDataError, match=r"does not overfit on shore against reef"):
        run(configs["apart"])


def test_too_few_of_both_classes_are_refused(tmp_path: Path) -> None:
    names = ("reef", "shore", "deep", "bay")
    header, rows = clouds(12, 12, 1.0, names[:2])
    _, others = clouds(12, 12, 1.0, names[2:])
    lines = [",".join(map(str, row)) for row in (header, *rows, *others)]
    file = tmp_path / "four.csv"
    file.write_text("\n".join(lines), encoding="utf-8")
    data = Measurements(file=str(file), classes=("reef", "shore"), noun="clam")
    with pytest.raises(UnfitDataError, match=r"24 clams of shore against reef: 30 or"):
        run(Config(data=data))


def test_a_class_too_rare_to_be_in_each_part_is_refused(tmp_path: Path) -> None:
    header, rows = clouds(2000, 8, 2.0, ("reef", "shore"))
    lines = [",".join(map(str, row)) for row in (header, *rows)]
    file = tmp_path / "rare.csv"
    file.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(UnfitDataError, match="of 2008 samples only 8 are shore"):
        run(Config(data=Measurements(file=str(file))))


def test_settings_know_how_many_rows_a_table_has(tmp_path: Path) -> None:
    usual = config_of("sixty", tmp_path)
    with pytest.raises(SettingsError, match=r"n_train: .* 55 of 60 samples are taken"):
        config_of("sixty", tmp_path, n_train=40)
    assert config_of("sixty", tmp_path, n_train=20).sizes(60).n_test == 25
    penguins = replace(usual, data=Measurements())
    assert usual.estimate().seconds < penguins.estimate().seconds
