"""Colour roles, sizes and the one font; ``use(name)`` switches, ``current()`` tells.

Scenes and components name roles (``theme.current().loss``), never colours, and
read them while drawing, so that one scene serves projector, web page and paper.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path

import font_source_sans_pro
import manimpango
from manim import ManimColor

from nnsim.errors import UnknownNameError, unknown

FONT = "Source Sans Pro"
for _style in ("Regular", "It", "Semibold"):
    _files = Path(font_source_sans_pro.__file__).parent / "files"
    manimpango.register_font(str(_files / f"SourceSansPro-{_style}.ttf"))

# Type sizes in pixels from the top of a capital to the foot of a g, in a frame
# 1080 pixels high.
TITLE = 54
BODY = 38
LABEL = 30
SMALLEST = 26

# Stroke widths in Manim's points.
EDGE = 3.0
CURVE = 5.0
AXIS = 2.5

DIMMED = 0.3  # opacity of what is not the idea of the beat

# The frame in Manim's units: 8 high; the safe area leaves out 4 % on each side
# and 12 % at the foot, where players lay captions.
FRAME_HEIGHT = 8.0
SAFE = 0.04
CAPTIONS = 0.12


@dataclass(frozen=True)
class Theme:
    """A colour for each role."""

    paper: ManimColor  # background
    panel: ManimColor  # quiet fill of boxes and nodes
    ink: ManimColor  # text and axes
    muted: ManimColor  # secondary text, grid, inactive edges
    positive: ManimColor  # weights and values above zero
    negative: ManimColor  # weights and values below zero
    signal: ManimColor  # what flows forward: inputs, activations
    gradient: ManimColor  # what flows backward: derivatives of the loss
    loss: ManimColor
    train: ManimColor
    validation: ManimColor
    plumage: ManimColor  # a penguin's black
    eye: ManimColor  # the white of its eye
    bill: ManimColor  # horn, the same for every species
    class_a: ManimColor  # first class of a question
    class_b: ManimColor  # second class
    class_c: ManimColor  # third class
    base_a: ManimColor  # adenine; the letter always stands with the colour
    base_c: ManimColor  # cytosine
    base_g: ManimColor  # guanine
    base_t: ManimColor  # thymine


def _theme(**colours: str) -> Theme:
    """Build a theme from one hexadecimal colour a role."""
    return Theme(**{role: ManimColor(colour) for role, colour in colours.items()})


# Okabe & Ito's palette (colour-blind safe), lightened for the dark ground and
# darkened for the light ones until text in each role has a contrast of 4.5 : 1.
THEMES = {
    "dark": _theme(
        paper="#10151D", panel="#212B3A", ink="#F4F6F8", muted="#9AA7B8",
        positive="#5CB8F0", negative="#F2A33A", signal="#F5E65C",
        gradient="#EE8FC6", loss="#FF7F5C", train="#5CB8F0", validation="#F2A33A",
        plumage="#2A3648", eye="#F4F6F8", bill="#CDBFA8",
        class_a="#F2A33A", class_b="#5CB8F0", class_c="#7CE8B5",
        base_a="#7CE8B5", base_c="#5CB8F0", base_g="#F2A33A", base_t="#F070B8",
    ),
    "light": _theme(
        paper="#FFFFFF", panel="#E9EEF4", ink="#16202C", muted="#566375",
        positive="#0A64A8", negative="#A85400", signal="#866600",
        gradient="#A8337C", loss="#8F1D08", train="#0A64A8", validation="#A85400",
        plumage="#333E4C", eye="#FFFFFF", bill="#A58F6F",
        class_a="#A85400", class_b="#0A64A8", class_c="#0B5238",
        base_a="#0B5238", base_c="#0A64A8", base_g="#A85400", base_t="#8E2A78",
    ),
    "print": _theme(
        paper="#FFFFFF", panel="#F0F0F0", ink="#000000", muted="#4D4D4D",
        positive="#005A9C", negative="#9A4B00", signal="#756500",
        gradient="#93266A", loss="#7F1A06", train="#005A9C", validation="#9A4B00",
        plumage="#3A3A3A", eye="#FFFFFF", bill="#9A9A9A",
        class_a="#9A4B00", class_b="#005A9C", class_c="#0B5238",
        base_a="#0B5238", base_c="#005A9C", base_g="#9A4B00", base_t="#54104E",
    ),
}  # fmt: skip

_in_use = ["dark"]


def current() -> Theme:
    """Return the theme in use."""
    return THEMES[_in_use[-1]]


def current_name() -> str:
    """Return the name of the theme in use."""
    return _in_use[-1]


@contextmanager
def use(name: str) -> Iterator[Theme]:
    """Draw with the theme of this name inside a ``with`` block.

    Raises
    ------
    UnknownNameError
        If there is no such theme; the message names the nearest or all there are.
    """
    if name not in THEMES:
        raise UnknownNameError(unknown("theme", name, THEMES))
    _in_use.append(name)
    try:
        yield current()
    finally:
        _in_use.pop()


def role(name: str) -> ManimColor:
    """Return the colour that the theme in use gives to a role."""
    colour: ManimColor = getattr(current(), name)
    return colour


ROLES = tuple(field.name for field in fields(Theme))


def units(pixels: float) -> float:
    """Turn pixels of a frame 1080 high into Manim's units."""
    return pixels * FRAME_HEIGHT / 1080
