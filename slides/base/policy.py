"""The content-security policy of our pages: each may run and load what is its own.

A page is read when it is finished. Scripts and styles within it are allowed by their
digests; files only of the kinds that it names, and only from beside it.
"""

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from html.parser import HTMLParser
from urllib.parse import urlsplit

CHARSET = '<meta charset="utf-8">'  # must come first: the policy stands behind it
# Not every browser counts a file beside a file as the same place.
BESIDE = "'self' file:"
# Videos within a page: hundreds of megabytes that need no reading.
_DATA = re.compile('(<script type="text/plain"[^>]*>)[^<]*')
_RUNS = {"", "text/javascript", "module"}  # types of scripts; others are data
_LOADED = {
    ("script", "src"): "script-src",
    ("img", "src"): "img-src",
    ("video", "poster"): "img-src",
    ("video", "src"): "media-src",
    ("track", "src"): "media-src",
    ("source", "src"): "media-src",
    ("source", "srcset"): "img-src",
}
_LINKED = {"stylesheet": "style-src", "icon": "img-src"}
_NEVER = ("connect-src", "object-src", "frame-src", "base-uri", "form-action")


def with_policy(page: str, inside: Iterable[str] = (), **also: str) -> str:
    """Return a finished page with its policy.

    Parameters
    ----------
    page
        The page: it holds `CHARSET`, no style and no script in an attribute.
    inside
        Pages that it writes into windows it opens, which inherit its policy.
    **also
        What it loads besides when it runs, by kind: ``media="blob:"``.
    """
    before, found, after = page.partition(CHARSET)
    if not found:
        raise ValueError(f"the page lacks {CHARSET}")
    rules = policy([page, *inside], **also)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{rules}">'
    return f"{before}{found}\n{meta}{after}"


def policy(pages: Iterable[str], **also: str) -> str:
    """Return the policy under which all of these pages work, and hardly more.

    >>> policy(["<script>a()</script>"], img="data:")[:34]
    "default-src 'none'; script-src 'sh"
    """
    reader = _Reader()
    for page in pages:
        reader.feed(_DATA.sub(r"\1", page))
        reader.close()
        reader.reset()
    sources = reader.sources
    for kind, allowed in also.items():
        sources.setdefault(f"{kind}-src", {})[allowed] = None
    never = {name: {"'none'": None} for name in _NEVER if name not in sources}
    rules = {"default-src": {"'none'": None}, **sources, **never}
    return "; ".join(f"{name} {' '.join(given)}" for name, given in rules.items())


class _Reader(HTMLParser):
    """Collects what a page runs and loads: for each kind, its sources in order."""

    def __init__(self) -> None:
        super().__init__()
        self.sources: dict[str, dict[str, None]] = {}
        self._inline: str | None = None  # kind of the text that is being read
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        for name, value in given.items():
            if name == "style" or name.startswith("on"):
                raise ValueError(f"the policy forbids <{tag} {name}=…>")
            if kind := _kind(tag, name, given):
                self._allow(kind, _place(value))
        if tag == "style":
            self._inline = "style-src"
        elif tag == "script" and "src" not in given and given.get("type", "") in _RUNS:
            self._inline = "script-src"

    def handle_data(self, data: str) -> None:
        if self._inline:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if self._inline and tag in ("script", "style"):
            digest = sha256("".join(self._text).encode()).digest()
            self._allow(self._inline, f"'sha256-{b64encode(digest).decode()}'")
        self._inline = None
        self._text.clear()

    def _allow(self, kind: str, source: str) -> None:
        """Add a source."""
        self.sources.setdefault(kind, {})[source] = None


def _kind(tag: str, name: str, given: dict[str, str]) -> str | None:
    """Return the kind of what an attribute loads, if it loads anything."""
    if (tag, name) == ("link", "href"):
        return _LINKED.get(given.get("rel", ""))
    return _LOADED.get((tag, name))


def _place(address: str) -> str:
    """Return the source of an address: within the page or beside it."""
    scheme = urlsplit(address[:64]).scheme  # the rest may be megabytes
    if scheme == "data":
        return "data:"
    if scheme or address.startswith("//"):
        raise ValueError(f"the page loads {address[:200]} from elsewhere")
    return BESIDE
