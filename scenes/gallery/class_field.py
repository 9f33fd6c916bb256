"""Three classes over a plane, paler where they are less sure."""

import numpy as np
from manim import Group

from scenes.components.class_field import ClassField
from scenes.components.plot import Plot
from scenes.frame import theme


def example() -> Group:
    """Draw three classes that meet in the middle."""
    plot = Plot((0, 10), (0, 4), x_label="x", y_label="y", width=5, height=2.5)
    x, y = np.meshgrid(np.linspace(-1, 1, 50), np.linspace(-1, 1, 25))
    z = 5 * np.stack([-x, x - y, x + y], axis=-1)
    p = np.exp(z) / np.exp(z).sum(axis=-1, keepdims=True)
    colors = [theme.role(role) for role in ("class_a", "class_b", "class_c")]
    return Group(ClassField(plot, p, colors), plot)
