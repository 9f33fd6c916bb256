"""A motion starts with the picture at which its word is said; nothing is drawn anew."""

from dataclasses import dataclass
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import ClassVar

import numpy as np
import pytest
from manim import FadeIn, Square, tempconfig

from scenes.lesson.lesson import Lesson
from slides.engine.recorded import Rendering
from slides.footage.join import join
from slides.footage.lengths import LEAD_IN, lengths
from slides.footage.timeline import spans
from slides.speech.sound import Heard
from slides.speech.utterance import Utterance
from tests.slides.reading import greys, pictures

RATE = 15
SAY = "Nothing is here yet, {{mark:square}}then a square, {{mark:other}}then another."


@dataclass(frozen=True)
class Config:
    """No settings."""


class Squares(Lesson):
    """Two squares that come at their words, and a beat that follows."""

    experiment: ClassVar = ModuleType("made.up.squares")
    words: ClassVar = SimpleNamespace(
        TITLE="T", BEATS={"squares": {"say": SAY}, "after": {"say": "All over."}}
    )

    def construct(self) -> None:
        self.beat("squares")
        self.at("square")
        self.add(Square(fill_opacity=1))
        self.wait(1)
        self.at("other")
        self.play(FadeIn(Square(fill_opacity=1).shift([4, 0, 0])), run_time=1)
        self.beat("after")


Squares.experiment.Config = Config
Squares.experiment.run = lambda config: config


@pytest.fixture(scope="module")
def filmed(tmp_path_factory: pytest.TempPathFactory) -> Rendering:
    folder = tmp_path_factory.mktemp("film")
    size = {"pixel_width": 320, "pixel_height": 180, "frame_rate": RATE}
    with tempconfig({**size, "dry_run": True, "progress_bar": "none"}):
        scene = Squares(deck_folder=None, film=folder)
        scene.render()
    frames = tuple(len(pictures(file)) for file in scene.recording.segments)
    return Rendering("key", scene.recording, frames, RATE, folder)


def said(first: float, second: float) -> Utterance:
    """Return a narration whose marked words start at these times; s."""
    starts = [0.1, 0.2, 0.3, 0.4, first, first + 0.1, first + 0.2, second, second + 0.1]
    words = SAY.replace("{{mark:square}}", "").replace("{{mark:other}}", "").split()
    assert [words[4], words[7]] == ["then", "then"]
    heard = (Heard(w, s, s + 0.1) for w, s in zip(words, starts, strict=True))
    return Utterance("", second + 0.5, tuple(heard))


def begins(film: list[np.ndarray], *, right: bool) -> int:
    """Return the first picture on which a square can be seen on one side."""
    column = 160 + (right and 90)  # 4 of 14.2 units to the right are 90 pixels
    place = [int(grey[90, column]) for grey in film]
    ground, whole = place[0], place[-1]
    return next(n for n, v in enumerate(place) if v - ground > 0.02 * (whole - ground))


@pytest.mark.parametrize(("first", "second"), [(2.0, 5.0), (3.3, 4.6), (1.1, 9.0)])
def test_each_motion_starts_at_its_word(
    filmed: Rendering, tmp_path: Path, first: float, second: float
) -> None:
    speech = {"squares": said(first, second)}
    film = tmp_path / "a.mp4"
    shown = lengths(filmed, speech)
    join(filmed.recording.segments, film, lengths=shown)
    found = greys(film)
    assert len(found) == sum(shown)
    words = [round((LEAD_IN + start) * RATE) for start in (first, second)]
    assert begins(found, right=False) == words[0]
    # A fade begins with what cannot be seen yet.
    assert words[1] < begins(found, right=True) <= words[1] + 3
    # It ends as in silence, and so does all that follows.
    silent = tmp_path / "b.mp4"
    join(filmed.recording.segments, silent)
    usual, ends = greys(silent), [spans(filmed, speech), spans(filmed)]
    spoken_end, silent_end = (round(one[0].settled * RATE) for one in ends)
    np.testing.assert_array_equal(found[spoken_end], usual[silent_end])
    np.testing.assert_array_equal(found[-1], usual[-1])


def test_what_is_said_already_lets_nothing_rest(filmed: Rendering) -> None:
    (beat, _), quick = filmed.recording.beats, {"squares": said(0.25, 0.8)}
    motion = slice(beat.first, beat.settled)
    assert lengths(filmed, quick)[motion] == filmed.frames[motion]
