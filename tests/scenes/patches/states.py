"""What is compared: each component's example, and odd mobjects; how they look."""

from typing import Any

import numpy as np
from manim import (
    BLUE,
    RED,
    UP,
    Circle,
    DashedLine,
    Group,
    Line,
    Mobject,
    Rectangle,
    Square,
    VGroup,
    VMobject,
)

from scenes.gallery import make_example
from slides.settings.project import components

VALUES = (
    "fill_rgbas", "stroke_rgbas", "background_stroke_rgbas", "stroke_width",
    "background_stroke_width", "sheen_factor", "sheen_direction", "pixel_array",
    "z_index", "fill_opacity", "stroke_opacity", "cap_style", "joint_type",
)  # fmt: skip


def gradient() -> VMobject:
    square = Square().set_fill([RED, BLUE], [0.2, 1]).set_stroke([BLUE, RED], 3)
    return VGroup(square, Circle(color=RED).set_sheen(-0.3, UP)).set_z_index(2)


def listed_twice() -> VMobject:
    shared, last = Square(), Circle()
    return VGroup(VGroup(shared, Line()), VGroup(last, shared), VMobject())


def begun() -> VMobject:
    one = VMobject().start_new_path(np.array([2.0, 1, 0]))
    return VGroup(one, Rectangle(width=3), DashedLine(), VMobject())


ODD = {
    "empty": VMobject, "group": lambda: Group(Mobject(), VGroup()), "begun": begun,
    "gradient": gradient, "twice": listed_twice,
}  # fmt: skip
NAMES = [*components(), *ODD]


def make(name: str) -> Mobject:
    """Draw an example."""
    return ODD[name]() if name in ODD else make_example(name)


def state(mobject: Mobject) -> list[dict[str, Any]]:
    """Return how each member of a family looks, of which class it is."""
    return [
        {
            "class": type(member),
            "points": np.array(member.points),
            **{name: vars(member)[name] for name in VALUES if name in vars(member)},
        }
        for member in Mobject.get_family(mobject)
    ]


def assert_same(
    ours: list[dict[str, Any]], theirs: list[dict[str, Any]], atol: float = 0
) -> None:
    """Compare two states: nothing is more than ``atol`` off."""
    assert len(ours) == len(theirs)
    for one, other in zip(ours, theirs, strict=True):
        assert one.keys() == other.keys()
        for name, value in other.items():
            if isinstance(value, np.ndarray | float | int):
                np.testing.assert_allclose(
                    one[name], value, rtol=0, atol=atol, err_msg=name
                )
            else:
                assert one[name] == value, name
