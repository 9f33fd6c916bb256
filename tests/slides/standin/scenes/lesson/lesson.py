"""The base of the miniature project's scenes: draws grey frames."""

import importlib
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar

import av
import numpy as np
from manim import config as manim_config

from scenes.frame import theme
from scenes.record import Beat, Fault, Receipt, Recording


class Lesson:
    experiment: ClassVar[Any]
    dry = False

    def __init__(
        self,
        config: Any = None,
        deck_folder: Path | None = None,
        at_end_of_beat: Any = None,
        film: Path | None = None,
    ) -> None:
        self.result = self.experiment.run(config or self.experiment.Config())
        self.name = self.experiment.__name__.rpartition(".")[2]
        self.words = importlib.import_module(f"scenes.{self.name}.words")
        self.renderer = SimpleNamespace(file_writer=SimpleNamespace(sections=[]))
        self.time, self.beats, self.segments, self.faults = 0.0, [], [], []
        self.film = film or Path(manim_config["media_dir"], "parts")
        self.at_end_of_beat = at_end_of_beat or (lambda beat, mobjects: None)

    def render(self) -> None:
        self.construct()

    def beat(self, name: str) -> None:
        words = self.words.BEATS[name]
        question = words.get("question", "")
        say = words.get("say", question).format(seed=self.result.seed)
        self.renderer.file_writer.sections.append(SimpleNamespace(name=name))
        start, first = self.time, len(self.segments)
        self.play(0.5)
        motion, settled = self.time - start, len(self.segments)
        self.at_end_of_beat(name, ())
        self.play(0.8)
        hold = self.time - start - motion
        self.beats.append(Beat(
            name, name.title(), say, bool(question), False, start, motion, hold,
            first, settled, len(self.segments),
        ))  # fmt: skip

    def play(self, seconds: float) -> None:
        rate = manim_config["frame_rate"]
        n_frames = round(seconds * rate)
        self.time += n_frames / rate
        name = f"{len(self.segments):05}.mp4"
        path = (self.film / name).absolute()
        self.segments.append(str(path))
        if not self.dry:
            time.sleep(self.result.delay)
            encode(path, n_frames, 100 + len(self.segments))

    @property
    def recording(self) -> Recording:
        name = self.name
        return Recording(
            name, self.words.TITLE, theme.in_use[-1], self.time, tuple(self.beats),
            (Receipt(name, "first", 0.2, "seed", self.result.seed, (), "1"),),
            tuple(Fault(name, *fault) for fault in self.faults), tuple(self.segments),
        )  # fmt: skip


def encode(path: Path, n_frames: int, shade: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    width, height = manim_config["pixel_width"], manim_config["pixel_height"]
    picture = np.full((height, width, 3), shade, np.uint8)
    with av.open(str(path), "w") as out:
        same = {"threads": "1", "x264-params": "cpu-independent=1"}
        rate = manim_config["frame_rate"]
        stream = out.add_stream("libx264", rate=rate, options=same)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        for _ in range(n_frames):
            out.mux(stream.encode(av.VideoFrame.from_ndarray(picture)))
        out.mux(stream.encode(None))


def load_lesson(chapter: str) -> type[Lesson]:
    module = importlib.import_module(f"scenes.{chapter}.scene")
    return next(
        value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Lesson) and value is not Lesson
    )
