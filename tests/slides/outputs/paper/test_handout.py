"""The hand-out, read back by other programs, its codes by a scanner."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from scenes.record import Receipt
from slides.outputs.context import Context
from slides.outputs.paper.handout import make_handout
from slides.outputs.paper.wording import chosen, words
from tests.slides.conftest import SAYINGS

SITE = "https://example.org/lecture"
CLIPS = [f"{SITE}/clips/neuron/{beat}.mp4" for beat in ("one", "two")]


def with_site(context: Context) -> Context:
    return replace(context, lecture=replace(context.lecture, site=SITE))


def text(program: str, pdf: Path) -> str:
    """Return a PDF's text, in plain spaces."""
    ended = subprocess.run([program, str(pdf), "-"], capture_output=True, check=True)
    return " ".join(ended.stdout.decode().split())


@pytest.mark.parametrize(("a_page", "n_pages"), [("1", 4), ("3", 3), ("6", 3)])
def test_every_beat_is_there_with_its_words(
    context: Context, pdftotext: str, a_page: str, n_pages: int
) -> None:
    (pdf,) = make_handout(context, a_page)
    told = text(pdftotext, pdf)
    assert all(say.strip() in told for say in SAYINGS)
    assert len(PdfReader(pdf).pages) == n_pages  # title page, beats, sources


def test_numbers_stand_with_words_and_place(context: Context, pdftotext: str) -> None:
    told = text(pdftotext, make_handout(context, "3")[0])
    assert "39.1 bill length and depth, mm adelie.x[0]" in told


def test_title_page_lists_chapters_by_page(context: Context, pdftotext: str) -> None:
    (pdf,) = make_handout(context, "3")
    front = PdfReader(pdf).pages[0].extract_text()
    assert "A <lecture>" in front
    listed = re.findall(r"(The neuron|Sources and licence)[ .]+(\d)", front)
    assert listed == [("The neuron", "2"), ("Sources and licence", "3")]


def test_sources_and_licence_end_it(context: Context, pdftotext: str) -> None:
    told = text(pdftotext, make_handout(context, "3")[0])
    for name in ("Gorman", "Towell", "Treloar", "CC0", "CC BY 4.0", "arXiv"):
        assert name in told
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


def receipt(path: str, value: float, shown: str) -> Receipt:
    return Receipt("neuron", "beat", 0.0, path, value, (), shown)


def test_spoken_numbers_come_first_and_nothing_twice() -> None:
    shown = [
        receipt("n_birds", 274, "274"),
        receipt("history.train_loss[-1]", 0.042, "0.042"),
        receipt("history.train_loss[100]", 0.042, "0.04"),
        receipt("adelie.a", 0.0014, "0.0014"),
    ]
    assert [one.text for one in chosen(shown, "It is 0.0014.", (), 9)] == [
        "0.0014", "274", "0.042",
    ]  # fmt: skip
    assert [one.text for one in chosen(shown, "It is 0.0014.", (), 1)] == ["0.0014"]


def test_known_numbers_are_left_out_unless_spoken() -> None:
    shown = [receipt("n_birds", 274, "274")]
    assert not chosen(shown, "", {"n_birds 274"}, 9)
    assert chosen(shown, "274 birds.", {"n_birds 274"}, 9) == shown


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("adelie.x[0]", "bill length and depth, mm"),
        ("n_birds", "number of birds"),
        ("history.train_loss[-1]", "mean loss on the training rows"),
        ("epochs[3]", ""),  # its comment is "0, 1, 2, …"
        ("adelie.z", ""),
        ("network.layers[0].W[0, 1]", "weights, one row per neuron"),
        ("history.network.layers[0].W[0, 1]", "weights, one row per neuron"),
    ],
)
def test_words_are_those_of_the_source(path: str, said: str) -> None:
    assert words("neuron", path) == said


def test_mean_and_deviation_do_not_say_what_was_measured() -> None:
    assert words("overfitting", "wide.fit.at_turn.sd") == ""
    assert words("overfitting", "wide.fit.test.mean[-1]") == ""
