"""A kind of output: what the user calls it, what it needs, what comes out of it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from slides.engine.targets import Target
from slides.settings.values import Lecture
from slides.settings.variants import Variant


@dataclass(frozen=True)
class Choice:
    """What the user may choose about a kind of output, by an option of its name."""

    what: str  # "form of the deck"
    values: tuple[str, ...]
    help: str
    usual_one: str = ""  # the first if none is named

    @property
    def usual(self) -> str:
        """What is taken unless the user says otherwise."""
        return self.usual_one or self.values[0]


@dataclass(frozen=True)
class Asked:
    """What a build is asked for: a lecture of some chapters, in one variant."""

    lecture: Lecture
    films: tuple[Target, ...]  # of each chapter, in the order of the lecture
    choices: Mapping[str, str]  # by kind; the usual where none is given

    @property
    def chapters(self) -> tuple[str, ...]:
        """Names of the chapters."""
        return tuple(film.chapter for film in self.films)

    @property
    def variant(self) -> Variant:
        """The variant of the films."""
        return self.films[0].variant

    def drawn(self, *themes: str, quality: str = "still") -> tuple[Target, ...]:
        """Return the targets of the chapters' stills in these themes."""
        variants = [Variant(quality, theme, self.variant.aspect) for theme in themes]
        return tuple(one.drawn_as(v) for v in variants for one in self.films)

    def alone(self, film: Target) -> "Asked":
        """Return the same for one chapter alone."""
        return replace(self, films=(film,))


@dataclass(frozen=True)
class Kind:
    """A kind of output.

    All who speak of outputs look here: the options of ``lecture build``, what is
    built, remembered and cleaned, the page through which one looks at it, the README.
    """

    name: str  # as ``--only`` takes it
    files: tuple[tuple[str, str], ...]  # what comes out and what it is, for the README
    needs: Callable[[Asked], tuple[Target, ...]]  # the recordings it is made from
    lecture: str = ""  # what makes it of the whole lecture: "deck.deck:make_deck"
    chapter: str = ""  # what makes it of each chapter
    folder: str = ""  # within the output folder; "" for that folder itself
    usual: bool = True  # whether it is made unless others are named
    wanted_by: str = ""  # setting of the lecture that asks for it, too
    is_listed: Callable[[Asked], bool] = lambda asked: True  # by that, of a chapter
    choice: Choice | None = None
    about: str = ""  # what the help of ``lecture build`` says of it
    link: tuple[str, str] | None = None  # for the page: a file, and what it is
    says: tuple[str, ...] = ("title", "author", "language")  # of the settings
    more: Callable[[], Iterable[str]] = tuple  # modules that its maker loads by name
    is_dated: bool = False  # whether it bears the date that the environment sets

    def chosen(self, choices: Mapping[str, str]) -> tuple[str, ...]:
        """Return the user's choice or the usual one; nothing if there is none."""
        usual = (self.choice.usual,) if self.choice else ()
        return (choices[self.name],) if self.name in choices else usual

    def is_wanted(self, lecture: Lecture) -> bool:
        """Tell whether it is made of this lecture unless others are named."""
        return self.usual or bool(self.wanted_by and getattr(lecture, self.wanted_by))
