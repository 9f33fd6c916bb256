"""Words in drawn frames: their contrast, measured in the pixels."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from manim import DL, UR, Mobject, config
from PIL import Image

from scenes.components.text import Written
from scenes.frame import theme
from scenes.lesson.lesson import load_lesson
from scenes.lesson.rehearsal import rehearse_lesson
from scenes.lesson.stills import draw_png
from tests.scenes.conftest import CHAPTERS
from tests.scenes.frame.test_theme import SIGHTS, luminance, seen

SIZE = 1920, 1080
BEATS = 4  # every fourth beat's last frame is measured
# Each chapter in one theme, in turn: all three together would take minutes.
CASES = [(c, list(theme.THEMES)[k % 3]) for k, c in enumerate(CHAPTERS)]


def crop(picture: np.ndarray, text: Written) -> np.ndarray:
    """Return the pixels (n, 3) of a text's box."""
    scale = SIZE[0] / config.frame_width
    (left, bottom), (right, top) = (
        text.glyphs.get_corner(corner)[:2] * scale for corner in (DL, UR)
    )
    x, y = SIZE[0] / 2, SIZE[1] / 2
    box = picture[
        int(y - top) : int(y - bottom) + 1, int(x + left) : int(x + right) + 1
    ]
    return box.reshape(-1, 3) / 255


def contrast(pixels: np.ndarray, sight: str) -> float:
    """Return the contrast of the ink with the commonest colour around it."""
    ground = np.array(Counter(map(tuple, pixels)).most_common(1)[0][0])
    ink = pixels[np.abs(pixels - ground).sum(axis=1).argmax()]
    light, dark = sorted(
        (luminance(seen(c, sight)) for c in (ink, ground)), reverse=True
    )
    return (light + 0.05) / (dark + 0.05)


def test_contrast_of_known_pixels_is_that_of_the_formula() -> None:
    pixels = np.array([[0.0, 0.0, 0.0]] * 5 + [[0.5, 0.5, 0.5], [1.0, 1.0, 1.0]])
    assert contrast(pixels, "full") == pytest.approx(21)


@pytest.mark.slow
@pytest.mark.parametrize(("chapter", "name"), CASES)
def test_words_stand_out_in_drawn_frames(
    chapter: str, name: str, tmp_path: Path
) -> None:
    measured: list[tuple[float, str, str]] = []
    beats: list[str] = []

    def measure(beat: str, mobjects: Sequence[Mobject]) -> None:
        beats.append(beat)
        if len(beats) % BEATS:
            return
        draw_png(mobjects, tmp_path / "frame.png", SIZE)
        picture = np.array(Image.open(tmp_path / "frame.png"))
        texts = [p for m in mobjects for p in m.get_family() if isinstance(p, Written)]
        for text in texts:
            glyphs = text.glyphs.family_members_with_points()
            if min((g.get_fill_opacity() for g in glyphs), default=0) >= 0.7:
                # What is dimmed is not to be read now.
                pixels = crop(picture, text)
                measured.extend((contrast(pixels, s), s, text.words) for s in SIGHTS)

    rehearse_lesson(load_lesson(chapter), None, name, at_end_of_beat=measure)
    assert len(measured) > 20
    assert min(measured) >= (4.0,), min(measured)
    assert min(m for m in measured if m[1] == "full") >= (4.5,), min(measured)
