"""A question about somebody's table is what a reader of the table would ask."""

import csv
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from sklearn.datasets import load_breast_cancer, load_iris, load_wine
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis

from nnsim.datasets.own.own_table import read_own
from nnsim.errors import FileError, SettingsError
from nnsim.problems.own_choice import class_column, classes_in, measured_columns
from nnsim.problems.own_data import Measurements
from nnsim.problems.own_question import pose_own
from nnsim.problems.question import Question

RNG_SEED = 3


def saved(file: Path, columns: dict[str, Sequence[object]]) -> Path:
    with file.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(columns)
        writer.writerows(zip(*columns.values(), strict=True))
    return file


def made(n: int = 40) -> dict[str, Sequence[object]]:
    """Two kinds of rows that a line parts in "width" and "depth"."""
    rng = np.random.default_rng(RNG_SEED)
    kind = np.arange(n) % 2
    noise = rng.normal(size=(3, n))
    return {
        "width (mm)": (5 + kind * 3 + noise[0]).round(2).tolist(),
        "depth_mm": (9 - kind * 4 + noise[1]).round(2).tolist(),
        "noise": noise[2].round(2).tolist(),
        "kind": [("blue", "orange")[k] for k in kind],
    }


def posed(
    folder: Path, columns: dict[str, Sequence[object]], **said: object
) -> Question:
    file = saved(folder / "t.csv", columns)
    return pose_own(Measurements(file=str(file), **said))  # type: ignore[arg-type]


def test_what_is_not_said_is_found(tmp_path: Path) -> None:
    columns = made()
    question = posed(tmp_path, columns, noun="fly")
    assert question.features == ("width", "depth")
    assert question.units == ("mm", "mm")
    assert question.classes == ("blue", "orange")
    assert question.of == "kind"
    assert question.nouns == ("fly", "flies")
    assert question.credit == "t.csv"
    assert question.is_own
    assert question.n_missing == 0
    raw = [columns["width (mm)"], columns["depth_mm"]]
    np.testing.assert_array_equal(question.measured, np.array(raw, dtype=float).T)
    np.testing.assert_array_equal(question.labels, np.arange(40) % 2)


def test_rows_without_a_value_or_a_class_are_left_out_and_counted(
    tmp_path: Path,
) -> None:
    columns = made()
    width, kind = list(columns["width (mm)"]), list(columns["kind"])
    width[3], kind[3] = "", ""  # once, though both are missing
    width[4] = "NA"
    kind[5] = "NaN"
    question = posed(tmp_path, columns | {"width (mm)": width, "kind": kind})
    assert question.n_missing == 3
    assert len(question.measured) == 37


def test_classes_may_be_said_in_their_order_and_as_they_are_meant(
    tmp_path: Path,
) -> None:
    question = posed(tmp_path, made(), classes=("orange", "Blue"))
    assert question.keys == ("orange", "blue")
    assert question.asked_class == "blue"
    columns = made() | {"kind": [f"{k % 2}.0" for k in range(40)]}
    question = posed(tmp_path, columns, y="kind", classes=("1", "0"))
    assert question.keys == ("1.0", "0.0")
    assert question.classes == ("kind 1", "kind 0")


@pytest.mark.parametrize(
    ("values", "keys"),
    [
        (("1", "0"), ("0", "1")),
        (("10", "9"), ("9", "10")),
        (("1.0", "0.0"), ("0.0", "1.0")),
        (("tumour", "healthy"), ("healthy", "tumour")),
        (("drug", "none"), ("none", "drug")),
        (("mutant", "wild-type"), ("wild-type", "mutant")),
        (("yes", "no"), ("no", "yes")),
        (("-/-", "+/+"), ("+/+", "-/-")),
        (("LPS", "vehicle"), ("vehicle", "LPS")),
        (("Diabetes", "gesund"), ("gesund", "Diabetes")),
        (("diabetic", "non diabetic"), ("non diabetic", "diabetic")),
        (("orange", "blue"), ("orange", "blue")),
        (("+", "-"), ("-", "+")),
        (("Aa", "aa"), ("Aa", "aa")),
    ],
)
def test_the_class_asked_for_is_the_one_that_is_there(
    tmp_path: Path, values: tuple[str, str], keys: tuple[str, str]
) -> None:
    columns = made() | {"kind": [values[k % 2] for k in range(40)]}
    assert posed(tmp_path, columns).keys == keys


def test_columns_that_are_no_measurements(tmp_path: Path) -> None:
    columns: dict[str, Sequence[object]] = {
        "": list(range(40)),
        "bird_id": [(7 * k) % 41 for k in range(40)],
        "year": [2007 + k % 3 for k in range(40)],
        "constant": [1.5] * 40,
        "code": [(k % 2) * 2.5 for k in range(40)],
        "half": [k * 0.5 if k % 2 else "" for k in range(40)],
    } | made()
    table = read_own(saved(tmp_path / "t.csv", columns))
    assert class_column(table) == "kind"
    assert measured_columns(table, "kind") == ("width (mm)", "depth_mm", "noise")


@pytest.mark.parametrize(
    ("columns", "found"),
    [
        ({"site": "ABCD", "species": "xy"}, "species"),
        ({"site": "ABCD", "Flower Species": "xy"}, "Flower Species"),
        ({"site": "ABCD", "colour": "xy"}, "site"),
        ({"sex": "mf", "diagnosis": "01"}, "diagnosis"),
        ({"a": "0123", "b": "01"}, "b"),
        ({"a": "0123", "b": "210"}, "b"),
        ({"clump": "12345", "Class": "24"}, "Class"),
    ],
)
def test_the_column_of_classes(
    tmp_path: Path, columns: dict[str, str], found: str
) -> None:
    rows = {name: [v[k % len(v)] for k in range(60)] for name, v in columns.items()}
    rows["width"] = [str(k * k % 31) for k in range(60)]
    assert class_column(read_own(saved(tmp_path / "t.csv", rows))) == found


def test_classes_with_a_unit_stay_classes(tmp_path: Path) -> None:
    columns: dict[str, Sequence[object]] = {
        "mouse": [f"{k}M" for k in range(40)],
        "dose": ["10 µM" if k % 2 else "5 µM" for k in range(40)],
    } | made()
    del columns["kind"]
    table = read_own(saved(tmp_path / "t.csv", columns))
    assert class_column(table) == "dose"
    assert table.kind("mouse") == "text"


def test_classes_with_few_rows_are_left_out(tmp_path: Path) -> None:
    kind = ["rare"] * 7 + ["b"] * 20 + ["a"] * 13
    table = read_own(saved(tmp_path / "t.csv", made() | {"kind": kind}))
    assert classes_in(table, "kind") == ("b", "a")


def test_repeated_measurements_make_no_pair(tmp_path: Path) -> None:
    columns = made()
    width = np.array(columns["width (mm)"], dtype=float)
    again = {"again": (width + np.tile([0.01, -0.01, 0.02, 0], 10)).tolist()}
    question = posed(tmp_path, again | columns)
    assert set(question.features) != {"again", "width"}
    alone = {"kind": columns["kind"], "width": columns["width (mm)"]} | again
    assert posed(tmp_path, alone).features == ("width", "again")


@pytest.mark.parametrize("load", [load_iris, load_wine, load_breast_cancer])
@pytest.mark.parametrize("parted", ["easily", "hardly"])
def test_the_pairs_of_known_tables_are_those_that_lines_part(
    tmp_path: Path, load: object, parted: str
) -> None:
    data = load()  # type: ignore[operator]
    names = [f"c{k}" for k in range(data.data.shape[1])]
    columns = dict(zip(names, data.data.T.tolist(), strict=True))
    columns["target"] = data.target.tolist()
    file = saved(tmp_path / "t.csv", columns)
    question = pose_own(Measurements(file=str(file)), parted)  # type: ignore[arg-type]
    best = {}
    for two in combinations(range(len(data.target_names)), 2):
        rows = np.isin(data.target, two)
        side = np.where(data.target[rows] == two[1], 1, -1)
        for pair in combinations(range(len(names)), 2):
            points = data.data[rows][:, pair]
            if np.corrcoef(points.T)[0, 1] ** 2 > 0.95:
                continue
            scaled = (points - points.mean(axis=0)) / points.std(axis=0)
            fair = LinearDiscriminantAnalysis(priors=[0.5, 0.5]).fit(scaled, side)
            right = fair.predict(scaled) == side
            share = np.mean([np.mean(right[side == s]) for s in (-1, 1)])
            if share > best.get(two, (0.0, pair))[0] + 1e-9:
                best[two] = share, pair
    choose = max if parted == "easily" else min
    two = choose(best, key=lambda key: best[key][0])
    assert question.keys == tuple(map(str, two))
    assert question.features == tuple(names[k] for k in best[two][1])


def test_the_best_of_many_columns_are_found_wherever_they_stand(
    tmp_path: Path,
) -> None:
    rng = np.random.default_rng(5)
    genes = rng.normal(8, 2, size=(300, 300)).round(3)
    is_tumour = np.arange(300) % 2 == 1
    genes[is_tumour, 270] += 4
    genes[is_tumour, 199] -= 4
    columns: dict[str, Sequence[object]] = {f"g{k}": genes[:, k] for k in range(300)}
    columns["tissue"] = np.where(is_tumour, "tumour", "normal").tolist()
    assert posed(tmp_path, columns).features == ("g199", "g270")


@pytest.mark.parametrize(
    ("change", "said", "told"),
    [
        ({}, {"y": "kin"}, "unknown column 'kin'; did you mean 'kind'?"),
        ({}, {"x": ("width", "noise")}, "did you mean 'width (mm)'?"),
        ({}, {"classes": ("blu", "orange")}, "'kind': unknown class 'blu'; did you"),
        ({}, {"classes": ("blue", "BLUE")}, "classes names 1 of kind: name two"),
        ({}, {"classes": ("blue",)}, "classes names 1 of kind: name two"),
        ({}, {"x": ("noise", "noise")}, "x names 'noise', 'noise', and y 'kind'"),
        ({}, {"x": ("noise", "kind")}, "x names 'noise', 'kind', and y 'kind'"),
        ({}, {"y": "noise"}, "different values, of which none stand in 8 rows"),
        ({"kind": ["a"] * 33 + ["b"] * 7}, {"y": "kind"}, "of which 1 stands in 8"),
        ({"kind": ["a"] * 33 + ["b"] * 7}, {}, "no column tells of which class"),
        (
            {"kind": ["a"] * 40, "species": ["x"] * 33 + ["y"] * 7},
            {},
            "column 'species' has 2 different values, of which 1 stands in 8 rows",
        ),
        ({"kind": ["a"] * 40, "sex": ["f"] * 40}, {}, "column 'sex' has one value"),
        (
            {"kind": ["a"] * 33 + ["b"] * 7},
            {"y": "kind", "classes": ("a", "b")},
            "column 'kind': 'b' stands in 7 rows: a class needs 8 or more",
        ),
        (
            {"kind": ["blue", "orange", "Orange", "red"] * 10},
            {},
            "line 4: column 'kind' holds 'orange' and 'Orange': write them alike",
        ),
        (
            {"noise": ["<0.5" if k % 8 == 0 else k for k in range(40)]},
            {},
            "line 2: column 'noise': '<0.5' is a limit, and no number",
        ),
        ({"noise": [0] * 40, "depth_mm": [0] * 40}, {}, "and there is one"),
        (
            {"noise": [f"{k}.5%" for k in range(40)]},
            {},
            "line 2: column 'noise': '0.5%' is no number: leave % out, and put the "
            "unit in brackets behind the name of the column",
        ),
        (
            {"kind": ["blue", *[""] * 19, "orange", *[""] * 19]},
            {"y": "kind"},
            "of which none stand in 8 rows or more: a chapter needs two such classes; "
            "38 of its 40 cells are empty: of cells that a spreadsheet merged",
        ),
        (
            {f"t{k}": [(k + j) ** 2 for j in range(40)] for k in range(20)}
            | {"kind": [f"gene{k}" for k in range(40)]},
            {},
            "if its columns are the samples, turn it round: a sample must be a row",
        ),
        (
            {"noise": ["l.5", *range(39)]},
            {},
            "line 2: column 'noise': 'l.5' is no number; leave the cell empty if it is "
            "missing, or remove a row that is no sample, as of means; or name the "
            "columns to look at: x =",
        ),
        ({"noise": ["l.5", *range(39)]}, {"x": ("width (mm)", "depth_mm")}, ""),
    ],
)
def test_what_cannot_be_asked_is_told(
    tmp_path: Path,
    change: dict[str, Sequence[object]],
    said: dict[str, object],
    told: str,
) -> None:
    if not told:
        assert posed(tmp_path, made() | change, **said).features == ("width", "depth")
        return
    with pytest.raises(FileError) as caught:
        posed(tmp_path, made() | change, **said)
    assert told in str(caught.value)


def test_a_short_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="has 28 rows: a chapter needs 30 or more"):
        posed(tmp_path, made(28))


def test_names_that_have_no_room_are_refused_with_the_remedy(tmp_path: Path) -> None:
    def renamed(column: str, kind: str) -> dict[str, Sequence[object]]:
        columns = made()
        widths, kinds = columns.pop("width (mm)"), columns.pop("kind")
        return {
            column: widths,
            **columns,
            "kind": [kind if one == "blue" else one for one in kinds],
        }

    posed(tmp_path, renamed("w" * 60, "b" * 40))
    with pytest.raises(FileError, match=r"column 'w{18,19}… has a name of 61 letters"):
        posed(tmp_path, renamed("w" * 61, "blue"))
    with pytest.raises(FileError, match=r"class 'b.* 41 letters: up to 40 have room"):
        posed(tmp_path, renamed("width", "b" * 41))
    posed(tmp_path, made(), noun="n" * 20)
    for name in ("noun", "nouns"):
        with pytest.raises(SettingsError, match=f"{name}: has 21 letters: up to 20"):
            posed(tmp_path, made(), **{name: "n" * 21})
