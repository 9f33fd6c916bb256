"""Letters of rows and logos stand where, and are as tall as, values say."""

import numpy as np
import pytest
from manim import DL, RIGHT, UP

from scenes.components.bars import Bars
from scenes.components.logo import Logo
from scenes.components.number import Number
from scenes.components.sequence import DnaRow, base_points
from scenes.components.text import Label
from scenes.frame import theme


def test_letters_stand_in_their_cells() -> None:
    row = DnaRow("ACCT", pitch=0.3).shift([1, 1, 0])
    a, c, g, t = row.letters
    assert a.get_center()[0] == pytest.approx(row.cell(0)[0])
    assert c.get_center()[0] == pytest.approx((row.cell(1)[0] + row.cell(2)[0]) / 2)
    assert not g.has_points()
    assert t.get_center()[:2] == pytest.approx(row.cell(3)[:2])


def test_a_row_in_two_lines_breaks_between_cells() -> None:
    row = DnaRow("AACCGGTT", pitch=0.3, per_line=4, leading=1.0).shift([1, 1, 0])
    assert row.cell(4) == pytest.approx(row.cell(0) - UP)
    end, start = row.gap(4)
    assert end == pytest.approx(row.cell(3) + 0.15 * RIGHT)
    assert start == pytest.approx(row.cell(4) - 0.15 * RIGHT)
    assert len(row.gap(2)) == 1
    t = row.letters[3]
    assert t.get_center()[:2] == pytest.approx(row.cell(6.5)[:2])


def test_a_window_over_a_break_has_two_pieces() -> None:
    row = DnaRow("AACCGGTT", pitch=0.3, per_line=4)
    assert row.window(1, 3).get_center() == pytest.approx(row.cell(2))
    first, second = (np.array(part) for part in row.window(2, 3).get_subpaths())
    widths = [np.ptp(part[:, 0]) for part in (first, second)]
    assert widths == pytest.approx([0.6, 0.3])
    assert np.mean(second[:, 1]) == pytest.approx(row.cell(4)[1])


def test_letters_are_as_tall_as_their_values() -> None:
    logo = Logo(np.array([[0.5, 1.0, 0, -0.4]]), pitch=0.3, unit=2, below=True)
    a, c, *_ = logo.above
    assert (a.height, c.height) == pytest.approx((1, 2))
    assert c.get_bottom()[1] == pytest.approx(a.get_top()[1])  # the tallest on top
    assert logo.under[3].get_top()[1] == pytest.approx(0)
    assert logo.under[3].height == pytest.approx(0.8)


def letter_by_letter(logo: Logo, values: np.ndarray) -> dict[str, list[np.ndarray]]:
    found: dict[str, list[np.ndarray]] = {}
    for position, row in enumerate(values):
        for side, name in ((1, "above"), (-1, "under")):
            foot = 0.0
            for base in np.argsort(side * row):
                height = side * row[base] * logo.unit
                if height > 0.01:
                    y = foot if side > 0 else -foot - height
                    points = base_points("ACGT"[base], 0.9 * logo.pitch, height)
                    at = logo.at(position) + y * UP
                    found.setdefault(f"{name} {base}", []).append(points + at)
                    foot += height
    return found


@pytest.mark.parametrize("below", [True, False])
def test_a_logo_is_as_if_drawn_letter_by_letter(*, below: bool) -> None:
    values = np.random.default_rng(3).normal(0, 0.4, (9, 4))
    values[2:4], values[5, 1] = 0, 0.004
    logo = Logo(values, pitch=0.3, unit=2, below=below).shift([1, -2, 0])
    logo.trace(values)
    expected = letter_by_letter(logo, values)
    for name, group in (("above", logo.above), ("under", logo.under)):
        for base, letters in enumerate(group):
            pieces = expected.get(f"{name} {base}", [])
            if name == "under" and not below:
                pieces = []
            points = np.concatenate([np.zeros((0, 3)), *pieces])
            np.testing.assert_allclose(letters.points, points, rtol=0, atol=1e-12)


def test_logo_shows_other_values_where_it_has_been_moved() -> None:
    logo = Logo(np.ones((2, 4)), pitch=0.3, unit=1).shift([2, 1, 0])
    logo.trace(np.array([[0, 0, 0, 0], [0, 0, 0.7, 0]]))
    g = logo.above[2]
    assert g.get_left()[0] == pytest.approx(logo.at(1)[0])
    assert (g.get_bottom()[1], g.height) == pytest.approx((1, 0.7))


@pytest.mark.parametrize("base", ["T", "U"])
def test_t_and_u_have_one_place_and_one_colour(base: str) -> None:
    row = DnaRow(f"ACG{base}", pitch=0.3)
    logo = Logo(np.eye(4), pitch=0.3, unit=1, letters=f"ACG{base}")
    for letters in (row.letters[3], logo.above[3]):
        points = base_points(base, letters.width, letters.height)
        corner = letters.get_corner(DL)
        np.testing.assert_allclose(letters.points, points + corner, atol=1e-9)
        assert letters.get_fill_color() == theme.role("base_t")


def test_bars_are_as_long_as_their_values() -> None:
    numbers = [Number(value) for value in (0.25, 0.8)]
    bars = Bars([Label("a"), Label("b")], numbers, [0, 0.1], width=5)
    assert [bar[0].width for bar in bars.bars] == pytest.approx([1.25, 4])
    assert bars.bars[1][1].width == pytest.approx(1)
    assert all(n.get_left()[0] > b.get_right()[0]
               for n, b in zip(numbers, bars.bars, strict=True))  # fmt: skip


def test_a_spread_that_does_not_exist_is_not_drawn() -> None:
    numbers = [Number(0.25), Number(0.8)]
    bars = Bars([Label("a"), Label("b")], numbers, [np.nan, 0.1], width=5)
    assert [len(bar) for bar in bars.bars] == [1, 2]
    assert np.isfinite(numbers[0].get_center()).all()
    assert numbers[0].get_left()[0] > bars.bars[0].get_right()[0]


def test_names_of_bars_may_stand_above_them() -> None:
    names, numbers = [Label("one"), Label("two")], [Number(0.5), Number(0.9)]
    bars = Bars(names, numbers, [0, 0], width=5, pitch=1.2, names_above=True)
    for name, bar in zip(names, bars.bars, strict=True):
        assert name.get_bottom()[1] > bar[0].get_top()[1]
        assert name.get_left()[0] > bar[0].get_left()[0]
    assert names[1].get_top()[1] < bars.bars[0][0].get_bottom()[1]


def test_letters_of_dna_take_the_height_asked_for_in_narrow_cells() -> None:
    row = DnaRow("ACGT", pitch=0.1, height=0.3)
    assert [part.height for part in row.letters] == pytest.approx([0.3] * 4, abs=1e-3)
    assert row.cell(3)[0] - row.cell(0)[0] == pytest.approx(0.3)
    assert row.window(0, 4).height > 0.3
