"""How like our film is to what stock Manim draws, and how much moves in its pictures.

Run with a chapter, a quality and our film, it prints a line of JSON. The same sample of
beats (see ``sample/sitecustomize.py``) is drawn by Manim's own renderer, straight from
its camera, without an encoder; each twentieth picture and the end of each beat is
compared with the film's picture of the same number.
"""

import json
import statistics
import sys
from collections.abc import Iterator, Sequence

import av
import numpy as np
from manim import Mobject, Scene, tempconfig
from manim.mobject.types.image_mobject import AbstractImageMobject

from scenes.lesson.lesson import load_lesson
from slides.settings.variants import Variant
from tests.oracles.likeness import Likeness, likeness
from tests.oracles.stock_pictures import QUIET, LosslessRenderer, Pixels

EACH = 20  # pictures, of which one is compared


class Comparison:
    """Looks at the pictures of stock as they are drawn, and at those of a film.

    Parameters
    ----------
    film
        The pictures of our film, of the same beats.
    """

    def __init__(self, film: Iterator[av.VideoFrame]) -> None:
        self._film = film
        self.scene: Scene  # that is drawn
        self._shown: av.VideoFrame | None = None  # the film's last, None at its end
        self._drawn: Pixels | None = None  # stock's last
        self.n_drawn = self.n_shown = 0
        self.found: dict[int, Likeness] = {}  # by number of the picture
        self.changed: list[float] = []  # share of its pixels, of each that moved
        self.has_image: list[bool] = []  # of each that moved

    def see(self, pixels: Pixels, n: int) -> None:
        """Take a picture of stock that is shown `n` times."""
        if self._drawn is not None:
            now, before = (one.view(np.uint32) for one in (pixels, self._drawn))
            if share := float((now != before).mean()):
                self.changed.append(share)
                self.has_image.append(shows_image(self.scene.mobjects))
        self._drawn = pixels
        for number in range(self.n_drawn, self.n_drawn + n):
            self._shown = next(self._film, None)
            self.n_drawn += 1
            self.n_shown += self._shown is not None
            if number % EACH == 0:
                self.look()

    def look(self, *_: object) -> None:
        """Compare the last picture, if that has not been done."""
        number = self.n_drawn - 1
        if self._shown and self._drawn is not None and number not in self.found:
            self.found[number] = likeness(self._shown, self._drawn)

    def told(self) -> dict[str, float]:
        """Return all that was found; what the film has left over is counted too."""
        ssims = {number: one.ssim for number, one in self.found.items()}
        return {
            "pictures": self.n_drawn,
            "pictures of ours": self.n_shown + sum(1 for _ in self._film),
            "compared": len(ssims),
            "ssim min": min(ssims.values()),
            "ssim median": statistics.median(ssims.values()),
            "least like": min(ssims, key=lambda number: ssims[number]),
            "off": max(one.off for one in self.found.values()),
            "changed": statistics.fmean(self.changed),
            "has image": statistics.fmean(self.has_image),
        }


def shows_image(mobjects: Sequence[Mobject]) -> bool:
    """Tell whether an image, such as a field over a plane, is among mobjects."""
    return any(
        isinstance(part, AbstractImageMobject)
        for mobject in mobjects
        for part in mobject.get_family()
    )


def main(chapter: str, quality: str, film: str) -> None:
    """Draw a chapter as stock does, and print what tells our film from it."""
    picture = Variant(quality).picture
    size = {"pixel_width": picture.width, "pixel_height": picture.height}
    with (
        av.open(film) as container,
        tempconfig({**QUIET, **size, "frame_rate": picture.fps, "media_dir": "media"}),
    ):
        comparison = Comparison(container.decode(video=0))
        scene = load_lesson(chapter)(
            renderer=LosslessRenderer(comparison.see),
            at_end_of_beat=comparison.look,
            deck_folder=None,
        )
        comparison.scene = scene
        scene.render()
        print(json.dumps(comparison.told()))


if __name__ == "__main__":
    main(*sys.argv[1:])
