"""The picture beside the words: of a film, else a still, else none."""

from io import BytesIO

import pytest
from PIL import Image

from slides.building.plan import Plan
from slides.commands.record import pictures as module
from slides.commands.record.pictures import pictures
from slides.engine.recorded import Rendering
from slides.settings.lecture import read
from slides.settings.variants import Variant


def test_a_film_shows_how_a_beat_ends_and_how_long_it_is(
    rendering: Rendering, monkeypatch: pytest.MonkeyPatch
) -> None:
    films = [(Variant("720p30"), rendering)]
    monkeypatch.setattr(module, "drawn", lambda *_: iter(films))
    found = pictures(Plan(), read(), ["neuron"])["neuron"]
    assert [*found] == ["one", "two"]
    assert (found["two"].kind, found["two"].seconds) == ("image/jpeg", 2.5)
    with Image.open(BytesIO(found["two"].read())) as image:
        assert image.size == (64, 48)
        level = image.convert("L").getpixel((60, 40))
    assert level == pytest.approx(120, abs=12)  # the shade in which it was held


def test_without_a_film_stills_are_shown_and_without_them_words_alone(
    rendering: Rendering, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = {"still-light": rendering}
    monkeypatch.setattr(module, "drawn", lambda *_: iter(()))
    monkeypatch.setattr(module, "there", lambda _, one: known.get(one.variant.name))
    one = pictures(Plan(), read(), ["neuron"])["neuron"]["one"]
    assert (one.kind, one.seconds) == ("image/png", None)
    assert one.read() == (rendering.folder / "one.png").read_bytes()
    known.clear()
    assert pictures(Plan(), read(), ["neuron"]) == {"neuron": {}}
