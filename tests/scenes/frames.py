"""Words in drawn frames: their contrast, measured in the pixels."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from manim import DL, UR, Mobject, config
from PIL import Image

from scenes.components.text import Written
from scenes.lesson.lesson import load_lesson
from scenes.lesson.rehearsal import rehearse_lesson
from scenes.lesson.stills import draw_png
from scenes.record import Recording
from tests.scenes.frame.test_theme import SIGHTS, luminance, seen

SIZE = 1920, 1080
BEATS = 4  # every fourth beat's last frame is measured
Contrast = tuple[float, str, str]  # of words, as seen by whom


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


def contrasts(chapter: str, name: str) -> tuple[Recording, list[Contrast]]:
    """Rehearse a chapter in a theme; measure words that are not dimmed."""
    measured: list[Contrast] = []
    beats: list[str] = []

    def measure(beat: str, mobjects: Sequence[Mobject]) -> None:
        beats.append(beat)
        if len(beats) % BEATS:
            return
        with TemporaryDirectory() as folder:
            file = Path(folder) / "frame.png"
            draw_png(mobjects, file, SIZE)
            with Image.open(file) as image:
                picture = np.array(image)
        texts = [p for m in mobjects for p in m.get_family() if isinstance(p, Written)]
        for text in texts:
            glyphs = text.glyphs.family_members_with_points()
            if min((g.get_fill_opacity() for g in glyphs), default=0) >= 0.7:
                pixels = crop(picture, text)
                measured.extend((contrast(pixels, s), s, text.words) for s in SIGHTS)

    lesson = load_lesson(chapter)
    scene = rehearse_lesson(lesson, None, name, at_end_of_beat=measure)
    return scene.recording, measured
