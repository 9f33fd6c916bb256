"""The film of a lesson: whoever films it, in segments that beats are made of."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scenes.camera.renderer import FilmRenderer
from scenes.lesson.adapter import AdaptedSlide


class Filmed(AdaptedSlide):
    """A slide that is filmed by our renderer, or else by Manim's.

    Parameters
    ----------
    film
        Folder for the film, whose segments end where :meth:`cut` is called. None lets
        Manim film: a segment for each of its animations, in its own folder.
    args, kwargs
        Passed on to :class:`~scenes.lesson.adapter.AdaptedSlide`.
    """

    def __init__(self, *args: Any, film: Path | None = None, **kwargs: Any) -> None:
        self._films = None
        if film is not None:
            skips = bool(kwargs.get("skip_animations"))
            self._films = FilmRenderer(film, skip_animations=skips)
            kwargs["renderer"] = self._films
        super().__init__(*args, **kwargs)

    def cut(self) -> int:
        """End a segment of the film; return how many there are by now."""
        if self._films and self._films.is_filming:
            return self._films.cut()
        return self._current_animation

    def film_from_here(self) -> None:
        """From now on, let our renderer film what is played."""
        assert self._films is not None
        self._films.film_from_here()

    @property
    def segments(self) -> Sequence[Path]:
        """The files of the film, in order."""
        return self._films.segments if self._films else self._partial_movie_files
