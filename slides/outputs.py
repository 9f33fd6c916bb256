"""Which outputs there are, and what each is made from."""

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from slides.context import Context
from slides.project import PACKAGE
from slides.render import Order
from slides.settings import Lecture
from slides.stale import digest

KINDS = ("video", "deck", "clips")  # what --only may name; the page is always made
MAKERS = ("av", "jinja2", "manim-slides", "pillow", "sphinx-revealjs")
Make = Callable[[Context], list[Path]]


@dataclass(frozen=True)
class Output:
    """Files that are made together."""

    name: str
    kind: str
    chapters: tuple[str, ...]  # whose recordings it needs
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
    keys = {order.chapter: order.key for order in orders}
    every = tuple(keys)

    def output(name: str, kind: str, chapters: tuple[str, ...], make: Make) -> Output:
        number = [lecture.chapters.index(chapter) for chapter in chapters]
        made_from = [
            name, number, [keys[c] for c in chapters], _sources(), _versions(),
            lecture.title, lecture.author, lecture.language,
        ]  # fmt: skip
        return Output(name, kind, chapters, _digest(made_from), make)

    found = [output("lecture", "video", every, _make("video", "make_lecture"))]
    found.append(output("deck", "deck", every, _make("deck", "make_deck")))
    for chapter in every:
        video = _make("video", "make_chapter", chapter)
        found.append(output(f"video {chapter}", "video", (chapter,), video))
        clips = _make("clips", "make_clips", chapter)
        found.append(output(f"clips {chapter}", "clips", (chapter,), clips))
    return [one for one in found if one.kind in kinds]


def page(lecture: Lecture, orders: Sequence[Order], shown: Sequence[Output]) -> Output:
    """Return the page that shows these outputs."""
    made_from = [
        [[one.name, one.digest] for one in shown],
        [[order.chapter, order.key] for order in orders],
        _sources(), _versions(), lecture.title, lecture.author, lecture.language,
    ]  # fmt: skip
    chapters = tuple(order.chapter for order in orders)
    return Output(
        "page", "page", chapters, _digest(made_from), _make("page", "make_page")
    )


def _make(module: str, function: str, *arguments: str) -> Make:
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
