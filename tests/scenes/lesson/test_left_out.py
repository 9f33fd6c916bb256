"""A beat of which nothing true can be said is neither told nor drawn."""

from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType, SimpleNamespace

import pytest
from manim import Square

from nnsim.claims import Claim
from scenes.lesson.left_out import LeftOutError, may_be_left_out
from scenes.lesson.lesson import Lesson
from scenes.lesson.rehearsal import rehearse_lesson
from scenes.words import Beats
from slides.playing.facts import facts


@dataclass(frozen=True)
class Config:
    n: int = 1


experiment = ModuleType("made.up.counted")
experiment.Config = Config
experiment.run = lambda config: config
experiment.CLAIMS = {"some": Claim("there are some", lambda r: r.n > 0, "it is {n}")}
BEATS: Beats = {
    "start": {"title": "Start", "question": "How many are there?"},
    "count": {
        "title": "So many",
        "say": "There are {n}.",
        "claims": ("some",),
        "otherwise": {"left_out": "there are {n}"},
    },
    "end": {"say": "That is all."},
}


class Counted(Lesson):
    """Three beats; the second may be left out."""

    experiment = experiment
    words = SimpleNamespace(TITLE="Counted", BEATS=BEATS)

    def construct(self) -> None:
        self.begin()
        self.count()
        self.close()

    def begin(self) -> None:
        self.beat("start")

    @may_be_left_out
    def count(self) -> None:
        """Draw so many."""
        self.beat("count")
        self.add(Square())

    def close(self) -> None:
        self.beat("end")


class Unmarked(Counted):
    """The same, of which the second step is not marked."""

    def count(self) -> None:
        self.beat("count")


def told(n: int) -> Lesson:
    return rehearse_lesson(Counted, Config(n))


def drawn(lesson: Lesson) -> list[Square]:
    return [mobject for mobject in lesson.mobjects if isinstance(mobject, Square)]


def test_a_beat_that_says_something_is_told_and_drawn() -> None:
    lesson = told(2)
    assert [beat.name for beat in lesson.recording.beats] == ["start", "count", "end"]
    assert len(drawn(lesson)) == 1


def test_a_beat_that_is_left_out_leaves_no_trace() -> None:
    lesson = told(0)
    first, last = lesson.recording.beats
    assert (first.name, last.name) == ("start", "end")
    assert last.title == "Start"  # as it stands on screen
    assert last.start == pytest.approx(first.end)
    assert not drawn(lesson)
    assert all(receipt.beat != "count" for receipt in lesson.recording.receipts)


def test_a_step_that_is_not_marked_is_found() -> None:
    with pytest.raises(LeftOutError, match="count is left out: mark its step"):
        rehearse_lesson(Unmarked, Config(0))


def test_a_marked_step_keeps_its_name_and_text() -> None:
    assert Counted.count.__name__ == "count"
    assert Counted.count.__doc__ == "Draw so many."


@pytest.mark.parametrize(
    ("n", "title", "say"),
    [(2, "So many", "There are 2."), (0, "Left out", "left out: there are 0.")],
)
def test_whoever_watches_is_told_why_a_beat_is_left_out(
    n: int, title: str, say: str
) -> None:
    shown = played_up_to(Counted.count, n)
    assert shown["title"] == title
    assert str(shown["say"]).endswith(say)


def played_up_to(last: Callable[[Counted], None], n: int) -> dict[str, object]:
    """Play steps as the runner does, and tell what the page says of the last."""
    found = {}

    class Stepped(Counted):
        def construct(self) -> None:
            for step in (Counted.begin, last):
                step(self)
                self.end_beat()
            found.update(facts(self))

    rehearse_lesson(Stepped, Config(n))
    return found
