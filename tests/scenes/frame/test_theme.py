"""Contrast by the formula of WCAG 2.2, written out here; switching; the font."""

from collections.abc import Sequence
from itertools import combinations

import manimpango
import numpy as np
import pytest
from colorspacious import cspace_convert, deltaE

from nnsim.errors import UnknownNameError
from scenes.frame import theme
from slides.settings import variants

# Roles that words may have; the others are grounds and parts of pictures.
WORDS = (
    "ink", "muted", "positive", "negative", "signal", "gradient", "loss", "train",
    "validation", "class_a", "class_b", "class_c", "base_a", "base_c",
    "base_g", "base_t",
)  # fmt: skip


SIGHTS = ("full", "protanomaly", "deuteranomaly", "tritanomaly")


def seen(rgb: np.ndarray, sight: str) -> np.ndarray:
    """Return a colour as who lacks one kind of cone sees it (Machado et al. 2009)."""
    if sight == "full":
        return rgb
    space = {"name": "sRGB1+CVD", "cvd_type": sight, "severity": 100}
    return np.clip(cspace_convert(rgb, space, "sRGB1"), 0, 1)


def luminance(rgb: Sequence[float]) -> float:
    """Relative luminance, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(name: str, one: str, other: str) -> float:
    colours = theme.THEMES[name]
    light, dark = sorted(
        (luminance(getattr(colours, role).to_rgb()) for role in (one, other)),
        reverse=True,
    )
    return (light + 0.05) / (dark + 0.05)


def test_formula_gives_the_known_ends() -> None:
    assert (luminance((1, 1, 1)) + 0.05) / (luminance((0, 0, 0)) + 0.05) == 21


def test_themes_are_those_that_the_build_offers() -> None:
    assert tuple(theme.THEMES) == variants.THEMES


@pytest.mark.parametrize("name", theme.THEMES)
@pytest.mark.parametrize("role", WORDS)
def test_text_in_each_role_is_readable_on_paper(name: str, role: str) -> None:
    assert contrast(name, role, "paper") >= 4.5


@pytest.mark.parametrize("name", theme.THEMES)
@pytest.mark.parametrize("role", WORDS)
def test_marks_in_each_role_stand_out_from_panels(name: str, role: str) -> None:
    assert contrast(name, role, "panel") >= 3


@pytest.mark.parametrize("name", theme.THEMES)
@pytest.mark.parametrize("sight", SIGHTS)
def test_roles_shown_side_by_side_differ_for_every_eye(name: str, sight: str) -> None:
    for roles in (
        ("positive", "negative"),
        ("class_a", "class_b", "class_c"),
        ("train", "validation"),
        ("base_a", "base_c", "base_g", "base_t"),
        ("signal", "gradient", "loss"),
    ):
        for pair in combinations(roles, 2):
            a, b = (seen(getattr(theme.THEMES[name], role).to_rgb(), sight)
                    for role in pair)  # fmt: skip
            assert deltaE(a, b, input_space="sRGB1") >= 10, pair


@pytest.mark.parametrize(
    ("name", "told"),
    [("lihgt", "did you mean 'light'"), ("pink", "did you mean 'print'"),
     ("blue-green", "there are: dark, light, print")],
)  # fmt: skip
def test_unknown_theme_names_the_nearest_or_all(name: str, told: str) -> None:
    with pytest.raises(UnknownNameError, match=told), theme.use(name):
        pass
    assert theme.current_name() == "dark"


def test_use_goes_back_also_after_an_error() -> None:
    before = theme.current()
    with theme.use("print"), theme.use("light"):
        assert theme.role("loss") == theme.THEMES["light"].loss
    with pytest.raises(RuntimeError), theme.use("print"):
        raise RuntimeError
    assert theme.current() is before


def test_sizes_are_those_of_a_frame_of_1080_lines() -> None:
    assert theme.units(1080) == theme.FRAME_HEIGHT
    assert theme.SMALLEST < theme.LABEL < theme.BODY < theme.TITLE


def test_font_is_there_whatever_the_machine_has() -> None:
    assert theme.FONT in manimpango.list_fonts()
