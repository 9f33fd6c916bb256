"""Every component has an example, in both themes."""

from pathlib import Path

import pytest
from PIL import Image

from scenes.components.plot import Plot
from scenes.gallery import draw_example, make_example

ROOT = Path(__file__).resolve().parents[3] / "scenes"
COMPONENTS = sorted(file.stem for file in (ROOT / "components").glob("[!_]*.py"))


def test_every_component_has_an_example() -> None:
    examples = sorted(file.stem for file in (ROOT / "gallery").glob("[!_]*.py"))
    assert examples == COMPONENTS


# Manim hands images to Pillow with an argument that is going away.
@pytest.mark.filterwarnings("ignore:'mode' parameter:DeprecationWarning")
@pytest.mark.parametrize("component", COMPONENTS)
def test_example_is_drawn(component: str, tmp_path: Path) -> None:
    file = tmp_path / "example.png"
    for theme, bright in (("dark", False), ("light", True)):
        draw_example(component, theme, file)
        pixels = Image.open(file).convert("L")
        assert len(pixels.getcolors(256)) > 3
        assert (pixels.getpixel((0, 0)) > 128) is bright


@pytest.mark.parametrize("component", COMPONENTS)
def test_marks_of_a_plot_are_shown_with_it(component: str) -> None:
    family = make_example(component).get_family()
    keys = {part.key for part in family if isinstance(part, Plot)}
    assert {part.plot_key for part in family if hasattr(part, "plot_key")} <= keys
