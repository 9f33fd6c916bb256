"""Names of columns and classes become words."""

import pytest

from nnsim.datasets.own.naming import (
    class_shown,
    classes_shown,
    features_of,
    kind_in_words,
    plural_of,
    short_of,
    words_of,
)


@pytest.mark.parametrize(
    ("name", "words", "unit"),
    [
        ("carapace width (mm)", "carapace width", "mm"),
        ("Größe [µm]", "Größe", "µm"),
        ("body_mass_g", "body mass", "g"),
        ("Petal.Width", "Petal Width", ""),
        ("weight.kg", "weight", "kg"),
        ("radius (mean)", "radius (mean)", ""),
        ("width (left)", "width (left)", ""),
        ("dose (mg/kg)", "dose", "mg/kg"),
        ("area (mm²)", "area", "mm²"),
        ("area (cm^2)", "area", "cm^2"),
        ("speed (m s^-1)", "speed", "m s^-1"),
        ("share (%)", "share", "%"),
        ("age (years)", "age", "years"),
        ("temp (°C)", "temp", "°C"),
        ("vitamin_d", "vitamin d", ""),
        ("temp_min", "temp min", ""),
        ("eye_l", "eye l", ""),
        ("pH 7.4", "pH 7.4", ""),
        ("od280/od315_of_diluted_wines", "od280/od315 of diluted wines", ""),
        ("ferritin_ng/mL", "ferritin", "ng/mL"),
        ("uptake (µmol CO2/m²/s)", "uptake", "µmol CO2/m²/s"),
        ("yield (g DW)", "yield", "g DW"),
        ("score (g Index)", "score (g Index)", ""),
        ("glucose mmol/l", "glucose", "mmol/l"),
        ("viability %", "viability", "%"),
        ("labelled (% of nuclei)", "labelled", "% of nuclei"),
        ("capacitance (pF)", "capacitance", "pF"),
        ("density (cells/mL)", "density", "cells/mL"),
        ("petalWidth", "petal width", ""),
        ("mRNA", "mRNA", ""),
        ("dTomato", "dTomato", ""),
        ("MacDonald index", "MacDonald index", ""),
    ],
)
def test_words_and_units_of_columns(name: str, words: str, unit: str) -> None:
    assert words_of(name) == (words, unit)


def test_columns_that_differ_in_units_alone_keep_their_names() -> None:
    assert features_of(("w (mm)", "w (g)")) == (("w (mm)", ""), ("w (g)", ""))
    assert features_of(("w (mm)", "v_g")) == (("w", "mm"), ("v", "g"))


@pytest.mark.parametrize(
    ("features", "short"),
    [
        (("bill length", "bill depth"), ("length", "depth")),
        (("sepal length", "petal length"), ("sepal", "petal")),
        (("sepal length", "petal width"), ("sepal length", "petal width")),
        (("mean concave points", "mean area"), ("concave points", "area")),
        (("od280/od315 of diluted wines", "proline"), ("od280/od315", "proline")),
        (("a of b and more words", "a of c and more words"), ("b", "c")),
        (("width", "width left"), ("width", "width left")),
        (("ash", "alcalinity of ash"), ("ash", "alcalinity")),
        (("pixel 3 4", "pixel 5 2"), ("pixel 3 4", "pixel 5 2")),
        (("IL 6", "IL 8"), ("IL 6", "IL 8")),
        (("index (share of nuclei, in percent)", "area"), ("index", "area")),
    ],
)
def test_short_names(features: tuple[str, ...], short: tuple[str, ...]) -> None:
    assert short_of(features) == short


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("1", "type 1"), ("0.0", "type 0"), ("1,00", "type 1"), ("2.5", "type 2.5"),
        ("+", "type +"), ("-/-", "type −/−"), ("N-", "N-"), ("A", "type A"),
        ("TRUE", "type TRUE"), ("no", "type no"),
        ("wild_type", "wild type"), ("class_0", "class 0"), ("x\ny", "x y"),
        ("Adélie", "Adélie"),
    ],
)  # fmt: skip
def test_classes_as_shown(name: str, shown: str) -> None:
    assert class_shown(name, "type") == shown


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Species", "species"), ("SEX", "sex"), ("Flower Species", "Flower species"),
        ("cell_type", "cell type"), ("Blattform", "Blattform"), ("HER2", "HER2"),
    ],
)  # fmt: skip
def test_kinds_in_a_sentence(name: str, words: str) -> None:
    assert kind_in_words(name) == words


def test_no_two_classes_are_shown_alike() -> None:
    assert classes_shown(("a_b", "a b"), "kind") == ("a_b", "a b")


@pytest.mark.parametrize(
    ("noun", "nouns"),
    [
        ("crab", "crabs"), ("fly", "flies"), ("boy", "boys"), ("finch", "finches"),
        ("field mouse", "field mice"), ("ash", "ashes"), ("box", "boxes"),
        ("larva", "larvae"), ("catfish", "catfishes"), ("fish", "fish"),
    ],
)  # fmt: skip
def test_plurals(noun: str, nouns: str) -> None:
    assert plural_of(noun) == nouns
