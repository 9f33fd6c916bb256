"""Outlines of words, against those that Manim's own Text has."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from manim import RED, Text, VGroup, tempconfig

from scenes.components import _glyphs as glyphs
from scenes.components._glyphs import SET_AT, UNBROKEN, outline, typeset
from scenes.components.text import Label
from scenes.frame import theme

WORDS = [
    "Hg", "bill depth (mm)", "00−0", "−0.25 ± 0.03", "12.5%", "fi ffi ffl tt",
    "AVATAR To Te", "αβγ Ω Δη σ′", "≤ × – — … “x” ½ x²", "é ü ñ Å ç", "a  b\u00a0c",
    "i j : ; % & < > | _", "", "   ", "\u200b", "two\nlines", "a\n\nb \n",
    "\ttab\there", "עברית ab", "日本 a",
]  # fmt: skip
# What the lecture's font has letters for.
LETTERS = st.text(st.characters(codec="latin-1", categories=("L", "N", "P", "S", "Zs")))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> object:
    with tempconfig({"media_dir": str(tmp_path), "pixel_width": UNBROKEN}):
        yield


def with_manim(words: str, weight: str) -> VGroup:
    text = Text(words, font=theme.FONT, font_size=SET_AT, weight=weight)
    return VGroup(*(outline(letter) for letter in text))


def assert_same(ours: VGroup, theirs: VGroup) -> None:
    assert len(ours) == len(theirs)
    for one, other in zip(ours, theirs, strict=True):
        np.testing.assert_allclose(one.points, other.points, rtol=0, atol=1e-9)
        for colours in ("fill_rgbas", "stroke_rgbas", "background_stroke_rgbas"):
            np.testing.assert_array_equal(
                getattr(one, colours), getattr(other, colours)
            )
        assert one.stroke_width == other.stroke_width
        assert one.z_index == other.z_index
        assert type(one) is type(other)


@pytest.mark.parametrize("weight", ["NORMAL", "SEMIBOLD"])
@pytest.mark.parametrize("words", WORDS)
def test_outlines_are_manims(words: str, weight: str) -> None:
    assert_same(typeset(words, weight), with_manim(words, weight))


@settings(max_examples=40)
@given(LETTERS.filter(lambda words: len(words) < 12))
def test_outlines_of_any_words_are_manims(words: str) -> None:
    assert_same(typeset(words), with_manim(words, "NORMAL"))


def test_words_are_read_without_manim(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(words: str, weight: str) -> VGroup:
        raise AssertionError(words)

    monkeypatch.setattr(glyphs, "_with_manim", refuse)
    typeset.cache_clear()
    assert len(typeset("bill depth (mm), ±0.3 − αβ")) == 21


def test_letters_of_two_labels_are_two() -> None:
    first = Label("same")
    before = [letter.points.copy() for letter in first.glyphs]
    Label("same").set_color(RED).shift([1, 2, 0])
    for letter, points in zip(first.glyphs, before, strict=True):
        np.testing.assert_array_equal(letter.points, points)
        assert letter.get_fill_color() == theme.current().ink
