"""A clip for places without video: a picture that leads to it, and its words."""

from slides.embed.figure import Clip
from slides.embed.plain import plain


def plain_clip(clip: Clip, base: str) -> str:
    """Return a clip as Markdown.

    Parameters
    ----------
    clip
        The clip.
    base
        Address of its files, without ending.
    """
    title, words = plain(clip.beat.title), plain(clip.beat.say)
    picture = f"![How the clip “{title}” ends]({base}.jpg)"
    return f"[{picture}]({base}.mp4)\n\n**{title}.** {words}\n"
