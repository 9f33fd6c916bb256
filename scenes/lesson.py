"""The base of all scenes: beats, true numbers with receipts, and the deck adapter.

:class:`Lesson` is a manim-slides ``Slide``, so that ``manim scenes/neuron.py Neuron``
and ``manim-slides render scenes/neuron.py Neuron`` work as anyone expects.
"""

import importlib
import inspect
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, ClassVar, NamedTuple

import numpy as np
from manim import DL, UL, FadeIn, FadeOut, Mobject, Scene
from manim_slides.config import BaseSlideConfig, PreSlideConfig
from manim_slides.slide import Slide
from manim_slides.slide.base import BaseSlide

from scenes import theme
from scenes.components.formula import Formula
from scenes.components.number import Number
from scenes.components.text import Label
from scenes.layout import find_faults, frame_edge
from scenes.lookup import Filled, fill, lookup
from scenes.record import Beat, Fault, Receipt, Recording

READING_SPEED = 17  # characters a second
SHORTEST_HOLD = 0.8  # s the last frame of a beat stands in the video
SETTLE = 0.2  # s of rest that end a beat's motion, in deck and clip too
DECK_FOLDER = Path("build/slides")


class _Open(NamedTuple):
    """A beat that has begun and not yet ended."""

    name: str
    title: str
    say: str
    question: bool
    loop: bool
    start: float
    first: int


class Lesson(Slide):  # type: ignore[misc]  # manim-slides ships untyped decorators
    """A chapter: draws one result of one experiment, beat by beat.

    Parameters
    ----------
    config
        Settings of the experiment; its defaults if None.
    deck_folder
        Where manim-slides' own files go; None leaves them out.
    """

    experiment: ClassVar[ModuleType]
    title: ClassVar[str]
    skip_reversing = True  # only the Qt presenter plays backwards

    def __init__(
        self,
        renderer: Any = None,
        *,
        config: Any = None,
        deck_folder: Path | None = DECK_FOLDER,
        **kwargs: Any,
    ) -> None:
        # manim-slides 5.7 sets an option in Slide.__init__ that manim 0.22 no
        # longer has; tests/scenes/test_adapter.py tells when this can go. The
        # folder is absolute because manim-slides misreads nested relative ones.
        folder = (deck_folder or DECK_FOLDER).absolute()
        BaseSlide.__init__(self, renderer, output_folder=folder, **kwargs)
        self._save_deck = deck_folder is not None
        self.result = self.experiment.run(config or self.experiment.Config())
        self._beats: list[Beat] = []
        self._receipts: dict[tuple[str, str, str], Receipt] = {}
        self._faults: list[Fault] = []
        self._open: _Open | None = None
        self._heading: Label | None = None
        self._question: Label | None = None

    @property
    def name(self) -> str:
        """Name of the chapter: that of its experiment's module."""
        return self.experiment.__name__.rpartition(".")[2]

    # --- the storyboard ---------------------------------------------------

    def beat(
        self,
        name: str,
        *,
        say: str = "",
        title: str | None = None,
        question: str | None = None,
        loop: bool = False,
    ) -> None:
        """Begin a beat: a slide, a clip, a caption, a chapter of the video.

        Parameters
        ----------
        name
            Unique within the scene; becomes a file name.
        say
            Narration; ``{path:format}`` is filled in from the result. A question
            beat says its question if this is empty.
        title
            New heading on screen; the last one stays if None.
        question
            Put this question on screen and stop at it: the next beat, which takes
            it away, shows the outcome.
        loop
            Let the deck repeat the motion until the speaker goes on.
        """
        self._close()
        words, filled = fill(say or question or "", self.result)
        heading = title or self._open_title()
        self._begin(_Open(name, heading, words, question is not None, loop, 0.0, 0))
        for field in filled:
            self._note(field)
        if self._question is not None:
            self.play(FadeOut(self._question), run_time=0.3)
            self._question = None
        self._set_heading(heading)
        if question is not None:
            self._question = self.text(
                question, pixels=theme.BODY, weight="SEMIBOLD", patch=True
            )
            self.play(FadeIn(self._question.set_z_index(10).move_to(self.foot())))

    def _open_title(self) -> str:
        """Return the heading of the last beat; the chapter's title at first."""
        return self._beats[-1].title if self._beats else self.title

    def _begin(self, beat: _Open) -> None:
        """Note where a beat starts."""
        time, first = float(self.time), self._current_animation
        self._open = beat._replace(start=time, first=first)
        Scene.next_section(self, beat.name)

    def _set_heading(self, title: str) -> None:
        """Change the title line at the top left, if it is another one."""
        if self._heading is not None and self._heading.words == title:
            return
        new = Label(title, pixels=theme.TITLE, weight="SEMIBOLD")
        new.move_to(frame_edge(UL), aligned_edge=UL)
        changes = [FadeIn(new)]
        if self._heading is not None:
            changes.append(FadeOut(self._heading))
        self._heading = new
        self.play(*changes, run_time=0.5)

    def _close(self) -> None:
        """End the open beat: rest, check, hold the last frame for reading."""
        beat = self._open
        if beat is None:
            return
        self.wait(SETTLE, frozen_frame=True)
        self._take_stock(beat.name)
        motion, settled = float(self.time) - beat.start, self._current_animation
        notes = BaseSlideConfig(notes=beat.say, loop=beat.loop)
        self._slides.append(
            PreSlideConfig.from_base_slide_config_and_animation_indices(
                notes, beat.first, settled
            )
        )
        self.wait(
            max(SHORTEST_HOLD, len(beat.say) / READING_SPEED - motion),
            frozen_frame=True,
        )
        hold, last = float(self.time) - beat.start - motion, self._current_animation
        self._beats.append(
            Beat(
                beat.name, beat.title, beat.say, beat.question, beat.loop, beat.start,
                motion, hold, beat.first, settled, last,
            )
        )  # fmt: skip
        self._open = None

    def setup(self) -> None:
        """Paint the ground in the theme's paper colour."""
        super().setup()
        self.camera.background_color = theme.current().paper

    def tear_down(self) -> None:
        """End the last beat."""
        self._close()
        super().tear_down()

    # --- true numbers -----------------------------------------------------

    def number(self, path: str, spec: str = ".2f", **style: Any) -> Number:
        """Return the value at ``path`` in the result, drawn, with a receipt."""
        number = Number(lookup(self.result, path), spec, path=path, **style)
        self._note(Filled(path, number.value, number.words))
        return number

    def text(self, template: str, **style: Any) -> Label:
        """Return words; ``{path:format}`` fields are filled in from the result."""
        words, filled = fill(template, self.result)
        for field in filled:
            self._note(field)
        return self._written(Label(words, **style), filled)

    def formula(self, source: str, **style: Any) -> Formula:
        """Return a formula in Typst's notation: letters, not values."""
        return Formula(source, **style)

    def values(self, path: str) -> Any:
        """Return an array of the result to draw from, and write its receipt."""
        value = lookup(self.result, path)
        self._note(Filled(path, value, ""))
        return value

    def follow(self, number: Number, path: str) -> Callable[[int], object]:
        """Return a function of a step k that shows the value at ``path`` for k.

        ``path`` holds a place for the step: ``"history.train_loss[{k}]"``.
        """

        def show(k: int) -> object:
            at = path.replace("{k}", str(k))
            return number.show(lookup(self.result, at), at)

        return show

    @staticmethod
    def _written(label: Label, filled: Sequence[Filled]) -> Label:
        """Remember which fields of a label were filled in."""
        label.filled = tuple(filled)
        return label

    def _note(self, field: Filled) -> None:
        """Write a receipt, once for each text of each path in each beat."""
        beat = self._open.name if self._open else ""
        shape = np.shape(field.value)
        value = field.value
        if isinstance(value, np.generic):
            value = value.item()
        scalar = shape == () and isinstance(value, int | float | str)
        receipt = Receipt(
            self.name, beat, float(self.time), field.path,
            value if scalar else None, shape, field.text,
        )  # fmt: skip
        self._receipts.setdefault((beat, field.path, field.text), receipt)

    def _take_stock(self, beat: str) -> None:
        """Check the frame at the end of a beat; note what numbers it shows."""
        for mobject in self.mobjects:
            for part in mobject.get_family():
                if isinstance(part, Number) and part.path:
                    self._note(Filled(part.path, part.value, part.words))
        self._faults += [
            Fault(self.name, beat, mobject, problem)
            for mobject, problem in find_faults(self.mobjects, self.result)
        ]

    # --- layout -----------------------------------------------------------

    def foot(self) -> np.ndarray:
        """Return the middle of the lowest line that captions leave free."""
        up = theme.units(theme.BODY)
        return np.array([0, frame_edge(DL, captions=True)[1] + up / 2, 0])

    def clear(self, *but: Mobject, run_time: float = 0.5) -> None:
        """Fade out everything except the heading and what is named."""
        stays = {*but, self._heading, self._question}
        leaving = [FadeOut(m) for m in self.mobjects if m not in stays]
        if leaving:
            self.play(*leaving, run_time=run_time)

    # --- adapter to manim-slides --------------------------------------------

    def render(self, *args: Any, **kwargs: Any) -> Any:
        """Render as Manim does; then write manim-slides' files, if wanted."""
        # Slide.render sets a cache limit that manim 0.22 refuses.
        rerun = Scene.render(self, *args, **kwargs)
        if self._save_deck and self._partial_movie_files:
            self._save_slides(skip_reversing=self.skip_reversing)
        return rerun

    def _add_last_slide(self) -> None:
        """Add nothing: the last beat has been ended already."""

    @property
    def recording(self) -> Recording:
        """What this run produced."""
        return Recording(
            scene=self.name,
            title=self.title,
            theme=theme.current_name(),
            duration=float(self.time),
            beats=tuple(self._beats),
            receipts=tuple(self._receipts.values()),
            faults=tuple(self._faults),
            segments=tuple(str(file) for file in self._partial_movie_files),
        )


def load_lesson(chapter: str) -> type[Lesson]:
    """Return the one Lesson that ``scenes/<chapter>.py`` defines.

    Raises
    ------
    ImportError
        If the file does not define exactly one.
    """
    module = importlib.import_module(f"scenes.{chapter}")
    found = [
        value
        for value in vars(module).values()
        if inspect.isclass(value)
        and issubclass(value, Lesson)
        and value.__module__ == module.__name__
    ]
    if len(found) != 1:
        raise ImportError(f"scenes/{chapter}.py: expected one Lesson, got {len(found)}")
    return found[0]
