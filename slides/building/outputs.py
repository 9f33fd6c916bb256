"""Which outputs there are, and what each is made from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from scenes.caching.digests import digest_of_value
from slides.base.source_date import source_date
from slides.building.kind import Asked, Kind
from slides.building.kinds import KINDS
from slides.building.maker import Maker
from slides.building.speaking.recipe import voice_parts
from slides.engine.fingerprint import file_digests
from slides.engine.targets import Target
from slides.engine.versions import installed, versions
from slides.outputs.context import DECKS
from slides.settings.values import Lecture

# What makes outputs, besides all that draws: that is in the recordings' keys.
MAKERS = (
    "babel",
    "fonttools",
    "jinja2",
    "langcodes",
    "python-pptx",
    "segno",
    "sphinx-revealjs",
)

PAGE = "page"  # the output that shows all others


@dataclass(frozen=True)
class Output:
    """Files that are made together."""

    name: str  # that of its kind; of a chapter's, with the chapter behind it
    kind: str
    targets: tuple[Target, ...]  # recordings that it needs
    digest: str  # of all it is made from
    make: Maker
    is_listed: bool = True  # whether the settings ask for it
    speaks: bool = False  # whether it needs what is said, too


def outputs(
    lecture: Lecture, targets: Sequence[Target], choices: Mapping[str, str]
) -> list[Output]:
    """Return all outputs of the chapters, without the page.

    Parameters
    ----------
    lecture
        Title and the like.
    targets
        The films of the chapters wanted.
    choices
        How some kinds are made.
    """
    usual = {kind.name: value for kind in KINDS for value in kind.chosen(choices)}
    asked = Asked(lecture, tuple(targets), usual)
    return [one for kind in KINDS for one in _outputs(kind, asked)]


def _outputs(kind: Kind, asked: Asked) -> Iterator[Output]:
    """Yield the outputs of a kind: of the whole lecture, then of each chapter."""
    chosen = kind.chosen(asked.choices)
    if kind.lecture:
        make = Maker(kind.lecture, chosen)
        sources = _sources(make.module, *kind.more())
        yield _output(kind.name, kind, asked, make, sources)
    if kind.chapter:
        sources = _sources(Maker(kind.chapter).module, *kind.more())
        for film in asked.films:
            name, one = f"{kind.name} {film.chapter}", asked.alone(film)
            make = Maker(kind.chapter, (film.chapter, *chosen))
            yield _output(name, kind, one, make, sources)


def _output(name: str, kind: Kind, asked: Asked, make: Maker, sources: str) -> Output:
    """Return an output, with a digest of all it is made from."""
    lecture, needs = asked.lecture, kind.needs(asked)
    made_from: list[Any] = [
        name,
        make.arguments,
        [target.key for target in needs],
        [lecture.chapters.index(target.chapter) for target in needs],
        [getattr(lecture, setting) for setting in kind.says],
        str(source_date()) if kind.is_dated else "",
        sources,
        versions() if not needs else {},  # what is recorded has them in its key
        _versions(),
    ]
    speaks, is_listed = lecture.voice.speaks_in(kind.name), kind.is_listed(asked)
    if speaks:
        made_from.append(voice_parts(lecture, [target.chapter for target in needs]))
    digest = digest_of_value(made_from)
    return Output(name, kind.name, needs, digest, make, is_listed, speaks)


def page(
    lecture: Lecture,
    targets: Sequence[Target],
    shown: Sequence[Output],
    choices: Mapping[str, str],
) -> Output:
    """Return the page that shows these outputs."""
    (deck,) = next(kind for kind in KINDS if kind.name == "deck").chosen(choices)
    names = [one.name for one in shown]
    links = [kind.link for kind in KINDS if kind.link and kind.name in names]
    make = Maker("pages.index:make_page", (DECKS[deck], *links))
    # It leads to the outputs and does not hold them: their names are enough.
    made_from: list[Any] = [
        names, make.arguments, [[one.chapter, one.key] for one in targets],
        lecture.title, lecture.author, lecture.language, lecture.left_out,
        _sources(make.module), _versions(),
    ]  # fmt: skip
    # It tells how long the films are, and when what is said in them.
    speaks = any(lecture.voice.speaks_in(one.kind) for one in shown)
    if speaks:
        made_from.append(voice_parts(lecture, [one.chapter for one in targets]))
    digest = digest_of_value(made_from)
    return Output(PAGE, PAGE, tuple(targets), digest, make, speaks=speaks)


def _sources(*modules: str) -> str:
    """Return a digest of all that these modules are made from."""
    return digest_of_value(file_digests(*modules))


@cache
def _versions() -> list[tuple[str, str]]:
    """Return the versions of the packages that make outputs."""
    return [*installed(*MAKERS)]
