"""Which files put clips into a Jekyll site, other web pages, or plain Markdown."""

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from posixpath import join
from typing import Any

from scenes.renamed import NOW, present
from slides.base.templates import Template
from slides.embed.clip_set import ClipSet, head
from slides.embed.figure import Clip, captions, plain, values
from slides.embed.media import Media
from slides.embed.recipes import key
from slides.embed.site import Wanted
from slides.engine.fingerprint import file_digests

INCLUDE = Template("embed/include.html")
PAGE = Template("embed/page.html")
BESIDE_PAGE = (Template("embed/page.css"), Template("embed/icon.svg"))
LOADED = (Template("embed/lecture.css"), Template("embed/lecture.js"))
MOST = 100  # of one clip on a page, until names begin anew
# What YAML, as which Jekyll reads JSON, does not take as it stands.
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def files(clip_set: ClipSet, format_: str) -> list[Wanted]:
    """Return the files that put these clips into a place of this format."""
    made = {"jekyll": _jekyll, "html": _html, "markdown": _markdown}[format_](clip_set)
    return list(made)


def _jekyll(clip_set: ClipSet) -> Iterator[Wanted]:
    """Yield the files for a Jekyll site; what shows the others comes last."""
    yield from _for_pages(clip_set)
    layout = clip_set.layout
    yield _words(clip_set, join(layout.data, "lecture.json"), lambda: _data(clip_set))
    yield _fixed(join(layout.includes, "lecture.html"), _include(clip_set.folder))


def _html(clip_set: ClipSet) -> Iterator[Wanted]:
    """Yield a snippet of HTML for each clip, and a page that shows them all."""
    yield from _for_pages(clip_set)
    yield from _fixed_files(clip_set, BESIDE_PAGE)
    for stem in clip_set.stems:
        name = f"{stem.replace('/', '-')}.html"
        yield _words(clip_set, name, partial(_snippet, clip_set, stem))
    yield _words(clip_set, "index.html", lambda: _page(clip_set))


def _markdown(clip_set: ClipSet) -> Iterator[Wanted]:
    """Yield a picture that leads to the clip, for each, and its words."""
    theme = clip_set.themes[-1]
    yield from _media(clip_set, (theme,), (".mp4", ".jpg"))
    for stem in clip_set.stems:
        name = f"{stem.replace('/', '-')}.md"
        base = f"{clip_set.base}/{stem}-{theme}"
        yield _words(clip_set, name, partial(_plain, clip_set, stem, base))


def _for_pages(clip_set: ClipSet) -> Iterator[Wanted]:
    """Yield all that a page loads."""
    yield from _media(clip_set, clip_set.themes)
    for stem in clip_set.stems:
        base = f"{clip_set.place}/{stem}"
        yield _words(clip_set, f"{base}.vtt", partial(_captions, clip_set, stem))
        yield _words(clip_set, f"{base}.json", partial(_values, clip_set, stem))
    yield from _fixed_files(clip_set, LOADED)


def _media(
    clip_set: ClipSet, themes: Collection[str], endings: Collection[str] = ()
) -> Iterator[Wanted]:
    """Yield the videos and posters of all clips, or those with certain endings."""
    for media, ending in [
        (clip_set.media(stem, theme), ending)
        for stem in clip_set.stems
        for theme in themes
        for ending in clip_set.media(stem, theme).makers()
        if not endings or ending in endings
    ]:
        yield _medium(clip_set, media, ending)


def _medium(clip_set: ClipSet, media: Media, ending: str) -> Wanted:
    """Return one video or poster."""
    target = media.target
    name = f"{target.chapter}/{media.beat}-{target.variant.theme}{ending}"
    path = f"{clip_set.place}/{name}"
    return Wanted(path, media.key(ending), lambda: media.read(ending), (target,))


def _words(clip_set: ClipSet, path: str, make: Callable[[], str]) -> Wanted:
    """Return a file of words that come with the recordings."""
    targets = tuple(clip_set.targets.values())
    changes = clip_set.key(path, file_digests(__name__))
    return Wanted(path, changes, lambda: make().encode(), targets)


def _fixed_files(clip_set: ClipSet, files: Iterable[Template]) -> Iterator[Wanted]:
    """Yield templates that pages load as they stand."""
    for one in files:
        yield _fixed(f"{clip_set.place}/{one.file.name}", one.text)


def _fixed(path: str, text: str) -> Wanted:
    """Return a file whose words are known beforehand."""
    return Wanted(path, key(text), text.encode)


def _include(folder: str) -> str:
    """Return what notes include."""
    turns = range(2, MOST + 1)
    text = INCLUDE.text.replace("@folder@", folder)
    text = text.replace("@yes@", ", ".join('"yes"' for _ in turns))
    return text.replace("@times@", ", ".join(f'"-{turn}"' for turn in turns))


def _captions(clip_set: ClipSet, stem: str) -> str:
    """Return the captions of a clip."""
    return captions(clip_set.clip(stem))


def _values(clip_set: ClipSet, stem: str) -> str:
    """Return the receipts of a clip as JSON."""
    return _json(values(clip_set.clip(stem)))


def _plain(clip_set: ClipSet, stem: str, base: str) -> str:
    """Return a clip as Markdown."""
    return plain_clip(clip_set.clip(stem), base)


def plain_clip(clip: Clip, base: str) -> str:
    """Return a clip as Markdown, for places without video: a picture and its words.

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


def _data(clip_set: ClipSet) -> str:
    """Return the data file of a Jekyll site."""
    return data_text(
        {
            stem: {
                "title": clip.beat.title,
                "chapter": clip.chapter_title,
                "seconds": clip.seconds,
                "words": clip.beat.say,
                "loop": clip.beat.loop,
                "html": clip_set.figure(stem),
                "excerpt": clip_set.excerpt(stem),
            }
            for stem in clip_set.stems
            for clip in [clip_set.clip(stem)]
        }
    )


def data_text(clips: Mapping[str, Any]) -> str:
    """Return the data file that holds these clips."""
    about = "Written by `lecture embed`, which writes it anew: do not edit."
    renamed = {old: present(old) for old in NOW if present(old) in clips}
    return _json({"about": about, "clips": clips, "renamed": renamed})


def _json(value: object) -> str:
    """Write JSON that reads the same as YAML."""
    text = json.dumps(value, indent=1, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda m: f"\\u{ord(m[0]):04x}", text) + "\n"


def _snippet(clip_set: ClipSet, stem: str) -> str:
    """Return a clip to paste into any page, with what loads style and script."""
    return clip_set.snippet(stem, clip_set.base, head(clip_set.base)) + "\n"


def _page(clip_set: ClipSet) -> str:
    """Return the page that shows the clips, and how to paste each."""
    return PAGE.fill(
        lecture=clip_set.lecture,
        folder=clip_set.folder,
        head=head(clip_set.folder),
        clips=[
            {
                "figure": clip_set.snippet(stem, clip_set.folder),
                "file": f"{stem.replace('/', '-')}.html",
                "code": _snippet(clip_set, stem).strip(),
            }
            for stem in clip_set.stems
        ],
    )
