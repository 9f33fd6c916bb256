"""The slides as PDF, read back by other programs."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from slides.base.errors import LectureError
from slides.outputs.context import Context
from slides.outputs.paper.pdf import SLIDES, make_pdf
from slides.outputs.paper.typeset import typeset
from tests.slides.conftest import SAYINGS


@pytest.fixture
def pdf(context: Context) -> Path:
    """Give the PDF of the lecture."""
    return make_pdf(context)[0]


def words(program: str, pdf: Path) -> list[str]:
    """Return each page's text, in plain spaces."""
    ended = subprocess.run([program, str(pdf), "-"], capture_output=True, check=True)
    return [" ".join(page.split()) for page in ended.stdout.decode().split("\f")]


def test_each_page_says_its_beat(pdf: Path, pdftotext: str) -> None:
    *pages, rest = words(pdftotext, pdf)
    assert rest == ""
    for number, (page, say) in enumerate(zip(pages, SAYINGS, strict=True), 1):
        assert f"Start ({number} of 2)" in page
        assert say.strip() in page
    assert ["Question:" in page for page in pages] == [True, False]


def test_bookmarks_name_chapters_and_beats(pdf: Path) -> None:
    reader = PdfReader(pdf)
    chapter, beats = reader.outline
    assert chapter.title == "1 The neuron"
    assert [beat.title for beat in beats] == ["Start (1 of 2)", "Start (2 of 2)"]
    pages = [reader.get_destination_page_number(one) for one in (chapter, *beats)]
    assert pages == [0, 0, 1]


def test_document_tells_title_author_language_and_labels(pdf: Path) -> None:
    reader = PdfReader(pdf)
    assert (reader.metadata.title, reader.metadata.author) == ("A <lecture>", "Nobody")
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert "/PageLabels" in root
    assert reader.page_labels == ["1", "2"]


def test_pages_are_a4_and_pictures_are_vectors(pdf: Path) -> None:
    for page in PdfReader(pdf).pages:
        sides = [float(side) * 25.4 / 72 for side in page.mediabox[2:]]
        assert sides == pytest.approx([297, 210], abs=0.2)
        assert not page.images


def test_fault_of_a_template_is_told_and_leaves_no_file(tmp_path: Path) -> None:
    target = tmp_path / "x.pdf"
    with pytest.raises(LectureError, match=r"^x.pdf: lecture.typ: "):
        typeset(SLIDES, target, {}, {}, tmp_path / "scratch")
    assert not [*tmp_path.rglob("*.*")]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en-GB", "en-GB"),
        ("zh-Hans-CN", "zh-CN"),
        ("de-CH-1996", "de-CH"),
        ("es-419", "es"),
        ("i-klingon", "tlh"),
        ("x-ours", "und"),
    ],
)
def test_document_tells_a_language_of_any_form(
    context: Context, language: str, told: str
) -> None:
    lecture = replace(context.lecture, language=language)
    (pdf,) = make_pdf(replace(context, lecture=lecture))
    assert PdfReader(pdf).trailer["/Root"]["/Lang"] == told
