"""A run on screen: pictures that change step by step, and counters beside them."""

from collections.abc import Callable, Sequence, Sized
from typing import Any

from manim import ManimColor, Mobject

from scenes.components.replay import Draw, Replay
from scenes.components.text import InLine
from scenes.frame import theme
from scenes.lesson.lines import Lines

# Words of a counter.
WRONG = "of", "{question.n_samples:d}", "{question.plural}, wrong:"


class Counter(InLine):
    """A line with the value at the step shown: "step 250", "trees: 12".

    Parameters
    ----------
    lesson
        The scene.
    words
        What stands before the value: the parts of a line.
    path, spec
        Place of the value in the result, with ``{k}`` for the step; its format.
    after
        What stands after it, if anything.
    at
        Step shown at first.
    color
        Of words and value.
    """

    def __init__(
        self,
        lesson: Lines,
        words: str | tuple[str, ...],
        path: str,
        spec: str = "d",
        *,
        after: str = "",
        at: int = 0,
        color: ManimColor | None = None,
    ) -> None:
        first = path.replace("{k}", str(at))
        self.number = lesson.number(first, spec, pixels=theme.BODY, color=color)
        self.show_step = lesson.follow(self.number, path)
        before = (words,) if isinstance(words, str) else words
        behind = (after,) if after else ()
        super().__init__(*lesson.parts(*before, self.number, *behind, color=color))


def loss_counters(
    lesson: Lines, words: str, count: str, loss: str, spec: str = ".3f"
) -> InLine:
    """Return a line of two counters: of steps, with words for them, and of the loss."""
    parts = (
        Counter(lesson, words, count),
        Counter(lesson, "loss", loss, spec, color=theme.role("loss")),
    )
    return InLine(*parts, buff=0.75)


class View:
    """A picture of a run: what shows its step k, and what that changes."""

    def __init__(self, show: Draw, *moving: Mobject) -> None:
        self.show, self.moving = show, moving

    @classmethod
    def of(
        cls, show: Callable[[Any], object], values: Sequence[Any], *moving: Mobject
    ) -> "View":
        """Return a picture of one value a step."""
        return cls(lambda k: show(values[k]), *moving)


class RunPanel:
    """A run of a history, step by step.

    Parameters
    ----------
    history
        What has one entry a step.
    views
        The pictures, the lowest first.
    counters
        The lines that count beside them.
    """

    def __init__(
        self, history: Sized, views: Sequence[View], counters: Sequence[Counter]
    ) -> None:
        self.last = len(history) - 1
        self.views, self.counters = tuple(views), tuple(counters)

    def replay(
        self,
        run_time: float,
        *,
        early: bool = False,
        span: tuple[int, int] | None = None,
        also: View | None = None,
    ) -> Replay:
        """Return the animation of the run.

        Parameters
        ----------
        run_time
            In seconds.
        early
            Give the early steps, where most happens, more time.
        span
            First and last step; if None, the whole.
        also
            One more picture, over all others.
        """
        first, last = span or (0, self.last)
        over = [also] if also is not None else []
        draw = [part.show for part in (*self.views, *over)]
        draw += [counter.show_step for counter in self.counters]

        def show(k: int) -> None:
            for part in draw:
                part(first + k)

        moving = [
            *(part for view in self.views for part in view.moving),
            *(counter.number for counter in self.counters),
            *(part for view in over for part in view.moving),
        ]
        return Replay(moving, [show], last - first, early=early, run_time=run_time)
