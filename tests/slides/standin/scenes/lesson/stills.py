"""Stills of the miniature project: grey pictures."""

import dataclasses
from pathlib import Path
from typing import Any

from PIL import Image

from scenes.frame import theme
from scenes.lesson.lesson import load_lesson
from scenes.record import Recording

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}"></svg>'
Size = tuple[int, int]


def draw_svg(mobjects: Any, file: Path, size: Size) -> None:
    file.write_text(SVG.format(*size), encoding="utf-8")


def draw_stills(
    chapter: str, config: Any, theme_name: str, folder: Path, size: Size, endings: Any
) -> Recording:
    def draw(beat: str, mobjects: Any) -> None:
        if ".png" in endings:
            Image.new("RGB", size, "gray").save(folder / f"{beat}.png")
        if ".svg" in endings:
            draw_svg(mobjects, folder / f"{beat}.svg", size)

    with theme.use(theme_name):
        scene = load_lesson(chapter)(config=config, at_end_of_beat=draw)
        scene.dry = True
        scene.render()
        return dataclasses.replace(scene.recording, segments=())
