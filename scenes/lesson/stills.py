"""The last picture of each beat, drawn from its mobjects: as pixels and as vectors."""

import re
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Any

import cairo
import numpy as np
from manim import Camera, Mobject, VMobject
from manim.mobject.types.image_mobject import AbstractImageMobject
from PIL import Image

from scenes.frame import theme
from scenes.lesson.lesson import load_lesson
from scenes.lesson.rehearsal import run_dry
from scenes.record import Recording

Size = tuple[int, int]  # width and height in pixels


def draw_stills(
    chapter: str,
    config: Any,
    theme_name: str,
    folder: Path,
    size: Size,
    endings: Collection[str] = (".png", ".svg"),
) -> Recording:
    """Draw how each beat of a chapter ends: ``<beat>.png`` and ``<beat>.svg``.

    Parameters
    ----------
    chapter, config, theme_name
        See :func:`~scenes.lesson.rehearsal.rehearse`.
    folder
        Where the pictures go.
    size
        Width and height in pixels.
    endings
        Which of the two.
    """
    ways = {".png": draw_png, ".svg": draw_svg}

    def draw(beat: str, mobjects: Sequence[Mobject]) -> None:
        for ending in endings:
            ways[ending](mobjects, folder / f"{beat}{ending}", size)

    lesson = load_lesson(chapter)
    return run_dry(lesson, config, theme_name, at_end_of_beat=draw).recording


def draw_png(mobjects: Iterable[Mobject], file: Path, size: Size, **frame: Any) -> None:
    """Draw mobjects as the video shows them.

    Parameters
    ----------
    mobjects
        What the scene shows.
    file
        PNG file to write.
    size
        Width and height in pixels.
    frame
        Which part of the plane to show, as Manim's ``Camera`` takes it.
    """
    camera = Camera(**_picture(size), **frame)
    camera.capture_mobjects(mobjects)
    Image.fromarray(camera.pixel_array).convert("RGB").save(file)


def draw_svg(mobjects: Iterable[Mobject], file: Path, size: Size) -> None:
    """Draw mobjects as vectors, texts as outlines; images are embedded.

    Parameters
    ----------
    mobjects, size
        See :func:`draw_png`.
    file
        SVG file to write.
    """
    with cairo.SVGSurface(str(file), *size) as surface:
        surface.set_document_unit(cairo.SVGUnit.PX)
        VectorCamera(surface, **_picture(size)).capture_mobjects(mobjects)
    svg = file.read_text(encoding="utf-8")
    file.write_text(renumbered(svg), encoding="utf-8")


def renumbered(svg: str) -> str:
    """Count the parts of a drawing from 1: cairo counts all that a process draws.

    >>> renumbered('<g id="image7"/><use href="#image7"/>')
    '<g id="image1"/><use href="#image1"/>'
    """
    names: dict[str, str] = {}
    for name, kind in re.findall(r'\bid="(([a-z]+-?)[0-9]+)"', svg):
        names.setdefault(name, f"{kind}{len(names) + 1}")
    named = re.compile(r'(?P<before>\bid="|"#|\(#)(?P<name>[a-z]+-?[0-9]+)(?=["\)])')
    return named.sub(
        lambda one: one["before"] + names.get(one["name"], one["name"]), svg
    )


def _picture(size: Size) -> dict[str, Any]:
    """Return size and ground of a picture as a camera takes them."""
    paper = theme.current().paper
    return {"pixel_width": size[0], "pixel_height": size[1], "background_color": paper}


class VectorCamera(Camera):
    """Draws onto a cairo surface all that Manim's camera draws as pixels.

    Parameters
    ----------
    surface
        What to draw on.
    settings
        See Manim's ``Camera``.
    """

    def __init__(self, surface: cairo.Surface, **settings: Any) -> None:
        super().__init__(**settings)
        self._context = cairo.Context(surface)
        self._context.set_source_rgb(*self.background_color.to_rgb())
        self._context.paint()
        across = self.pixel_width / self.frame_width
        down = self.pixel_height / self.frame_height
        middle = self.pixel_width / 2, self.pixel_height / 2
        self._context.set_matrix(cairo.Matrix(across, 0, 0, -down, *middle))

    def get_cairo_context(self, pixel_array: Any) -> "cairo.Context[Any]":
        """Return the context of the surface, whatever array is asked for."""
        return self._context

    # Manim hands colours to cairo as blue, green, red, since its arrays lie so in
    # memory; turned here as well, they come out right.
    def get_fill_rgbas(self, vmobject: VMobject) -> Any:
        """Return the colours of a fill."""
        return super().get_fill_rgbas(vmobject)[:, [2, 1, 0, 3]]

    def get_stroke_rgbas(self, vmobject: VMobject, background: bool = False) -> Any:
        """Return the colours of a stroke."""
        return super().get_stroke_rgbas(vmobject, background)[:, [2, 1, 0, 3]]

    def display_multiple_image_mobjects(
        self, image_mobjects: Iterable[AbstractImageMobject], pixel_array: Any
    ) -> None:
        """Embed images in the size at which they are seen, smoothed as in the video."""
        for image in image_mobjects:
            layer = np.zeros_like(self.pixel_array)
            super().display_image_mobject(image, layer)
            self._embed(layer)

    def _embed(self, layer: np.ndarray) -> None:
        """Paint the part of an RGBA picture (height, width, 4) that is not empty."""
        rows, columns = np.nonzero(layer[:, :, 3])
        if not len(rows):
            return
        top, left = rows.min(), columns.min()
        part = layer[top : rows.max() + 1, left : columns.max() + 1]
        alpha = part[:, :, 3:] / 255
        bgra = np.ascontiguousarray(part[:, :, [2, 1, 0, 3]])
        bgra[:, :, :3] = np.round(bgra[:, :, :3] * alpha)  # as cairo stores it
        height, width = part.shape[:2]
        picture = cairo.ImageSurface.create_for_data(
            bgra.data, cairo.FORMAT_ARGB32, width, height
        )
        self._context.save()
        self._context.identity_matrix()
        self._context.set_source_surface(picture, float(left), float(top))
        self._context.paint()
        self._context.restore()
