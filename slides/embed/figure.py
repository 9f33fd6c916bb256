"""A clip as web pages show it: one figure, complete without script."""

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from scenes.record import Beat, Receipt, brief
from slides.base.templates import Template
from slides.engine.recorded import Rendering
from slides.footage.captions import cues, vtt
from slides.footage.timeline import spans

FIGURE = Template("embed/figure.html")
EXCERPT = Template("embed/excerpt.html")
# Places that the page fills in; escaped texts cannot hold them.
BASE, NAME, HEAD, LOOP, END = "<>", "<id>", "<head>", "<loop>", "<end>"
# As few as can be: some themes show what is escaped as it stands.
_SPECIAL = re.compile(r"[&<>*_`\[\]{}$|\\~]")


@dataclass(frozen=True)
class FigureOptions:
    """How the clips of a page are shown."""

    language: str  # of the words: "en"
    themes: tuple[str, ...]  # colours there are, the one for every other reader last
    videos: tuple[tuple[str, str], ...]  # ending and type of each file, best first
    size: tuple[int, int]  # width and height, pixels


@dataclass(frozen=True)
class Clip:
    """One clip and its words."""

    chapter: str
    beat: Beat
    chapter_title: str
    seconds: float
    receipts: tuple[Receipt, ...]
    data: tuple[tuple[str, str], ...] = ()  # of one's own, see Recording

    @property
    def stem(self) -> str:
        """Path of its files without ending; also its name in a note."""
        return f"{self.chapter}/{self.beat.name}"

    @property
    def mark(self) -> str:
        """Name of its place on a page."""
        return mark(self.stem)


def mark(stem: str) -> str:
    """Return the name of a clip's place on a page.

    >>> mark("neuron/sum")
    'clip-neuron-sum'
    """
    return f"clip-{stem.replace('/', '-')}"


def clips(chapter: str, rendering: Rendering) -> dict[str, Clip]:
    """Return the clips of a chapter by the names of their beats."""
    return {
        span.beat.name: Clip(
            chapter,
            span.beat,
            rendering.recording.title,
            round(span.end - span.start, 2),
            tuple(r for r in rendering.recording.receipts if r.beat == span.beat.name),
            rendering.recording.data,
        )
        for span in spans(rendering)
    }


def figure(clip: Clip, options: FigureOptions) -> str:
    """Return the figure as one line of HTML, with its places still open."""
    return _filled(FIGURE, clip, options)


def excerpt(clip: Clip, options: FigureOptions) -> str:
    """Return what stands for the clip in the excerpt of a post, as one line of HTML."""
    return _filled(EXCERPT, clip, options)


def _filled(template: Template, clip: Clip, options: FigureOptions) -> str:
    """Return a template filled with a clip, as one line."""
    from markupsafe import Markup

    title = clip.beat.title
    html = template.fill(
        stem=clip.stem,
        title=title,
        title_text=Markup(plain(title)),
        stop="" if title.endswith((".", "!", "?", "…")) else ".",
        say_text=Markup(plain(clip.beat.say)),
        seconds=clip.seconds,
        numbers=_numbers(clip),
        count=_count(clip.receipts),
        colours=options.themes[0] if len(options.themes) == 1 else "both",
        themes=options.themes,
        videos=options.videos,
        width=options.size[0],
        height=options.size[1],
        language=options.language,
    )
    line = re.sub(r"[ \t\n\v\f\r]+", " ", html).strip()
    # Braces would be commands to Liquid, with which Jekyll fills in pages; bars and
    # backquotes end the cell of a table, in attributes too.
    return line.translate({ord(sign): f"&#{ord(sign)};" for sign in "{}|`"})


def placed(html: str, base: str, name: str, head: str, *, loop: bool) -> str:
    """Fill in the places of a figure, as the include does in Jekyll."""
    repeat = "loop " if loop else ""
    places = {BASE: base, NAME: name, HEAD: head, LOOP: repeat, END: ""}
    for place, text in places.items():
        html = html.replace(place, text)
    return html


def plain(text: str) -> str:
    """Return a text in which nothing means anything to Markdown, HTML or Liquid.

    >>> plain("w * x {{ b }}")
    'w &#42; x &#123;&#123; b &#125;&#125;'
    """
    return _SPECIAL.sub(lambda m: f"&#{ord(m[0])};", " ".join(text.split()))


def captions(clip: Clip) -> str:
    """Return the narration as WebVTT, over the whole length of the clip."""
    text = vtt(cues(clip.beat.say, 0.0, clip.seconds))
    # From a fixed height downwards: Chrome first lays out other captions at the top
    # and then moves them, which counts as a shift of the page.
    return re.sub("( --> .*)", r"\1 line:85%", text)


def values(clip: Clip) -> list[dict[str, Any]]:
    """Return the receipts of the clip's numbers and curves as plain values."""
    own = {"data": dict(clip.data)} if clip.data else {}
    return [{**asdict(receipt), **own} for receipt in clip.receipts]


def _numbers(clip: Clip) -> str:
    """Return the table of the clip's numbers and the words around it; "" if none."""
    if not clip.receipts:
        return ""
    data = "".join(f", data {file} (SHA-256 {brief(key)})" for file, key in clip.data)
    chapter = f"Chapter “{clip.chapter_title}”{data};"
    table = {
        "label": f"Numbers in the clip “{clip.beat.title}”",
        "about": f"Each was computed, none typed in. {chapter}",
        "file": "as JSON",
        "head": ["Shown", "Value", "Name in the result"],
        "rows": _rows(clip.receipts),
    }
    return json.dumps(table, ensure_ascii=False)


def _rows(receipts: Sequence[Receipt]) -> list[tuple[str, str, str]]:
    """Return a row for each number, curve or picture, each once."""
    rows = [(r.text or "curve or picture", _value(r), r.path) for r in receipts]
    return list(dict.fromkeys(rows))


def _count(receipts: Sequence[Receipt]) -> str:
    """Say how many numbers and curves there are."""
    total = len(_rows(receipts))
    words = "number" if total == 1 else "numbers"
    curves = any(receipt.value is None for receipt in receipts)
    return f"{total} {words} and curves" if curves else f"{total} {words}"


def _value(receipt: Receipt) -> str:
    """Return the value more exactly than on screen, or the shape of an array."""
    if receipt.value is None:
        return " × ".join(str(n) for n in receipt.shape) + " values"
    if isinstance(receipt.value, float):
        return f"{receipt.value:.6g}".replace("-", "−")
    return str(receipt.value)
