"""A drawing does not tell what was drawn before it."""

from pathlib import Path

import numpy as np
from manim import Circle, ImageMobject, Square, VGroup

from scenes.lesson.stills import draw_svg, renumbered

SIZE = (160, 90)


def test_same_drawing_is_the_same_file_whatever_was_drawn_before(
    tmp_path: Path,
) -> None:
    shapes = VGroup(Square(fill_opacity=0.5), Circle())
    picture = ImageMobject(np.array([[0, 255], [128, 64]], np.uint8)).set(height=2)
    files = [tmp_path / f"{n}.svg" for n in range(3)]
    for file in files:
        draw_svg([shapes, picture], file, SIZE)
        draw_svg([picture] * 3, tmp_path / "between.svg", SIZE)
    assert len({file.read_bytes() for file in files}) == 1
    assert b"<image" in files[0].read_bytes()


def test_references_follow_their_names() -> None:
    drawn = (
        '<g id="mask-31"/><g id="image7"/><use href="#image7" mask="url(#mask-31)"/>'
    )
    assert renumbered(drawn) == (
        '<g id="mask-1"/><g id="image2"/><use href="#image2" mask="url(#mask-1)"/>'
    )
    colours = '<path fill="#ab12" id="glyph-0-1"/><use href="#glyph-0-1"/>'
    assert renumbered(colours) == colours
