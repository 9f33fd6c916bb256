"""The gallery: one example of each component, for those who draw a new chapter.

Each module here is named as one in ``scenes/components`` and has ``example()``, which
returns a mobject in the theme in use. The values in it are made up to show the
component, and come from no result: nothing here is part of the lecture.
"""

from importlib import import_module
from pathlib import Path

from manim import DOWN, Mobject, VGroup, VMobject, config, tempconfig

from scenes.components.text import Label
from scenes.frame import theme
from scenes.lesson.stills import draw_png

MARGIN = 0.3  # units around an example
PIXELS = 90  # a unit; the lecture in 1280 by 720 has as many


def draw_example(component: str, theme_name: str, file: Path) -> None:
    """Draw the example of a component, as large as it would be in a lecture.

    Parameters
    ----------
    component
        Name of its module, ``"plot"``.
    theme_name
        See :func:`scenes.frame.theme.use`.
    file
        PNG file to write.
    """
    with theme.use(theme_name), tempconfig({"dry_run": True, "verbosity": "ERROR"}):
        example = make_example(component)
        width, height = example.width + 2 * MARGIN, example.height + 2 * MARGIN
        size = round(PIXELS * width), round(PIXELS * height)
        frame = {
            "frame_width": size[0] / PIXELS,
            "frame_height": size[1] / PIXELS,
            "frame_center": example.get_center(),
        }
        draw_png([example], file, size, **frame)


def make_example(component: str) -> Mobject:
    """Return the example of a component, in the theme in use."""
    module = import_module(f"scenes.gallery.{component}")
    example: Mobject = module.example()
    if (
        max(example.width / config.frame_width, example.height / config.frame_height)
        > 1
    ):
        raise ValueError(f"the example of {component} is larger than a frame")
    return example


def under_words(*pairs: tuple[str, VMobject], buff: float = 0.7) -> VGroup:
    """Put mobjects side by side, each over its words."""
    columns = []
    for words, mobject in pairs:
        label = Label(words, color=theme.role("muted"), pixels=theme.SMALLEST)
        columns.append(VGroup(mobject, label.next_to(mobject, DOWN)))
    return VGroup(*columns).arrange(buff=buff)
