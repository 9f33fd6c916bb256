"""A clip as web pages show it: one figure, complete without script."""

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from scenes.record import Beat, Receipt
from slides.base.clock import clock
from slides.base.templates import Template
from slides.engine.recorded import Rendering
from slides.footage.captions import cues, vtt
from slides.footage.timeline import spans

FIGURE = Template("embed/figure.html")
# Places that the page fills in; escaped texts cannot hold them.
BASE, NAME, HEAD, LOOP = "<>", "<id>", "<head>", "<loop>"


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

    >>> mark("neuron/bird")
    'clip-neuron-bird'
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
        )
        for span in spans(rendering)
    }


def figure(clip: Clip, options: FigureOptions) -> str:
    """Return the figure as one line of HTML, with its places still open."""
    numbers = _numbers(clip.receipts)
    html = FIGURE.fill(
        stem=clip.stem,
        title=clip.beat.title,
        chapter=clip.chapter_title,
        say=clip.beat.say,
        seconds=clip.seconds,
        length=clock(int(clip.seconds)),
        numbers=numbers,
        count=_count(clip.receipts, len(numbers)),
        colours=options.themes[0] if len(options.themes) == 1 else "both",
        themes=options.themes,
        videos=options.videos,
        width=options.size[0],
        height=options.size[1],
        language=options.language,
    )
    # Braces would be commands to Liquid, with which Jekyll fills in pages.
    line = re.sub(r"[ \t\n\v\f\r]+", " ", html).strip()
    return line.replace("{", "&#123;").replace("}", "&#125;")


def placed(html: str, base: str, name: str, head: str, *, loop: bool) -> str:
    """Fill in the places of a figure, as the include does in Jekyll."""
    repeat = "loop " if loop else ""
    for place, text in {BASE: base, NAME: name, HEAD: head, LOOP: repeat}.items():
        html = html.replace(place, text)
    return html


def captions(clip: Clip) -> str:
    """Return the narration as WebVTT, over the whole length of the clip."""
    text = vtt(cues(clip.beat.say, 0.0, clip.seconds))
    # From a fixed height downwards: Chrome first lays out other captions at the top
    # and then moves them, which counts as a shift of the page.
    return re.sub("( --> .*)", r"\1 line:85%", text)


def values(clip: Clip) -> list[dict[str, Any]]:
    """Return the receipts of the clip's numbers and curves as plain values."""
    return [asdict(receipt) for receipt in clip.receipts]


def _numbers(receipts: Sequence[Receipt]) -> list[dict[str, str]]:
    """Return a row for each number, curve or picture, each once."""
    rows = {
        (receipt.text, receipt.path): {
            "text": receipt.text or "curve or picture",
            "value": _value(receipt),
            "path": receipt.path,
        }
        for receipt in receipts
    }
    return list(rows.values())


def _count(receipts: Sequence[Receipt], total: int) -> str:
    """Say how many numbers and curves there are."""
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
