"""Which outputs there are, and what each is made from."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from slides.context import Context
from slides.project import PACKAGE, example_modules
from slides.render import Order, order
from slides.settings import Lecture
from slides.stale import digest, file_digests, versions
from slides.variants import STILL_THEMES, Variant

FILMS = ("video", "deck", "clips")  # made by default, and with them the page
KINDS = (*FILMS, "stills", "gallery", "qt")  # what --only may name
MAKERS = ("av", "jinja2", "manim-slides", "pillow", "sphinx-revealjs")
Make = Callable[[Context], list[Path]]


@dataclass(frozen=True)
class Output:
    """Files that are made together."""

    name: str
    kind: str
    orders: tuple[Order, ...]  # recordings that it needs
    digest: str  # of all it is made from
    make: Make


def outputs(
    lecture: Lecture, orders: Sequence[Order], kinds: Iterable[str]
) -> list[Output]:
    """Return the outputs of the ordered chapters, the page last.

    Parameters
    ----------
    lecture
        Title and the like.
    orders
        The chapters wanted.
    kinds
        Which kinds of output are wanted, of `KINDS`.
    """

    def output(name: str, kind: str, needs: Sequence[Order], make: Make) -> Output:
        number = [lecture.chapters.index(order.chapter) for order in needs]
        made_from = [
            name, number, [order.key for order in needs], _sources(), _versions(),
            lecture.title, lecture.author, lecture.language,
        ]  # fmt: skip
        return Output(name, kind, tuple(needs), _digest(made_from), make)

    found = [output("lecture", "video", orders, _make("video", "make_lecture"))]
    found.append(output("deck", "deck", orders, _make("deck", "make_deck")))
    for one in orders:
        video = _make("video", "make_chapter", one.chapter)
        found.append(output(f"video {one.chapter}", "video", [one], video))
        clips = _make("clips", "make_clips", one.chapter)
        found.append(output(f"clips {one.chapter}", "clips", [one], clips))
        qt = _make("qt_deck", "make_qt_deck", one.chapter)
        found.append(output(f"qt {one.chapter}", "qt", [one], qt))
    aspect = orders[0].variant.aspect
    found += _stills(lecture, [order.chapter for order in orders], aspect)
    found.append(_gallery())
    return [one for one in found if one.kind in kinds]


def _stills(lecture: Lecture, chapters: Iterable[str], aspect: str) -> Iterator[Output]:
    """Yield the stills of each chapter that has any."""
    for chapter in chapters:
        pairs = (still.split("/", 1) for still in lecture.stills)
        chosen = [beat for name, beat in pairs if name == chapter]
        if lecture.stills and not chosen:
            continue
        variants = [Variant("still", theme, aspect) for theme in STILL_THEMES]
        needs = [one for v in variants for one in order(lecture, [chapter], v)]
        made_from = [[one.key for one in needs], chosen, _sources(), _versions()]
        make = _make("stills", "make_stills", chapter, chosen)
        name = f"stills {chapter}"
        yield Output(name, "stills", tuple(needs), _digest(made_from), make)


def _gallery() -> Output:
    """Return the gallery of components, which needs no recording."""
    made_from = [file_digests(*example_modules()), versions(), _sources(), _versions()]
    make = _make("gallery", "make_gallery")
    return Output("gallery", "gallery", (), _digest(made_from), make)


def page(lecture: Lecture, orders: Sequence[Order], shown: Sequence[Output]) -> Output:
    """Return the page that shows these outputs."""
    made_from = [
        [[one.name, one.digest] for one in shown],
        [[order.chapter, order.key] for order in orders],
        _sources(), _versions(), lecture.title, lecture.author, lecture.language,
    ]  # fmt: skip
    make = _make("page", "make_page")
    return Output("page", "page", tuple(orders), _digest(made_from), make)


def _make(module: str, function: str, *arguments: Any) -> Make:
    """Return a maker that is imported only when it works."""

    def make(context: Context) -> list[Path]:
        from importlib import import_module

        maker: Callable[..., list[Path]]
        maker = getattr(import_module(f"slides.{module}"), function)
        return maker(context, *arguments)

    return make


def _digest(value: Any) -> str:
    """Return a digest of a value that JSON can hold."""
    return hashlib.sha256(json.dumps(value).encode()).hexdigest()[:20]


@cache
def _sources() -> str:
    """Return a digest of everything in this package that makes outputs."""
    files = sorted([*PACKAGE.glob("*.py"), *PACKAGE.glob("templates/*")])
    return _digest([[file.name, digest(file)] for file in files])


@cache
def _versions() -> list[str]:
    """Return the versions of the packages that make outputs."""
    return [version(name) for name in MAKERS]
