"""The base of all scenes, on lessons as small as can be."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from types import ModuleType, SimpleNamespace
from unittest.mock import patch

import numpy as np
import pytest
from manim import Dot, FadeIn, tempconfig

from scenes.components.paragraph import Paragraph
from scenes.components.text import Written
from scenes.lesson.lesson import (
    READING_SPEED,
    SHORTEST_HOLD,
    SHORTEST_QUESTION,
    Lesson,
    load_lesson,
)
from scenes.lesson.rehearsal import rehearse_lesson
from scenes.record import Recording
from scenes.words import Beats

LONG = "A sentence that is long enough to take longer than what moves. " * 3
BEATS: Beats = {
    "start": {"title": "Start", "say": "The loss is {loss:.2f}."},
    "guess": {"question": "What will {n} make of it?"},
    "still": {"title": "End", "say": LONG},
}


@dataclass(frozen=True)
class Config:
    loss: float = 0.488


@dataclass(frozen=True, eq=False)
class Result:
    loss: float
    n: int = 13
    species: str = "Adelie"
    curve: np.ndarray = field(default_factory=lambda: np.linspace(0, 1, 6))
    unlike: tuple[np.ndarray, ...] = (np.zeros(2), np.zeros(3))
    is_ours: bool = True


experiment = ModuleType("made.up.tiny")
experiment.Config = Config
experiment.run = lambda config: Result(config.loss)


class Tiny(Lesson):
    """Three beats: words, a question, and one that does not move."""

    experiment = experiment
    words = SimpleNamespace(TITLE="Tiny", BEATS=BEATS)

    def construct(self) -> None:
        self.beat("start")
        self.play(FadeIn(self.number("loss", ".3f")), run_time=2)
        self.beat("guess", loop=True)
        self.beat("still")


def lesson(construct: Callable[[Lesson], None]) -> type[Lesson]:
    """Make a lesson of one function."""
    words = SimpleNamespace(TITLE="T", BEATS={})
    members = {"experiment": experiment, "words": words, "construct": construct}
    return type("Made", (Lesson,), members)


def words(scene: Lesson) -> set[str]:
    """Return what can be read on screen now."""
    return {m.words for m in scene.mobjects if isinstance(m, Written | Paragraph)}


@pytest.fixture(scope="module")
def tiny() -> Recording:
    return rehearse_lesson(Tiny).recording


# --- beats --------------------------------------------------------------------------


def test_beats_are_listed_in_order(tiny: Recording) -> None:
    assert (tiny.scene, tiny.title, tiny.theme) == ("tiny", "Tiny", "dark")
    assert [beat.name for beat in tiny.beats] == ["start", "guess", "still"]
    assert [beat.title for beat in tiny.beats] == ["Start", "Start", "End"]
    assert [beat.question for beat in tiny.beats] == [False, True, False]
    assert [beat.loop for beat in tiny.beats] == [False, True, False]


def test_times_add_up(tiny: Recording) -> None:
    assert tiny.beats[0].start == 0
    for before, after in pairwise(tiny.beats):
        assert after.start == pytest.approx(before.end)
        assert (after.first, before.settled < before.last) == (before.last, True)
    assert tiny.beats[-1].end == pytest.approx(tiny.duration)
    assert all(beat.motion > 0 for beat in tiny.beats)
    assert tiny.beats[0].motion >= 2


def test_there_is_time_to_read(tiny: Recording) -> None:
    for beat in tiny.beats:
        assert beat.hold >= SHORTEST_HOLD - 1e-9
        assert beat.motion + beat.hold >= len(beat.say) / READING_SPEED - 1e-9
        assert beat.hold >= SHORTEST_QUESTION - 1e-9 or not beat.question
    still = tiny.beats[-1]  # and not much more than that
    assert still.motion + still.hold == pytest.approx(len(still.say) / 17, abs=0.1)


def test_question_is_said_and_shown_until_the_next_beat() -> None:
    shown: list[set[str]] = []

    def construct(self: Lesson) -> None:
        self.tell("ask", {"question": "What next?"})
        shown.append(words(self))
        self.tell("then", {"say": "This."})
        shown.append(words(self))

    recording = rehearse_lesson(lesson(construct)).recording
    assert shown == [{"T", "What next?"}, {"T"}]
    assert recording.beats[0].say == "What next?"


def test_where_there_is_nothing_to_play_the_lesson_goes_on() -> None:
    def construct(self: Lesson) -> None:
        self.tell("none", {"say": "Nothing."})
        self.play(*(), run_time=5)

    assert rehearse_lesson(lesson(construct)).recording.beats[0].motion < 5


def test_narration_is_filled_in_from_the_result(tiny: Recording) -> None:
    assert tiny.beats[0].say == "The loss is 0.49."
    other = rehearse_lesson(Tiny, Config(loss=0.25), "print").recording
    assert other.beats[0].say == "The loss is 0.25."
    assert other.theme == "print"


def test_title_is_filled_in_from_the_result_once() -> None:
    def construct(self: Lesson) -> None:
        self.tell("one", {"title": "{n} of {species}"})
        self.tell("same", {"say": "More of it."})

    with patch.object(experiment, "run", lambda config: Result(0.5, species="{a}")):
        made = rehearse_lesson(lesson(construct)).recording
    assert [beat.title for beat in made.beats] == ["13 of {a}"] * 2
    found = {(r.beat, r.path, r.text) for r in made.receipts}
    assert ("one", "species", "{a}") in found


def test_slides_of_the_deck_are_the_motions() -> None:
    scene = rehearse_lesson(Tiny)
    for slide, beat in zip(scene._slides, scene.recording.beats, strict=True):
        assert (slide.start_animation, slide.end_animation) == (
            beat.first,
            beat.settled,
        )
        assert slide.notes == beat.say
        assert slide.loop is beat.loop


def test_rehearsal_has_no_video(tiny: Recording) -> None:
    assert tiny.segments == ()


# --- receipts -----------------------------------------------------------------------


def test_every_number_has_a_receipt(tiny: Recording) -> None:
    found = {(r.beat, r.path, r.value, r.text) for r in tiny.receipts}
    assert found >= {
        ("start", "loss", 0.488, "0.49"),  # said
        ("start", "loss", 0.488, "0.488"),  # shown
        ("guess", "n", 13, "13"),  # asked
        ("still", "loss", 0.488, "0.488"),  # still on screen
    }
    for receipt in tiny.receipts:
        (beat,) = (beat for beat in tiny.beats if beat.name == receipt.beat)
        assert beat.start <= receipt.time <= beat.end
        assert receipt.scene == "tiny"


def test_arrays_and_words_have_receipts() -> None:
    def construct(self: Lesson) -> None:
        self.tell("one", {})
        self.values("curve")
        self.values("unlike")
        assert self.values("is_ours")  # a truth, of which nothing is drawn
        self.text("{species} at {curve[1]:.1f}")

    receipts = {
        r.path: r for r in rehearse_lesson(lesson(construct)).recording.receipts
    }
    assert (receipts["curve"].value, receipts["curve"].shape) == (None, (6,))
    assert receipts["unlike"].shape == (2,)
    assert "is_ours" not in receipts
    assert (receipts["species"].value, receipts["species"].text) == ("Adelie", "Adelie")
    assert receipts["curve[1]"].value == pytest.approx(0.2)
    assert type(receipts["curve[1]"].value) is float  # goes into JSON


def test_recording_of_a_rehearsal_goes_into_json(tiny: Recording) -> None:
    assert Recording.from_json(tiny.to_json()) == tiny


def test_followed_number_shows_each_step() -> None:
    seen: list[tuple[float, str, str]] = []

    def construct(self: Lesson) -> None:
        self.tell("one", {})
        number = self.number("curve[0]", ".1f")
        self.add(number)
        show = self.follow(number, "curve[{k}]")
        for k in (0, 3, 5):
            show(k)
            seen.append((number.value, number.path, number.words))

    recording = rehearse_lesson(lesson(construct)).recording
    assert seen == [
        (0, "curve[0]", "0.0"), (0.6000000000000001, "curve[3]", "0.6"),
        (1, "curve[5]", "1.0"),
    ]  # fmt: skip
    assert recording.faults == ()
    assert "curve[5]" in {receipt.path for receipt in recording.receipts}


# --- what goes wrong ------------------------------------------------------------------


@pytest.mark.parametrize(
    "step",
    [
        lambda self: self.tell("b", {"say": "It is {lost:.2f}."}),
        lambda self: self.number("curve[9]"),
        lambda self: self.values("losses"),
        lambda self: self.text("{nobody}"),
    ],
)
def test_unknown_path_stops_the_rehearsal(step: Callable[[Lesson], None]) -> None:
    def construct(self: Lesson) -> None:
        self.tell("one", {})
        step(self)

    with pytest.raises(KeyError, match=r"nothing at .* in Result"):
        rehearse_lesson(lesson(construct))


def test_faults_name_scene_and_beat() -> None:
    def construct(self: Lesson) -> None:
        self.tell("fine", {})
        self.tell("bad", {})
        self.add(Dot().shift([9, 0, 0]))

    (fault,) = rehearse_lesson(lesson(construct)).recording.faults
    assert (fault.scene, fault.beat) == ("tiny", "bad")
    assert "dot at" in fault.mobject
    assert "leaves the safe area" in fault.problem


def test_cleared_frame_keeps_the_heading_and_what_is_named() -> None:
    def construct(self: Lesson) -> None:
        self.tell("one", {})
        self.stays = Dot()
        self.add(self.stays, Dot(), self.number("loss"))
        self.clear_frame(self.stays)

    scene = rehearse_lesson(lesson(construct))
    assert words(scene) == {"T"}
    assert [m for m in scene.mobjects if isinstance(m, Dot)] == [scene.stays]


# --- finding the scene --------------------------------------------------------------


@pytest.mark.parametrize("n", [0, 1, 2])
def test_a_package_has_exactly_one_lesson(
    n: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = ModuleType("scenes.made_up.scene")
    module.Imported = Tiny  # from elsewhere: not the package's own
    for k in range(n):
        own = lesson(lambda self: None)
        own.__module__ = module.__name__
        setattr(module, f"Own{k}", own)
    monkeypatch.setitem(sys.modules, "scenes.made_up", ModuleType("scenes.made_up"))
    monkeypatch.setitem(sys.modules, module.__name__, module)
    if n == 1:
        assert load_lesson("made_up") is module.Own0
    else:
        with pytest.raises(ImportError, match=f"expected one Lesson, got {n}"):
            load_lesson("made_up")


def test_a_beat_filmed_from_where_it_begins_is_that_of_the_whole_film(
    tmp_path: Path,
) -> None:
    pictures = {"pixel_width": 160, "pixel_height": 90, "frame_rate": 15}
    filmed = {}
    for name in ("whole", "part"):
        folder = tmp_path / name
        folder.mkdir()

        def construct(self: Lesson, is_part: bool = name == "part") -> None:
            self.tell("first", {"title": "T"})
            self.play(FadeIn(Dot()), run_time=1)
            self.end_beat()
            if is_part:
                self.film_from_here()
            self.tell("second", {})
            self.play(FadeIn(self.number("loss", ".3f")), run_time=1)

        with tempconfig({**pictures, "dry_run": True, "progress_bar": "none"}):
            scene = lesson(construct)(
                deck_folder=None, film=folder, skip_animations=name == "part"
            )
            scene.render()
        beat = scene.recording.beats[-1]
        filmed[name] = [Path(s) for s in scene.recording.segments][-2:]
        assert beat.name == "second"
    whole, part = ([file.read_bytes() for file in filmed[name]] for name in filmed)
    assert part[0] == whole[0]
    assert len([*(tmp_path / "part").iterdir()]) == 2
