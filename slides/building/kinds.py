"""The registry of outputs: one entry for each kind, in the order of the README."""

from slides.base.beat_name import BeatName
from slides.building.kind import Asked, Choice, Kind
from slides.engine.targets import Target
from slides.outputs.context import DECKS
from slides.settings.project import example_modules
from slides.settings.variants import STILL_THEMES


def films(asked: Asked) -> tuple[Target, ...]:
    """Need the films of the chapters."""
    return asked.films


def prints(asked: Asked) -> tuple[Target, ...]:
    """Need drawings on white."""
    return asked.drawn("print", quality="drawing")


def movies_or_stills(asked: Asked) -> tuple[Target, ...]:
    """Need what the slides of a presentation shall show."""
    if asked.choices["pptx"] == "movies":
        return asked.films
    return asked.drawn(asked.variant.theme)


def stills(asked: Asked) -> tuple[Target, ...]:
    """Need stills in each theme."""
    return asked.drawn(*STILL_THEMES)


def lists_stills(asked: Asked) -> bool:
    """Tell whether the settings list stills of these chapters, or none of any."""
    listed = {BeatName.parse(still).chapter for still in asked.lecture.stills}
    return not listed or bool(listed & {*asked.chapters})


def nothing(asked: Asked) -> tuple[Target, ...]:
    """Need no recording."""
    return ()


KINDS = (
    Kind(
        "deck",
        (("lecture.html", "the slides: one file, works without a network; menu of "
          "chapters, captions, speaker view inside"),),
        films,
        lecture="deck.deck:make_deck",
        folder="lecture",
        choice=Choice(
            "form of the deck", tuple(DECKS),
            "HTML slides as one file, or as a folder with the videos beside the page.",
        ),
        says=("title", "author", "place", "date", "language", "minutes"),
    ),
    Kind(
        "pptx",
        (("lecture.pptx", "the slides for PowerPoint and Impress: each movie starts by "
          "itself, notes below, chapters as sections"),),
        movies_or_stills,
        lecture="office.powerpoint:make_pptx",
        choice=Choice(
            "content", ("movies", "stills"), "What the PowerPoint slides show."
        ),
        about="In the pptx (PowerPoint, Impress) each slide's movie starts by itself; "
        "one of over 8 MB is encoded again. With stills in place of movies it needs no "
        "film and prints well.",
        link=("lecture.pptx", "Slides for PowerPoint"),
        is_dated=True,
        says=("title", "author", "place", "date", "language"),
    ),
    Kind(
        "pdf",
        (("lecture.pdf", "the slides as PDF: one page an idea, sharp at any size, its "
          "words below, bookmarks"),),
        films,
        lecture="paper.pdf:make_pdf",
        about="The pdf has the same slides and their words.",
        link=("lecture.pdf", "Slides as PDF"),
        is_dated=True,
        says=("title", "author", "language", "site"),
    ),
    Kind(
        "handout",
        (("handout.pdf", "the hand-out: pictures on white, large enough to read, their "
          "words, and numbers with what they are"),),
        prints,
        lecture="paper.handout:make_handout",
        choice=Choice(
            "number of beats", ("1", "2", "3", "6"),
            "Beats on a page of the hand-out: with 1 or 2, all type can be read; 3 and "
            "6 have small pictures, to know the slides by, and lines for notes.", "2",
        ),
        about="The handout has pictures on white, words and numbers; with 1, 3 or 6 "
        'beats on a page, lines for notes; with "site" in the settings, codes that '
        "lead to the clips.",
        link=("handout.pdf", "Hand-out (PDF)"),
        is_dated=True,
        says=("title", "author", "language", "site"),
    ),
    Kind(
        "video",
        (("lecture.mp4", "the film, with chapters and captions inside; captions "
          "(`.vtt`, `.srt`) and transcript (`.txt`) beside it, too"),
         ("videos/NN-<chapter>.mp4", "one film a chapter, with captions, transcript, "
          "poster, and `.receipts.json`: where each number comes from")),
        films,
        lecture="film.video:make_lecture",
        chapter="film.video:make_chapter",
        folder="videos",
    ),
    Kind(
        "clips",
        (("clips/<chapter>/<beat>.mp4", "one short clip an idea, with poster and "
          "text"),),
        films,
        chapter="film.clips:make_clips",
        folder="clips",
        says=(),
    ),
    Kind(
        "stills",
        (("stills/<chapter>/<beat>-dark.svg", "how a beat ends, dark and light, as PNG "
          "and SVG, with its words: the map of AI, and what else `stills` in the "
          "settings lists"),),
        stills,
        chapter="pages.stills:make_stills",
        folder="stills",
        usual=False,
        wanted_by="stills",
        is_listed=lists_stills,
        about="Stills show how beats end, dark and light, as PNG and SVG: those listed "
        "in the settings; of a chapter that you name with --only stills, and of all if "
        "none is listed, every beat.",
        says=("stills",),
    ),
    Kind(
        "gallery",
        (("gallery/index.html", "with `lecture build --only gallery`: a picture of "
          "each component that scenes are made of"),),
        nothing,
        lecture="pages.gallery:make_gallery",
        folder="gallery",
        usual=False,
        about="The gallery shows the components that scenes are made of.",
        says=(),
        more=example_modules,
    ),
    Kind(
        "qt",
        (),
        films,
        chapter="deck.qt:make_qt_deck",
        folder="qt",
        usual=False,
        about="The qt is what `lecture present` shows, which makes it by itself.",
        says=(),
    ),
)  # fmt: skip
