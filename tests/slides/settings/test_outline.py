"""What a chapter's sources say about it is read, whatever state they are in."""

from importlib import import_module

import pytest

from slides.settings.outline import beats, outline
from slides.settings.project import known_chapters
from tests.slides.conftest import Project


@pytest.mark.parametrize("chapter", known_chapters())
def test_words_are_those_that_python_loads(chapter: str) -> None:
    words = import_module(f"scenes.{chapter}.words")
    assert beats(chapter) == [*words.BEATS]
    assert outline(chapter).title == words.TITLE
    assert outline(chapter).summary.endswith(".")


@pytest.mark.parametrize(
    ("old", "new", "title", "n_beats"),
    [
        ("BEATS: dict[str, dict[str, str]] =", "BEATS =", "Chapter Alpha & more", 3),
        ('"Chapter Alpha & more"', "3", "alpha", 3),
        ('"why":', "7:", "Chapter Alpha & more", 0),
        ('"why":', "why:", "Chapter Alpha & more", 0),
        ('"why":', "[]:", "Chapter Alpha & more", 0),
        ("] = {", "]\nX = {", "Chapter Alpha & more", 0),
        ('"why":', '"why" "', "alpha", 0),  # it cannot be parsed
    ],
)
def test_what_does_not_tell_all_tells_nothing(
    house: Project, old: str, new: str, title: str, n_beats: int
) -> None:
    house.edit("scenes/alpha/words.py", old, new)
    assert outline("alpha").title == title
    assert beats("alpha") == ["first", "why_question", "why"][:n_beats]


def test_summary_is_that_of_the_scene_whatever_becomes_of_its_words(
    house: Project,
) -> None:
    (house.folder / "scenes/alpha/words.py").unlink()
    told = outline("alpha")
    assert told.summary == "What the viewer should remember of alpha."
    house.edit("scenes/alpha/scene.py", "(self)", "(self")
    assert outline("alpha").summary == ""
