"""Words at which a motion starts: found, waited for, and told where they are wrong."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType, SimpleNamespace

import av
import numpy as np
import pytest
from manim import Dot, FadeIn, Square, tempconfig

from scenes.lesson.lesson import Lesson
from scenes.lesson.rehearsal import rehearse_lesson
from scenes.record import Recording
from scenes.words import Words, use

SAY = "First the {name} birds, {{mark:sum}}then their sum {{mark:loss}} and the loss."
PICTURES = {"pixel_width": 160, "pixel_height": 90, "frame_rate": 15}


@dataclass(frozen=True)
class Config:
    name: str = "two small"


experiment = ModuleType("made.up.marked")
experiment.Config = Config
experiment.run = lambda config: config


def lesson(words: Words, construct: Callable[[Lesson], None]) -> type[Lesson]:
    """Make a lesson of one beat."""

    def tell(self: Lesson) -> None:
        self.beat("b")
        construct(self)

    members = {
        "experiment": experiment,
        "words": SimpleNamespace(TITLE="T", BEATS={"b": words}),
        "construct": tell,
    }
    return type("Made", (Lesson,), members)


def rehearsed(say: str, *asked: str) -> Recording:
    """Rehearse a beat that moves after each of these marks."""

    def construct(self: Lesson) -> None:
        for mark in asked:
            self.at(mark)
            self.play(FadeIn(Dot()))

    return rehearse_lesson(lesson({"say": say}, construct)).recording


def test_a_mark_names_the_word_behind_it_and_is_not_read() -> None:
    (beat,) = rehearsed(SAY, "sum", "loss").beats
    assert beat.say == "First the two small birds, then their sum and the loss."
    words = beat.say.split()
    assert {r.mark: words[r.word] for r in beat.rests} == {"sum": "then", "loss": "and"}
    first, second = (rest.segment for rest in beat.rests)
    assert beat.first < first < second < beat.settled


@pytest.mark.parametrize(
    ("say", "asked", "found"),
    [
        (SAY, ("sum", "loss"), []),
        ("No mark.", (), []),
        (SAY, ("sum",), ["mark 'loss': stands in the narration, and no motion waits"]),
        ("No mark.", ("sum",), ["mark 'sum': is waited for, and does not stand in"]),
        ("{{mark:a}}A {{mark:a}}b.", ("a",), ["mark 'a': stands or is waited for twi"]),
        ("{{mark:a}}A b.", ("a", "a"), ["mark 'a': stands or is waited for twice"]),
        ("A b. {{mark:a}}", ("a",), ["mark 'a': stands behind the last word, not be"]),
    ],
)
def test_what_is_wrong_with_marks_is_a_fault_of_the_beat(
    say: str, asked: tuple[str, ...], found: list[str]
) -> None:
    recording = rehearsed(say, *asked)
    told = [f"{f.mobject}: {f.problem}" for f in recording.faults if f.beat == "b"]
    for one, expected in zip(told, found, strict=True):
        assert one.startswith(expected)


def test_narration_of_ones_own_may_do_without_marks_or_have_them() -> None:
    with use({"b": "Mine."}):
        recording = rehearsed(SAY, "sum", "loss")
    assert not recording.faults
    assert recording.beats[0].rests == ()
    with use({"b": "My {{mark:loss}}loss."}):
        recording = rehearsed(SAY, "sum", "loss")
    assert not recording.faults
    assert [(r.mark, r.word) for r in recording.beats[0].rests] == [("loss", 1)]


def test_a_silent_film_rests_for_two_pictures_that_are_a_film_of_its_own(
    tmp_path: Path,
) -> None:
    def film(name: str, asked: bool) -> Recording:
        def construct(self: Lesson) -> None:
            self.play(FadeIn(Square()), run_time=1)
            if asked:
                self.at("loss")
            self.add(Dot())
            self.play(FadeIn(Dot().shift([2, 0, 0])), run_time=1)

        (tmp_path / name).mkdir()
        with tempconfig({**PICTURES, "dry_run": True, "progress_bar": "none"}):
            made = lesson({"say": "A {{mark:loss}}b."}, construct)
            scene = made(deck_folder=None, film=tmp_path / name)
            scene.render()
        return scene.recording

    with_rest, without = film("with", asked=True), film("without", asked=False)
    (beat,) = with_rest.beats
    (rest,) = beat.rests
    parts = [shown(file) for file in with_rest.segments[beat.first : beat.settled]]
    (before, (still, again), after), whole = parts, shown(without.segments[0])
    assert rest.segment == beat.first + 1
    assert len(before) + len(after) == len(whole)
    np.testing.assert_array_equal(again, still)
    # It stands when the motion before is over, and nothing of the next has begun.
    assert np.abs(still - before[-1]).max() < np.abs(still - before[0]).max()
    assert np.abs(still - after[0]).max() > 100
    # The beat ends as it did without it: key pictures of the same are the same.
    held, as_before = (shown(one.segments[-1])[0] for one in (with_rest, without))
    np.testing.assert_array_equal(held, as_before)


def shown(file: str) -> list[np.ndarray]:
    """Return the pictures of a film as shades of grey."""
    with av.open(file) as film:
        return [p.to_ndarray(format="gray").astype(int) for p in film.decode(video=0)]
