"""Every component is read back or lies in a plane, or it is said why it need not."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator

import pytest
from manim import Mobject

import scenes
from scenes.components._pixels import Picture
from scenes.components.plot import DataMark, Plot
from tests.drawn.found import PASSED_OVER
from tests.drawn.parts import PARTS
from tests.scenes.conftest import CHAPTERS, ROOT

# What consists of shapes in planes alone, each of which is found there.
IN_PLANES = {
    "Contours", "DotStrip", "Fan", "Flag", "LogBars", "ScoreShifts", "Span",
    "SpreadCurve", "Trail", "Whiskers",
}  # fmt: skip
NO_DATA = {
    "BoxMap": "named boxes and arrows between them",
    "Counter": "words and a number, which has its receipt",
    "Cycle": "four stations with arrows",
    "InLine": "words and numbers side by side",
    "Mark": "of an axis that is read as a whole",
    "MeasuredBar": "of own tables alone: held to the raw rows where these are tried",
    "Matrix": "numbers, which have their receipts, between brackets",
    "NestedSets": "named rings; their sizes are no data",
    "Paragraph": "words",
    "Piece": "of a board that is read as a whole",
    "SynapseSketch": "a drawing of a synapse",
    "Table": "words and numbers, which have their receipts",
    "WeightedSum": "its bars are a waterfall, its numbers have receipts",
}


def components() -> Iterator[type[Mobject]]:
    """Yield every kind of mobject that the scenes define."""
    for found in pkgutil.walk_packages(scenes.__path__, "scenes."):
        if ".gallery" in found.name:
            continue
        module = importlib.import_module(found.name)
        for value in vars(module).values():
            is_ours = inspect.isclass(value) and value.__module__ == found.name
            if is_ours and issubclass(value, Mobject):
                yield value


@pytest.mark.parametrize(
    "kind", sorted(set(components()), key=lambda kind: kind.__name__)
)
def test_nothing_is_drawn_that_is_not_read(kind: type[Mobject]) -> None:
    read = (*PARTS, *PASSED_OVER, DataMark, Picture, Plot)
    named = IN_PLANES | set(NO_DATA)
    assert issubclass(kind, read) or kind.__name__ in named


def test_what_is_passed_over_is_still_drawn() -> None:
    names = {kind.__name__ for kind in components()}
    assert names >= IN_PLANES | set(NO_DATA)


def test_every_chapter_is_compared() -> None:
    folders = {
        file.parent.name for file in (ROOT / "tests/scenes").glob("*/test_drawn.py")
    }
    assert folders == set(CHAPTERS)
