"""A clip for places without video: a picture that leads to it, and its words."""

import re

from slides.embed.figure import Clip

_SPECIAL = re.compile(r"[&<>*_`\[\]{}$|\\~#!^]")


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


def plain(text: str) -> str:
    """Return a text in which nothing means anything to Markdown, HTML or Liquid.

    >>> plain("w * x {{ b }}")
    'w &#42; x &#123;&#123; b &#125;&#125;'
    """
    return _SPECIAL.sub(lambda m: f"&#{ord(m[0])};", " ".join(text.split()))
