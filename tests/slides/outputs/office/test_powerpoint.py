"""The presentation, as python-pptx and LibreOffice read it back."""

import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import av
import numpy as np
import pptx
import pytest
from lxml import etree
from PIL import Image
from pptx.enum.shapes import PP_MEDIA_TYPE, PP_PLACEHOLDER
from pypdf import PdfReader

from slides.base.errors import LectureError
from slides.footage.posters import is_dark
from slides.outputs.context import Context
from slides.outputs.office.clip_size import keep_within
from slides.outputs.office.powerpoint import LOOP, QUESTION, make_pptx
from slides.settings.variants import Variant
from tests.slides.conftest import SAYINGS

SLIDE = "ppt/slides/slide"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
SLIDES = "http://schemas.openxmlformats.org/presentationml/2006/main"
SINCE_2010 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
NAMES = {"a": DRAWING, "p": SLIDES, "p14": SINCE_2010}
Make = Callable[..., pptx.presentation.Presentation]


@pytest.fixture
def make(context: Context) -> Make:
    """Give a function that makes a presentation and opens it."""

    def run(
        content: str = "movies", variant: Variant = context.variant
    ) -> pptx.presentation.Presentation:
        renderings = context.renderings if content == "movies" else {}
        (file,) = make_pptx(
            replace(context, variant=variant, renderings=renderings), content
        )
        return pptx.Presentation(str(file))

    return run


def parts(context: Context, name: str) -> list[etree._Element]:
    """Return the parts of a presentation whose names begin so, in order."""
    with zipfile.ZipFile(context.out / "lecture.pptx") as archive:
        names = sorted(n for n in archive.namelist() if n.startswith(name))
        return [etree.fromstring(archive.read(n)) for n in names if n.endswith(".xml")]


def find(element: etree._Element, path: str) -> list[etree._Element]:
    """Return what a part holds, with the names that are usual in presentations."""
    return element.xpath(path, namespaces=NAMES)


def pictures(movie: bytes) -> list[Image.Image]:
    with av.open(BytesIO(movie)) as container:
        return [frame.to_image() for frame in container.decode(video=0)]


def movies(slide: pptx.slide.Slide) -> list[bytes]:
    """Return the movies that a slide holds."""
    related = slide.part.rels.values()
    return [one.target_part.blob for one in related if one.reltype.endswith("/media")]


def beats(made: pptx.presentation.Presentation) -> list[pptx.slide.Slide]:
    """Return the slides behind the title slide."""
    return list(made.slides)[1:]


@pytest.mark.parametrize("aspect", ["16:9", "9:16"])
@pytest.mark.parametrize("content", ["movies", "stills"])
def test_first_slide_says_whose_lecture_it_is(
    make: Make, content: str, aspect: str
) -> None:
    made = make(content, variant=Variant(aspect=aspect))
    slide = made.slides[0]
    assert slide.shapes.title.placeholder_format.type == PP_PLACEHOLDER.CENTER_TITLE
    assert [s.text_frame.text for s in slide.shapes] == [
        "A <lecture>",
        "Nobody\nHall 3",
    ]
    (paper,) = {str(s.background.fill.fore_color.rgb) for s in list(made.slides)[:2]}
    for shape in slide.shapes:
        assert 0 < shape.left < shape.left + shape.width < made.slide_width
        assert 0 < shape.top < shape.top + shape.height < made.slide_height
        lines = [line.font for line in shape.text_frame.paragraphs]
        assert all(line.size.pt > 12 for line in lines)
        assert {is_dark(f"#{line.color.rgb}") for line in lines} == {
            not is_dark(f"#{paper}")
        }


def test_titles_are_placeholders_off_the_slide(make: Make) -> None:
    made = make()
    titles = [slide.shapes.title for slide in beats(made)]
    assert [t.text for t in titles] == [
        "The neuron: Start (1 of 2)", "The neuron: Start (2 of 2)",
    ]  # fmt: skip
    assert {t.placeholder_format.type for t in titles} == {PP_PLACEHOLDER.TITLE}
    assert all(t.top + t.height < 0 for t in titles)


def test_movies_fill_their_slides_and_say_what_they_show(make: Make) -> None:
    made = make()
    for slide, say, length in zip(beats(made), SAYINGS, (5 + 7, 1 + 4), strict=True):
        (_, movie) = slide.shapes
        assert movie.media_type == PP_MEDIA_TYPE.MOVIE
        assert (movie.left, movie.top) == (0, 0)
        assert (movie.width, movie.height) == (made.slide_width, made.slide_height)
        assert movie.element.nvPicPr.cNvPr.get("descr") == say
        assert [len(pictures(file)) for file in movies(slide)] == [length]


def test_poster_is_the_first_picture_of_the_movie(make: Make) -> None:
    for slide in beats(make()):
        poster = Image.open(BytesIO(slide.shapes[1].poster_frame.blob))
        first, *_, last = pictures(movies(slide)[0])
        gaps = [np.abs(np.asarray(poster, float) - np.asarray(one)).mean()
                for one in (first, last)]  # fmt: skip
        assert gaps[0] < 4 < gaps[1]


def test_movie_plays_when_its_slide_appears(make: Make, context: Context) -> None:
    shapes = [slide.shapes[1] for slide in beats(make())]
    for slide, shape in zip(parts(context, SLIDE)[1:], shapes, strict=True):
        (play,) = find(slide, "//p:cmd[@cmd='playFrom(0.0)']")
        assert find(play, "ancestor::p:cTn[p:stCondLst/p:cond[@evt='onBegin']]")
        targets = find(slide, "//p:cmd//@spid") + find(slide, "//p:video//@spid")
        assert targets == [str(shape.shape_id)] * 2
        assert sorted(find(slide, "//p:cTn/@id")) == list("1234567")
        assert not find(slide, "//a:hlinkClick")  # a click on the movie goes on


def test_only_a_loop_repeats(make: Make, context: Context) -> None:
    make()
    repeats = [find(s, "//p:video//@repeatCount") for s in parts(context, SLIDE)[1:]]
    assert repeats == [[], ["indefinite"]]


def test_notes_are_paragraphs_with_hints_in_bold(make: Make) -> None:
    frames = [slide.notes_slide.notes_text_frame for slide in beats(make())]
    hints = [frame.paragraphs[0] for frame in frames]
    assert [hint.text for hint in hints] == [QUESTION, LOOP]
    assert all(hint.runs[0].font.bold for hint in hints)
    rests = [" ".join(p.text for p in frame.paragraphs[1:]) for frame in frames]
    assert rests == [say.strip() for say in SAYINGS]
    assert [len(frame.paragraphs) for frame in frames] == [1 + 1, 1 + 3]


def test_chapters_are_sections(make: Make, context: Context) -> None:
    ids = [str(slide.slide_id) for slide in beats(make())]
    (presentation,) = parts(context, "ppt/presentation")
    title, section = find(presentation, "//p14:section")
    assert len(find(title, ".//p14:sldId/@id")) == 1
    assert section.get("name") == "The neuron"
    assert find(section, ".//p14:sldId/@id") == ids


def test_language_title_and_author_are_set(make: Make, context: Context) -> None:
    about = make().core_properties
    told = about.title, about.author, about.language
    assert told == ("A <lecture>", "Nobody", "en")
    for part in [*parts(context, SLIDE), *parts(context, "ppt/notesSlides/")]:
        assert (
            len(find(part, "//a:r")) == len(find(part, "//a:r/a:rPr[@lang='en']")) > 0
        )


@pytest.mark.parametrize(("aspect", "ratio"), [("16:9", 16 / 9), ("9:16", 9 / 16)])
def test_slides_have_the_shape_of_the_picture(
    make: Make, aspect: str, ratio: float
) -> None:
    made = make(variant=Variant(aspect=aspect))
    assert made.slide_width / made.slide_height == pytest.approx(ratio, rel=1e-4)


def test_stills_need_no_film(make: Make) -> None:
    for slide, say in zip(beats(make("stills")), SAYINGS, strict=True):
        assert not movies(slide)
        (_, picture) = slide.shapes
        assert Image.open(BytesIO(picture.image.blob)).size == (64, 36)
        assert picture.element.nvPicPr.cNvPr.get("descr") == say


@pytest.fixture
def noisy(tmp_path: Path) -> Path:
    """Give a clip that is large for its size: noise."""
    clip, rng = tmp_path / "noisy.mp4", np.random.default_rng(1)
    with av.open(str(clip), "w") as out:
        stream = out.add_stream("libx264", rate=20, options={"crf": "10"})
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        for _ in range(40):
            noise = rng.integers(256, size=(48, 64, 3), dtype=np.uint8)
            out.mux(stream.encode(av.VideoFrame.from_ndarray(noise)))
        out.mux(stream.encode(None))
    return clip


def test_large_clip_is_encoded_again(noisy: Path) -> None:
    size = noisy.stat().st_size
    assert keep_within(noisy, "a/b", size) == noisy
    smaller = keep_within(noisy, "a/b", size // 3)
    assert smaller.stat().st_size <= size // 3
    assert len(pictures(smaller.read_bytes())) == 40


def test_clip_that_would_blur_is_refused(noisy: Path) -> None:
    with pytest.raises(LectureError, match=r"a/b: .* it would blur; .* --pptx stills"):
        keep_within(noisy, "a/b", 100)


@pytest.mark.slow
def test_libreoffice_shows_every_slide(
    make: Make, context: Context, soffice: str, tmp_path: Path
) -> None:
    make()
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir",
         str(tmp_path), str(context.out / "lecture.pptx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    shown = PdfReader(tmp_path / "lecture.pdf")
    title, *pages = shown.pages
    assert title.extract_text().splitlines()[0] == "A <lecture>"
    assert len(pages) == 2
    assert shown.metadata.title == "A <lecture>"
    assert all(page.images for page in pages)
