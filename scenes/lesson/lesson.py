"""The base of all scenes: a storyboard of beats that shows one true result.

:class:`Lesson` is a manim-slides ``Slide``, so that
``manim scenes/neuron/scene.py Neuron`` and
``manim-slides render scenes/neuron/scene.py Neuron`` work as anyone expects.
"""

import importlib
import inspect
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple, cast

from manim import Camera, FadeOut, Mobject, Scene
from manim_slides.config import BaseSlideConfig, PreSlideConfig

from scenes.components.number import Number
from scenes.frame import shapes, theme
from scenes.lesson.marked import Marked
from scenes.lookup import Filled, fill
from scenes.record import Beat, Fault, Recording
from scenes.words import Words

READING_SPEED = 17  # characters a second
SHORTEST_HOLD = 0.8  # s the last frame of a beat stands in the video
SHORTEST_QUESTION = 3.0  # s a question stands, for an answer of one's own
SETTLE = 0.2  # s of rest that end a beat's motion, in deck and clip too
AtEndOfBeat = Callable[[str, Sequence[Mobject]], object]
Check = Callable[[Sequence[Mobject], object], Iterable[tuple[str, str]]]


class _Open(NamedTuple):
    """A beat that has begun and not yet ended."""

    name: str
    title: str
    say: str
    question: bool
    loop: bool
    start: float
    first: int


class Lesson(Marked):
    """A chapter: draws one result of one experiment, beat by beat.

    Parameters
    ----------
    at_end_of_beat
        Is given the name and the mobjects of each beat as it ends.
    check
        Is given the mobjects and the result as each beat ends; returns faults: what
        has one, and which. It only looks: what is drawn does not depend on it.
    args, kwargs
        Passed on to :class:`~scenes.lesson.marked.Marked` and Manim's ``Scene``.
    """

    def __init__(
        self,
        *args: Any,
        at_end_of_beat: AtEndOfBeat | None = None,
        check: Check | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._at_end_of_beat = at_end_of_beat
        self._check = check
        self._theme = theme.current_name()
        self._shape = shapes.current().name
        self._beats: list[Beat] = []
        self._faults: list[Fault] = []
        self._open: _Open | None = None

    @property
    def beat_name(self) -> str:
        """Name of the beat that is open; "" before the first."""
        return self._open.name if self._open else ""

    def play(self, *args: Any, **kwargs: Any) -> None:
        """Play animations; where there is nothing to play, go on."""
        if args:
            super().play(*args, **kwargs)

    def beat(
        self,
        name: str,
        *,
        clear: bool | tuple[Mobject, ...] = False,
        loop: bool = False,
    ) -> None:
        """Begin a beat of the chapter: say and show its words.

        Parameters
        ----------
        name
            Of its words; becomes a file name.
        clear, loop
            See :meth:`tell`.

        Raises
        ------
        WordsError, LeftOutError
            See :meth:`~scenes.lesson.worded.Worded.words_to_tell`.
        """
        self.tell(name, self.words_to_tell(name), clear=clear, loop=loop)

    def tell(
        self,
        name: str,
        words: Words,
        *,
        clear: bool | tuple[Mobject, ...] = False,
        loop: bool = False,
    ) -> None:
        """Begin a beat: a slide, a clip, a caption, a chapter of the video.

        Parameters
        ----------
        name
            Unique within the scene; becomes a file name.
        words
            What it says; ``{path:format}`` is filled in from the result.
        clear
            Take the old picture away, or what of it is named, before the question
            stands on it.
        loop
            Let the deck repeat the motion until the speaker goes on.
        """
        self.end_beat()
        self.labels = words.get("labels", {})
        question = words.get("question")
        said, filled = fill(words.get("say") or question or "", self.result)
        self.use_marks(words.get("say", ""), said)
        title, named = fill(words.get("title", ""), self.result)
        heading = title or self._open_title()
        self._begin(_Open(name, heading, said, question is not None, loop, 0.0, 0))
        for field in (*named, *filled):
            self.note(field)
        self.answer_question()
        self.set_heading(heading, self.title, named)
        if clear is True:
            self.clear_frame()
        elif clear:
            self.play(*self.leave(*clear))
        if question is not None:
            self.ask_question(question)

    def _open_title(self) -> str:
        """Return the heading of the last beat; the chapter's title at first."""
        return self._beats[-1].title if self._beats else self.title

    def _begin(self, beat: _Open) -> None:
        """Note where a beat starts."""
        time, first = float(self.time), self.cut()
        self._open = beat._replace(start=time, first=first)
        Scene.next_section(self, beat.name)

    def end_beat(self) -> None:
        """End the open beat: rest, check, hold the last frame for reading."""
        beat = self._open
        if beat is None:
            return
        self.wait(SETTLE, frozen_frame=True)
        self._take_stock(beat.name)
        if self._at_end_of_beat is not None:
            self._at_end_of_beat(beat.name, self.mobjects)
        motion, settled = float(self.time) - beat.start, self.cut()
        notes = BaseSlideConfig(notes=beat.say, loop=beat.loop)
        self._slides.append(
            PreSlideConfig.from_base_slide_config_and_animation_indices(
                notes, beat.first, settled
            )
        )
        shortest = SHORTEST_QUESTION if beat.question else SHORTEST_HOLD
        hold = max(shortest, len(beat.say) / READING_SPEED - motion)
        self.wait(hold, frozen_frame=True)
        hold = float(self.time) - beat.start - motion
        last = self.cut()
        self._beats.append(
            Beat(
                beat.name, beat.title, beat.say, beat.question, beat.loop, beat.start,
                motion, hold, beat.first, settled, last, tuple(self.rests),
            )
        )  # fmt: skip
        self._open = None

    def setup(self) -> None:
        """Paint the ground in the theme's paper colour."""
        super().setup()
        cast(Camera, self.renderer.camera).background_color = theme.current().paper

    def tear_down(self) -> None:
        """End the last beat."""
        self.end_beat()
        super().tear_down()

    def _take_stock(self, beat: str) -> None:
        """Note what numbers the end of a beat shows, and what is wrong with it."""
        for mobject in self.mobjects:
            for part in mobject.get_family():
                if isinstance(part, Number) and part.path:
                    self.note(Filled(part.path, part.value, part.words))
        if self._check is not None:
            found = [*self._check(self.mobjects, self.result), *self.mark_faults(beat)]
            self._faults += [Fault(self.name, beat, *fault) for fault in found]

    def clear_frame(self, *but: Mobject, run_time: float = 0.5) -> None:
        """Fade out everything except the titles and what is named."""
        stays = {*but, *self.around}
        leaving = [FadeOut(m) for m in self.mobjects if m not in stays]
        if leaving:
            self.play(*leaving, run_time=run_time)

    @property
    def recording(self) -> Recording:
        """What this run produced."""
        return Recording(
            scene=self.name,
            title=self.title,
            theme=self._theme,
            duration=float(self.time),
            beats=tuple(self._beats),
            receipts=tuple(self._receipts.values()),
            faults=tuple(self._faults),
            segments=tuple(map(str, self.segments)),
            aspect=self._shape,
        )


def load_lesson(chapter: str) -> type[Lesson]:
    """Return the one Lesson that ``scenes/<chapter>/`` defines.

    Raises
    ------
    ImportError
        If the package does not define exactly one.
    """
    module = importlib.import_module(f"scenes.{chapter}.scene")
    found = [
        value
        for value in vars(module).values()
        if inspect.isclass(value)
        and issubclass(value, Lesson)
        and value.__module__ == module.__name__
    ]
    if len(found) != 1:
        raise ImportError(f"scenes/{chapter}: expected one Lesson, got {len(found)}")
    return found[0]
