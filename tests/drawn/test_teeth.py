"""What is drawn wrongly is found out, wherever it is drawn."""

from typing import Any

import numpy as np
import pytest
from manim import LEFT, RIGHT, UP, Circle, Line, Mobject

from scenes.components.bars import Bars
from scenes.components.field import Field
from scenes.components.key import Key
from scenes.components.number import Number
from scenes.components.plot import Plot
from scenes.components.text import Label
from scenes.frame import theme
from scenes.neuron.scene import Neuron
from tests.drawn.expected import Expected, Plane, compare, part
from tests.drawn.found import Shown, read_beat
from tests.drawn.keys import key
from tests.drawn.parts import Memory, Part
from tests.scenes.conftest import rehearse_and_read
from tests.scenes.neuron.test_drawn import expected

WRONG = {
    "sigmoid": lambda curve: np.stack([curve[:, 0], curve[:, 1] ** 1.001], axis=1),
    "question.points": lambda X: X[:, ::-1] + [26.5, -26.5],  # columns swapped
    "field": lambda field: field.T,
    "history.train_loss": lambda losses: losses[[*range(99), 100, 99]],
    "learned_W[-1:][:1]": lambda W: W[:, ::-1],
}


class Doctored(Neuron):
    """The chapter, but some of its values are others."""

    def values(self, path: str) -> Any:
        """Return wrong values at some paths."""
        return WRONG.get(path, lambda values: values)(super().values(path))

    def read_weights(self) -> None:
        """Draw a curve more."""
        super().read_weights()
        curve = self.plot.curve(np.array([40.0, 50]), np.array([15.0, 16]),
                                color=theme.role("ink"))  # fmt: skip
        self.add(curve)


@pytest.fixture(scope="module")
def told() -> list[str]:
    """Give what is said of a chapter of which some is wrong."""
    drawn = rehearse_and_read(Doctored).drawn
    with pytest.raises(AssertionError) as caught:
        compare(drawn, expected())
    return str(caught.value).splitlines()


@pytest.mark.parametrize(
    ("beat", "what"),
    [
        (
            "activation",
            "curve through 201 places on ('sum z', 'probability of Gentoo')",
        ),
        ("all_samples", "151 points on"),
        ("line", "field on ('bill length (mm)', 'bill depth (mm)')"),
        ("learn", "curve through 101 places on ('step', 'mean loss')"),
        ("found", "NetworkDrawing of (2, 4) values"),
    ],
)
def test_what_differs_is_named_with_its_beat(
    told: list[str], beat: str, what: str
) -> None:
    assert any(
        line.startswith(f"{beat}: {what}") and line.endswith("not seen")
        for line in told
    )


def test_a_curve_that_nobody_expects_is_named(told: list[str]) -> None:
    found = [line for line in told if line.startswith("found: Curve")]
    assert any("from [40. 15.] to [50. 16.] is not expected" in line for line in found)


def test_what_is_right_is_not_named(told: list[str]) -> None:
    assert not [line for line in told if line.startswith(("weights:", "bird:"))]


# --- what a chapter could draw wrongly from the right values --------------------------

PLANE = Plane("x", "y")


@pytest.fixture
def plot() -> Plot:
    return Plot((0, 4), (0, 4), x_label="x", y_label="y", width=4, height=4)


def why(expected: Expected, *drawn: Mobject) -> str:
    """Return what is said of mobjects that are not what is expected."""
    shown = read_beat(drawn, Memory())
    with pytest.raises(AssertionError) as caught:
        compare({"beat": shown}, {"beat": [expected]})
    return str(caught.value)


def test_a_curve_that_joins_its_places_in_a_wrong_order_is_named(plot: Plot) -> None:
    x = np.arange(5.0)
    y, order = x * (4 - x), [0, 2, 1, 3, 4]
    curve = plot.curve(x[order], y[order], color=theme.role("ink"))
    assert "leaves the curve" in why(PLANE.curve(x, y, "ink"), plot, curve)


@pytest.mark.parametrize("axis", [(1.0, 0, 0), (0, 1.0, 0)])
def test_a_field_that_is_turned_over_is_named(
    plot: Plot, axis: tuple[float, float, float]
) -> None:
    values = np.linspace(0, 1, 16).reshape(4, 4)
    field = Field(plot, values, theme.role("class_a"), theme.role("class_b"))
    field.flip(np.array(axis))
    assert "does not fill" in why(
        PLANE.field(values, "class_a", "class_b"), plot, field
    )


def test_bars_whose_names_are_swapped_are_named() -> None:
    shares = {"raw": 0.5, "rules": 0.8}
    names = [Label(name) for name in shares]
    numbers = [Number(share, ".0%") for share in shares.values()]
    bars = Bars(names, numbers, [0.0, 0.0], width=4)
    wanted = part(
        "Bars",
        [[0.625, 0], [1, 0]],
        names=[(name, f"{share:.0%}") for name, share in shares.items()],
    )
    compare({"beat": read_beat([bars], Memory())}, {"beat": [wanted]})
    names[0].set_y(names[1].get_y())
    names[1].set_y(bars.bars[0].get_y())
    assert "has 'rules | 50%' beside row 0, not 'raw | 50%'" in why(wanted, bars)


def test_curves_whose_names_are_swapped_are_named(plot: Plot) -> None:
    x = np.arange(5.0)
    curves = [plot.curve(x, y, color=theme.role("ink")) for y in (x, 4 - x)]
    names = [Label("up"), Label("down")]
    wanted = [PLANE.curve(x, y, "ink") for y in (x, 4 - x)]
    wanted = [wanted[0].by("up"), wanted[1].by("down")]
    places = [plot.at(3.9, 3.7), plot.at(3.9, 0.3)]
    for name, place in zip(names, places, strict=True):
        name.next_to(place, RIGHT)
    compare({"beat": read_beat([plot, *curves, *names], Memory())}, {"beat": wanted})
    for name, place in zip(names, reversed(places), strict=True):
        name.next_to(place, RIGHT)
    shown = read_beat([plot, *curves, *names], Memory())
    with pytest.raises(AssertionError, match="'up' stands nearest to what is 'down'"):
        compare({"beat": shown}, {"beat": wanted})


def test_planes_whose_titles_are_swapped_are_named() -> None:
    plots = [Plot((0, 4), (0, 4), x_label="x", y_label="y", width=2, height=2)
             for _ in range(2)]  # fmt: skip
    plots[1].shift(3 * RIGHT)
    x = np.arange(5.0)
    curves = [plot.curve(x, x, color=theme.role("ink")) for plot in plots]
    wanted = [PLANE.at(k).curve(x, x, "ink").under("ab"[k]) for k in range(2)]
    titles = [Label(title).next_to(plot.at(2, 4), UP)
              for title, plot in zip("ab", plots, strict=True)]  # fmt: skip
    drawn = [*plots, *curves, *titles]
    compare({"beat": read_beat(drawn, Memory())}, {"beat": wanted})
    titles[0].shift(3 * RIGHT)
    titles[1].shift(3 * LEFT)
    with pytest.raises(AssertionError, match="'a' stands nearest to what is 'b'"):
        compare({"beat": read_beat(drawn, Memory())}, {"beat": wanted})


def test_rows_whose_names_are_swapped_are_named(plot: Plot) -> None:
    rows = {"low": [[3, 1], [4, 1]], "high": [[0, 3], [4, 3]]}
    drawn = [plot.curve(*np.transpose(xy), color=theme.role("ink"))
             for xy in rows.values()]  # fmt: skip
    names = [Label(name).next_to(plot.at(0, xy[0][1]), LEFT, buff=0.5)
             for name, xy in rows.items()]  # fmt: skip
    wanted = [PLANE.curve(*np.transpose(xy), "ink").beside(name)
              for name, xy in rows.items()]  # fmt: skip
    shown = read_beat([plot, *drawn, *names], Memory())
    compare({"beat": shown}, {"beat": wanted})
    names[0].set_y(names[1].get_y())
    names[1].set_y(plot.at(0, 1)[1])
    shown = read_beat([plot, *drawn, *names], Memory())
    with pytest.raises(AssertionError, match="'low' stands nearest to what is 'high'"):
        compare({"beat": shown}, {"beat": wanted})


@pytest.fixture
def drawn_key() -> Key:
    marks = [Line(0.1 * LEFT, 0.1 * RIGHT), Circle(0.1).set_fill(opacity=1)]
    for mark, role in zip(marks, ("train", "validation"), strict=True):
        mark.set_color(theme.role(role))
    return Key(marks, [Label("train"), Label("test")])


def test_a_key_whose_words_or_colours_are_swapped_is_named(drawn_key: Key) -> None:
    wanted = key({"train": "train line", "test": "validation dot"})
    compare({"beat": read_beat([drawn_key], Memory())}, {"beat": [wanted]})
    (line, train), (dot, test) = drawn_key
    train.set_y(dot.get_y())
    test.set_y(line.get_y())
    assert "has 'test' beside row 0, not 'train'" in why(wanted, drawn_key)
    line.set_color(theme.role("validation"))
    assert "is off by" in why(wanted, drawn_key)


def test_what_is_no_number_equals_nothing() -> None:
    bars = Part("Bars", np.array([[1.0, np.nan]]), np.zeros((2, 2)))
    for wanted in ([1.0, 0.0], [1.0, np.nan]):
        with pytest.raises(AssertionError, match="off by nan"):
            compare({"beat": Shown((), (bars,))}, {"beat": [part("Bars", [wanted])]})
