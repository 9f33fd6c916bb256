"""Tables of one's own through the neuron, against the raw rows and scikit-learn."""

from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.linear_model import LinearRegression

from nnsim.experiments.neuron import CLAIMS, Config, Result, run
from nnsim.problems.own_data import Measurements, UnfitDataError
from tests.oracles.tables import KNOWN, read, write


class Told(NamedTuple):
    """A result, and the rows that it must come from."""

    result: Result
    x: np.ndarray  # (n, 2)
    is_asked: np.ndarray  # (n,)


def data(name: str, file: Path) -> Measurements:
    known = KNOWN[name]
    return Measurements(
        file=str(file), y=known.y, classes=known.classes, noun=known.noun, x=known.x
    )


@pytest.fixture(scope="module", params=KNOWN)
def told(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Told:
    name = request.param
    file = write(name, tmp_path_factory.mktemp(name))
    return Told(run(Config(data=data(name, file))), *read(file, KNOWN[name]))


def line(result: Result) -> np.ndarray:
    return np.array([result.w_1, result.w_2, result.bias])


def z_of(line: np.ndarray, x: np.ndarray) -> np.ndarray:
    return np.asarray(x @ line[:2] + line[2])


def n_wrong(line: np.ndarray, told: Told) -> int:
    z = z_of(line, told.x)
    return int((np.where(told.is_asked, z, -z) < -1e-9).sum())


def means(told: Told) -> np.ndarray:
    return np.array([told.x[told.is_asked == k].mean(axis=0) for k in (False, True)])


def test_the_first_of_each_class_goes_through_by_hand(told: Told) -> None:
    r = told.result
    np.testing.assert_array_equal(r.question.measured, told.x)
    for sample, k in ((r.other, False), (r.asked, True)):
        x = told.x[told.is_asked == k][0]
        np.testing.assert_array_equal(sample.x, x)
        assert (sample.first, sample.second) == tuple(x)
        assert sample.z == pytest.approx(z_of(line(r), x))
        assert sample.z == pytest.approx(
            sample.from_first + sample.from_second + r.bias
        )
        assert sample.a == pytest.approx(1 / (1 + np.exp(-sample.z)))
    assert abs(r.edge.z) == pytest.approx(np.abs(z_of(line(r), told.x)).min(), abs=1e-9)
    assert r.n_wrong == n_wrong(line(r), told)


def test_given_weights_are_round_and_near_those_of_least_squares(told: Told) -> None:
    r = told.result
    for w in (r.w_1, r.w_2):
        assert float(f"{w:.2g}") == w
    alike = (told.x - told.x.mean(axis=0)) / told.x.std(axis=0)
    model = LinearRegression().fit(alike, 2.0 * told.is_asked - 1)
    ours, theirs = line(r)[:2] * told.x.std(axis=0), model.coef_
    assert ours @ theirs / np.linalg.norm(ours) / np.linalg.norm(theirs) > 0.98
    low, high = z_of(line(r), means(told))
    assert high - low == pytest.approx(10, rel=0.15)
    assert r.bias == round(r.bias)
    assert abs(low + high) / 2 <= 0.5
    fair = LinearDiscriminantAnalysis(priors=[0.5, 0.5]).fit(alike, told.is_asked)
    astray = fair.predict(alike) != told.is_asked
    each = [astray[told.is_asked == k].sum() for k in (False, True)]
    np.testing.assert_array_equal(r.n_astray, each)
    assert r.n_wrong <= 0.1 * len(told.x)


def test_the_first_line_is_wrong_on_purpose_and_the_last_is_learned(told: Told) -> None:
    r = told.result
    apart = np.sign(np.diff(means(told), axis=0)[0])
    centre, unit = r.question.scale.centre, r.question.scale.unit
    inputs = np.column_stack([(told.x - centre) / unit, np.ones(len(told.x))])
    w = np.array([-apart[0], apart[1], 0.0])
    for k, loss in enumerate(r.history.train_loss):
        z = inputs @ w
        at_hand = np.mean(np.logaddexp(0, np.where(told.is_asked, -z, z)))
        assert loss == pytest.approx(at_hand)
        slopes = w[:2] / unit
        np.testing.assert_allclose(r.learned_W[k], slopes, rtol=1e-7)
        assert r.wrong[k] == n_wrong(np.array([*slopes, w[2] - slopes @ centre]), told)
        p = 1 / (1 + np.exp(-z))
        w = w - 0.3 * inputs.T @ (p - told.is_asked) / len(told.x)
    assert r.wrong_at_start > 2 * r.wrong_at_end
    assert r.wrong_at_start > 0.15 * len(told.x)


def test_clouds_are_two_or_overlap_as_a_line_parts_them(told: Told) -> None:
    r = told.result
    share = r.n_astray.sum() / len(told.x)
    assert CLAIMS["two_clouds"].holds(r) == (share <= 0.05)
    assert CLAIMS["clouds_overlap"].holds(r) == (share > 0.05)
    assert not CLAIMS["is_of_birds"].holds(r)


def test_measurements_are_said_as_the_table_writes_them(tmp_path: Path) -> None:
    said = {}
    for name in KNOWN:
        other = run(Config(data=data(name, write(name, tmp_path)), n_epochs=1)).other
        said[name] = other.first_said, other.second_said
    assert said["iris"] == ("5.1 cm", "1.4 cm")
    assert said["wine"] == ("14.23", "3.06")
    assert said["breast_cancer"] == ("184.6", "0.2654")
    assert said["plants"][0].endswith(" µmol/l")
    assert "." not in said["plants"][0]  # of six figures, none is behind the point


# --- what is set, and what is refused -------------------------------------------------


def test_what_is_set_goes_before_the_rule(tmp_path: Path) -> None:
    iris = data("iris", write("iris", tmp_path))
    usual = run(Config(data=iris, n_epochs=1))
    result = run(Config(w_2=3.5, data=iris, n_epochs=1))
    assert (result.w_1, result.w_2) == (usual.w_1, 3.5)
    x, is_asked = read(Path(iris.file), KNOWN["iris"])
    low, high = z_of(line(result), means(Told(result, x, is_asked)))
    assert abs(low + high) / 2 <= 0.5  # the bias follows
    result = run(Config(bias=-3.0, start=(0.5, 0.0, 1.0), data=iris, n_epochs=1))
    assert (result.w_1, result.w_2, result.bias) == (usual.w_1, usual.w_2, -3)
    np.testing.assert_array_equal(
        result.learned_W[0], [0.5, 0] / result.question.scale.unit
    )


def test_the_estimate_knows_the_rows(tmp_path: Path) -> None:
    wine, cancer = (
        Config(data=data(name, write(name, tmp_path)), n_epochs=10_000).estimate()
        for name in ("wine", "breast_cancer")
    )
    assert cancer.seconds > wine.seconds


def test_values_of_many_digits_are_refused_with_the_remedy(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    lines = ["a,load,kind"]
    lines += [f"{k + 50 * (k % 2)},{1e9 + 1e7 * k},{'uv'[k % 2]}" for k in range(40)]
    file.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(UnfitDataError, match=r"^load goes from 1e\+09 to .* a unit in"):
        run(Config(data=Measurements(file=str(file))))


def test_classes_of_the_same_means_are_refused_by_name(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    signs = [(1, 1), (-1, -1), (1, -1), (-1, 1)]
    lines = [f"{a * k},{b * k},{'uv'[k % 2]}" for k in range(1, 11) for a, b in signs]
    file.write_text("\n".join(["left,right,kind", *lines]), encoding="utf-8")
    why = "^kind u and kind v do not differ in the means of left and right"
    with pytest.raises(UnfitDataError, match=why):
        run(Config(data=Measurements(file=str(file), classes=("u", "v"))))


def test_one_cloud_is_no_two(tmp_path: Path) -> None:
    rng = np.random.default_rng(4)
    file = tmp_path / "t.csv"
    x = rng.normal(50, 9, size=(60, 2)).round(1)
    lines = ["a,b,kind", *(f"{u},{v},{'uv'[k % 2]}" for k, (u, v) in enumerate(x))]
    file.write_text("\n".join(lines), encoding="utf-8")
    result = run(Config(data=Measurements(file=str(file))))
    assert not CLAIMS["two_clouds"].holds(result)
    assert not CLAIMS["clouds_overlap"].holds(result)
