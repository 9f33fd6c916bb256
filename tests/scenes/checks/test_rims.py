"""A rim in the colour of the ground is seen beside its mark, and none eats one."""

import subprocess
from pathlib import Path

import numpy as np
import pytest
import typst
from manim import RIGHT, Circle, Mobject, VGroup, VMobject
from PIL import Image

from scenes.checks.layout import find_faults
from scenes.checks.rims import find_wide_rims
from scenes.components.plot import Plot
from scenes.frame import theme
from scenes.gallery import make_example
from scenes.lesson.stills import draw_svg
from tests.scenes.gallery.test_gallery import COMPONENTS

SIZES = (0.012, 0.016, 0.022, 0.028, 0.045, 0.065, 0.1)


def cloud(size: float, marker: str = "circle") -> Mobject:
    plot = Plot((0, 1), (0, 1), x_label="x", y_label="y", width=4, height=4)
    xy = np.random.default_rng(3).normal(0.5, 0.1, (90, 2))
    return plot.scatter(xy, color=theme.role("class_a"), marker=marker, size=size)


@pytest.mark.parametrize(("n", "has_rim"), [(5000, True), (5001, False)])
def test_a_crowd_of_markers_has_no_rims(n: int, *, has_rim: bool) -> None:
    plot = Plot((0, 1), (0, 1), x_label="x", y_label="y", width=4, height=4)
    xy = np.random.default_rng(3).uniform(0, 1, (n, 2))
    drawn = plot.scatter(xy, color=theme.role("class_a"), marker="circle")
    assert (drawn.get_stroke_width() > 0) is has_rim
    assert len(drawn.places) == n


def said(*mobjects: Mobject) -> list[str]:
    return [problem for _, problem in find_wide_rims(mobjects)]


@pytest.mark.parametrize("marker", ["circle", "square", "triangle"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", theme.THEMES)
def test_markers_of_no_size_have_too_wide_rims(
    size: float, marker: str, name: str
) -> None:
    with theme.use(name):
        assert said(cloud(size, marker)) == []


def ink(svg: Path, dpi: int, pdftoppm: str) -> float:
    """Return how dark a picture is on a page of paper, as a viewer draws it."""
    page = "#set page(width: 182mm, height: 102.4mm, margin: 0mm)\n"
    sources = {"main": f'{page}#image("a.svg")'.encode(), "a.svg": svg.read_bytes()}
    pdf, drawn = svg.with_suffix(".pdf"), svg.with_suffix(".png")
    pdf.write_bytes(typst.compile(sources))
    where = [
        "-r",
        str(dpi),
        "-png",
        "-singlefile",
        str(pdf),
        str(drawn.with_suffix("")),
    ]
    subprocess.run([pdftoppm, *where], check=True)
    return float(
        (255 - np.asarray(Image.open(drawn).convert("L")).astype(float)).mean()
    )


@pytest.mark.parametrize("marker", ["circle", "square", "triangle"])
@pytest.mark.parametrize("size", [0.022, 0.045, 0.065])
def test_markers_keep_their_colour_on_screens(
    size: float, marker: str, tmp_path: Path, pdftoppm: str
) -> None:
    with theme.use("print"):
        draw_svg([cloud(size, marker)], tmp_path / "a.svg", (1920, 1080))
    # A printer has pixels small enough; a screen has not.
    screen, paper = (ink(tmp_path / "a.svg", dpi, pdftoppm) for dpi in (100, 400))
    assert screen > 0.65 * paper


@pytest.mark.parametrize("name", theme.THEMES)
@pytest.mark.parametrize("component", COMPONENTS)
def test_no_component_has_marks_that_their_rim_eats(component: str, name: str) -> None:
    with theme.use(name):
        assert said(*make_example(component).get_family()) == []


def test_a_mark_made_smaller_without_its_rim_is_found() -> None:
    mark = Circle(0.1).set_fill(theme.role("ink"), 1).set_stroke(theme.role("paper"), 1)
    assert said(mark) == []
    assert said(mark.copy().scale(0.3, scale_stroke=True)) == []
    assert said(mark.scale(0.3)) == ["has a rim of 33% of its radius"]
    assert "has a rim of 33% of its radius" in [p for _, p in find_faults([mark], None)]


def test_rings_and_frames_of_other_colours_are_none() -> None:
    ring = Circle(0.05).set_stroke(theme.role("paper"), 3)
    framed = Circle(0.05).set_fill(theme.role("panel"), 1).set_stroke("#ff0000", 3)
    assert said(ring, framed, VGroup()) == []


@pytest.mark.parametrize(("first", "second"), [(0.03, 0.5), (0.5, 0.03)])
def test_of_several_parts_the_first_counts(first: float, second: float) -> None:
    mark = Circle(first).set_fill(theme.role("ink"), 1).set_stroke(theme.role("paper"))
    mark.set_stroke(width=1).append_points(Circle(second).shift(2 * RIGHT).points)
    assert mark.get_subpaths()[0].tolist() == Circle(first).points.tolist()
    assert said(mark) == (["has a rim of 33% of its radius"] if first < 0.1 else [])


def test_large_clouds_are_not_searched_point_by_point(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    many = cloud(0.065).set_stroke(width=1)
    monkeypatch.setattr(VMobject, "consider_points_equals", None)
    assert said(many) == ["has a rim of 15% of its radius"]
