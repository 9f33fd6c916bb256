"""Does a job with one scene, within a worker process: Manim is loaded here.

Everything that decides about the pictures stands in this file or comes with the
job, because this file is an ingredient of the recordings' keys.
"""

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

from scenes import words
from scenes.record import Recording
from slides.engine.fingerprint import own_digests
from slides.engine.jobs import (
    Draw,
    Event,
    Loaded,
    Reached,
    Render,
    Result,
    SceneJob,
)
from slides.settings.own_words import SAY
from slides.settings.schema import configure
from slides.settings.variants import STILLS, Variant

Tell = Callable[[Event], None]


def do(job: SceneJob, tell: Tell) -> Result:
    """Do a job.

    Parameters
    ----------
    job
        What to do; what the cache takes over is left in its folder.
    tell
        Is told when the sources are loaded and, of a film, how much is done.
    """
    with words.use(job.table.get(SAY, {})):
        match job:
            case Render():
                _render(job, tell)
                return Result()
            case Draw():
                _draw(job, tell)
                return Result()
            case _:
                return Result(_rehearse(job))


def _rehearse(job: SceneJob) -> Recording:
    """Run the scene without pictures, laid out as in the variant."""
    from manim import tempconfig

    from scenes.lesson.rehearsal import rehearse

    variant = job.variant
    # Several jobs of one worker share what was typeset; other workers write, too.
    with tempconfig({"media_dir": str(job.folder / str(os.getpid()))}):
        found = rehearse(job.chapter, _config(job), variant.theme, variant.aspect)
    return replace(found, data=_data(job))


def _render(job: Render, tell: Tell) -> None:
    """Film the scene, and draw how each beat ends."""
    from manim import tempconfig

    from scenes.frame import shapes, theme
    from scenes.lesson.lesson import load_lesson
    from scenes.lesson.stills import draw_svg

    variant, rendering = job.variant, _rendering(job)

    def draw(beat: str, mobjects: Any) -> None:
        # Slides on paper are sharp, whatever the quality of the film.
        size = _size(replace(variant, quality="still"))
        draw_svg(mobjects, rendering / f"{beat}.svg", size)

    lesson = _watched(load_lesson(job.chapter), tell)
    tell(Loaded())
    with (
        tempconfig(_settings(job)),
        theme.use(variant.theme),
        shapes.use(variant.aspect),
    ):
        scene = lesson(
            config=_config(job),
            deck_folder=None,
            at_end_of_beat=draw,
            film=_folder(job, "film"),
        )
        scene.render()
        recording = scene.recording
    _collect(replace(recording, data=_data(job)), rendering)


def _draw(job: Draw, tell: Tell) -> None:
    """Draw how each beat ends."""
    from manim import tempconfig

    from scenes.frame import shapes
    from scenes.lesson.lesson import load_lesson
    from scenes.lesson.stills import draw_stills

    load_lesson(job.chapter)
    tell(Loaded())
    variant, rendering = job.variant, _rendering(job)
    with (
        tempconfig({"media_dir": str(job.folder / "manim")}),
        shapes.use(variant.aspect),
    ):
        recording = draw_stills(
            job.chapter,
            _config(job),
            variant.theme,
            rendering,
            _size(variant),
            STILLS[variant.quality],
        )
    _note(replace(recording, segments=(), data=_data(job)), [], rendering)


def _config(job: SceneJob) -> Any:
    """Return the settings as the experiment wants them."""
    return configure(job.chapter, job.table)


def _data(job: SceneJob) -> tuple[tuple[str, str], ...]:
    """Return which files of one's own the chapter is told of, and what they hold."""
    return tuple(own_digests(job.table).items())


def _rendering(job: SceneJob) -> Path:
    """Make the folder that the cache will take over."""
    return _folder(job, "rendering")


def _folder(job: SceneJob, name: str) -> Path:
    """Make a folder where the job may write."""
    folder = job.folder / name
    folder.mkdir()
    return folder


def _settings(job: SceneJob) -> dict[str, Any]:
    """Return Manim's settings for the variant."""
    picture = job.variant.picture
    return {
        "media_dir": str(job.folder / "manim"),
        "pixel_width": picture.width,
        "pixel_height": picture.height,
        "frame_rate": picture.fps,
        "dry_run": True,  # no film of Manim's
        "progress_bar": "none",
        "verbosity": "ERROR",
    }


def _collect(recording: Recording, rendering: Path) -> None:
    """Gather recording and segments, under plain names, in one folder."""
    (rendering / "segments").mkdir()
    names, frames = [], []
    for number, segment in enumerate(recording.segments):
        name = f"segments/{number:05}.mp4"
        shutil.move(segment, rendering / name)
        names.append(name)
        frames.append(_n_frames(rendering / name))
    _note(replace(recording, segments=tuple(names)), frames, rendering)


def _note(recording: Recording, frames: list[int], rendering: Path) -> None:
    """Write down what was recorded, and how many pictures each segment has."""
    (rendering / "recording.json").write_text(recording.to_json(), encoding="utf-8")
    (rendering / "rendering.json").write_text(
        json.dumps({"frames": frames, "duration": recording.duration}),
        encoding="utf-8",
    )


def _size(variant: Variant) -> tuple[int, int]:
    """Return width and height of a variant's picture in pixels."""
    return variant.picture.width, variant.picture.height


def _watched(lesson: Any, tell: Tell) -> Any:
    """Return a kind of lesson that tells as each beat begins how many are made."""
    made = count()

    class Watched(lesson):  # type: ignore[misc]  # its base is only known here
        def beat(self, *args: Any, **kwargs: Any) -> None:
            super().beat(*args, **kwargs)
            tell(Reached(next(made)))

    return Watched


def _n_frames(file: Path) -> int:
    """Count the pictures in a video file."""
    import av

    with av.open(str(file)) as container:
        return sum(packet.size > 0 for packet in container.demux(video=0))
