"""What a chapter's pictures must show, and how it is compared with what they show.

    bills = Plane("bill length (mm)", "bill depth (mm)")
    shown = {"line": [bills.points(X[~is_gentoo], "class_a"), bills.pieces(border)]}
    compare(drawn("neuron"), shown)

Values are compared as shares of the axes: a millionth of an axis is too far.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike

from scenes.frame import theme
from tests.drawn.found import Found, Shown
from tests.drawn.parts import Part
from tests.drawn.words import astray, misnamed

CLOSE = 1e-6  # shares of an axis
GAP = 0.3  # units; dashes leave out no more
STRENGTH = 0.32  # how far a field goes from paper to full colour
INSET = 0.06  # of a bin's width, left out on both sides of its bar

Test = Callable[[Found], str]  # what is wrong with a shape; "" if nothing is


@dataclass(frozen=True, eq=False)
class Expected:
    """One shape that must be seen.

    Parameters
    ----------
    name
        What it is, for messages.
    on
        Words at both axes; None for a part without axes.
    test
        Returns what is wrong with a shape found there.
    role
        Of its colour; any if empty.
    nth
        Which of several planes with these words; any if None.
    names
        What is read beside each row of a part: on its left, several parted by
        ``" | "``, any if "", then on its right. Not looked at if empty.
    called
        Words that must stand nearer to it than to others that are called something.
    nearness
        Whether they are near to it, over or under its "plane", or at its "height".
    """

    name: str
    on: tuple[str, str] | None
    test: Test | Callable[[Part], str]
    role: str = ""
    nth: int | None = None
    names: Sequence[Sequence[str]] = ()
    called: str = ""
    nearness: str = "near"

    def by(self, words: str) -> "Expected":
        """Expect these words nearer to it than to other shapes with a name."""
        return replace(self, called=words)

    def under(self, title: str) -> "Expected":
        """Expect these words nearer to its plane than to others with a title."""
        return replace(self, called=title, nearness="plane")

    def beside(self, words: str) -> "Expected":
        """Expect these words nearer to its height than to that of others."""
        return replace(self, called=words, nearness="height")

    def place(self, found: Found) -> np.ndarray:
        """Return boxes, (n, 2, 2), to which its name must be near."""
        if self.nearness == "plane":
            return found.on.box[None]
        boxes = found.boxes
        if self.nearness == "height":
            boxes[..., 0] = -np.inf, np.inf
        return boxes

    def wrong_with(self, found: Found | Part) -> str:
        """Return why this is not the shape; "" if it is."""
        if isinstance(found, Part) or self.on is None:
            is_same = isinstance(found, Part) and self.on is None
            return self.test(found) if is_same else "is elsewhere"  # type: ignore[arg-type]
        if found.on.words != self.on or self.nth not in (None, found.on.nth):
            return "is elsewhere"
        if self.role and found.color != theme.role(self.role).to_hex().upper():
            return f"has not the colour of {self.role}"
        return self.test(found)  # type: ignore[arg-type]


def _far(found: np.ndarray, expected: np.ndarray) -> str:
    """Return how far values are from what they should be, if they are."""
    if found.shape != expected.shape:
        return f"has shape {found.shape}, not {expected.shape}"
    most = np.abs(found - expected).max(initial=0)
    return "" if most <= CLOSE else f"is off by {most:.2g} of an axis"  # or by NaN


def _off_line(points: np.ndarray, line: np.ndarray) -> np.ndarray:
    """Return how far points (n, 2) lie from a line through corners (m, 2)."""
    starts, ways = line[:-1], np.diff(line, axis=0)
    lengths = np.maximum((ways**2).sum(axis=1), 1e-300)
    off = np.full(len(points), np.inf)
    for k, point in enumerate(points):
        along = np.clip(((point - starts) * ways).sum(axis=1) / lengths, 0, 1)
        foot = starts + along[:, None] * ways
        off[k] = np.sqrt(((point - foot) ** 2).sum(axis=1)).min()
    return off


@dataclass(frozen=True)
class Plane:
    """Axes in which shapes are expected, named by the words that stand at them.

    Parameters
    ----------
    x, y
        The words; "" where none stand.
    nth
        Which of several with the same words, row by row; any if None.
    """

    x: str = ""
    y: str = ""
    nth: int | None = None

    def expect(self, name: str, test: Test, role: str = "") -> Expected:
        """Expect a shape in this plane that passes a test."""
        return Expected(name, (self.x, self.y), test, role, self.nth)

    def at(self, nth: int) -> "Plane":
        """Return one of several planes with these words."""
        return Plane(self.x, self.y, nth)

    def points(self, xy: ArrayLike, role: str, *, stacked: bool = False) -> Expected:
        """Expect a closed mark at each of the values (n, 2), or at one of them.

        Marks that are stacked stand at their x; y only says which stack it is.
        """
        wanted = np.atleast_2d(np.asarray(xy, float))

        def test(found: Found) -> str:
            paths = found.paths
            if not found.are_closed or len({len(path) for path in paths}) > 1:
                return "is no cloud of equal marks"
            expected = found.on.shares_of(wanted)
            middles = np.array([path[:-1].mean(axis=0) for path in paths])
            boxes = np.array([(p.min(axis=0) + p.max(axis=0)) / 2 for p in paths])
            columns = slice(1 if stacked else 2)
            tries = (
                _far(at[:, columns], expected[:, columns]) for at in (middles, boxes)
            )
            return min(tries, key=len)

        return self.expect(f"{len(wanted)} points", test, role)

    def curve(self, x: ArrayLike, y: ArrayLike, role: str) -> Expected:
        """Expect the line, whole or dashed, through values (n,) and (n,)."""
        wanted = np.stack([np.asarray(x, float), np.asarray(y, float)], axis=1)

        def test(found: Found) -> str:
            expected = found.on.shares_of(wanted)
            drawn = found.segments.reshape(-1, 2)
            if not len(drawn):
                return "is empty"
            # On the way, too: a line may join the right places in a wrong order.
            middles = found.segments.mean(axis=1)
            off = _off_line(np.concatenate([drawn, middles]), expected).max()
            if not off <= CLOSE:  # NaN, too
                return f"leaves the curve by {off:.2g} of an axis"
            # Nothing is left out but, in a dashed line, what is shorter than a gap.
            lengths = np.linalg.norm(found.on.sides, axis=1)
            reach = GAP if len(found.paths) > 1 else 1e-5
            apart = (expected[:, None] - drawn) * lengths
            missing = np.sqrt((apart**2).sum(axis=2)).min(axis=1) > reach
            return f"leaves out {missing.sum()} places" if missing.any() else ""

        return self.expect(f"curve through {len(wanted)} places", test, role)

    def pieces(self, ends: ArrayLike, role: str = "ink") -> Expected:
        """Expect straight pieces between the values (n_pieces, 2, 2), in any order."""
        wanted = np.asarray(ends, float)

        def test(found: Found) -> str:
            return _far(found.segments, found.on.shares_of(wanted))

        return self.expect(f"{len(wanted)} straight pieces", test, role)

    def lines(self, many: Sequence[ArrayLike], role: str) -> Expected:
        """Expect several lines in one shape, each through its values (n, 2)."""
        ends = [np.stack([w[:-1], w[1:]], axis=1) for w in map(np.asarray, many)]
        return self.pieces(np.concatenate(ends), role)

    def area(self, corners: ArrayLike, role: str) -> Expected:
        """Expect the area within corners (n, 2)."""
        wanted = np.asarray(corners, float)
        return self.lines([np.concatenate([wanted, wanted[:1]])], role)

    def band(
        self, x: ArrayLike, low: ArrayLike, high: ArrayLike, role: str
    ) -> Expected:
        """Expect the area between two curves, each (n,), as far as the plane goes."""
        x, low, high = (np.asarray(values, float) for values in (x, low, high))

        def test(found: Found) -> str:
            ends = found.on.ranges[1]
            there = np.stack([x, np.clip(high, *ends)], axis=1)
            back = np.stack([x, np.clip(low, *ends)], axis=1)[::-1]
            return self.area(np.concatenate([there, back]), role).test(found)  # type: ignore[arg-type]

        return self.expect("band", test, role)

    def bars(self, edges: ArrayLike, counts: ArrayLike, role: str) -> Expected:
        """Expect a bar over each bin that is not empty; edges (n + 1,), counts (n,)."""
        edges = np.asarray(edges, float)
        corners = []
        for left, right, count in zip(
            edges[:-1], edges[1:], np.asarray(counts), strict=True
        ):
            inset = INSET * (right - left)
            x = left + inset, right - inset
            if count:
                box = [(x[0], 0), (x[1], 0), (x[1], count), (x[0], count), (x[0], 0)]
                corners.append(np.array(box, float))
        return self.lines(corners, role)

    def field(self, values: ArrayLike, low: str, high: str) -> Expected:
        """Expect values (n_y, n_x) from 0 to 1 as shades of two roles."""
        wanted = np.clip(np.asarray(values, float), 0, 1)
        end = np.where(
            wanted[..., None] < 0.5, theme.role(low).to_rgb(), theme.role(high).to_rgb()
        )
        return self.shades(np.abs(2 * wanted - 1), end)

    def classes(self, values: ArrayLike, roles: Sequence[str]) -> Expected:
        """Expect the surest of several classes, (n_y, n_x, n_classes), as shades."""
        p = np.asarray(values, float)
        second, first = np.moveaxis(np.sort(p, axis=-1)[..., -2:], -1, 0)
        colors = np.array([theme.role(role).to_rgb() for role in roles])
        return self.shades(first - second, colors[p.argmax(axis=-1)])

    def shades(self, share: ArrayLike, end: np.ndarray) -> Expected:
        """Expect shades from paper, share 0, to colours, 1; the first row lowest."""
        paper = theme.role("paper").to_rgb()
        rgb = paper + STRENGTH * np.asarray(share)[..., None] * (end - paper)
        wanted = 255 * rgb[::-1]

        def test(found: Found) -> str:
            if found.pixels is None:
                return "is no field"
            if far := _far(found.segments, np.array([[[0.0, 0], [1, 1]]])):
                return f"does not fill its plane: {far}"
            if found.pixels.shape[:2] != wanted.shape[:2]:
                return f"has {found.pixels.shape} pixels, not {wanted.shape}"
            off = np.abs(found.pixels[..., :3] - wanted).max()
            return f"has colours off by {off:.0f} of 255" if off > 1 else ""

        return self.expect("field", test)

    def aside(self, kind: str, why: str) -> Expected:
        """Expect a shape of a class, such as ``"Arrow"``, that shows no data."""
        assert why

        def test(found: Found) -> str:
            return "" if found.kind == kind else f"is no {kind}"

        return self.expect(f"{kind} ({why})", test)


def part(
    kind: str, values: ArrayLike, *, names: Sequence[Sequence[str]] = ()
) -> Expected:
    """Expect a part without axes that says these values, see ``parts.py``.

    Names are what stands beside each row, see :class:`Expected`.
    """
    wanted = np.asarray(values, float)

    def test(found: Part) -> str:
        if found.kind != kind:
            return f"is no {kind}"
        return _far(found.values, wanted)

    return Expected(f"{kind} of {wanted.shape} values", None, test, names=names)


def network(
    *weights: ArrayLike,
    kind: str = "NetworkDrawing",
    layers: Sequence[int] | None = None,
    neurons: Sequence[int] | None = None,
    activations: Mapping[int, ArrayLike] | None = None,
) -> Expected:
    """Expect the edges of a network, W (n_out, n_in) a layer.

    Parameters
    ----------
    weights
        Of all layers; the thickest edge is that of the largest of them.
    layers, neurons
        Those of which edges are drawn; all if None.
    activations
        By number of the column: what the colours of its units tell.
    """
    Ws = [np.asarray(W, float) for W in weights]
    largest = max(np.abs(W).max() for W in Ws)
    rows = [
        (layer, j, i, w / largest)
        for layer, W in enumerate(Ws)
        for (j, i), w in np.ndenumerate(W)
        if (layers is None or layer in layers) and (neurons is None or j in neurons)
    ]
    for column, values in (activations or {}).items():
        told = np.clip(np.asarray(values, float).ravel(), -1, 1)
        rows += [(column, j, -1, a) for j, a in enumerate(told)]
    return part(kind, np.array(rows))


def logo(values: ArrayLike, *, below: bool = False) -> Expected:
    """Expect a logo of values (n_positions, 4); the lowest letters may be left out."""
    wanted = np.asarray(values, float)
    wanted = wanted if below else np.maximum(wanted, 0)

    def test(found: Part) -> str:
        if found.kind != "Logo":
            return "is no Logo"
        told = np.zeros(wanted.shape)
        for position, base, height in found.values:
            told[int(position), int(base)] = height
        unit = np.abs(told).max() / np.abs(wanted).max()
        off = np.where(told == 0, np.abs(unit * wanted) > 0.0101, told - unit * wanted)
        return f"is off by {np.abs(off).max():.2g}" if np.abs(off).max() > 1e-6 else ""

    return Expected(f"logo of {len(wanted)} positions", None, test)


def waterfall(terms: Mapping[str, float], spec: str) -> Expected:
    """Expect named bars that add up, and a last one of their sum z.

    The values stand between names and bars, in the format ``spec``.
    """
    values = [*terms.values()]
    stops = np.concatenate([[0.0], np.cumsum(values)])
    pairs = [*pairwise(stops), (0.0, stops[-1])]
    told = {**terms, "z": stops[-1]}.items()
    names = [(f"{name} | {value:{spec}}".replace("-", "−"),) for name, value in told]
    return part("Waterfall", np.sort(pairs, axis=1), names=names)


@dataclass
class Beat:
    """What was found in one beat, and what was not."""

    name: str
    problems: list[str] = field(default_factory=list)

    def compare(self, shown: Shown, expected: Sequence[Expected]) -> None:
        """Give each shape the first that is expected and fits."""
        if shown.problem:
            self.problems.append(f"it cannot be read: {shown.problem}")
        left = list(expected)
        called: dict[str, list[tuple[str, np.ndarray]]] = {}  # name and place of each
        for found in (*shown.shapes, *shown.parts):
            reasons = {}
            for one in left:
                reasons[one.name] = one.wrong_with(found)
                if not reasons[one.name]:
                    left.remove(one)
                    self.compare_names(one, found, shown)
                    if one.called and isinstance(found, Found):
                        here = called.setdefault(one.nearness, [])
                        here.append((one.called, one.place(found)))
                    break
            else:
                near = [
                    f"{k} {why}" for k, why in reasons.items() if "elsewhere" not in why
                ]
                self.problems.append(f"{found} is not expected ({'; '.join(near)})")
        self.problems += [f"{one.name} on {one.on} is not seen" for one in left]
        for near in called.values():
            self.problems += astray(near, shown.words)

    def compare_names(self, one: Expected, found: Found | Part, shown: Shown) -> None:
        """See what stands beside the rows of a part."""
        if one.names and isinstance(found, Part):
            wrong = misnamed(found.rows, shown.words, one.names)
            self.problems += [f"{one.name} {wrong}"] if wrong else []


def compare(
    drawn: Mapping[str, Shown], expected: Mapping[str, Sequence[Expected]]
) -> None:
    """Fail unless all that each beat shows is what is expected, and nothing else is.

    Parameters
    ----------
    drawn
        What the end of each beat shows.
    expected
        What it must show; a beat that shows none of it may be left out.
    """
    problems = [f"no beat is named {name}" for name in expected if name not in drawn]
    for name, shown in drawn.items():
        beat = Beat(name)
        beat.compare(shown, expected.get(name, ()))
        problems += [f"{name}: {problem}" for problem in beat.problems]
    assert not problems, "\n".join(["pictures and result differ", *problems])
