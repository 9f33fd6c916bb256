"""Where the things on screen were made, and where they stand."""

import inspect
from pathlib import Path

import pytest
from manim import RIGHT, UP, Circle, Dot, Mobject, Square, VGroup

from scenes.components.number import Number
from scenes.components.text import Label
from scenes.lesson.origins import Thing, note_origins, things


@pytest.fixture
def noted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Note origins within these tests, as (function, line), until the test ends."""
    monkeypatch.setattr(Mobject, "__init__", Mobject.__init__)

    def locate(file: str, name: str, line: int) -> tuple[str, int]:
        return name.partition(".<locals>")[0], line

    note_origins(str(Path(__file__).parent), locate)


def line() -> int:
    """Return the line that calls this."""
    frame = inspect.currentframe()
    assert frame is not None
    assert frame.f_back is not None
    return frame.f_back.f_lineno


def pair() -> VGroup:
    """Return two dots that one line makes."""
    return VGroup(*(Dot(x * RIGHT) for x in (0, 1)))


@pytest.mark.usefixtures("noted")
def test_a_thing_is_what_one_line_made() -> None:
    group, made = pair(), line()
    other, then = Circle(), line()
    found = [*things([VGroup(group, other), other])]
    assert [thing.name for thing in found] == ["VGroup", "Circle"]
    assert [thing.origin for thing in found] == [
        ("pair", inspect.getsourcelines(pair)[1] + 2),
        (test_a_thing_is_what_one_line_made.__name__, then),
    ]
    assert made == then - 1


@pytest.mark.usefixtures("noted")
def test_words_are_one_thing_wherever_their_letters_were_set() -> None:
    first, made = Label("twice"), line()
    second, then = Label("twice"), line()  # its letters are copies
    number = Number(39.1, ".1f", path="x")
    found = [*things([first, VGroup(second, number)])]
    assert [thing.name for thing in found] == [
        "label 'twice'",
        "label 'twice'",
        "number '39.1'",
    ]
    assert [thing.origin[1] for thing in found[:2]] == [made, then]


@pytest.mark.usefixtures("noted")
def test_boxes_are_parts_of_the_frame() -> None:
    square = Square(2).shift(2 * RIGHT + UP)  # in a frame of 14.2 by 8 units
    hidden = Circle().set_opacity(0)
    (found,) = things([square, hidden])
    assert isinstance(found, Thing)
    across = 8 * 16 / 9
    assert found.box == pytest.approx(
        (0.5 + 1 / across, 0.25, 0.5 + 3 / across, 0.5), abs=1e-6
    )


def test_without_notes_nothing_is_told() -> None:
    assert not [*things(pair())]
