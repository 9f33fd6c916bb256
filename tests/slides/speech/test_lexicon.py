"""How words sound, by the dictionary that is installed."""

import json
from pathlib import Path

import pytest

from slides.speech import lexicon
from slides.speech.lexicon import DIALECTS, SOUNDS, Lexicon, dialect_files
from slides.speech.spoken import spoken
from slides.speech.table import MARKS, READINGS, SIGNS
from slides.speech.units import UNITS
from tests.slides.speech.conftest import CHAPTERS, narrations

US = Lexicon("us", {})


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_all_words_of_the_lecture_are_known(chapter: str, dialect: str) -> None:
    known = Lexicon(dialect, {})
    said = [spoken(text).text for text in narrations(chapter).values()]
    assert not known.unknown(" ".join(said))


@pytest.mark.parametrize("dialect", DIALECTS)
def test_all_words_of_the_rules_are_known(dialect: str) -> None:
    known = Lexicon(dialect, {})
    names = [*SIGNS.values(), *MARKS.values(), *UNITS.values()]
    greek = [spoken(chr(n)).text for n in range(0x3B1, 0x3CA)]
    table = [spoken(word).text for word in READINGS]
    assert not known.unknown(" ".join([*names, *greek, *table]))


def test_sounds_are_those_that_the_model_knows() -> None:
    folder = dialect_files("us")[0].parents[2]
    config = json.loads((folder / "data/kokoro_config.json").read_text("utf-8"))
    assert {*SOUNDS, " ", *".,:;?!"} <= config["vocab"].keys()
    for reading in READINGS.values():
        if reading.startswith("/"):
            assert set(reading.strip("/")) <= SOUNDS


@pytest.mark.parametrize(
    ("word", "heard"),
    [
        # In the dictionary, with an ending, and with a beginning that it does not know.
        ("neuron", "nˈʊɹˌɑn"),
        ("neurons", "nˈʊɹˌɑnz"),
        ("neuron's", "nˈʊɹˌɑnz"),
        ("weights'", "wˈAts"),
        ("multiplied", "mˈʌltəplˌId"),
        ("memorises", "mˈɛməɹˌIzᵻz"),
        ("overfits", "ˌOvəɹfˈɪts"),
        ("backpropagation", "bˌækpɹˌɑpəɡˈAʃən"),
        ("Adélies'", "ədˈAliz"),
        ("B", "bˈi"),
        ("C's", "sˈiz"),
        ("naïve", "nɑˈiv"),
        ("Müller", "mˈʌləɹ"),
        ("blorptang", ""),
        ("xqs", ""),
    ],
)
def test_words_sound_as_they_should(word: str, heard: str) -> None:
    assert US.sounds(word) == [(word.rstrip("'"), heard)]


def test_short_words_are_weak_before_their_neighbours() -> None:
    said = dict(US.sounds("a the an to"))
    assert said == {"a": "ɐ", "the": "ði", "an": "ɐn", "to": "tə"}
    assert US.sounds("the sum, to each")[0] == ("the", "ðə")
    assert US.sounds("to each")[0] == ("to", "tʊ")


def test_a_word_of_two_parts_of_speech_is_said_by_what_stands_before_it() -> None:
    assert US.sounds("its use")[1] == ("use", "jˈus")
    assert US.sounds("we use")[1] == ("use", "jˈuz")


def test_words_of_ones_own_are_known() -> None:
    known = Lexicon("us", {"Blorptang": "/blˈɔɹp/"})
    assert known.sounds("blorptang's Blorptangs") == [
        ("blorptang's", "blˈɔɹps"),
        ("Blorptangs", "blˈɔɹps"),
    ]


def test_without_the_package_there_is_no_dictionary(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(lexicon, "PACKAGE", "no_such_package")
    dialect_files.cache_clear()
    try:
        assert dialect_files("us") == ()
    finally:
        dialect_files.cache_clear()
