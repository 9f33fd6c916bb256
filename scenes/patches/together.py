"""All mobjects of a transform at once: their colours in one array, their points too."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from manim import Mobject, Transform, VMobject
from manim.utils.bezier import interpolate

from scenes.patches.interpolation import are_equal, show_share

COLORS = ("fill_rgbas", "stroke_rgbas", "background_stroke_rgbas")
WIDTHS = ("stroke_width", "background_stroke_width")
Trio = tuple[Any, Any, Any]  # a mobject that moves, its start, its end


class Together:
    """What moves in a transform, from where, and to where.

    Parameters
    ----------
    trios
        All that moves.
    """

    def __init__(self, trios: Sequence[Trio]) -> None:
        self.trios = trios
        self.has_updaters = any(one.updaters for trio in trios for one in trio[1:])
        plain = [trio for trio in trios if _is_plain(*trio)]
        self.others = [trio for trio in trios if not _is_plain(*trio)]
        self._moving: list[dict[str, Any]] = [trio[0].__dict__ for trio in plain]
        self._colors = [_colors(trio[k] for trio in plain) for k in (1, 2)]
        self._widths = [_widths(trio[k] for trio in plain) for k in (1, 2)]
        ends = [(one, start.points, end.points) for one, start, end in plain]
        self._resting = [(m, at) for m, at, end in ends if are_equal(at, end)]
        self._going = [trio for trio in ends if not are_equal(*trio[1:])]
        self._cuts = np.cumsum([len(start) for _, start, _ in self._going])[:-1]
        self._points = [
            np.concatenate([trio[k] for trio in self._going] or [np.zeros((0, 3))])
            for k in (1, 2)
        ]

    def show(self, share: float) -> None:
        """Let all but the others be so far on a straight way from start to end."""
        colors = _between(self._colors, share)
        widths = _between(self._widths, share).tolist()
        for values, (fill, stroke, behind), (width, width_behind) in zip(
            self._moving, colors, widths, strict=True
        ):
            values["fill_rgbas"], values["stroke_rgbas"] = fill, stroke
            values["background_stroke_rgbas"] = behind
            values["stroke_width"] = width
            values["background_stroke_width"] = width_behind
        for mobject, points in self._resting:
            if not are_equal(mobject.points, points):
                mobject.points = points.astype(float)
        if self._going:
            parts = np.split(_between(self._points, share), self._cuts)
            for (mobject, _, _), part in zip(self._going, parts, strict=True):
                mobject.points = part


def _between(ends: Sequence[np.ndarray], share: float) -> np.ndarray:
    """Return what is so far between a start and an end."""
    start, end = ends
    return np.asarray((1 - share) * start + share * end)


def _is_plain(mobject: Any, start: Any, end: Any) -> bool:
    """Tell whether all are as many curves of one colour each, without sheen."""
    for one in (mobject, start, end):
        if not isinstance(one, VMobject) or one.sheen_factor:
            return False
        if any(vars(one)[name].shape != (1, 4) for name in COLORS):
            return False
    has_as_many = start.points.shape == end.points.shape
    return has_as_many and are_equal(start.sheen_direction, end.sheen_direction)


def _colors(mobjects: Iterable[Mobject]) -> np.ndarray:
    """Return colours, (n, 3, 1, 4)."""
    found = [[vars(mobject)[name] for name in COLORS] for mobject in mobjects]
    return np.array(found, float).reshape(-1, len(COLORS), 1, 4)


def _widths(mobjects: Iterable[Mobject]) -> np.ndarray:
    """Return widths of strokes, (n, 2)."""
    found = [[vars(mobject)[name] for name in WIDTHS] for mobject in mobjects]
    return np.array(found, float).reshape(-1, len(WIDTHS))


def show_together(self: Any, alpha: float) -> None:
    """Show how far a transform has come, all its mobjects at once where that may be."""
    trios = list(self.get_all_families_zipped())
    together = vars(self).get("together")
    if together is None or together.trios != trios:
        together = self.together = Together(trios)
    if (
        self.lag_ratio
        or self.path_func is not interpolate
        or together.has_updaters
        or type(self).interpolate_submobject is not Transform.interpolate_submobject
    ):
        show_share(self, alpha)
        return
    share = self.get_sub_alpha(alpha, 0, 1)
    together.show(share)
    for trio in together.others:
        self.interpolate_submobject(*trio, share)


PATCHES: tuple[tuple[type, str, Any], ...] = (
    (Transform, "interpolate_mobject", show_together),
)
