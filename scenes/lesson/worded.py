"""What a lesson is about: its experiment, one result of that, and words for it."""

import importlib
from collections.abc import Mapping
from types import ModuleType
from typing import Any, ClassVar

from scenes.caching.folder import cache_folder
from scenes.caching.results import cached_run
from scenes.lesson.headed import Headed
from scenes.lesson.left_out import LeftOutError
from scenes.lookup import fill
from scenes.words import Words, words_of


class Worded(Headed):
    """A stage that knows a result, and what may be said of it.

    Parameters
    ----------
    config
        Settings of the experiment; its defaults if None.
    args, kwargs
        Passed on to :class:`~scenes.lesson.filmed.Filmed` and Manim's ``Scene``.
    """

    experiment: ClassVar[ModuleType]

    def __init__(self, *args: Any, config: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        config = config or self.experiment.Config()
        self.result = cached_run(self.experiment, config, cache_folder("results"))
        # Words in the picture of the open beat, by name: those that are true.
        self.labels: Mapping[str, str] = {}
        self.why_left_out = ""  # the beat last asked for; "" if it is told
        for beat in self.words.BEATS:  # before anything is drawn
            self.words_of(beat)

    @property
    def name(self) -> str:
        """Name of the chapter: that of its experiment's module."""
        return self.experiment.__name__.rpartition(".")[2]

    @property
    def words(self) -> Any:
        """What the chapter says: the module ``scenes/<chapter>/words.py``."""
        return importlib.import_module(f"scenes.{self.name}.words")

    @property
    def title(self) -> str:
        """Title of the chapter."""
        title: str = self.words.TITLE
        return title

    def words_to_tell(self, beat: str) -> Words:
        """Return what a beat says that is told now.

        Raises
        ------
        WordsError
            If the result does not show what the words say of it.
        LeftOutError
            If the beat is left out: see :mod:`~scenes.lesson.left_out`.
        """
        words = self.words_of(beat)
        self.why_left_out, _ = fill(words.get("left_out", ""), self.result)
        if self.why_left_out:
            raise LeftOutError(f"{beat} is left out: mark its step, may_be_left_out")
        return words

    def words_of(self, beat: str) -> Words:
        """Return what a beat says of this result.

        Raises
        ------
        WordsError
            If it cannot say it, see :func:`scenes.words.words_of`.
        """
        claims = getattr(self.experiment, "CLAIMS", {})
        return words_of(beat, self.words.BEATS, claims, self.result)
