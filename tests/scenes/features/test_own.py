"""The chapter tells of sequences that a lecturer brings, in her words alone."""

import re
from functools import cache
from typing import Any

import pytest

from nnsim.experiments.features import CLAIMS, Config
from scenes.features import words
from scenes.lesson.rehearsal import rehearse
from scenes.lookup import fill
from scenes.record import Recording
from scenes.words import check_words, true_words
from tests.nnsim.experiments.features.own.made import (
    QUICK,
    data_of,
    data_of_rna,
    result_of,
    result_of_rna,
)

TOLD = ("fixed", "anywhere", "three", "four")
FOREIGN = re.compile(
    r"splice|donor|acceptor|intron|exon|\bsites?\b|GT.AG|primate|genome|tract|"
    r"bird|penguin|biologist",
    re.IGNORECASE,
)


def said(kind: str) -> dict[str, str]:
    """Return what each beat says, with its title and its question."""
    return said_of(result_of(kind))


def said_of(result: Any) -> dict[str, str]:
    """Return the same of a result."""
    found = {}
    for beat, of_beat in words.BEATS.items():
        one = true_words(of_beat, CLAIMS, result)
        parts = [one.get(part, "") for part in ("title", "say", "question", "left_out")]
        found[beat] = " / ".join(fill(str(p), result)[0] for p in parts if p)
    return found


@pytest.mark.parametrize("kind", TOLD)
def test_every_beat_finds_true_words(kind: str) -> None:
    check_words(words.BEATS, CLAIMS, result_of(kind))


@pytest.mark.parametrize("kind", TOLD)
def test_nothing_is_said_of_splice_sites(kind: str) -> None:
    for beat, text in said(kind).items():
        assert not FOREIGN.search(text), (beat, text)


def test_what_is_known_of_sites_alone_is_left_out() -> None:
    result = result_of("anywhere")
    left_out = {
        beat
        for beat, of_beat in words.BEATS.items()
        if "left_out" in true_words(of_beat, CLAIMS, result)
    }
    assert left_out == {"rules", "found"}


def test_words_say_what_is_planted() -> None:
    fixed, anywhere = said("fixed"), said("anywhere")
    motif = result_of("fixed").best_motif
    assert f"It found {motif.word}" in fixed["found"]
    assert f"from base {motif.first} on" in fixed["found"]
    assert "Chance explains that" in anywhere["grow"]
    assert "win here" in anywhere["fair"] or "do not win" in anywhere["fair"]
    assert "promoter and other" in fixed["sequences"]
    assert "30 bases" in fixed["sequences"]


def test_rna_is_called_so() -> None:
    dna, rna = said("fixed"), said_of(result_of_rna())
    assert not any("DNA" in text for text in rna.values())
    renamed = {
        beat: text.replace("DNA", "RNA").replace("fixed.csv", "rna.csv")
        for beat, text in dna.items()
    }
    assert sum("RNA" in text for text in rna.values()) == 3
    motif = result_of("fixed").best_motif.word
    assert "T" in motif
    differ = {beat for beat, text in rna.items() if text != renamed[beat]}
    assert differ <= {"found", "filters"}  # these name words
    assert motif not in rna["found"]
    assert motif.replace("T", "U") in rna["found"]


@pytest.mark.slow
def test_rna_is_drawn_with_u() -> None:
    config = Config(data=data_of_rna(), **QUICK)  # type: ignore[arg-type]
    recording = rehearse("features", config, "light", "16:9")
    assert not recording.faults
    texts = {receipt.text for receipt in recording.receipts}
    assert not any("DNA" in text for text in texts)
    motif = result_of("fixed").best_motif.word
    assert any(motif.replace("T", "U") in text for text in texts)
    assert not any(motif in text for text in texts)


@cache
def rehearsed(kind: str, aspect: str) -> Recording:
    config = Config(data=data_of(kind), **QUICK)  # type: ignore[arg-type]
    return rehearse("features", config, "light", aspect)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "aspect"),
    [("fixed", "16:9"), ("anywhere", "9:16"), ("three", "9:16"), ("four", "9:16"),
     ("four", "1:1"), ("three", "4:3")],
)  # fmt: skip
def test_pictures_are_without_faults(kind: str, aspect: str) -> None:
    recording = rehearsed(kind, aspect)
    assert not recording.faults
    told = {beat.name for beat in recording.beats}
    assert "rules" not in told
    assert ("found" in told) is (kind != "anywhere")
    for text in {receipt.text for receipt in recording.receipts}:
        assert not FOREIGN.search(text)
