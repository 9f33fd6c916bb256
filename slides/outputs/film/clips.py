"""One clip for each beat, for web pages: the motion, its last picture, its words."""

from pathlib import Path

from scenes.caching.files import write_bytes, write_text
from slides.outputs.context import Context


def make_clips(context: Context, chapter: str) -> list[Path]:
    """Make the clips of a chapter, each with poster and text."""
    made = []
    for beat in context.renderings[chapter].recording.beats:
        stem = context.clip_stem(chapter, beat)
        video, poster, words = (stem.with_suffix(e) for e in (".mp4", ".jpg", ".txt"))
        write_bytes(video, context.joined(chapter, beat).read_bytes())
        write_bytes(poster, context.poster(chapter, beat))
        write_text(words, beat.say + "\n")
        made += [video, poster, words]
    return made
