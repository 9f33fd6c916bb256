"""Which files put clips into a Jekyll site, other web pages, or plain Markdown."""

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from typing import Any

from slides.embed.figure import captions, values
from slides.embed.kit import Kit, head
from slides.embed.markdown import plain_clip
from slides.embed.media import Media
from slides.embed.recipes import key
from slides.embed.site import Wanted
from slides.outputs.pages.index import fill
from slides.settings.project import template

# What YAML, as which Jekyll reads JSON, does not take as it stands.
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def files(kit: Kit, format_: str) -> list[Wanted]:
    """Return the files that put the kit's clips into a place of this format."""
    made = {"jekyll": _jekyll, "html": _html, "markdown": _markdown}[format_](kit)
    return list(made)


def _jekyll(kit: Kit) -> Iterator[Wanted]:
    """Yield the files for a Jekyll site; what shows the others comes last."""
    yield from _for_pages(kit)
    yield _words(kit, "_data/lecture.json", lambda: _data(kit))
    include = template("embed/include.html")
    yield _fixed("_includes/lecture.html", include.replace("@folder@", kit.folder))


def _html(kit: Kit) -> Iterator[Wanted]:
    """Yield a snippet of HTML for each clip, and a page that shows them all."""
    yield from _for_pages(kit)
    for name in ("page.css", "icon.svg"):
        yield _fixed(f"{kit.folder}/{name}", template(f"embed/{name}"))
    for stem in kit.stems:
        name = f"{stem.replace('/', '-')}.html"
        yield _words(kit, name, partial(_snippet, kit, stem))
    yield _words(kit, "index.html", lambda: _page(kit))


def _markdown(kit: Kit) -> Iterator[Wanted]:
    """Yield a picture that leads to the clip, for each, and its words."""
    theme = kit.themes[-1]
    yield from _media(kit, (theme,), (".mp4", ".jpg"))
    for stem in kit.stems:
        name = f"{stem.replace('/', '-')}.md"
        base = f"{kit.base}/{stem}-{theme}"
        yield _words(kit, name, partial(_plain, kit, stem, base))


def _for_pages(kit: Kit) -> Iterator[Wanted]:
    """Yield all that a page loads."""
    yield from _media(kit, kit.themes)
    for stem in kit.stems:
        base = f"{kit.folder}/{stem}"
        yield _words(kit, f"{base}.vtt", partial(_captions, kit, stem))
        yield _words(kit, f"{base}.json", partial(_values, kit, stem))
    for name in ("lecture.css", "lecture.js"):
        yield _fixed(f"{kit.folder}/{name}", template(f"embed/{name}"))


def _media(
    kit: Kit, themes: Collection[str], endings: Collection[str] = ()
) -> Iterator[Wanted]:
    """Yield the videos and posters of all clips, or those with certain endings."""
    for media, ending in [
        (kit.media(stem, theme), ending)
        for stem in kit.stems
        for theme in themes
        for ending in kit.media(stem, theme).makers()
        if not endings or ending in endings
    ]:
        yield _medium(kit, media, ending)


def _medium(kit: Kit, media: Media, ending: str) -> Wanted:
    """Return one video or poster."""
    order = media.order
    path = f"{kit.folder}/{order.chapter}/{media.beat}-{order.variant.theme}{ending}"
    return Wanted(path, media.key(ending), lambda: media.read(ending), (order,))


def _words(kit: Kit, path: str, make: Callable[[], str]) -> Wanted:
    """Return a file of words that come with the recordings."""
    orders = tuple(kit.orders.values())
    return Wanted(path, kit.key(path), lambda: make().encode(), orders)


def _fixed(path: str, text: str) -> Wanted:
    """Return a file whose words are known beforehand."""
    return Wanted(path, key(text), text.encode)


def _captions(kit: Kit, stem: str) -> str:
    """Return the captions of a clip."""
    return captions(kit.clip(stem))


def _values(kit: Kit, stem: str) -> str:
    """Return the receipts of a clip as JSON."""
    return _json(values(kit.clip(stem)))


def _plain(kit: Kit, stem: str, base: str) -> str:
    """Return a clip as Markdown."""
    return plain_clip(kit.clip(stem), base)


def _data(kit: Kit) -> str:
    """Return the data file of a Jekyll site."""
    return data_text(
        {
            stem: {
                "title": clip.beat.title,
                "chapter": clip.chapter_title,
                "seconds": clip.seconds,
                "words": clip.beat.say,
                "loop": clip.beat.loop,
                "html": kit.figure(stem),
            }
            for stem in kit.stems
            for clip in [kit.clip(stem)]
        }
    )


def data_text(clips: Mapping[str, Any]) -> str:
    """Return the data file that holds these clips."""
    about = "Written by `lecture embed`, which writes it anew: do not edit."
    return _json({"about": about, "clips": clips})


def _json(value: object) -> str:
    """Write JSON that reads the same as YAML."""
    text = json.dumps(value, indent=1, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda m: f"\\u{ord(m[0]):04x}", text) + "\n"


def _snippet(kit: Kit, stem: str) -> str:
    """Return a clip to paste into any page, with what loads style and script."""
    return kit.snippet(stem, kit.base, head(kit.base)) + "\n"


def _page(kit: Kit) -> str:
    """Return the page that shows the clips, and how to paste each."""
    return fill(
        "embed/page.html",
        lecture=kit.lecture,
        folder=kit.folder,
        head=head(kit.folder),
        clips=[
            {
                "figure": kit.snippet(stem, kit.folder),
                "file": f"{stem.replace('/', '-')}.html",
                "code": _snippet(kit, stem).strip(),
            }
            for stem in kit.stems
        ],
    )
