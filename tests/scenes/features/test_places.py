"""What stands at a base, or at a share, stands where the result says.

Rows of DNA and logos have no axes: their letters are equally wide, so the outlines of
the first and the last tell where every base is.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

from nnsim.datasets.dna_features import TRACT
from nnsim.datasets.one_hot import BASES
from nnsim.datasets.splice_junctions import SITE
from nnsim.experiments import features
from scenes.frame import theme
from tests.drawn.expected import CLOSE, logo
from tests.drawn.found import Found, Shown
from tests.drawn.parts import Part
from tests.nnsim.experiments.features.test_claims import shares_without_site
from tests.nnsim.experiments.usual import usual
from tests.scenes.features.test_drawn import FIRST, LAST, dna

GLYPH = 0.7  # width of a row's letter, of that of its cell
WIDTH = LAST - FIRST  # bases of the single layer's logos


@dataclass(frozen=True)
class Ruler:
    """Counts bases along a row or a logo from where its first begins."""

    start: float  # on screen
    pitch: float  # width of a base
    heights: tuple[float, float]  # foot and top of the letters

    def __call__(self, x: Any) -> np.ndarray:
        """Return how many bases lie before places on screen."""
        return (np.asarray(x) - self.start) / self.pitch

    def crosses(self, mark: Found) -> bool:
        """Tell whether a mark stands over the letters, not above or below them."""
        low, high = mark.segments[..., 1].min(), mark.segments[..., 1].max()
        return bool(low < np.mean(self.heights) < high)


def of_row(row: Part) -> Ruler:
    (left, low), (right, high) = row.box
    pitch = (right - left) / (len(row.values) - 1 + GLYPH)
    return Ruler(left - (1 - GLYPH) / 2 * pitch, pitch, (low, high))


def of_logo(drawn: Part, n: int) -> Ruler:
    """Read the axis, which is as long as n positions."""
    (left, low), (right, high) = drawn.box
    return Ruler(left, (right - left) / n, (low, high))


def parts(shown: Shown, kind: str) -> list[Part]:
    """Return the parts of a kind from top to bottom."""
    found = [part for part in shown.parts if part.kind == kind]
    return sorted(found, key=lambda part: -part.box[0, 1])


def ends(mark: Found) -> tuple[float, float]:
    """Return where a mark begins and ends from left to right; a line: both equal."""
    x = mark.segments[..., 0]
    return x.min(), x.max()


def marks(ruler: Ruler, shown: Shown) -> np.ndarray:
    """Return where the lines and frames over a row begin and end, in order, (n, 2)."""
    over = [ruler(ends(mark)) for mark in shown.others if ruler.crosses(mark)]
    return np.array(sorted(over, key=tuple))


def see(found: Any, wanted: Any) -> None:
    """Fail unless places, in bases, are the wanted ones."""
    np.testing.assert_allclose(found, wanted, rtol=0, atol=CLOSE)


def see_logos(shown: Shown, values: Sequence[np.ndarray]) -> list[Part]:
    """Fail unless logos show values from top to bottom; return them."""
    found = parts(shown, "Logo")
    for drawn, wanted in zip(found, values, strict=True):
        assert not logo(wanted).wrong_with(drawn)
    return found


@pytest.fixture(scope="module")
def shown(drawn: Callable[[str], Mapping[str, Shown]]) -> Mapping[str, Shown]:
    return drawn("features")


@pytest.fixture(scope="module")
def r() -> Any:
    return usual(features)


def test_each_sequence_has_its_site(shown: Mapping[str, Shown], r: Any) -> None:
    rows = parts(shown["sequences"], "DnaRow")
    for row, bases in zip(rows, r.examples, strict=True):
        assert not dna(bases).wrong_with(row)
        see(marks(of_row(row), shown["sequences"]), [(SITE, SITE)])


def test_cuts_move_the_site(shown: Mapping[str, Shown], r: Any) -> None:
    rows = parts(shown["anywhere"], "DnaRow")
    for row, start in zip(rows, r.cuts, strict=True):
        assert not dna(r.examples[0][start : start + r.window]).wrong_with(row)
        see(marks(of_row(row), shown["anywhere"]), [(SITE - start, SITE - start)])


def test_the_counting_window_ends_at_the_last_word(
    shown: Mapping[str, Shown], r: Any
) -> None:
    (row,) = parts(shown["kmers"], "DnaRow")
    see(marks(of_row(row), shown["kmers"]), [(r.n_bases - 3, r.n_bases)])


def test_rules_ask_around_the_site(shown: Mapping[str, Shown]) -> None:
    (row,) = parts(shown["rules"], "DnaRow")
    tract, ag, gt = (
        (SITE + TRACT[0], SITE + TRACT[1]),
        (SITE - 2, SITE),
        (SITE, SITE + 2),
    )
    see(marks(of_row(row), shown["rules"]), [tract, ag, (SITE, SITE), gt])


def test_one_hot_cells_are_filled_at_their_letter(
    shown: Mapping[str, Shown], r: Any
) -> None:
    (row,) = parts(shown["one_hot"], "DnaRow")
    ruler, n = of_row(row), r.n_bases
    cells = sorted(
        shown["one_hot"].others, key=lambda c: (-c.segments[..., 1].max(), *ends(c))
    )
    middles = ruler([np.mean(ends(cell)) for cell in cells]).reshape(4, n)
    see(middles, np.tile(np.arange(n) + 0.5, (4, 1)))
    colors = np.array([cell.color for cell in cells]).reshape(4, n)
    for line, base in zip(colors, BASES, strict=True):
        full, empty = (
            theme.role(role).to_hex().upper()
            for role in (f"base_{base.lower()}", "muted")
        )
        assert line.tolist() == [full if b == base else empty for b in r.examples[0]]


@pytest.mark.parametrize(("beat", "epoch"), [("guess", 0), ("grow", -1), ("found", -1)])
def test_weights_of_donor_and_acceptor_stand_at_the_site(
    shown: Mapping[str, Shown], r: Any, beat: str, epoch: int
) -> None:
    site = SITE - FIRST
    frames: list[list[tuple[int, int]]] = [[], []]
    if beat == "found":
        tract = site + TRACT[0], site + TRACT[1]
        frames = [[(site, site + 6)], [tract, (site - 3, site)]]
    logos = see_logos(shown[beat], r.logo[epoch, :2, FIRST:LAST])
    for drawn, boxes in zip(logos, frames, strict=True):
        found = marks(of_logo(drawn, WIDTH), shown[beat])
        see(found, sorted([*boxes, (site, site)]))


def test_always_no_site_is_marked_on_the_scale_of_the_bars(
    shown: Mapping[str, Shown], r: Any
) -> None:
    (bars,) = parts(shown["counts_score"], "Bars")
    (line,) = shown["counts_score"].others
    left, right = bars.box[:, 0]
    longest = (right - left) / bars.values.sum(axis=1).max()
    scale = longest / max(score.right.each.mean() for score in r.aligned.by_counts)
    share = np.mean(shares_without_site(r.config))
    see((np.array(ends(line)) - left) / scale, [share] * 2)


def test_the_filter_stops_at_its_largest_sum(
    shown: Mapping[str, Shown], r: Any
) -> None:
    (row,), scan = parts(shown["filter"], "DnaRow"), r.filters.scan
    ruler, best = of_row(row), scan.z.argmax()
    (drawn,) = see_logos(shown["filter"], [scan.weights])
    reach = [best, best + r.config.width]
    see(ruler(drawn.box[:, 0]), reach)
    see(marks(ruler, shown["filter"]), [reach])
    curve = shown["filter"].shapes[0]  # each sum stands under its filter's first base
    see(ruler(curve.on.corner[0]), 0.5)
    see(curve.on.sides[0, 0] / ruler.pitch, len(scan.z) - 1)


def test_filters_line_up_at_the_site(shown: Mapping[str, Shown], r: Any) -> None:
    (site,) = shown["filters"].others
    logos = see_logos(shown["filters"], r.filters.heights[-1])
    for drawn, offset in zip(logos, r.filters.offsets, strict=True):
        see(of_logo(drawn, r.config.width)(ends(site)), [-offset, -offset])


def test_motifs_stand_where_they_were_found(shown: Mapping[str, Shown], r: Any) -> None:
    (row,), found = parts(shown["hierarchy"], "DnaRow"), r.filters.hierarchy
    ruler = of_row(row)
    see(marks(ruler, shown["hierarchy"]), [(found.site, found.site)])
    logos = see_logos(shown["hierarchy"], found.weights)
    for drawn, place in zip(logos, found.places, strict=True):
        see(ruler(drawn.box[:, 0]), [place, place + r.config.width])
