"""Links to slides by names that they had once."""

import dataclasses
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Browser

from scenes.renamed import NOW, present
from slides.outputs.context import Context
from slides.outputs.deck.deck import make_deck, renamed
from tests.scenes.beat_names import EVER
from tests.slides.outputs.deck.conftest import arrive


def test_any_name_ever_leads_to_a_slide() -> None:
    now = [present(name).split("/") for name in EVER]
    chapters: dict[str, Any] = {}
    for chapter, beat in now:
        chapters.setdefault(chapter, []).append(SimpleNamespace(name=beat))
    there = {
        chapter: SimpleNamespace(recording=SimpleNamespace(beats=beats))
        for chapter, beats in chapters.items()
    }
    context: Any = SimpleNamespace(renderings=there)
    found = renamed(context)
    links = {name: name.replace("/", "-") for name in EVER}
    slides = {"-".join(name) for name in now}
    assert {found.get(link, link) for link in links.values()} == slides
    assert found == {links[old]: present(old).replace("/", "-") for old in NOW}


@pytest.mark.slow
def test_an_old_address_becomes_the_present_one(
    two_chapters: Context,
    chromium: Browser,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table: Any = NOW
    monkeypatch.setitem(table, "neuron/once", "neuron/two")
    monkeypatch.setitem(table, "layers/gone", "layers/three")  # not in this deck
    (deck,) = make_deck(dataclasses.replace(two_chapters, out=tmp_path))
    page, told = chromium.new_page(), []
    page.on("console", lambda line: told.append(line.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.goto(f"{deck.as_uri()}#/neuron-once")
    arrive(page, "neuron-two")
    page.wait_for_url("**#/neuron-two")
    page.evaluate("location.hash = '#/layers-two'")
    arrive(page, "layers-two")
    page.evaluate("location.hash = '#neuron-once'")
    arrive(page, "neuron-two")
    page.wait_for_url("**#/neuron-two")
    assert told == ["#/neuron-once is now #/neuron-two: write that"] * 2
    for other in ("layers-gone", "toString"):  # names that there are not lead nowhere
        page.evaluate(f"location.hash = '#/{other}'")
    arrive(page, "neuron-two")
    assert len(told) == 2
    page.close()
