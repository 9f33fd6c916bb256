"""Plays a chapter step by step, parked before each, and draws how its beats end.

All of this runs in a process that was forked from one that has Manim loaded, and the
scenes not: here they are imported, as they are now.
"""

import gc
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

from slides.playing import noting
from slides.playing.facts import facts
from slides.playing.orders import (
    Described,
    Draw,
    Drawn,
    Event,
    Film,
    Filmed,
    Go,
    Loaded,
    Order,
    Parked,
    Played,
    TooDeep,
    Watch,
    tell,
)
from slides.playing.parking import Line
from slides.playing.patching import TooDeepError, bring_up
from slides.settings.values import own_files
from slides.settings.variants import Variant

OURS = ("nnsim", "scenes")


class Stepping:
    """One run of a chapter.

    Parameters
    ----------
    watch
        What is watched.
    order
        The order with which it starts.
    line
        Where it parks.
    out
        Number of the pipe into which it tells.
    """

    def __init__(self, watch: Watch, order: Go, line: Line, out: int) -> None:
        self.watch = watch
        self.order: Order = order
        self.line = line
        self.out = out
        self.folder = Path(watch.folder)
        self._filmed: Any = None  # the scene, while it is filmed
        self._own: list[str] = []  # tables that the chapter is given

    def play(self) -> NoReturn:
        """Import the scene and play it; never return."""
        try:
            self._play()
        except BaseException as error:
            self._tell_failure(error)
        os._exit(0)

    def _play(self) -> None:
        """Import the scene, compute its result, play it."""
        noting.install("scenes")
        from manim import tempconfig

        from scenes import words
        from scenes.frame import shapes, theme
        from scenes.lesson.lesson import load_lesson
        from slides.base.errors import UsageError
        from slides.engine.settings_cache import SettingsCache
        from slides.settings.own_words import SAY
        from slides.settings.schema import configure

        watch = self.watch
        cache = SettingsCache(Path(watch.cache) / "settings.json")
        lecture = cache.read(Path(watch.config), watch.overrides)
        if why := lecture.lacks(watch.chapter):
            raise UsageError(why)
        table = lecture.settings[watch.chapter]
        self._own = [str(file) for file, _ in own_files(table)]
        config = configure(watch.chapter, table)
        with (
            tempconfig(self._settings()),
            theme.use(watch.theme),
            shapes.use(watch.aspect),
            words.use(table.get(SAY, {})),
        ):
            lesson: Any = load_lesson(watch.chapter)
            self._note_origins()

            class Stepped(lesson):  # type: ignore[misc]  # its base is only known here
                def construct(scene) -> None:  # noqa: N805  # self is the run
                    self._step_through(scene)

            scene = Stepped(
                config=config,
                at_end_of_beat=self._at_end_of_beat,
                deck_folder=None,
                film=self.folder,
                skip_animations=True,
            )
            scene.render()

    def _settings(self) -> dict[str, Any]:
        """Return Manim's settings, with which a draft is filmed."""
        picture = Variant("draft", self.watch.theme, self.watch.aspect).picture
        return {
            "media_dir": str(self.folder / "manim"),
            "pixel_width": picture.width,
            "pixel_height": picture.height,
            "frame_rate": picture.fps,
            "dry_run": True,
            "progress_bar": "none",
            "verbosity": "ERROR",
        }

    def _note_origins(self) -> None:
        """Remember where in the chapter's sources each mobject is made."""
        from scenes.lesson.origins import note_origins

        package = sys.modules[f"scenes.{self.watch.chapter}"]
        folder = str(Path(str(package.__file__)).parent) + os.sep
        files = {
            str(m.__file__): n for n, m in sys.modules.items() if n in noting.TEXTS
        }

        def locate(file: str, function: str, line: int) -> tuple[str, int]:
            name = f"{files.get(file, file)}:{function.partition('.<locals>')[0]}"
            return name, line - noting.LINES.get(name, 0)

        note_origins(folder, locate)

    def _step_through(self, scene: Any) -> None:
        """Play the steps, parked before each; what returns from that is a child."""
        self._tell(Loaded(self.order.run, _loaded(), self._ran()))
        step = 0
        while True:
            self._park(step)
            match self.order:
                case Draw():
                    self.line.end_with_parent()
                    os.nice(10)
                    self._draw(scene, step - 1)
                    os._exit(0)
                case Film() as order:
                    self.line.end_with_parent()
                    self._bring_up(order.modules)
                    self._film(scene, order)
                case Go() as order:
                    self._bring_up(order.modules)
                    if step < len(order.steps):
                        self._take(scene, order, step)
                        step += 1

    def _park(self, step: int) -> None:
        """Stay before a step; go on in children, each with an order of its own."""
        order = self.order
        gc.freeze()  # what stands is neither looked through nor copied
        self._tell(Parked(order.run, step))
        if isinstance(order, Go) and step < len(order.steps):
            self.order = self.line.park(step, replace(order, step=step, modules=()))
        else:
            self.order = self.line.park(step)

    def _bring_up(self, modules: Sequence[str]) -> None:
        """Bring the modules that have changed up to their sources."""
        try:
            for module in modules:
                if module in sys.modules:
                    bring_up(module)
        except TooDeepError:
            self._tell(TooDeep(self.order.run))
            os._exit(0)

    def _take(self, scene: Any, order: Go, step: int) -> None:
        """Play a step; draw its beat unless another is wanted first."""
        noting.RAN.clear()
        getattr(scene, order.steps[step])()
        scene.end_beat()
        self._tell(Played(order.run, step, self._ran(), _loaded()))
        if step >= order.look:
            self._draw(scene, step)

    def _film(self, scene: Any, order: Film) -> None:
        """Film a step; never return."""
        scene.film_from_here()
        self._filmed = scene
        getattr(scene, order.steps[order.step])()
        scene.end_beat()
        os._exit(0)  # its beat is left out: there is nothing to film

    def _at_end_of_beat(self, beat: str, mobjects: object) -> None:
        """If a beat is being filmed, tell where its clip is, and end this process."""
        if self._filmed is not None and isinstance(self.order, Film):
            from slides.footage.join import join

            self._filmed.cut()
            clip = f"{self.order.step:02}-{self.order.run}.mp4"
            join([*map(str, self._filmed.segments)], self.folder / clip)
            self._tell(Filmed(self.order.run, self.order.step, clip))
            os._exit(0)

    def _draw(self, scene: Any, step: int) -> None:
        """Draw how a step's beat ended; then say what is to be said about it."""
        from scenes.lesson.stills import draw_png

        variant = Variant("still", self.watch.theme, self.watch.aspect)
        picture, run = variant.picture, self.order.run
        name = f"{step:02}-{run}"
        size = picture.width, picture.height
        draw_png(scene.mobjects, self.folder / f"{name}.png", size)
        self._tell(Drawn(run, step, f"{name}.png"))
        text = json.dumps(facts(scene))
        (self.folder / f"{name}.json").write_text(text, encoding="utf-8")
        self._tell(Described(run, step, f"{name}.json"))

    def _ran(self) -> tuple[str, ...]:
        """Return which functions ran since this was last asked for."""
        ran = tuple(sorted(noting.RAN))
        noting.RAN.clear()
        return ran

    def _tell(self, event: Event) -> None:
        """Tell something."""
        tell(self.out, event, self.folder)

    def _tell_failure(self, error: BaseException) -> None:
        """Tell what went wrong, and where."""
        from slides.playing.failures import broken

        if isinstance(error, Exception):
            self._tell(broken(self.order.run, error, self._own))


def _loaded() -> tuple[str, ...]:
    """Return which modules of the project are loaded."""
    return tuple(sorted(n for n in sys.modules if n.partition(".")[0] in OURS))
