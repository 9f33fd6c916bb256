"""Numbers in words, against another reader of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from normt2s import normalize

from slides.speech.numerals import (
    LARGEST,
    cardinal,
    decade,
    number,
    ordinal,
    power,
    year,
)
from tests.slides.speech.conftest import plain


def said_by_another(text: str) -> str:
    """Return what normt2s says, without the hyphens and "and" that it may put."""
    return plain(normalize(text))


@given(st.integers(0, 10**12 - 1))
def test_whole_numbers_are_said_as_others_say_them(n: int) -> None:
    assert plain(cardinal(n)) == said_by_another(f"{n:,}")
    assert number(f"{n:,}") == cardinal(n)


@given(st.integers(1, 10**6))
def test_which_one_is_said_as_others_say_it(n: int) -> None:
    end = {1: "st", 2: "nd", 3: "rd"}.get(n % 10 if n % 100 // 10 != 1 else 0, "th")
    assert plain(ordinal(cardinal(n))) == said_by_another(f"{n}{end}")


def test_ten_years_are_said_by_the_first() -> None:
    said = [decade(n) for n in (1900, 1990, 2000, 2010)]
    hundreds = ["nineteen hundreds", "nineteen nineties"]
    assert said == [*hundreds, "two thousands", "twenty tens"]


@given(st.integers(0, 99_999), st.text("0123456789", min_size=1, max_size=6))
def test_decimals_are_said_digit_by_digit(whole: int, decimals: str) -> None:
    text = f"{whole}.{decimals}"
    assert plain(number(text)) == said_by_another(text)


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (1100, "eleven hundred"),
        (1906, "nineteen oh six"),
        (1986, "nineteen eighty-six"),
        (2000, "two thousand"),
        (2009, "two thousand nine"),
        (2023, "twenty twenty-three"),
    ],
)
def test_years_are_said_in_halves(n: int, words: str) -> None:
    assert year(n) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1e-9", "one times ten to the minus nine"),
        ("2.5E+3", "two point five times ten cubed"),
        ("0.50", "zero point five zero"),
    ],
)
def test_numbers_are_said_as_they_are_written(text: str, words: str) -> None:
    assert number(text) == words


def test_powers_have_names() -> None:
    said = [power(text) for text in ("2", "3", "-1", "12")]
    assert said == ["squared", "cubed", "to the minus one", "to the twelve"]
    assert [power(text) for text in ("2+", "-")] == ["two plus", "minus"]
    with pytest.raises(ValueError, match="invalid literal"):
        power("+2-")


def test_what_has_no_name_is_refused() -> None:
    assert cardinal(LARGEST).startswith("nine hundred ninety-nine quadrillion")
    with pytest.raises(ValueError, match="no number above 1e"):
        number(str(LARGEST + 1))
