"""Each kind of fault is found on a small frame, and a good frame has none."""

from types import SimpleNamespace

import numpy as np
import pytest
from manim import (
    DOWN,
    LEFT,
    PI,
    RIGHT,
    UP,
    AnnularSector,
    Circle,
    Dot,
    ImageMobject,
    Line,
    ManimColor,
    Mobject,
    Rectangle,
    VGroup,
    VMobject,
    config,
)

from scenes.checks.contrast import contrast
from scenes.checks.layout import find_faults
from scenes.components.formula import Formula
from scenes.components.number import Number
from scenes.components.paragraph import Paragraph
from scenes.components.plot import Plot, Tick
from scenes.components.text import InLine, Label
from scenes.frame import theme
from scenes.frame.safe_area import frame_edge, safe_area
from scenes.lookup import fill

RESULT = SimpleNamespace(loss=0.488, n=13)


def faults(*mobjects: Mobject) -> list[str]:
    return [problem for _, problem in find_faults(mobjects, RESULT)]


def filled(template: str) -> Label:
    words, fields = fill(template, RESULT)
    label = Label(words)
    label.filled = fields
    return label


def test_a_good_frame_has_no_faults() -> None:
    plot = Plot((0, 1), (0, 2), x_label="p", y_label="loss", width=3, height=2)
    line = InLine(Label("loss"), Number(0.488, ".3f", path="loss"))
    frame = [
        plot.shift(4 * LEFT),
        plot.curve(np.array([0, 1]), np.array([0, 2]), color=theme.role("loss")),
        line.shift(2 * UP + 2 * RIGHT),
        Formula("a = 1 / (1 + e^(-z))").shift(3 * RIGHT),
        filled("{n} parameters").shift(3 * RIGHT + 2 * DOWN),
        Circle().shift(5.5 * RIGHT),
    ]
    assert find_faults(frame, RESULT) == []


# --- the safe area ----------------------------------------------------------------


@pytest.mark.parametrize("direction", [LEFT, RIGHT, UP, DOWN])
def test_words_that_leave_the_safe_area_are_found(direction: np.ndarray) -> None:
    label = Label("words")
    edge = frame_edge(direction, captions=True)
    label.move_to(edge, aligned_edge=direction)
    assert faults(label) == []
    label.shift(0.1 * direction)
    assert faults(label) == ["leaves the safe area by 0.08 units"]


def test_marks_may_stand_where_captions_go_but_not_outside() -> None:
    left, bottom, right, top = safe_area(captions=False)
    assert (right - left, top - bottom) == pytest.approx(
        (0.92 * config.frame_width, 0.92 * config.frame_height)
    )
    dot = Dot().move_to([0, bottom + 0.2, 0])
    assert faults(dot) == []
    assert "leaves the safe area" in faults(dot.shift(0.5 * DOWN))[0]


def test_what_cannot_be_seen_is_no_fault() -> None:
    far = 9 * RIGHT
    ghosts = [Label("gone").set_opacity(0), Line(far, 2 * far, stroke_width=0)]
    assert faults(*ghosts, VGroup(), VMobject(), Mobject()) == []


# --- words and what lies around them ------------------------------------------------


def test_words_upon_words_are_found() -> None:
    one, other = Label("one"), Label("other").shift(0.2 * RIGHT)
    assert find_faults([one, other], RESULT) == [
        ("label 'one'", "overlaps label 'other'")
    ]
    assert faults(VGroup(one, one), one) == []  # the same one twice is one


curve = VMobject().set_points_smoothly(
    [np.array([x, 0.05 * x**2, 0]) for x in (-2.0, -1.0, 0.0, 1.0, 2.0)]
)
CROSSING = {
    "line": Line(2 * LEFT, 2 * RIGHT),
    "steep line": Line(3 * DOWN + 0.1 * LEFT, 3 * UP + 0.1 * RIGHT),
    "curve": curve,
    "dot": Dot(radius=0.05),
    "ring": Circle(radius=0.15),
    "edge of a box": Rectangle(width=0.2, height=4),
}


@pytest.mark.parametrize("name", CROSSING)
def test_what_crosses_words_is_found_unless_a_patch_hides_it(name: str) -> None:
    mark = CROSSING[name]
    assert "is crossed by" in faults(mark, Label("some words"))[0]
    assert "is crossed by" in faults(Label("some words"), mark)[0]
    assert faults(mark, Label("some words", patch=True)) == []
    assert "is crossed by" in faults(Label("some words", patch=True), mark)[0]
    assert faults(mark.copy().shift(3 * LEFT), Label("so")) == []


def test_what_lies_behind_the_shape_on_which_words_stand_crosses_nothing() -> None:
    line, words = Line(2 * LEFT, 2 * RIGHT), Label("so")
    disc = Circle(radius=0.6).set_fill(theme.role("panel"), 1)
    assert faults(line, disc, words) == []
    for above in (
        [disc, line],
        [line, disc.copy().set_fill(opacity=0.9)],  # it shows through
        [line, disc.copy().shift(0.9 * RIGHT + 0.9 * UP)],  # elsewhere
        [line, AnnularSector(0.5, 1, 1.5 * PI).set_fill(theme.role("panel"), 1)],
    ):
        assert any("is crossed by" in problem for problem in faults(*above, words))


def test_z_index_decides_what_a_patch_hides() -> None:
    label = Label("some words", patch=True)
    line = Line(2 * LEFT, 2 * RIGHT)
    assert faults(label.set_z_index(3), line) == []
    assert faults(label, line.set_z_index(4)) != []


def test_words_may_stand_in_a_box_or_on_a_picture() -> None:
    dark = np.zeros((4, 4, 3), np.uint8)
    picture = ImageMobject(dark).set(width=5).set_z_index(-1)
    box = Rectangle(width=4, height=2, fill_opacity=1, fill_color=theme.role("panel"))
    assert faults(picture, box, Label("words")) == []


# --- size and contrast ----------------------------------------------------------------


def test_small_type_is_found() -> None:
    assert faults(Label("words", pixels=theme.SMALLEST)) == []
    assert faults(Label("words", pixels=20)) == ["is set in 20 px, under 26 px"]
    shrunk = Number(0.488, ".3f", path="loss").scale(0.5)
    assert faults(shrunk) == ["is set in 15 px, under 26 px"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    # Ratios of pairs that WebAIM's contrast checker gives.
    [
        ("#FFFFFF", "#000000", 21),
        ("#777777", "#FFFFFF", 4.48),
        ("#FF0000", "#FFFFFF", 4.0),
    ],
)
def test_contrast(one: str, other: str, expected: float) -> None:
    rgb = [ManimColor(colour).to_rgb() for colour in (one, other)]
    assert contrast(*rgb) == pytest.approx(expected, abs=0.01)
    assert contrast(*rgb[::-1]) == contrast(*rgb)


def test_faint_words_are_found() -> None:
    assert "has a contrast of" in faults(Label("words", color=theme.role("panel")))[0]
    half = Label("some words")
    half.glyphs[1].set_fill(theme.role("paper"))
    assert "has a contrast of 1.0 : 1" in faults(half)[0]
    assert faults(Label("dimmed on purpose").set_opacity(theme.DIMMED)) == []


def test_contrast_is_against_what_lies_behind() -> None:
    box = Rectangle(width=4, height=2, fill_opacity=1, fill_color=theme.role("ink"))
    assert "has a contrast of 1.0" in faults(box, Label("words"))[0]
    assert faults(box, Label("words", color=theme.role("paper"))) == []
    bright = ImageMobject(np.full((4, 4, 3), 255, np.uint8)).set(width=5)
    assert "has a contrast of" in faults(bright.set_z_index(-1), Label("words"))[0]


# --- honesty ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("false", "problem"),
    [
        (Label("13 parameters"), "has digits that no receipt explains"),
        (filled("{n} parameters, 14"), "has digits that no receipt explains"),
        (Formula("z = 3.5 x"), "has digits that no receipt explains"),
        (Formula("z = 12 x"), "has digits that no receipt explains"),
        (Number(0.488, ".3f"), "has no path in the result"),
        (Number(0.5, ".3f", path="loss"), "is not loss, which is 0.488"),
    ],
)
def test_digits_that_are_no_result_are_found(false: Mobject, problem: str) -> None:
    assert faults(false) == [problem]


def test_digits_of_a_name_are_no_numbers() -> None:
    about = SimpleNamespace(
        axis_names=("PC 1", "IL-6 (pg/ml)"), features=("PC 1", "IL-6"),
        short=("1", "IL-6"), classes=("class 0", "7"), credit="run_3.csv",
    )  # fmt: skip
    result = SimpleNamespace(question=about)

    def problems(words: str) -> list[str]:
        return [problem for _, problem in find_faults([Label(words)], result)]

    assert problems("PC 1") == problems("positive: for class 0") == []
    assert problems("IL-6 (pg/ml)") == problems("data: run_3.csv") == []
    unknown = ["has digits that no receipt explains"]
    assert problems("PC 2") == problems("class 0, 13 rows") == unknown
    assert problems("1 or 7") == unknown  # names without a letter might be numbers


def test_a_word_that_agrees_with_a_number_is_no_digit() -> None:
    assert faults(filled("{n} {n:plural(parameter)}")) == []
    assert faults(filled("{n:plural(parameter)}")) == []
    assert faults(filled("{n:plural(1 parameter,13 parameters)}")) != []


def test_a_field_may_be_broken_into_lines() -> None:
    _, fields = fill("{source}", SimpleNamespace(source="Gorman 2014, 9:e90081"))
    broken = Paragraph("by Gorman 2014, 9:e90081", 1.2, fields)
    assert len(broken) > 1
    assert faults(*broken) == []
    wrong = Paragraph("by Gorman 2015, 9:e90081", 1.2, fields)
    assert faults(*wrong) == ["has digits that no receipt explains"]


def test_number_with_other_words_than_its_value_is_found() -> None:
    number = Number(0.488, ".3f", path="loss")
    assert faults(number) == []
    number.words = "0.489"
    assert faults(number) == ["is not loss, which is 0.488"]


def test_tick_at_another_value_than_it_says_is_found() -> None:
    assert faults(Tick(0.25, ".2f")) == []
    assert faults(Tick(-3, ".0f")) == []
    assert faults(Tick(0.25, ".1f")) == ["stands at 0.25"]


@pytest.mark.parametrize(
    "source", ["x_1 + x_12", "a^2", "1 - a_j^2", "1 / (1 + e^(-z))", "2 x"]
)
def test_digits_of_mathematics_are_fine(source: str) -> None:
    assert faults(Formula(source)) == []


# --- hidden -----------------------------------------------------------------------


def test_words_under_a_filled_shape_are_hidden() -> None:
    label = Label("under")
    lid = Rectangle(width=3, height=1).set_fill(theme.role("panel"), 1)
    assert any("is hidden by rectangle" in fault for fault in faults(label, lid))
    assert faults(lid, label) == []


def test_a_frame_without_filling_hides_nothing() -> None:
    frame = Rectangle(width=3, height=1).set_fill(opacity=0)
    assert faults(Label("inside"), frame) == []
