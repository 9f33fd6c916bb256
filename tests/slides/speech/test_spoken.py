"""Text becomes the words that are said, and nothing vanishes."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from normt2s import normalize

from slides.speech.spoken import spoken
from tests.slides.speech.conftest import CHAPTERS, narrations, plain

# Written by hand, as a careful lecturer says it.
READINGS = {
    "0.281": "zero point two eight one",
    "−6.6": "minus six point six",
    "-6.6": "minus six point six",
    "+39.1": "plus thirty-nine point one",
    "28,056": "twenty-eight thousand fifty-six",
    "3091": "three thousand ninety-one",
    "84%": "eighty-four percent",
    "84 %": "eighty-four percent",
    "10–20": "ten to twenty",
    "z = 0.5": "Z equals zero point five",
    "± 0.3": "plus or minus zero point three",
    "≈ 5": "approximately five",
    "3 × 4": "three times four",
    "x → y": "X to Y",
    "a ≤ b": "a at most B",
    "w₁ · x₁": "W one times X one",
    "w₁₂": "W one two",
    "x²": "X squared",
    "10⁻³": "ten to the minus three",
    "1e-9": "one times ten to the minus nine",
    "∂L/∂w": "d L by d W",
    "ŷ": "Y hat",
    "λ": "lambda",
    "Δ and η": "delta and eta",
    "f(z)": "F of Z",
    "5′ GT": "five prime G T",
    "GTAAGT": "G, T, A, A, G, T",
    "GT–AG": "G T A G",
    "DNA": "D N A",
    "CNNs": "C N N's",
    "AI's": "A I's",
    "ESM-2": "E S M two",
    "ESM3": "E S M three",
    "GPT-5's": "G P T five's",
    "ReLU": "ReLU",
    "Vmax, Km": "V max, K M",
    "K-mer": "K mer",
    "2-3-1": "two three one",
    "2D": "two D",
    "twofold, 19-fold": "twofold, nineteen fold",
    "0.17 s": "zero point one seven seconds",
    "1 mm": "one millimeter",
    "5mm": "five millimeters",
    "a 5-mm bill": "a five millimeter bill",
    "4 ms": "four milliseconds",
    "30 µm": "thirty micrometers",
    "7 kg": "seven kilograms",
    "1.6 kB": "one point six kilobytes",
    "2.8 TB": "two point eight terabytes",
    "37 °C": "thirty-seven degrees Celsius",
    "1 ppm": "one part per million",
    "3 µmol/min": "three micromoles per minute",
    "3 GT": "three G T",
    "1.0–2.5 mm": "one point zero to two point five millimeters",
    "3 × 10⁻³ mm": "three times ten to the minus three millimeters",
    "10 m/s²": "ten meters per second squared",
    "0.5 mm³": "zero point five cubic millimeters",
    "5 s⁻¹": "five per second",
    "200 counts/min²": "two hundred counts per minute squared",
    "1 µmol CO2/m²/s": "one micromole C O two per square meter per second",
    "mass in mg": "mass in milligrams",
    "per mm": "per millimeter",
    "100K": "one hundred K",
    "100 K": "one hundred kelvins",
    "1:100": "one to one hundred",
    "the 2nd and 31st": "the second and thirty-first",
    "the 1990s": "the nineteen nineties",
    "½ of it": "one half of it",
    "5'-end": "five prime end",
    "Ca²⁺, Na⁺": "Ca two plus, Na plus",
    "x̂ and w̄": "X hat and W bar",
    "σ(z) or tanh(z)": "sigma of Z or tanh of Z",
    "neuron(s)": "neuron S",
    "mRNA, tRNAs": "M R N A, T R N A's",
    "NaCl and PhD": "N A C L and P H D",
    "AlphaFold2": "Alpha Fold two",
    "McCulloch": "McCulloch",
    "ReLUs": "ReLUs",
    "KLHVDPENFR": "K, L, H, V, D, P, E, N, F, R",
    "C. elegans has 302.": "C elegans has three hundred two.",
    "in 1986": "in nineteen eighty-six",
    "a brain (White et al. 1986), too": "a brain, too",
    "proteins (arXiv 2502.06881).": "proteins.",
    "begins (donor site), ends": "begins, donor site, ends",
    "“Known” words… and more": "Known words, and more",
    "of all – and none": "of all, and none",
    "A neuron. A, C or T?": "a neuron. A, C or T?",
    "is a = 1 or A": "is A equals one or A",
    "cats, e.g. Tom": "cats, for example Tom",
    "Michaelis–Menten's": "Michaelis Menten's",
}


@pytest.mark.parametrize(("text", "words"), READINGS.items())
def test_texts_are_said_as_a_lecturer_says_them(text: str, words: str) -> None:
    assert (spoken(text).text, spoken(text).faults) == (words, ())


@pytest.mark.parametrize(
    "text",
    ["a@b", "#3", "$5", "x^2", "a/b", "[1]", "a_b", "☃", "~3", "m⁺²⁻", "1" + "0" * 18],
)
def test_what_no_rule_says_is_a_fault_that_names_it(text: str) -> None:
    faults = spoken(f"It is {text} here.").faults
    assert faults
    assert text in faults[0]


@given(st.text() | st.text("aBαsm12.,:/()⁺⁻²³₁½'’′×−–-%°µ∂̂ "))
def test_any_text_is_said_or_told_of(text: str) -> None:
    found = spoken(text)
    shown = [one.shown for one in found.said]
    assert shown == unicodedata.normalize("NFC", text).split()
    left = re.sub(r"[^\W\d_]|[\u0300-\u036f' .,:;?!-]", "", found.text)
    assert not left or found.faults


def test_words_of_ones_own_go_before_ours() -> None:
    own = {"ReLU": "rectifier", "Gentoo": "/ʤˈɛntu/", "sum": "total"}
    assert spoken("ReLU's sum: Gentoo", own).text == "rectifier's total: Gentoo"


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_all_narrations_can_be_said(chapter: str) -> None:
    for beat, text in narrations(chapter).items():
        found = spoken(text)
        assert not found.faults, (beat, found.faults)
        # Letters, apostrophes, hyphens of numbers, and marks: all that an engine knows.
        assert re.fullmatch(r"(?:[^\W\d_]|['\- .,:;?!])+", found.text), (beat, text)
        assert not re.search(r"[.,:;?!]{2}|\s{2}|^\W", found.text), (beat, found.text)
        cited = " ".join(re.findall(r"\([^()]*\d{4}\b[^()]*\)", text))
        for one in found.said:
            is_silent = one.shown in cited.split() or one.shown.strip("(),.") in cited
            assert one.spoken or is_silent or one.shown in "–—", (beat, one)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_numbers_are_said_as_another_reader_says_them(chapter: str) -> None:
    for beat, text in narrations(chapter).items():
        for shown, said in spoken(text).said:
            number = re.fullmatch(r"([−+]?)([\d,]*\d)((?:\.\d+)?%?)[.,:;?!]?", shown)
            if number and said:
                # With commas it is no year to the other.
                written = f"{int(number[2].replace(',', '')):,}"
                other = normalize(f"{number[1]}{written}{number[3]}")
                assert plain(said.strip(".,:;?!")) == plain(other), (beat, shown)
