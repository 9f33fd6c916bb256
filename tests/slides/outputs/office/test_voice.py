"""What is said in a presentation: sounds that start with the movies of their slides."""

import re
import subprocess
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import av
import pptx
import pytest
from lxml import etree
from pptx.enum.shapes import PP_MEDIA_TYPE
from pypdf import PdfReader

from scenes.record import Rest
from slides.outputs.context import Context
from slides.outputs.office.powerpoint import make_pptx
from tests.slides.outputs.speaking import CREDIT, speaking

NAMES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
SECONDS = 1.5


@pytest.fixture
def spoken(context: Context, tmp_path: Path) -> Context:
    return speaking(context, SECONDS, tmp_path / "speech")


def slides(file: Path) -> list[pptx.slide.Slide]:
    """Return the slides behind the title slide."""
    return list(pptx.Presentation(str(file)).slides)[1:]


def find(slide: pptx.slide.Slide, path: str) -> list[etree._Element]:
    return etree.fromstring(etree.tostring(slide.element)).xpath(path, namespaces=NAMES)


@pytest.mark.parametrize("content", ["movies", "stills"])
def test_every_slide_has_its_sound_off_the_slide(spoken: Context, content: str) -> None:
    (file,) = make_pptx(spoken, content)
    for slide in slides(file):
        *_, shape = slide.shapes
        assert shape.left + shape.width < 0
        assert CREDIT in shape.element.nvPicPr.cNvPr.get("descr")
        (link,) = find(slide, "//a:audioFile/@r:link")
        relation = slide.part.rels[link]
        assert relation.reltype.endswith("/audio")
        assert relation.target_part.content_type == "audio/mp4"
        with av.open(BytesIO(relation.target_part.blob)) as container:
            assert container.duration / 1e6 == pytest.approx(SECONDS, abs=0.1)
            assert [stream.type for stream in container.streams] == ["audio"]


def test_sound_starts_with_the_movie(spoken: Context) -> None:
    (file,) = make_pptx(spoken, "movies")
    for slide in slides(file):
        _, movie, sound = slide.shapes
        assert movie.media_type == PP_MEDIA_TYPE.MOVIE
        plays = find(slide, "//p:cTn[@presetClass='mediacall']")
        kinds = [play.get("nodeType") for play in plays]
        assert kinds == ["afterEffect", "withEffect"]
        first, second = (play.getparent() for play in plays)
        assert first.getparent() is second.getparent()  # together
        shapes = [p.xpath(".//@spid", namespaces=NAMES) for p in plays]
        assert shapes == [[str(movie.shape_id)], [str(sound.shape_id)]]
        assert find(slide, "//p:video//@spid") == shapes[0]
        assert find(slide, "//p:audio//@spid") == shapes[1]
        assert [*find(slide, "//p:cmd//@dur")][1] == str(round(1000 * SECONDS))
        ids = find(slide, "//p:cTn/@id")
        assert len(ids) == len(set(ids)) == 10
        videos = [r for r in slide.part.rels.values() if r.reltype.endswith("/video")]
        assert len(videos) == 1


def test_movie_waits_for_a_word(context: Context, tmp_path: Path) -> None:
    rendering = context.renderings["neuron"]
    first, second = rendering.recording.beats
    marked = replace(first, rests=(Rest("late", 14, 1),))  # of 15 words: at 1.4 s
    recording = replace(rendering.recording, beats=(marked, second))
    renderings = {"neuron": replace(rendering, recording=recording)}
    spoken = speaking(replace(context, renderings=renderings), SECONDS, tmp_path / "s")
    slide, _ = slides(make_pptx(spoken, "movies")[0])
    related = [r.target_part for r in slide.part.rels.values()]
    (movie,) = {part.blob for part in related if part.content_type == "video/mp4"}
    with av.open(BytesIO(movie)) as film:
        assert len([*film.decode(video=0)]) == 14  # what stands ends at 1.4 s
    assert find(slide, "//p:cmd//@dur")[0] == "1400"


def test_stills_speak_when_their_slide_appears(spoken: Context) -> None:
    (file,) = make_pptx(spoken, "stills")
    for slide in slides(file):
        (play,) = find(slide, "//p:cmd[@cmd='playFrom(0.0)']")
        assert play.xpath("ancestor::*[p:stCondLst/p:cond[@evt='onBegin']]",
                          namespaces=NAMES)  # fmt: skip
        assert not find(slide, "//p:video")
        assert len(find(slide, "//p:audio")) == 1


def test_presentation_says_whose_the_voice_is(spoken: Context) -> None:
    (file,) = make_pptx(spoken, "movies")
    assert pptx.Presentation(str(file)).core_properties.comments == CREDIT


def test_silent_presentation_holds_no_sound(context: Context) -> None:
    (file,) = make_pptx(context, "movies")
    with zipfile.ZipFile(file) as archive:
        names = archive.namelist()
        types = archive.read("[Content_Types].xml").decode()
    assert not [name for name in names if re.search(r"\.(m4a|aac|wav)$", name)]
    assert "audio" not in types
    assert pptx.Presentation(str(file)).core_properties.comments == ""


@pytest.mark.slow
def test_libreoffice_shows_slides_that_speak(
    spoken: Context, soffice: str, tmp_path: Path
) -> None:
    (file,) = make_pptx(spoken, "movies")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    done = subprocess.run(
        [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir",
         str(tmp_path), str(file)],
        check=True, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert "rror" not in done.stdout + done.stderr
    assert len(PdfReader(tmp_path / "lecture.pdf").pages) == 3
