"""Questions against the raw table, read by plain csv; and what they refuse."""

import csv
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import nnsim.datasets
from nnsim.datasets.scaling import Scaling
from nnsim.network.activations import ACTIVATIONS
from nnsim.network.network import Dense, Network
from nnsim.problems import adelie_gentoo, chinstraps, sexes, three_species
from nnsim.problems.question import Question

TABLE = Path(nnsim.datasets.__file__).with_name("penguins.csv")
SHOWN = {"Adelie": "Adélie"}
ROUND = {  # centre and unit by which each column is scaled
    "bill_length_mm": (44, 5), "bill_depth_mm": (17, 2),
    "flipper_length_mm": (200, 10), "body_mass_g": (4200, 800),
}  # fmt: skip
BILL = ("bill_length_mm", "bill_depth_mm")
SPECIES = ("Adelie", "Gentoo", "Chinstrap")
QUESTIONS = {
    "chinstraps": (chinstraps.load_birds(), BILL, "species", SPECIES, "Chinstrap"),
    "adelie_gentoo": (
        adelie_gentoo.load_birds(), BILL, "species", SPECIES[:2], "Gentoo"
    ),
    "sexes": (
        sexes.load_birds(), ("bill_length_mm", "body_mass_g"), "sex",
        ("female", "male"), "male",
    ),
    "three_species": (three_species.load_birds(), BILL, "species", SPECIES, None),
    "by_all_four": (
        three_species.load_birds(*ROUND), tuple(ROUND), "species", SPECIES, None
    ),
}  # fmt: skip
SMALL: dict[str, Any] = {  # four shells in two measurements
    "measured": np.array([[1.0, 10.0], [2.0, 30.0], [3.0, 20.0], [4.0, 40.0]]),
    "labels": np.array([0, 1, 0, 1]),
    "scale": Scaling(("w", "m"), np.array([2.0, 20.0]), np.array([1.0, 10.0])),
    "features": ("width", "mass"),
    "short": ("width", "mass"),
    "units": ("cm", ""),
    "keys": ("l", "r"),
    "classes": ("left", "right"),
    "nouns": ("shell", "shells"),
    "population": "snails",
    "asked": 1,
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_loaders_give_what_the_table_says(name: str) -> None:
    question, columns, of, classes, asked = QUESTIONS[name]
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row[of] in classes]
    rows = [row for row in rows if all(row[column] != "NA" for column in ROUND)]
    measured = np.array([[float(row[c]) for c in columns] for row in rows])
    labels = np.array([classes.index(row[of]) for row in rows])
    centre, unit = np.array([ROUND[c] for c in columns], dtype=float).T
    np.testing.assert_array_equal(question.measured, measured)
    np.testing.assert_array_equal(question.labels, labels)
    np.testing.assert_array_equal(question.X, (measured - centre) / unit)
    y = [[float(row[of] == c) for c in ([asked] if asked else classes)] for row in rows]
    np.testing.assert_array_equal(question.y, y)
    np.testing.assert_array_equal(question.row_keys, [row[of] for row in rows])
    np.testing.assert_array_equal(question.n_each, np.bincount(labels))
    assert question.first.tolist() == [labels.tolist().index(k) for k in set(labels)]
    assert question.keys == classes
    assert question.classes == tuple(SHOWN.get(name, name) for name in classes)
    words = [c.replace("_", " ").rsplit(" ", 1) for c in columns]
    assert question.features == tuple(feature for feature, _ in words)
    assert question.units == tuple(unit for _, unit in words)


def test_words_of_the_axes_have_units_where_there_are_any() -> None:
    assert Question(**SMALL).axis_names == ("width (cm)", "mass")
    assert replace(Question(**SMALL), axes=(1, 0)).axis_names == ("mass", "width (cm)")


def test_plane_holds_all_samples_with_a_margin() -> None:
    (low, high), (left, right) = Question(**SMALL).plane
    np.testing.assert_allclose([low, high], [0.82, 4.18])
    np.testing.assert_allclose([left, right], [8.2, 41.8])


def test_one_class_is_asked_for_or_all() -> None:
    one, both = Question(**SMALL), Question(**SMALL | {"asked": None})
    assert one.asked_class == "right"
    assert one.y.tolist() == [[0], [1], [0], [1]]
    assert both.y.tolist() == [[1, 0], [0, 1], [1, 0], [0, 1]]
    with pytest.raises(ValueError, match="all classes are asked for"):
        _ = both.asked_class


def test_a_sure_network_is_wrong_as_counted_by_hand() -> None:
    wide = Dense(np.array([[1.0, 0.0]]), np.zeros(1), ACTIVATIONS["sigmoid"])
    question, net = Question(**SMALL), Network((wide,))  # right if over 2 cm
    assert question.wrong(net) == 2  # 3 cm, but left; 2 cm is not over, but right
    np.testing.assert_allclose(question.border(net)[..., 0], 2)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"measured": SMALL["measured"][:, :1]}, "measured has shape"),
        ({"measured": SMALL["measured"][0]}, "measured has shape"),
        ({"measured": SMALL["measured"] * np.nan}, "measured must be finite"),
        ({"labels": np.array([0, 1, 0])}, "one label a sample"),
        ({"labels": np.array([0, 1, 0, 2])}, "labels run from 0 to 2"),
        ({"labels": np.array([0.0, 1.0, 0.0, 1.0])}, "labels must be integers"),
        ({"labels": np.zeros(4, dtype=int)}, "no sample of class right"),
        ({"features": ("width",)}, "they must be as many"),
        ({"units": ("cm",)}, "they must be as many"),
        ({"short": ("w",)}, "they must be as many"),
        ({"features": ("width", "width")}, "no two may have the same name"),
        ({"classes": ("left",)}, "1 classes and 2 keys"),
        ({"classes": ("left", "left")}, "no two may have the same name"),
        ({"asked": 2}, "class 2 is asked for"),
        ({"axes": (0, 0)}, "the plane is of features"),
        ({"axes": (0, 2)}, "the plane is of features"),
    ],
)
def test_what_does_not_agree_is_refused(changed: dict[str, Any], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        Question(**SMALL | changed)
