"""Which outputs there are, and what each is made from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from scenes.caching.digests import digest_of_value
from slides.base.beat_name import BeatName
from slides.building.maker import Maker
from slides.engine.fingerprint import file_digests
from slides.engine.render import Target, targets_of
from slides.engine.versions import installed, versions
from slides.settings.lecture import Lecture
from slides.settings.project import example_modules
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


@dataclass(frozen=True)
class Output:
    """Files that are made together."""

    name: str
    kind: str
    targets: tuple[Target, ...]  # recordings that it needs
    digest: str  # of all it is made from
    make: Maker


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
        name: str, kind: str, needs: Sequence[Target], make: Maker, *chosen: object
    ) -> Output:
        number = [lecture.chapters.index(target.chapter) for target in needs]
        made_from = [
            name, number, [target.key for target in needs], file_digests(make.module),
            _versions(),
            lecture.title, lecture.author, lecture.language, lecture.site, *chosen,
        ]  # fmt: skip
        return Output(name, kind, tuple(needs), digest_of_value(made_from), make)

    found = [output("lecture", "video", targets, Maker("film.video:make_lecture"))]
    make = Maker("deck.deck:make_deck", (choices.deck,))
    found.append(output("deck", "deck", targets, make, choices.deck, lecture.minutes))
    for one in targets:
        video = Maker("film.video:make_chapter", (one.chapter,))
        found.append(output(f"video {one.chapter}", "video", [one], video))
        clips = Maker("film.clips:make_clips", (one.chapter,))
        found.append(output(f"clips {one.chapter}", "clips", [one], clips))
        qt = Maker("deck.qt:make_qt_deck", (one.chapter,))
        found.append(output(f"qt {one.chapter}", "qt", [one], qt))
    theme, content = targets[0].variant.theme, choices.pptx
    shown = targets if content == "movies" else _drawn(lecture, chapters, theme, aspect)
    make = Maker("office.powerpoint:make_pptx", (content,))
    found.append(output("pptx", "pptx", shown, make, content))
    found.append(output("pdf", "pdf", targets, Maker("paper.pdf:make_pdf")))
    printed = _drawn(lecture, chapters, "print", aspect)
    make = Maker("paper.handout:make_handout", (choices.handout,))
    found.append(output("handout", "handout", printed, make, choices.handout))
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
        make = Maker("pages.stills:make_stills", (chapter, *chosen))
        sources = file_digests(make.module)
        made_from = [[one.key for one in needs], chosen, sources, _versions()]
        name = f"stills {chapter}"
        yield Output(name, "stills", tuple(needs), digest_of_value(made_from), make)


def _gallery() -> Output:
    """Return the gallery of components, which needs no recording."""
    make = Maker("pages.gallery:make_gallery")
    sources = file_digests(make.module, *example_modules())
    made_from = [sources, versions(), _versions()]
    return Output("gallery", "gallery", (), digest_of_value(made_from), make)


def page(
    lecture: Lecture,
    targets: Sequence[Target],
    shown: Sequence[Output],
    deck: str = "file",
) -> Output:
    """Return the page that shows these outputs; a deck in this form."""
    make = Maker("pages.index:make_page", (deck,))
    # It leads to the outputs and does not hold them: their names are enough.
    made_from = [
        [one.name for one in shown], deck,
        [[target.chapter, target.key] for target in targets],
        file_digests(make.module), _versions(),
        lecture.title, lecture.author, lecture.language,
    ]  # fmt: skip
    return Output("page", "page", tuple(targets), digest_of_value(made_from), make)


@cache
def _versions() -> list[tuple[str, str]]:
    """Return the versions of the packages that make outputs."""
    return [*installed(*MAKERS)]
