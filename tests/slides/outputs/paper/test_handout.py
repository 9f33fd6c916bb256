"""The hand-out, read back by other programs, its codes by a scanner."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from scenes.frame import shapes, theme
from slides.outputs.context import Context
from slides.outputs.paper.handout import READABLE, make_handout
from tests.slides.conftest import SAYINGS

SITE = "https://example.org/lecture"
CLIPS = [f"{SITE}/clips/neuron/{beat}.mp4" for beat in ("one", "two")]


def with_site(context: Context) -> Context:
    return replace(context, lecture=replace(context.lecture, site=SITE))


def text(program: str, pdf: Path) -> str:
    """Return a PDF's text, in plain spaces."""
    ended = subprocess.run([program, str(pdf), "-"], capture_output=True, check=True)
    return " ".join(ended.stdout.decode().split())


def test_title_and_name_may_have_other_scripts(
    context: Context, pdftotext: str
) -> None:
    title, author = "Глубокое обучение, Βαθιά", "שלום"
    lecture = replace(context.lecture, title=title, author=author)
    (pdf,) = make_handout(replace(context, lecture=lecture), "3")
    told = text(pdftotext, pdf)
    assert title in told
    assert author in told or author[::-1] in told  # as it is written, or as it is seen


@pytest.mark.parametrize(
    ("a_page", "n_pages"), [("1", 4), ("2", 3), ("3", 3), ("6", 3)]
)
def test_every_beat_is_there_with_its_words(
    context: Context, pdftotext: str, a_page: str, n_pages: int
) -> None:
    (pdf,) = make_handout(context, a_page)
    told = text(pdftotext, pdf)
    assert all(say.strip() in told for say in SAYINGS)
    assert len(PdfReader(pdf).pages) == n_pages  # title page, beats, sources


def test_numbers_stand_with_words(context: Context, pdftotext: str) -> None:
    told = text(pdftotext, make_handout(context, "3")[0])
    assert "39.1 both measurements" in told
    assert "other.x" not in told


def test_title_page_lists_chapters_by_page(context: Context, pdftotext: str) -> None:
    (pdf,) = make_handout(context, "3")
    front = PdfReader(pdf).pages[0].extract_text()
    assert "A <lecture>" in front
    listed = re.findall(r"(The neuron|Sources and licence)[ .]+(\d)", front)
    assert listed == [("The neuron", "2"), ("Sources and licence", "3")]


def test_sources_and_licence_end_it(context: Context, pdftotext: str) -> None:
    told = text(pdftotext, make_handout(context, "3")[0])
    for name in ("Gorman", "CC0", "CC BY 4.0", "licences named above"):
        assert name in told
    for name in ("Towell", "Treloar", "arXiv"):  # the chapter does not read theirs
        assert name not in told
    assert "`" not in told


def test_codes_and_links_lead_to_the_clips(
    context: Context, pdftoppm: str, tmp_path: Path
) -> None:
    (pdf,) = make_handout(with_site(context), "3")
    notes = [one.get_object() for one in PdfReader(pdf).pages[1]["/Annots"]]
    assert {note["/A"]["/URI"] for note in notes} == set(CLIPS)
    subprocess.run(
        [pdftoppm, "-r", "150", "-f", "2", "-l", "2", "-png", str(pdf),
         str(tmp_path / "page")], check=True,
    )  # fmt: skip
    (page,) = tmp_path.glob("page*.png")
    codes = zxingcpp.read_barcodes(Image.open(page))
    assert sorted(code.text for code in codes) == CLIPS


def test_without_a_site_there_are_no_codes(context: Context) -> None:
    (pdf,) = make_handout(context, "3")
    assert "/Annots" not in PdfReader(pdf).pages[1]


# --- what can be read ---------------------------------------------------------------


def type_sizes(pdf: Path) -> dict[str, float]:
    """Return each piece of text and its size, pt."""
    sizes: dict[str, float] = {}

    def note(
        text: str, cm: list[float], tm: list[float], _: object, size: float
    ) -> None:
        if text.strip():
            sizes[text] = size * abs(tm[3]) * abs(cm[3])

    for page in PdfReader(pdf).pages:
        page.extract_text(visitor_text=note)
    return sizes


@pytest.mark.parametrize("a_page", ["1", "2", "3", "6"])
def test_no_type_is_smaller_than_eight_points(context: Context, a_page: str) -> None:
    sizes = type_sizes(make_handout(with_site(context), a_page)[0])
    assert len(sizes) > 20
    assert not {text: size for text, size in sizes.items() if size < 7.99}


def picture_width(pdf: Path, page: int, pdftoppm: str, folder: Path) -> float:
    """Return how wide the first picture of a page is, all of it navy; mm."""
    where = ["-f", str(page), "-l", str(page), "-r", "127", "-png"]
    subprocess.run([pdftoppm, *where, str(pdf), str(folder / "p")], check=True)
    (file,) = folder.glob("p*.png")
    pixels = np.asarray(Image.open(file).convert("RGB")).astype(int)
    return float((abs(pixels - [0, 0, 128]).max(axis=2) < 30).any(axis=0).sum()) / 5


# Each shape, and how many beats go on a page if two should and pictures stay readable.
@pytest.mark.parametrize("a_page", ["1", "2"])
@pytest.mark.parametrize("aspect", READABLE)
def test_type_in_pictures_has_eight_points(
    context: Context, aspect: str, a_page: str, pdftoppm: str, tmp_path: Path
) -> None:
    (pdf,) = make_handout(reshaped(context, aspect, tmp_path), a_page)
    width = picture_width(pdf, 2, pdftoppm, tmp_path)
    assert width == pytest.approx(READABLE[aspect], abs=1)
    capital_to_foot = 0.865  # of the size of Source Sans
    units = theme.units(theme.SMALLEST) / capital_to_foot
    points = units / shapes.SHAPES[aspect].width * width / 25.4 * 72
    assert points >= 8 - 0.05


def reshaped(context: Context, aspect: str, folder: Path) -> Context:
    """Return the same lecture in a frame of another shape, drawn into a folder."""
    shaped = replace(context, variant=replace(context.variant, aspect=aspect))
    size = f'width="{shaped.still.width}" height="{shaped.still.height}"'
    for beat in ("one", "two"):
        (folder / f"{beat}.svg").write_text(
            f'<svg xmlns="http://www.w3.org/2000/svg" {size}>'
            '<rect width="100%" height="100%" fill="navy"/></svg>',
            encoding="utf-8",
        )
    (drawn,) = shaped.drawn("print").values()
    return replace(shaped, stills={("neuron", "print"): replace(drawn, folder=folder)})


@pytest.mark.parametrize(
    ("n", "a_page", "on_pages"),
    [
        (13, "2", [2, 2, 2, 2, 2, 2, 1]), (4, "3", [2, 2]), (13, "3", [2, 3, 2, 3, 3]),
        (7, "6", [3, 4]), (3, "1", [1, 1, 1]),
    ],
)  # fmt: skip
def test_no_page_has_one_picture_if_it_could_have_more(
    context: Context, n: int, a_page: str, on_pages: list[int]
) -> None:
    (rendering,) = context.drawn("print").values()
    beat = replace(rendering.recording.beats[1], say="A sentence as long as most. " * 8)
    many = replace(rendering.recording, beats=(beat,) * n)
    stills = {("neuron", "print"): replace(rendering, recording=many)}
    (pdf,) = make_handout(with_site(replace(context, stills=stills)), a_page)
    told = [page.extract_text() for page in PdfReader(pdf).pages[1:]]
    found = [len(re.findall(r"\(\d+ of \d+\)", page)) for page in told]
    assert [count for count in found if count] == on_pages


def test_chapters_go_on_where_two_pictures_are_on_a_page(context: Context) -> None:
    (rendering,) = context.drawn("print").values()
    three = (rendering.recording.beats[1],) * 3
    one = replace(rendering, recording=replace(rendering.recording, beats=three))
    lecture = replace(context.lecture, chapters=("neuron", "loss"))
    stills = {(chapter, "print"): one for chapter in lecture.chapters}
    (pdf,) = make_handout(replace(context, lecture=lecture, stills=stills), "2")
    told = [page.extract_text() for page in PdfReader(pdf).pages[1:4]]
    assert [len(re.findall(r"\(\d of 3\)", page)) for page in told] == [2, 2, 2]
    assert told[1].index("(3 of 3)") < told[1].index("2 The neuron")
    # The head of a page names the chapter with which it begins.
    heads = [page.splitlines()[0] for page in told]
    assert [re.findall(r"\d The neuron", head) for head in heads] == [
        ["1 The neuron"], ["1 The neuron"], ["2 The neuron"],
    ]  # fmt: skip
