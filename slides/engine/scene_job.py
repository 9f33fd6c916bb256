"""Renders or rehearses one scene, within a worker process: Manim is loaded here.

Everything that decides about the pictures stands in this file or comes with the
task, because this file is an ingredient of the recordings' keys.
"""

import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from slides.settings.schema import configure
from slides.settings.variants import Variant

Tell = Callable[[dict[str, Any]], None]


@dataclass(frozen=True)
class SceneJob:
    """One run of a chapter's scene.

    Parameters
    ----------
    chapter
        Name of the chapter.
    table
        Settings of its experiment.
    folder
        Where Manim may put what it needs.
    """

    chapter: str
    table: Mapping[str, Any]
    folder: Path

    def rehearse(self, variant: Variant) -> Any:
        """Run the scene without pictures, laid out as in a variant; return its record.

        Parameters
        ----------
        variant
            Theme and aspect ratio.
        """
        from manim import tempconfig

        from scenes.lesson.rehearsal import rehearse

        with tempconfig({"media_dir": str(self.folder)}):
            return rehearse(self.chapter, self._config(), variant.theme, variant.aspect)

    def render(self, variant: Variant, expected: float | None, tell: Tell) -> None:
        """Render the scene; leave in the folder what the cache takes over.

        Parameters
        ----------
        variant
            Quality and theme.
        expected
            Length in s that the video will probably have; None if unknown.
        tell
            Is told when the sources are loaded, then the length to expect, then how
            much is done.
        """
        from manim import tempconfig

        from scenes.frame import shapes, theme
        from scenes.lesson.lesson import load_lesson
        from scenes.lesson.stills import draw_svg

        (self.folder / "rendering").mkdir()

        def draw(beat: str, mobjects: Any) -> None:
            # Slides on paper are sharp, whatever the quality of the film.
            file = self.folder / "rendering" / f"{beat}.svg"
            draw_svg(mobjects, file, _size(replace(variant, quality="still")))

        lesson = _watched(load_lesson(self.chapter), tell)
        tell({"loaded": True})
        tell({"total": expected or self.rehearse(variant).duration})
        with (
            tempconfig(self._settings(variant)),
            theme.use(variant.theme),
            shapes.use(variant.aspect),
        ):
            scene = lesson(config=self._config(), deck_folder=None, at_end_of_beat=draw)
            scene.render()
            recording = scene.recording
        self._collect(recording)

    def draw(self, variant: Variant, tell: Tell) -> None:
        """Draw how each beat ends; leave in the folder what the cache takes over.

        Parameters
        ----------
        variant
            Size and theme.
        tell
            Is told when the sources are loaded.
        """
        from manim import tempconfig

        from scenes.frame import shapes
        from scenes.lesson.lesson import load_lesson
        from scenes.lesson.stills import draw_stills

        load_lesson(self.chapter)
        tell({"loaded": True})
        rendering = self.folder / "rendering"
        rendering.mkdir()
        with (
            tempconfig({"media_dir": str(self.folder / "manim")}),
            shapes.use(variant.aspect),
        ):
            recording = draw_stills(
                self.chapter, self._config(), variant.theme, rendering, _size(variant)
            )
        self._note(replace(recording, segments=()), [])

    def _config(self) -> Any:
        """Return the settings as the experiment wants them."""
        return configure(self.chapter, self.table)

    def _settings(self, variant: Variant) -> dict[str, Any]:
        """Return Manim's settings for a variant."""
        return {
            "media_dir": str(self.folder / "manim"),
            "pixel_width": variant.picture.width,
            "pixel_height": variant.picture.height,
            "frame_rate": variant.picture.fps,
            "format": "mp4",
            "progress_bar": "none",
            "verbosity": "ERROR",
            "preview": False,
            "save_sections": False,
            # Manim's own cache does not notice a change in a function that an
            # updater calls, so it may show old pictures.
            "disable_caching": True,
        }

    def _collect(self, recording: Any) -> None:
        """Gather recording and segments, under plain names, in one folder."""
        (self.folder / "rendering" / "segments").mkdir()
        names, frames = [], []
        for number, segment in enumerate(recording.segments):
            name = f"segments/{number:05}.mp4"
            shutil.move(segment, self.folder / "rendering" / name)
            names.append(name)
            frames.append(_n_frames(self.folder / "rendering" / name))
        self._note(replace(recording, segments=tuple(names)), frames)

    def _note(self, recording: Any, frames: list[int]) -> None:
        """Write down what was recorded, and how many pictures each segment has."""
        rendering = self.folder / "rendering"
        (rendering / "recording.json").write_text(recording.to_json(), encoding="utf-8")
        (rendering / "rendering.json").write_text(
            json.dumps({"frames": frames, "duration": recording.duration}),
            encoding="utf-8",
        )


def _size(variant: Variant) -> tuple[int, int]:
    """Return width and height of a variant's picture in pixels."""
    return variant.picture.width, variant.picture.height


def _watched(lesson: Any, tell: Tell) -> Any:
    """Return a kind of lesson that tells after each motion how far it is."""

    class Watched(lesson):  # type: ignore[misc]  # its base is only known here
        def play(self, *args: Any, **kwargs: Any) -> None:
            super().play(*args, **kwargs)
            tell({"done": float(self.time)})

    return Watched


def _n_frames(file: Path) -> int:
    """Count the pictures in a video file."""
    import av

    with av.open(str(file)) as container:
        return sum(packet.size > 0 for packet in container.demux(video=0))
