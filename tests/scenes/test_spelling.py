"""No number reads as what it is not, read back by Python's own decimals."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.lookup import fill
from scenes.spelling import MINUS, spell
from tests.scenes.open_words import CHAPTERS

SCENES = Path(__file__).resolve().parents[2] / "scenes"
specs = st.builds(
    "{}.{}{}".format,
    st.sampled_from(["", "+", ","]),
    st.integers(0, 6),
    st.sampled_from("f%"),
)
floats = st.floats(-2, 2) | st.floats(-1e6, 1e6) | st.floats(-1e-4, 1e-4)


def read(text: str) -> Decimal:
    """Read a number back."""
    number = Decimal(re.sub("[,%+<>]", "", text).replace(MINUS, "-"))
    return number / 100 if text.endswith("%") else number


@pytest.mark.parametrize(
    ("value", "spec", "expected"),
    [
        (-1.5, ".1f", "−1.5"),
        (1.5, "+.1f", "+1.5"),
        (-0.0, ".1f", "0.0"),
        (-0.0, "", "0.0"),
        (-0.0, ".2e", "0.00e+00"),
        (-7, "d", "−7"),
        ("GT-AG", "", "GT-AG"),
        ("x-5", "", "x-5"),
        ("Chinstrap", "", "Chinstrap"),
        (3.6e-15, ".1f", "0.0"),  # what is left of a sum that is nothing
        (1 - 7e-16, ".2f", "1.00"),
        (-0.04, ".1f", "−0.04"),
        (0.9996, ".0%", "99.96%"),
        (np.float32(0.004), ".2f", "0.004"),
        (1e-9, "+.2f", "<0.000001"),
        (-1e-9, "+.2f", ">−0.000001"),
        (1 - 1e-8, ".1f", ">0.999999"),
        (1e-10, ".1%", "<0.000001%"),
    ],
)
def test_numbers_as_they_are_read(value: Any, spec: str, expected: str) -> None:
    assert spell(value, spec) == expected


@given(floats, specs)
def test_nothing_reads_as_nothing_or_one_that_is_not(x: float, spec: str) -> None:
    text, value = spell(x, spec), Decimal(x)
    assert "-" not in text
    if abs(value) > Decimal("1e-12"):
        assert read(text) != 0 or "<" in text or ">" in text
    if abs(value) < 1 - Decimal("1e-11"):
        assert abs(read(text)) != 1


@given(floats, specs)
def test_a_number_is_its_value_rounded_or_on_the_side_that_it_says(
    x: float, spec: str
) -> None:
    text, value = spell(x, spec), Decimal(x)
    if text[0] in "<>":
        assert (value > read(text)) == (text[0] == ">")
        return
    last = Decimal(1).scaleb(read(text.rstrip("%")).as_tuple().exponent)  # type: ignore[arg-type]
    half = last / (200 if "%" in text else 2)
    assert abs(read(text) - value) <= half * (1 + Decimal("1e-9"))


@given(st.floats(0, 1), st.integers(1, 6))
def test_no_probability_is_certain(p: float, n: int) -> None:
    text = spell(p, f".{n}p")
    assert 0 < read(text) < 1
    assert len(text.lstrip("<>")) == n + 2
    assert text[0] not in "<>" or (Decimal(p) > read(text)) == (text[0] == ">")


def test_a_bound_is_a_word_in_sentences() -> None:
    said, (field,) = fill("It is {p:.4p}.", type("Result", (), {"p": 1.0})())
    assert said == "It is over 0.9999."
    assert field.text == "over 0.9999"
    said, _ = fill("{name}", type("Result", (), {"name": "<5 µm"})())
    assert said == "<5 µm"


@given(st.integers(1, 10**6), st.integers(0, 5), st.integers(0, 3))
def test_a_setting_is_written_as_it_is_set(n: int, places: int, least: int) -> None:
    value = Decimal(n).scaleb(-places)
    text = spell(float(value), f".{least}x")
    assert read(text) == value
    assert len(text.partition(".")[2]) >= least
    assert read(spell(float(value), ".0x%")) == value.quantize(Decimal("1e-8"))


# --- all chapters -----------------------------------------------------------------

SETTING = re.compile(
    r"""(?:\bconfig\.|\b(?:race_|first_)?rates?\b|\bmomentum\b)
    [\w.{}\[\]-]* (?::|",\s*") ([+,]?\.\d+[f%])""",
    re.VERBOSE,
)


def cut_settings(source: str) -> Iterator[str]:
    """Yield the formats in a source that may cut a setting."""
    yield from (match[1] for match in SETTING.finditer(source))


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_chapters_write_settings_as_they_are_set(chapter: str) -> None:
    sources = [file.read_text("utf-8") for file in (SCENES / chapter).glob("*.py")]
    assert sources
    assert not [*cut_settings("\n".join(sources))], "write .1x in place of .1f"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('number("config.learning_rate", ".1f")', [".1f"]),
        ('"{config.dropout:.0%} of them"', [".0%"]),
        ('f"η = {{race_rates[{k}]:.1f}}"', [".1f"]),
        ('number("first_rate", ".1x")', []),
        ('"{config.n_splits} at {race.mean:.1f}"', []),
    ],
)
def test_a_setting_that_may_be_cut_is_found(source: str, found: list[str]) -> None:
    assert [*cut_settings(source)] == found
