"""The deck: a page that presents the lecture, beat by beat, without network.

It comes in two forms: one file that holds everything, or a folder in which videos
and pictures lie beside the page, for a lecture too large for one file.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scenes.caching.files import whole
from scenes.renamed import NOW, present
from slides.base.beat_name import BeatName
from slides.base.policy import BESIDE, with_policy
from slides.base.templates import Template
from slides.engine.recorded import Rendering
from slides.footage.captions import sentences
from slides.footage.timeline import beat_titles, spans
from slides.outputs.context import Context
from slides.outputs.deck.deck_files import Media, slide_id
from slides.outputs.deck.face import face
from slides.outputs.deck.reveal import read
from slides.outputs.opening import type_sizes
from slides.settings.minutes import planned

PAGE = Template("deck/deck.html")
STYLE = Template("deck/deck.css")
VOICE = Template("deck/voice.js")  # only where something is said
SCRIPTS = (  # in this order
    Template("deck/media.js"),
    Template("deck/notice.js"),
    Template("deck/stage.js"),
    Template("deck/captions.js"),
    VOICE,
    Template("deck/dialogs.js"),
    Template("deck/speaker_link.js"),
    Template("deck/keys.js"),
    Template("deck/bar.js"),
    Template("deck/start.js"),
)
SPEAKER = Template("deck/speaker.html")
SPEAKER_PARTS = {
    "/* speaker.css */": Template("deck/speaker.css"),
    "/* speaker.js */": Template("deck/speaker.js"),
}
# Where pictures and videos are when they are shown: taken from the page, or beside it.
SHOWN = {"img": f"blob: {BESIDE}", "media": f"blob: {BESIDE}", "font": "data:"}
LONG_SIDE = 1280  # of a slide; reveal.js makes it as large as the window allows


def make_deck(context: Context, form: str = "file") -> list[Path]:
    """Make the deck with manim-slides' converter and our template.

    Parameters
    ----------
    context
        The recordings to present.
    form
        ``"file"`` or ``"folder"``.
    """
    from manim_slides.config import PresentationConfig

    media = Media(context, form)
    lecture = _lecture(context) | {"embedded": media.embedded}
    deck = _converter()(
        presentation_configs=[
            PresentationConfig(slides=media.configs(chapter))
            for chapter in context.renderings
        ],
        template=PAGE.file,
        one_file=True,  # what lies beside the page we put there ourselves
        title=context.lecture.title,
        lecture=lecture,
        chapters=_chapters(context, media),
        opening=_opening(context, lecture),
    )
    with whole(media.page) as partial:
        deck.convert_to(partial)
        page = partial.read_text(encoding="utf-8")
        partial.write_text(_with_policy(page, lecture), encoding="utf-8")
    return [media.page, *media.beside]


def _converter() -> Any:
    """Return manim-slides' converter, with what our template needs besides."""
    from manim_slides.convert import RevealJS

    converter: Any = RevealJS  # its many options all have defaults

    class Deck(converter):  # type: ignore[misc]  # manim-slides is loaded late
        lecture: dict[str, Any]
        chapters: list[dict[str, Any]]
        opening: dict[str, Any]

    return Deck


def _lecture(context: Context) -> dict[str, Any]:
    """Return what our template writes once."""
    from slides.footage.posters import is_dark, size

    chapter, rendering = next(iter(context.renderings.items()))
    paper = context.paper(chapter)
    width, height = size(context.poster(chapter, rendering.recording.beats[0]))
    scale = LONG_SIDE / max(width, height)
    letters = face("".join(_words(context)))
    # What plays a slide: the stage, or the voice, which lets the stage play with it.
    player = "voice" if context.speech else "stage"
    return {
        "language": context.lecture.language,
        "author": context.lecture.author,
        "paper": paper,
        "tone": "dark" if is_dark(paper) else "light",
        "width": round(width * scale),
        "height": round(height * scale),
        "reveal": {"css": read("dist/reveal.css"), "js": read("dist/reveal.js")},
        "css": f"{STYLE.render(player=player)}\n",
        "scripts": [
            f"{script.render(player=player)}\n"
            for script in SCRIPTS
            if script != VOICE or context.speech
        ],
        "player": player,
        "credit": context.credit,
        "renamed": renamed(context),
        "face": letters,
        "speaker": with_policy(_speaker_view(), [_style(letters)], **SHOWN),
    }


def renamed(context: Context) -> dict[str, str]:
    """Return the slides to which names that slides had once lead, by these."""
    there = {
        str(BeatName(chapter, beat.name))
        for chapter, rendering in context.renderings.items()
        for beat in rendering.recording.beats
    }
    return {
        slide_id(*BeatName.parse(old)): slide_id(*BeatName.parse(present(old)))
        for old in NOW
        if present(old) in there
    }


def _with_policy(page: str, lecture: dict[str, Any]) -> str:
    """Return the deck with the policy under which it and what it opens work."""
    width, height = lecture["width"], lecture["height"]
    # What reveal.js writes for pages of the slides' own shape.
    printed = (
        f"@page{{size:{width}px {height}px; margin: 0px;}}",
        ".reveal section>img, .reveal section>video, .reveal section>iframe"
        f"{{max-width: {width}px; max-height:{height}px}}",
    )
    return with_policy(page, [lecture["speaker"], *map(_style, printed)], **SHOWN)


def _style(rules: str) -> str:
    """Return rules as they stand in a page."""
    return f"<style>{rules}</style>"


def _words(context: Context) -> Iterator[str]:
    """Yield all that the deck says."""
    yield from (context.lecture.title, *context.lecture.opening)
    for rendering in context.renderings.values():
        yield rendering.recording.title
        for beat in rendering.recording.beats:
            yield from (beat.title, beat.say)


def _opening(context: Context, lecture: dict[str, Any]) -> dict[str, Any]:
    """Return what the title slide says, and the sizes of its type in pixels."""
    sizes = type_sizes(context.lecture, lecture["width"], lecture["height"])
    title, lines = map(round, sizes)
    return {"lines": context.lecture.opening, "title_size": title, "size": lines}


def _speaker_view() -> str:
    """Return the page of the speaker's window, which the deck opens."""
    page = SPEAKER.text
    for place, part in SPEAKER_PARTS.items():
        page = page.replace(place, part.text)
    return page


def _chapters(context: Context, media: Media) -> list[dict[str, Any]]:
    """Return what our template writes about each chapter."""
    lengths = {
        chapter: [span.end - span.start for span in spans(rendering)]
        for chapter, rendering in context.renderings.items()
    }
    seconds = planned(lengths, context.lecture.minutes)
    return [
        {
            "name": chapter,
            "title": rendering.recording.title,
            "opening": media.opening(chapter),
            "slides": _slides(chapter, rendering, seconds[chapter], media),
        }
        for chapter, rendering in context.renderings.items()
    ]


def _slides(
    chapter: str, rendering: Rendering, seconds: list[int], media: Media
) -> list[dict[str, Any]]:
    """Return what our template writes about each beat of a chapter."""
    beats = rendering.recording.beats
    return [
        {
            "id": slide_id(chapter, beat.name),
            "title": title,
            "sentences": sentences(beat.say),
            "question": beat.question,
            "loop": beat.loop,
            "seconds": planned_time,
            "motion": round(beat.motion, 1),
            "picture": media.ending(chapter, beat),
            "said": media.said(chapter, beat),
        }
        for beat, title, planned_time in zip(
            beats, beat_titles(beats), seconds, strict=True
        )
    ]
