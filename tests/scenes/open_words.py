"""Prints what the lecture says today without a claim.

Its ledger has a line for each word that compares or quantifies, for each literal index
and for each number with which a word does not agree, behind the chapter and its beat,
or the file that puts it on screen. To write it anew:
``python -m tests.scenes.open_words > tests/scenes/open_words.txt``.
"""

import ast
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from scenes.checks.agreement import unagreed
from scenes.checks.open_words import literal_indices, open_words
from scenes.words import Beats, Words
from tests.scenes.screen_words import Part, parts, unclaimed

ROOT = Path(__file__).resolve().parents[2]
LEDGER = Path(__file__).with_suffix(".txt")
CHAPTERS = sorted(
    tomllib.loads((ROOT / "slides/lecture.toml").read_text("utf-8"))["chapters"]
)
SAID = ("title", "say", "speak", "question", "left_out")


def beats_of(chapter: str) -> Beats:
    """Read the words of a chapter's beats, which must be plain values."""
    tree = ast.parse((ROOT / f"scenes/{chapter}/words.py").read_text("utf-8"))
    (beats,) = (
        node.value
        for node in tree.body
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "BEATS"
    )
    read: Beats = ast.literal_eval(beats)
    return read


def parts_of(chapter: str) -> list[Part]:
    """Read the parts of a chapter's drawings."""
    files = sorted((ROOT / f"scenes/{chapter}").glob("*.py"))
    return parts({f.name: f.read_text("utf-8") for f in files if f.name != "words.py"})


def claims_of(chapter: str) -> Any:
    """Return what a chapter can claim, by name."""
    return getattr(import_module(f"nnsim.experiments.{chapter}"), "CLAIMS", {})


def wordings(words: Words) -> Iterator[Words]:
    """Yield all that a beat may say, the usual wording first."""
    yield words
    if (other := words.get("otherwise")) is not None:
        yield from wordings(other)


def open_lines(chapter: str, beats: Beats, drawn: list[Part]) -> list[str]:
    """Return the lines of the ledger that a chapter's words and drawings ask for."""
    said = [
        f"{chapter}/{beat} {what}"
        for beat, words in beats.items()
        for wording in wordings(words)
        for what in _said(wording)
    ]
    left = unclaimed(drawn, [beat for beat, words in beats.items() if _claims(words)])
    shown = [
        f"{chapter}/{part.file} {what}"
        for part in drawn
        for text in part.words
        for what in _findings(text, part not in left)
    ]
    return sorted(said + shown)


def _said(wording: Words) -> list[str]:
    """Return what of a wording stands open: what is read and spoken, once."""
    is_claimed = bool(wording.get("claims"))
    found = {
        part: [*_findings(str(wording.get(part, "")), is_claimed)] for part in SAID
    }
    anew = Counter(found["speak"]) - Counter(found["say"])
    found["speak"] = [*anew.elements()]
    return [what for part in SAID for what in found[part]]


def _claims(words: Words) -> bool:
    """Tell whether a claim holds for certain when the beat is shown."""
    shown = (wording for wording in wordings(words) if "left_out" not in wording)
    named = [set(wording.get("claims", ())) for wording in shown]
    return bool(set.intersection(*named))


def _findings(text: str, is_claimed: bool) -> Iterator[str]:
    """Yield what of a text stands open."""
    if not is_claimed:
        yield from open_words(text)
    yield from (f"{{{path}}}" for path in literal_indices(text))
    yield from unagreed(text)


def ledger() -> str:
    """Return the ledger as it should be."""
    chapters = [
        [f"# {chapter}", *open_lines(chapter, beats_of(chapter), parts_of(chapter))]
        for chapter in CHAPTERS
    ]
    return "\n".join(line for lines in chapters for line in [*lines, ""])


if __name__ == "__main__":
    sys.stdout.write(ledger())
