"""Texts in which nothing means anything to Markdown, HTML or Liquid."""

import re

_SPECIAL = re.compile(r"""[&<>*_`\[\]{}$|\\~#!^"'@]""")


def plain(text: str) -> str:
    """Return a text as one line of Markdown and of HTML, which reads the same.

    >>> plain("w * x {{ b }}")
    'w &#42; x &#123;&#123; b &#125;&#125;'
    """
    return _SPECIAL.sub(lambda m: f"&#{ord(m[0])};", " ".join(text.split()))
