"""manim-slides 5.7 on manim 0.22: two of its methods call what is no longer there.

``tests/scenes/lesson/test_adapter.py`` fails as soon as upstream works unaided; then
:class:`AdaptedSlide` can give way to ``manim_slides.Slide``.
"""

from pathlib import Path
from typing import Any

from manim import Scene
from manim_slides.slide import Slide
from manim_slides.slide.base import BaseSlide

from scenes.patches.quicker import quicker

DECK_FOLDER = Path("build/slides")


class AdaptedSlide(Slide):
    """A manim-slides ``Slide`` whose slides the subclass lists itself.

    Parameters
    ----------
    deck_folder
        Where manim-slides' own files go; None leaves them out.
    """

    skip_reversing = True  # only the Qt presenter plays backwards

    def __init__(
        self, *args: Any, deck_folder: Path | None = DECK_FOLDER, **kwargs: Any
    ) -> None:
        # Slide.__init__ sets config["write_to_movie"], which is gone. The folder
        # is absolute because manim-slides misreads nested relative ones.
        folder = (deck_folder or DECK_FOLDER).absolute()
        BaseSlide.__init__(self, *args, output_folder=folder, **kwargs)
        self._save_deck = deck_folder is not None

    def render(self, *args: Any, **kwargs: Any) -> Any:
        """Render as Manim does; then write manim-slides' files, if wanted."""
        # Slide.render sets max_files_cached to infinity, which is refused.
        with quicker():
            rerun = Scene.render(self, *args, **kwargs)
        if self._save_deck and self._partial_movie_files:
            self._save_slides(skip_reversing=self.skip_reversing)
        return rerun

    def _add_last_slide(self) -> None:
        """Add nothing: the last slide has been listed when its beat ended."""
