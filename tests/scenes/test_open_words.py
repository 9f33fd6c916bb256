"""The rule for the lecture's words, and the ledger of what stands open today.

What compares or quantifies may become false with other settings or data: it rests on a
claim, and names it. The ledger holds what does not yet; it only shrinks.
"""

import subprocess
import sys
from collections import Counter
from collections.abc import Collection, Iterator
from typing import Any

import pytest

from scenes.words import Words
from tests.scenes.open_words import (
    CHAPTERS,
    LEDGER,
    ROOT,
    beats_of,
    claims_of,
    ledger,
    open_lines,
    parts_of,
    wordings,
)

# How many lines of the ledger are about a chapter: never more than these.
MOST = {
    "activation_functions": 93,
    "ai_ml_dl": 50,
    "backpropagation": 45,
    "data_and_compute": 66,
    "features": 0,
    "gradient_descent": 103,
    "layers": 91,
    "loss": 25,
    "neuron": 0,
    "overfitting": 0,
    "regularization": 72,
    "scale": 54,
    "summary": 41,
    "training": 74,
}
REGENERATE = "python -m tests.scenes.open_words > tests/scenes/open_words.txt"
every_chapter = pytest.mark.parametrize("chapter", CHAPTERS)


def about(chapter: str) -> list[str]:
    """Return the lines of the ledger about a chapter."""
    lines = LEDGER.read_text("utf-8").splitlines()
    return [line for line in lines if line.startswith(f"{chapter}/")]


def differences(found: Collection[str], known: Collection[str]) -> list[str]:
    """Say of each line that the ledger has too few or too many what to do."""
    new = Counter(found) - Counter(known)
    gone = Counter(known) - Counter(found)
    return [
        *(f"{line}: {remedy(line)}" for line in new.elements()),
        *(f"{line}: no longer found; take it out: {REGENERATE}" for line in gone),
    ]


def remedy(line: str) -> str:
    """Say what mends an open line."""
    if line.endswith("}"):
        return "let the result name this element"
    if "}" in line:
        return "let the word agree with its number: {n:plural(bird)}"
    return "name a claim that it rests on, or say it otherwise"


def faults(words: Words, claims: Collection[str]) -> Iterator[str]:
    """Yield where the words of a beat are not made as agreed."""
    for wording in wordings(words):
        yield from (
            f"has {key!r}" for key in wording if key not in Words.__annotations__
        )
        named: Any = wording.get("claims", ())
        if not isinstance(named, tuple):
            yield f"names its claims in {type(named).__name__}"
        yield from (f"claims {name!r}" for name in named if name not in claims)
        if "left_out" in wording:
            yield from _faults_of_none(wording)
        elif not (wording.get("say") or wording.get("question")):
            yield "says nothing"


def _faults_of_none(wording: Words) -> Iterator[str]:
    """Yield what is wrong with the words of a beat that is left out."""
    why = wording["left_out"]
    if wording.keys() - {"left_out", "claims"}:
        yield "says something and is left out"
    if not why or why.endswith("."):
        yield "is left out for no reason that can stand in a sentence"


# --- the lecture ------------------------------------------------------------------


@every_chapter
def test_what_stands_open_is_in_the_ledger(chapter: str) -> None:
    found = open_lines(chapter, beats_of(chapter), parts_of(chapter))
    wrong = differences(found, about(chapter))
    assert not wrong, "\n".join(wrong)


@every_chapter
def test_the_ledger_only_shrinks(chapter: str) -> None:
    n = len(about(chapter))
    assert n == MOST[chapter], f"now {n}: write that into MOST if it is less"


def test_the_ledger_is_what_its_program_prints() -> None:
    assert LEDGER.read_text("utf-8") == ledger()


@every_chapter
def test_words_are_made_as_agreed(chapter: str) -> None:
    claims = claims_of(chapter)
    wrong = [
        f"{chapter}/{beat} {fault}"
        for beat, words in beats_of(chapter).items()
        for fault in faults(words, claims)
    ]
    assert not wrong


def test_words_are_read_without_manim() -> None:
    program = (
        "import sys; from tests.scenes.open_words import ledger; ledger();"
        "sys.exit('manim' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False)
    assert run.returncode == 0


# --- each rule above can fail -----------------------------------------------------


@every_chapter
def test_a_new_open_word_is_found(chapter: str) -> None:
    more: Words = {"say": "They are all right."}
    beats = {**beats_of(chapter), "added": more}
    drawn = parts_of(chapter)
    assert differences(open_lines(chapter, beats, drawn), about(chapter)) == [
        f"{chapter}/added all: name a claim that it rests on, or say it otherwise"
    ]
    beats["added"] = {**more, "claims": ("all_right",)}
    assert differences(open_lines(chapter, beats, drawn), about(chapter)) == []


def test_a_word_in_a_beat_of_the_lecture_bites() -> None:
    beats = dict(beats_of("summary"))
    assert not beats["trust"].get("claims")
    beats["trust"] = {**beats["trust"], "title": "When to trust it at all"}
    found = open_lines("summary", beats, parts_of("summary"))
    assert differences(found, about("summary")) == [
        "summary/trust all: name a claim that it rests on, or say it otherwise"
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ({"title": "All right"}, ["all"]),
        ({"question": "Are they all right?"}, ["all"]),
        ({"claims": ("a",), "title": "All", "otherwise": {"title": "None"}}, ["none"]),
        ({"claims": (), "say": "All are."}, ["all"]),
        ({"claims": ("a",), "say": "All of {n[0]}."}, ["{n[0]}"]),
        ({"claims": ("a",), "say": "All {n} birds."}, ["{n} birds"]),
        ({"claims": ("a",), "say": "All {n} {n:plural(bird)}."}, []),
    ],
)
def test_a_claim_excuses_its_own_wording_alone(
    words: Words, expected: list[str]
) -> None:
    assert open_lines("c", {"b": words}, []) == [f"c/b {what}" for what in expected]


def test_a_mended_line_is_to_be_taken_out() -> None:
    known = ["c/b all", "c/b all"]
    (wrong,) = differences(["c/b all"], known)
    assert wrong.startswith("c/b all: no longer found; take it out: python -m")
    assert differences(known, known) == []


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ({"says": "x", "say": "x"}, "has 'says'"),
        ({"say": "x", "claims": ("is_b",)}, "claims 'is_b'"),
        ({"say": "x", "claims": "is_a"}, "names its claims in str"),
        ({"title": "x"}, "says nothing"),
        ({"say": "x", "otherwise": {"say": "y", "claims": ("is_c",)}}, "claims 'is_c'"),
        ({"say": "x", "otherwise": {"title": "y"}}, "says nothing"),
        ({"say": "x", "left_out": "y"}, "says something and is left out"),
        (
            {"say": "x", "otherwise": {"left_out": ""}},
            "is left out for no reason that can stand in a sentence",
        ),
    ],
)
def test_words_made_otherwise_are_found(words: Words, fault: str) -> None:
    assert fault in list(faults(words, {"is_a"}))
