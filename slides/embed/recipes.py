"""How clips are encoded for the web: small, silent, quick to begin."""

from typing import Any

from scenes.caching.digests import digest
from slides.footage.encode import SAME, Recipe

# Chosen on two chapters at 1080p60: the README's table tells sizes and likeness.
H264 = Recipe(
    ".mp4",
    "libx264",
    {"crf": "22", "preset": "slow", "tune": "animation", **SAME},
    {"movflags": "+faststart"},  # so that players can begin before all is loaded
)
EXACT = {"fflags": "+bitexact"}  # without it, a WebM file bears a random number
SMALL = (
    Recipe(".webm", "libsvtav1", {"crf": "38", "preset": "4"}, EXACT),
    Recipe(".webm", "libvpx-vp9", {"crf": "36", "b": "0", "deadline": "good"}, EXACT),
)


def recipes() -> tuple[Recipe, ...]:
    """Return how clips are encoded here: the smaller file first, then the safe one."""
    return *[one for one in SMALL if one.is_available][:1], H264


def key(*made_from: Any) -> str:
    """Return a short text that changes when any of these does."""
    return digest(repr(made_from).encode())
