"""Lines of words and numbers, and columns of lines: the usual case is short to say."""

from typing import Any

from manim import DOWN, LEFT, ManimColor, VGroup, VMobject

from scenes.components.text import InLine, Written
from scenes.frame import theme
from scenes.frame.rooms import Room
from scenes.lesson.true_numbers import TrueNumbers
from scenes.lookup import FIELD, is_agreement

MEAN_SD = "mean ± s.d."  # what a spread line says
OF_SPLITS = f"{MEAN_SD} of {{config.n_splits}} splits"
Part = str | Written | InLine
Line = Part | tuple[Part, ...] | VMobject


class Lines(TrueNumbers):
    """The part of a lesson that puts words and numbers side by side or in columns."""

    def line(
        self,
        *parts: Part,
        pixels: float | None = None,
        color: ManimColor | None = None,
        buff: float = 0.13,
    ) -> InLine:
        """Return words and numbers side by side: ``line("step", "{steps[0]:d}")``.

        Parameters
        ----------
        parts
            What is written already, or templates. A template that is one formatted
            field alone becomes a :meth:`number`, all others a :meth:`text`.
        pixels, color
            Size and colour of the templates; the size of body text if None.
        buff
            Distance from part to part, in units.
        """
        return InLine(*self.parts(*parts, pixels=pixels, color=color), buff=buff)

    def spread_line(
        self,
        path: str,
        spec: str = ".1%",
        *,
        at: str = "",
        pixels: float | None = None,
        color: ManimColor | None = None,
    ) -> InLine:
        """Return "0.41 ± 0.03": mean and standard deviation of repeats.

        One run has no deviation, and the line is then its value alone.

        Parameters
        ----------
        path, at
            Place of the :class:`~nnsim.spread.Spread` in the result; an index into
            its mean and its deviation, ``"[-1]"``, if it holds more than one.
        spec
            Format of both.
        pixels, color
            Of the mean; the size of body text if None.
        """
        style: dict[str, Any] = {"pixels": pixels or theme.BODY, "color": color}
        mean = self.number(f"{path}.mean{at}", spec, **style)
        if not self.is_repeated(f"{path}.n"):
            return InLine(mean)
        deviation = f"± {{{path}.sd{at}:{spec}}}"
        return InLine(mean, self.text(deviation, color=theme.role("muted")))

    def of_repeats(self, words: str, n: str = "config.n_splits") -> str:
        """Return words about repeats, or for a single split that it is one.

        Parameters
        ----------
        words
            What is said of the repeats: ``MEAN_SD``, ``OF_SPLITS``.
        n
            Place of their number in the result.
        """
        return words if self.is_repeated(n) else "one split"

    def parts(
        self,
        *parts: Part,
        pixels: float | None = None,
        color: ManimColor | None = None,
    ) -> list[Written | InLine]:
        """Return the parts of a :meth:`line`, each where it was drawn."""
        style: dict[str, Any] = {"pixels": pixels or theme.BODY, "color": color}
        return [self._part(part, style) for part in parts]

    def column(
        self,
        *lines: Line,
        buff: float = 0.25,
        pixels: float | None = None,
        color: ManimColor | None = None,
        room: Room | None = None,
    ) -> VGroup:
        """Return lines one below the other, all from the left.

        Parameters
        ----------
        lines
            What is drawn already, templates, or the parts of a :meth:`line`.
        buff
            Distance from line to line, in units.
        pixels, color
            Size and colour of the templates; the size of body text if None.
        room
            In whose middle the column stands; that of the frame if None.
        """
        style: dict[str, Any] = {"pixels": pixels or theme.BODY, "color": color}
        column = VGroup(
            *(
                self.line(*line, **style)
                if isinstance(line, tuple)
                else self._part(line, style)
                for line in lines
            )
        ).arrange(DOWN, buff=buff, aligned_edge=LEFT)
        return column if room is None else column.move_to(room.middle)

    def _part(self, part: Any, style: dict[str, Any]) -> Any:
        """Return what is drawn; write what is a template."""
        if not isinstance(part, str):
            return part
        field = FIELD.fullmatch(part)
        if field is None or field[2] is None or is_agreement(field[2]):
            return self.text(part, **style)
        return self.number(field[1], field[2], **style)
