"""The steps of a chapter, as its source lists them."""

from pathlib import Path

import pytest

from slides.settings.outline import beats
from slides.watching.storyboard import Step, StoryboardError, beat_at, storyboard
from tests.test_architecture import CHAPTERS, ROOT

TALE = '''
class Helper:
    """No lesson."""

class Tale(Lesson):
    def construct(self):
        """Tell."""
        self.go()
        self.rest()

    def go(self):
        """Go."""
        self.beat("walk")

    def rest(self):
        self.beat("sit")
'''


def test_steps_come_in_the_order_of_the_storyboard() -> None:
    assert storyboard(TALE) == (Step("go", "walk"), Step("rest", "sit"))


def test_a_step_that_may_be_left_out_is_one() -> None:
    marked = TALE.replace("    def rest(", "    @may_be_left_out\n    def rest(")
    assert storyboard(marked) == storyboard(TALE)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_chapter_is_a_plain_sequence_of_steps(chapter: str) -> None:
    text = Path(ROOT, "scenes", chapter, "scene.py").read_text(encoding="utf-8")
    found = [step.beat for step in storyboard(text)]
    assert found == beats(chapter)
    assert len(found) >= 10


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("self.go()", "self.go(2)", 8),
        ("self.go()", "x = self.go()", 8),
        ("self.go()", "self.gone()", 8),
        ("self.go()", "if self.x:\n            self.go()", 8),
        ('self.beat("walk"', 'self.play("walk"', 8),
        ('self.beat("sit")', "self.x = 1", 9),
        ("def construct", "def constructed", 1),
    ],
)
def test_what_is_no_sequence_of_steps_is_refused(old: str, new: str, line: int) -> None:
    assert old in TALE
    with pytest.raises(StoryboardError) as caught:
        storyboard(TALE.replace(old, new), "tale.py")
    assert (caught.value.filename, caught.value.lineno) == ("tale.py", line)


def test_lines_that_begin_beats_are_told_from_others() -> None:
    text = TALE.replace('self.beat("sit")', 'self.beat(\n"sit", clear=True\n)')
    lines = text.splitlines()
    begun = {n: beat for n in range(len(lines) + 1) if (beat := beat_at(text, n))}
    first = lines.index('        self.beat("walk")') + 1
    last = lines.index(")") + 1
    assert begun == {first: "walk", **dict.fromkeys((last - 2, last - 1, last), "sit")}
