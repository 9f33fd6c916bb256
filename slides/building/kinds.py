"""Which outputs there are, and what each is made from."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from scenes.caching.digests import digest_of_file, digest_of_value
from scenes.caching.sources import module_file
from slides.base.beat_name import BeatName
from slides.engine.fingerprint import file_digests, versions
from slides.engine.render import Target, targets_of
from slides.outputs.context import Context
from slides.settings.lecture import Lecture
from slides.settings.project import PACKAGE, example_modules
from slides.settings.variants import STILL_THEMES, Variant

# Made by default, and with them the page.
USUAL = ("video", "deck", "clips", "pptx", "pdf", "handout")
KINDS = (*USUAL, "stills", "gallery", "qt")  # what --only may name
MAKERS = (
    "av", "jinja2", "manim-slides", "pillow", "python-pptx", "segno",
    "sphinx-revealjs", "typst",
)  # fmt: skip
SLIDE_CONTENTS = ("movies", "stills")  # of a presentation
BEATS_A_PAGE = ("1", "3", "6")  # of the hand-out
Make = Callable[[Context], list[Path]]


@dataclass(frozen=True)
class Output:
    """Files that are made together."""

    name: str
    kind: str
    targets: tuple[Target, ...]  # recordings that it needs
    digest: str  # of all it is made from
    make: Make


@dataclass(frozen=True)
class Choices:
    """What the user may choose about an output, besides its variant."""

    pptx: str = "movies"  # one of SLIDE_CONTENTS
    handout: str = "3"  # one of BEATS_A_PAGE
    deck: str = "file"  # one of slides.context.DECKS


def outputs(
    lecture: Lecture,
    targets: Sequence[Target],
    kinds: Iterable[str],
    choices: Choices = Choices(),  # frozen, so safe
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
    choices
        How some of them are made.
    """
    chapters = [target.chapter for target in targets]
    aspect = targets[0].variant.aspect

    def output(
        name: str, kind: str, needs: Sequence[Target], make: Make, *chosen: object
    ) -> Output:
        number = [lecture.chapters.index(target.chapter) for target in needs]
        made_from = [
            name, number, [target.key for target in needs], _sources(), _versions(),
            lecture.title, lecture.author, lecture.language, lecture.site, *chosen,
        ]  # fmt: skip
        return Output(name, kind, tuple(needs), digest_of_value(made_from), make)

    found = [output("lecture", "video", targets, _make("film.video", "make_lecture"))]
    make = _make("deck.deck", "make_deck", choices.deck)
    found.append(output("deck", "deck", targets, make, choices.deck, lecture.minutes))
    for one in targets:
        video = _make("film.video", "make_chapter", one.chapter)
        found.append(output(f"video {one.chapter}", "video", [one], video))
        clips = _make("film.clips", "make_clips", one.chapter)
        found.append(output(f"clips {one.chapter}", "clips", [one], clips))
        qt = _make("deck.qt", "make_qt_deck", one.chapter)
        found.append(output(f"qt {one.chapter}", "qt", [one], qt))
    theme, content = targets[0].variant.theme, choices.pptx
    shown = targets if content == "movies" else _drawn(lecture, chapters, theme, aspect)
    make = _make("office.powerpoint", "make_pptx", content)
    found.append(output("pptx", "pptx", shown, make, content))
    found.append(output("pdf", "pdf", targets, _make("paper.pdf", "make_pdf")))
    printed = _drawn(lecture, chapters, "print", aspect)
    make = _make("paper.handout", "make_handout", int(choices.handout))
    found.append(
        output("handout", "handout", printed, make, choices.handout, _credits())
    )
    found += _stills(lecture, chapters, aspect)
    found.append(_gallery())
    return [one for one in found if one.kind in kinds]


def _drawn(
    lecture: Lecture, chapters: Sequence[str], theme: str, aspect: str
) -> list[Target]:
    """Return the targets of stills of these chapters."""
    return targets_of(lecture, chapters, Variant("still", theme, aspect))


def _stills(lecture: Lecture, chapters: Iterable[str], aspect: str) -> Iterator[Output]:
    """Yield the stills of each chapter that has any."""
    for chapter in chapters:
        pairs = map(BeatName.parse, lecture.stills)
        chosen = [beat for name, beat in pairs if name == chapter]
        if lecture.stills and not chosen:
            continue
        variants = [Variant("still", theme, aspect) for theme in STILL_THEMES]
        needs = [one for v in variants for one in targets_of(lecture, [chapter], v)]
        made_from = [[one.key for one in needs], chosen, _sources(), _versions()]
        make = _make("pages.stills", "make_stills", chapter, chosen)
        name = f"stills {chapter}"
        yield Output(name, "stills", tuple(needs), digest_of_value(made_from), make)


def _gallery() -> Output:
    """Return the gallery of components, which needs no recording."""
    made_from = [file_digests(*example_modules()), versions(), _sources(), _versions()]
    make = _make("pages.gallery", "make_gallery")
    return Output("gallery", "gallery", (), digest_of_value(made_from), make)


def page(
    lecture: Lecture,
    targets: Sequence[Target],
    shown: Sequence[Output],
    deck: str = "file",
) -> Output:
    """Return the page that shows these outputs; a deck in this form."""
    made_from = [
        [[one.name, one.digest] for one in shown],
        [[target.chapter, target.key] for target in targets],
        _sources(), _versions(), lecture.title, lecture.author, lecture.language,
    ]  # fmt: skip
    make = _make("pages.index", "make_page", deck)
    return Output("page", "page", tuple(targets), digest_of_value(made_from), make)


def _make(module: str, function: str, *arguments: Any) -> Make:
    """Return a maker that is imported only when it works."""

    def make(context: Context) -> list[Path]:
        from importlib import import_module

        maker: Callable[..., list[Path]]
        maker = getattr(import_module(f"slides.outputs.{module}"), function)
        return maker(context, *arguments)

    return make


def _credits() -> dict[str, str]:
    """Return digests of what the hand-out says about the data."""
    module = "nnsim.datasets.credits"
    text = module_file(module).with_name("SOURCES.md")  # type: ignore[union-attr]
    return {**file_digests(module), text.name: digest_of_file(text)}


@cache
def _sources() -> str:
    """Return a digest of everything in this package that makes outputs."""
    files = sorted([*PACKAGE.glob("**/*.py"), *PACKAGE.glob("templates/*/*.*")])
    return digest_of_value([[file.name, digest_of_file(file)] for file in files])


@cache
def _versions() -> list[str]:
    """Return the versions of the packages that make outputs."""
    return [version(name) for name in MAKERS]
