"""What a key must say: which samples stand before which words."""

from collections.abc import Mapping

from scenes.frame import theme
from tests.drawn.expected import Expected, part

PIECES = {"line": 1, "triangle": 3, "square": 4, "dot": 8}  # of their outlines


def key(rows: Mapping[str, str]) -> Expected:
    """Expect words, row by row, and the samples before them.

    Samples are as ``"train dot"``: role and shape, several parted by commas; those of
    which only the outline is drawn are as ``"ink dot hollow"``. Numbers and words that
    stand side by side are parted by ``" | "``.
    """
    values = []
    for row, samples in enumerate(rows.values()):
        for sample in samples.split(", "):
            role, shape, *hollow = sample.split()
            rgb = theme.role(role).to_rgb()
            values.append((row, PIECES[shape], *rgb, not hollow and shape != "line"))
    return part("Key", values, names=[("", *words.split(" | ")) for words in rows])
