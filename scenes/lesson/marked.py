"""Marks: words at which a motion starts, where a voice says them.

A narration names such a word, ``"then {{mark:loss}}the loss"``, and its beat asks to
wait for it::

    self.at("loss")
    self.play(FadeIn(loss))

There the film rests for two pictures, which are a segment of their own. Whoever joins
the film to a voice repeats them until the word is said: nothing is drawn anew, and
silent films have no more than these.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from manim import config

from scenes.lesson.worded import Worded
from scenes.record import Rest
from scenes.words import is_own, marks

# Pictures of a rest: of one alone, and the next segment's first behind it, a decoder
# cannot tell that they are two (ITU-T H.264, 7.4.1.2.4: both are key pictures).
STANDS = 2


class Marked(Worded):
    """A stage whose motions can wait for words.

    Parameters
    ----------
    args, kwargs
        Passed on to :class:`~scenes.lesson.worded.Worded` and Manim's ``Scene``.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rests: list[Rest] = []  # of the open beat, so far
        self._marks: list[tuple[str, int]] = []  # in its words
        self._behind: set[str] = set()  # those of them that no word follows
        self._asked: list[str] = []  # those that its motion has come to

    def use_marks(self, say: str, said: str) -> None:
        """Wait for the marks of a narration from now on.

        Parameters
        ----------
        say
            The narration, with its marks.
        said
            The same as it is read.
        """
        self._marks, n_words = marks(say, self.result), len(said.split())
        self._behind = {name for name, word in self._marks if word >= n_words}
        self.rests, self._asked = [], []

    def at(self, mark: str) -> None:
        """Rest until a voice says the word at a mark; in silence, for two pictures.

        Parameters
        ----------
        mark
            Stands in the words of the open beat.
        """
        self._asked.append(mark)
        segment = self.cut()
        self.wait(STANDS / config.frame_rate, frozen_frame=True)
        self.cut()
        if mark in (words := dict(self._marks)) and mark not in self._behind:
            self.rests.append(Rest(mark, words[mark], segment))

    def mark_faults(self, beat: str) -> Iterator[tuple[str, str]]:
        """Yield what is wrong with the marks of the beat so far: where, and what."""
        written, asked = Counter(name for name, _ in self._marks), Counter(self._asked)
        for mark in written | asked:
            where = f"mark {mark!r}"
            if not asked[mark]:
                yield where, "stands in the narration, and no motion waits for it"
            elif not written[mark] and not is_own(beat):
                yield where, "is waited for, and does not stand in the narration"
            if max(written[mark], asked[mark]) > 1:
                yield where, "stands or is waited for twice: give each a name"
            if mark in self._behind:
                yield where, "stands behind the last word, not before one"
