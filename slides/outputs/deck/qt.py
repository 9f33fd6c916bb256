"""What manim-slides' presenter shows: clips of a chapter, and each one backwards."""

from pathlib import Path

from scenes.caching.files import whole, write_json
from slides.footage.join import join
from slides.outputs.context import Context


def make_qt_deck(context: Context, chapter: str) -> list[Path]:
    """Make the clips of a chapter, forwards and backwards, and their list."""
    from manim_slides.utils import reverse_video_file

    folder = context.out / "qt"
    made, slides = [], []
    for beat in context.renderings[chapter].recording.beats:
        forward = folder / chapter / f"{beat.name}.mp4"
        backward = forward.with_name(f"{beat.name}-reversed.mp4")
        join(context.motion(chapter, beat), forward)
        with whole(backward) as partial:
            # At once, not in parts: those it reverses in processes of its own, which
            # would hear the signals that are meant for ours.
            reverse_video_file(forward, partial, max_segment_duration=None)
        made += [forward, backward]
        slides.append({
            # Read as lying two folders up from the list.
            "file": forward.relative_to(context.out).as_posix(),
            "rev_file": backward.relative_to(context.out).as_posix(),
            "notes": beat.say,
            "loop": beat.loop,
        })  # fmt: skip
    picture = context.variant.picture
    listed = folder / f"{chapter}.json"
    write_json(listed, {
        "slides": slides,
        "resolution": [picture.width, picture.height],
        "background_color": context.paper(chapter),
    })  # fmt: skip
    return [listed, *made]
