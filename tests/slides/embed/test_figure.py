"""The figure: whatever a text holds, it is only ever read as text."""

import json
import re
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from scenes.record import Beat, Receipt
from slides.embed.figure import (
    Clip,
    FigureOptions,
    captions,
    figure,
    placed,
    values,
)
from slides.embed.formats import plain_clip

OPTIONS = FigureOptions("en", ("dark", "light"), ((".mp4", "video/mp4"),), (16, 9))
# Also what the figure itself leaves open to be filled in.
TEXTS = st.text(max_size=60) | st.sampled_from(
    [
        "<>",
        "<id>",
        "<head>",
        "{{ x }}",
        "{% raw %}",
        "</p><script>",
        '" onload="',
        "`*_[x](y)",
    ]
)


def clip(text: str) -> Clip:
    beat = Beat("a", text, text, False, False, 0.0, 1.0, 1.0, 0, 1, 2)
    receipts = (Receipt("n", "a", 0.1, text, 1.5, (), text),)
    return Clip("n", beat, text, 2.0, receipts, ((text, "0123456789abcdef"),))


def page(text: str) -> BeautifulSoup:
    html = placed(figure(clip(text), OPTIONS), "B", "N", "", loop=False)
    return BeautifulSoup(html, "html.parser")


def skeleton(soup: BeautifulSoup) -> list[tuple[str, list[str]]]:
    """Return elements and the names of their attributes."""
    return [(tag.name, sorted(tag.attrs)) for tag in soup.find_all(True)]


@given(TEXTS)
@settings(max_examples=40)
def test_texts_do_not_become_markup(text: str) -> None:
    html = figure(clip(text), OPTIONS)
    assert skeleton(page(text)) == skeleton(page("x"))
    assert not set("{}\n") & set(html)


@given(TEXTS)
@settings(max_examples=40)
def test_texts_are_read_as_they_are(text: str) -> None:
    words = page(text).select_one(".lecture-words").get_text()
    told = " ".join(text.split())
    # The parser replaces characters that no page may hold.
    if not re.search(r"[\x00-\x1f\x7f-\x9f]", told):
        assert " ".join(words.split()) == told


@given(TEXTS)
def test_markdown_holds_no_commands(text: str) -> None:
    written = plain_clip(clip(text), "n/a")
    frame = plain_clip(clip("x"), "n/a")
    for sign in "<>{}`*_[]|$\\":
        assert written.count(sign) == frame.count(sign)
    assert written.count("\n") == frame.count("\n")


def test_loop_and_places_are_filled_in() -> None:
    html = placed(figure(clip("x"), OPTIONS), "/base", "here", "<link>", loop=True)
    soup = BeautifulSoup(html, "html.parser")
    assert soup.select_one("lecture-clip")["id"] == "here"
    assert soup.video.has_attr("loop")
    assert soup.img["src"] == "/base/n/a-light.jpg"
    assert soup.find(id=soup.video["aria-describedby"]).get_text() == "x"


def test_dark_is_for_those_who_prefer_it_and_comes_first() -> None:
    sources = [s.attrs for s in page("x").select("video source")]
    assert [(s["src"], s.get("media")) for s in sources] == [
        ("B/n/a-dark.mp4", "(prefers-color-scheme: dark)"),
        ("B/n/a-light.mp4", None),
    ]


@pytest.mark.parametrize(("size", "tall"), [((16, 9), False), ((9, 16), True)])
def test_upright_clips_are_kept_narrow(size: tuple[int, int], tall: bool) -> None:
    html = figure(clip("x"), FigureOptions("en", ("light",), (), size))
    assert ("lecture-tall" in html) is tall
    assert "prefers-color-scheme" not in html  # of one theme only


def test_nothing_inline_that_a_strict_policy_forbids() -> None:
    soup = page("x")
    assert not soup.select("[style], style, script")
    assert not [a for tag in soup.find_all(True) for a in tag.attrs if a[:2] == "on"]


def test_clip_has_controls_and_captions_and_makes_no_sound() -> None:
    (video,) = page("x").select("video")
    assert {"controls", "muted"} <= {*video.attrs}
    assert "autoplay" not in video.attrs
    assert [track["kind"] for track in video.select("track")] == ["captions"]


def test_captions_last_as_long_as_the_clip() -> None:
    text = captions(clip("One sentence. " * 9))
    assert text.startswith("WEBVTT\n\n00:00:00.000 --> ")
    assert "--> 00:00:02.000 line:85%\n" in text


@pytest.mark.parametrize(("value", "told"), [(-1 / 3, "−0.333333"), ("cat", "cat")])
def test_values_are_shown_more_exactly_than_on_screen(
    value: float | str, told: str
) -> None:
    one = clip("x")
    receipts = (Receipt("n", "a", 0.1, "p", value, (), "0.33"),) * 2
    shown = Clip(one.chapter, one.beat, "c", 2.0, receipts)
    soup = BeautifulSoup(figure(shown, OPTIONS), "html.parser")
    numbers = json.loads(soup.select_one(".lecture-numbers")["data-numbers"])
    assert numbers["rows"] == [["0.33", told, "p"]]


def test_a_table_of_ones_own_is_named_with_the_numbers() -> None:
    one = clip("crabs.csv")
    soup = BeautifulSoup(figure(one, OPTIONS), "html.parser")
    numbers = json.loads(soup.select_one(".lecture-numbers")["data-numbers"])
    assert "data crabs.csv (SHA-256 0123456789ab);" in numbers["about"]
    assert values(one)[0]["data"] == {"crabs.csv": "0123456789abcdef"}
    (published,) = values(replace(one, data=()))
    assert "data" not in published
