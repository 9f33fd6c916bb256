"""What the presenter is given: clips, and each of them backwards."""

import importlib.util
import webbrowser
from pathlib import Path

import pytest
from manim_slides.config import PresentationConfig
from rich.console import Console

from slides.building.plan import Plan
from slides.commands.present import present
from slides.engine.progress import Progress
from slides.outputs.context import Context
from slides.outputs.deck.qt import make_qt_deck
from tests.slides.conftest import SAYINGS
from tests.slides.reading import greys


def test_each_slide_plays_backwards(context: Context) -> None:
    listed, *_ = make_qt_deck(context, "neuron")
    slides = PresentationConfig.from_file(listed).slides
    assert [(s.notes, s.loop) for s in slides] == [
        (SAYINGS[0], False),
        (SAYINGS[1], True),
    ]
    for slide in slides:
        forward, backward = greys(slide.file), greys(slide.rev_file)
        assert len(forward) == len(backward) > 1
        for one, other in zip(forward, reversed(backward), strict=True):
            assert (
                abs(one - other.astype(float)).mean() < 3
            )  # of 255: it is encoded again


def test_without_qt_the_deck_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(webbrowser, "open", lambda url: bool(opened.append(url)))
    monkeypatch.setattr("slides.commands.present.build", lambda plan, progress: None)
    with Progress(Console()) as progress:
        present(Plan(out=tmp_path), [], progress)
    assert opened == [(tmp_path / "lecture.html").as_uri()]
    printed = capsys.readouterr().out
    assert "pip install PySide6" in printed
    assert opened[0] in printed
