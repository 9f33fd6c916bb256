"""Words in the sizes of the lecture, and words on a patch."""

from manim import DOWN, LEFT, ORIGIN, RIGHT, Line, VGroup

from scenes.components.text import Label
from scenes.frame import theme


def example() -> VGroup:
    """Write one line of each size, the last over a line."""
    patched = VGroup(
        Line(ORIGIN, 3.4 * RIGHT, color=theme.role("muted")),
        Label("on a patch", patch=True).move_to(1.7 * RIGHT),
    )
    return VGroup(
        Label("A title", pixels=theme.TITLE, weight="SEMIBOLD"),
        Label("A sentence in the size of the body", pixels=theme.BODY),
        Label("A label beside what it names", color=theme.role("muted")),
        patched,
    ).arrange(DOWN, aligned_edge=LEFT)
