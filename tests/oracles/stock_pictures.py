"""What Manim itself draws of a scene, straight from its camera, encoded by nobody."""

from collections.abc import Callable
from typing import Any

import numpy as np
from manim import Scene, tempconfig
from manim.renderer.cairo_renderer import CairoRenderer
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]  # (height, width, 4): red, green, blue, opacity
See = Callable[[Pixels, int], object]  # a picture, and how many times it is shown

QUIET = {"dry_run": True, "disable_caching": True, "progress_bar": "none",
         "verbosity": "ERROR"}  # fmt: skip


class LosslessRenderer(CairoRenderer):
    """Manim's own renderer, which hands its pictures on in place of encoding them.

    Parameters
    ----------
    see
        Is given each picture as it is drawn.
    """

    def __init__(self, see: See) -> None:
        super().__init__()
        self._see = see

    def add_frame(self, frame: Pixels, num_frames: int = 1) -> None:
        """Hand a picture on."""
        if not self.skip_animations:
            self.time += num_frames / self.camera.frame_rate
            self._see(frame, num_frames)


def stock_pictures(scene: type[Scene], **settings: Any) -> list[Pixels]:
    """Return all pictures of a small scene, in order.

    Parameters
    ----------
    scene
        What to draw.
    settings
        Manim's: ``pixel_width=64``.
    """
    pictures: list[Pixels] = []
    with tempconfig({**QUIET, **settings}):
        scene(
            renderer=LosslessRenderer(lambda one, n: pictures.extend([one] * n))
        ).render()
    return pictures
