"""The deck's two forms, its plan of minutes, and what its page says."""

import dataclasses
from collections.abc import Mapping

import pytest

from slides.footage.captions import sentences
from slides.outputs.context import Context
from slides.outputs.deck.deck import make_deck
from slides.outputs.deck.face import face
from slides.settings.minutes import planned
from tests.slides.conftest import SAYINGS, Project
from tests.slides.reading import soup


def test_deck_holds_every_beat_once_with_notes(context: Context) -> None:
    (file,) = make_deck(context)
    title, *sections = soup(file).select(".slides section section")
    assert title["id"] == "title"
    assert [s["id"] for s in sections] == ["neuron-one", "neuron-two"]
    assert [s.select_one(".say").get_text() for s in sections] == [*SAYINGS]
    assert [s.has_attr("data-loop") for s in sections] == [False, True]
    questions = [len(s.select("aside.notes .question")) for s in sections]
    assert questions == [1, 0]


def test_notes_have_a_sentence_a_line(context: Context) -> None:
    (file,) = make_deck(context)
    lines = soup(file).select("#neuron-two aside.notes p")
    assert [p.get_text() for p in lines] == [SAYINGS[1].split(". ")[0] + "."] * 3


@pytest.mark.parametrize("form", ["file", "folder"])
def test_deck_and_its_speaker_view_have_policies(context: Context, form: str) -> None:
    page = make_deck(context, form)[0].read_text(encoding="utf-8")
    before, _, after = page.partition("<script>const speakerPage")
    for part in (before, after):
        assert part.count("http-equiv") == 1
        assert "unsafe" not in part.split("</title>")[0]


def test_letters_of_the_lecture_are_in_its_face(context: Context) -> None:
    few, more = face("a"), face("aéΩЖ")
    assert len(few) < len(more) < 50_000
    assert face("a深") == few  # left to the system
    about = dataclasses.replace(context.lecture, title="Ω")
    made = make_deck(dataclasses.replace(context, lecture=about))[0]
    assert face("".join((*SAYINGS, "Ω"))) in made.read_text(encoding="utf-8")


def test_deck_loads_nothing(context: Context) -> None:
    (file,) = make_deck(context)
    page = soup(file)
    assert not page.select("[src]:not([src^='data:'])")
    assert not page.select("[href]:not([href^='#/'], [href='data:,'])")
    videos = page.select("script[data-name$=mp4]")
    assert [v["data-name"] for v in videos] == ["neuron-one.mp4", "neuron-two.mp4"]
    assert all(v.get_text().startswith("data:video/mp4;base64,AAAA") for v in videos)
    assert "url(http" not in file.read_text(encoding="utf-8")
    assert {f.name for f in context.out.iterdir()} == {"lecture.html"}


def test_first_picture_stands_before_all_that_is_large(context: Context) -> None:
    (file,) = make_deck(context)
    text = file.read_text(encoding="utf-8")
    places = [text.index(mark) for mark in ('class="still"', "</main>", "data:video")]
    assert places == sorted(places)
    assert text.index("data:image") < places[1]


def test_folder_embeds_nothing_and_lacks_nothing(context: Context) -> None:
    page, *beside = make_deck(context, "folder")
    folder = context.out / "lecture"
    assert page == folder / "index.html"
    assert "data:video" not in (text := page.read_text(encoding="utf-8"))
    assert "data:image/jpeg" not in text
    named = {s.get_text() for s in soup(page).select("script[data-name]")}
    made = {file.relative_to(folder).as_posix() for file in beside}
    assert named == made
    assert all((folder / name).stat().st_size for name in named)


def test_deck_is_accessible(context: Context) -> None:
    (file,) = make_deck(context)
    page = soup(file)
    assert page.html["lang"] == "en"
    assert page.title.get_text() == "A <lecture>"
    assert "user-scalable" not in page.select_one("[name=viewport]")["content"]
    headings = [h.get_text() for h in page.select("section h2")]
    assert headings == [
        "A <lecture>",
        "The neuron: Start (1 of 2)",
        "The neuron: Start (2 of 2)",
    ]


def test_slide_has_the_shape_of_the_video(context: Context) -> None:
    (file,) = make_deck(context)
    still = soup(file).select_one(".still")
    assert (still["width"], still["height"]) == ("1280", "960")  # of 64 x 48


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (None, {"a": [10, 20], "b": [30]}),  # the film's own time
        (2, {"a": [20, 40], "b": [60]}),
        ({"b": 0.1}, {"a": [10, 20], "b": [6]}),
        ({"a": 1, "b": 2}, {"a": [20, 40], "b": [120]}),
    ],
)
def test_plan_is_shared_out_as_in_the_film(
    minutes: float | Mapping[str, float] | None, expected: dict[str, list[int]]
) -> None:
    assert planned({"a": [10.0, 20.0], "b": [30.0]}, minutes) == expected


def test_rounding_loses_no_time() -> None:
    plan = planned({"a": [1.0] * 7, "b": [1.0] * 6}, 1)
    assert sum(plan["a"]) + sum(plan["b"]) == 60


def test_plan_reaches_the_slides(context: Context) -> None:
    lecture = dataclasses.replace(context.lecture, minutes=48)
    (file,) = make_deck(dataclasses.replace(context, lecture=lecture))
    timings = [s["data-timing"] for s in soup(file).select("section[data-timing]")]
    assert timings == ["0", "1380", "1500"]  # 2.3 and 2.5 of 4.8


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (
            "Rates, e.g. of 3.5, fall. Do they?",
            ["Rates, e.g. of 3.5, fall.", "Do they?"],
        ),
        ('He said "stop." Then: 5 are left.', ['He said "stop."', "Then: 5 are left."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_other_form_replaces_the_deck(project: Project) -> None:
    project.run("build", "alpha", "--only", "deck", "--deck", "folder")
    assert (project.out / "lecture/videos/alpha-why.mp4").is_file()
    assert 'href="lecture/index.html"' in (project.out / "index.html").read_text()
    project.run("build", "alpha", "--only", "deck")
    assert {f.name for f in project.out.iterdir()} == {
        "lecture.html", "index.html", ".lecture.json",
    }  # fmt: skip
    assert 'href="lecture.html"' in (project.out / "index.html").read_text()
