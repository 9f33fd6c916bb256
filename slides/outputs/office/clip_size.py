"""Keeps clips within the size that a presentation bears; else encodes them again."""

from pathlib import Path

from slides.base.errors import LectureError
from slides.footage.encode import SAME, Footage, Recipe, encode
from slides.footage.reading import opened

CLIP_BYTES = 8_000_000  # a clip in a presentation is no larger
LEAST_DETAIL = 0.01  # bits a pixel, under which type and thin lines blur
ATTEMPTS = (0.9, 0.7, 0.5)  # shares of the budget to aim at, since encoders overshoot


def keep_within(clip: Path, name: str, limit: int = CLIP_BYTES) -> Path:
    """Return the clip if it is small enough, else a smaller one beside it.

    Parameters
    ----------
    clip
        Video file.
    name
        What the user reads for it.
    limit
        Greatest size in bytes.

    Raises
    ------
    LectureError
        If the picture is so large that it would blur at this size.
    """
    size = clip.stat().st_size
    if size <= limit:
        return clip
    smaller = clip.with_name(f"small-{clip.name}")
    for share in ATTEMPTS:
        rate = _rate(clip, share * limit)
        if rate is None:
            break
        _encode(clip, smaller, rate)
        if smaller.stat().st_size <= limit:
            return smaller
    raise LectureError(
        f"{name}: a clip of {size / 1e6:.1f} MB, and encoded in the {limit / 1e6:g} MB "
        "that a presentation bears it would blur; build with a lower --quality, "
        "or with --pptx stills"
    )


def _rate(clip: Path, size: float) -> int | None:
    """Return the bits a second that make a clip this large; None if it would blur."""
    with opened(clip) as container:
        stream = container.streams.video[0]
        seconds = stream.frames / float(stream.average_rate or 1)
        pixels = stream.frames * stream.width * stream.height
    return round(8 * size / seconds) if 8 * size >= LEAST_DETAIL * pixels else None


def _encode(clip: Path, target: Path, rate: int) -> None:
    """Encode a clip again with about so many bits a second."""
    with opened(clip) as container:
        fps = round(container.streams.video[0].average_rate or 1)
    bits = dict.fromkeys(("b", "maxrate", "bufsize"), str(rate))
    recipe = Recipe(clip.suffix, "libx264", {"preset": "medium", **bits, **SAME}, {})
    encode(Footage((str(clip),), 0, fps), recipe, target)
