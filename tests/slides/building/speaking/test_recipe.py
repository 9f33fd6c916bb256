"""What an output that speaks is made from: another voice, another take, other words."""

from dataclasses import replace
from pathlib import Path

import pytest

from slides.base.errors import UsageError
from slides.building.speaking.recipe import credit, voice_parts
from slides.settings.values import Lecture
from slides.speech.voice import Voice

NANO = Voice("nanotts", "en-US")
LECTURE = Lecture("T", "A", "en", ("neuron",), {"neuron": {}}, voice=NANO)
pytest.importorskip("py_nanotts")


@pytest.mark.parametrize(
    "other",
    [
        replace(LECTURE, voice=replace(NANO, name="en-GB")),
        replace(LECTURE, voice=replace(NANO, speed=1.1)),
        replace(LECTURE, voice=replace(NANO, words={"ReLU": "ray loo"})),
        replace(LECTURE, speak={"neuron": {"sum": "They add up."}}),
    ],
)
def test_what_is_heard_otherwise_is_made_of_something_else(other: Lecture) -> None:
    same = replace(LECTURE, voice=replace(NANO, speaks=("deck",)), speak={"loss": {}})
    assert voice_parts(LECTURE, ["neuron"]) == voice_parts(same, ["neuron"])
    assert voice_parts(LECTURE, ["neuron"]) != voice_parts(other, ["neuron"])


def test_of_takes_those_of_the_chapter_count(tmp_path: Path) -> None:
    lecture = replace(LECTURE, voice=Voice("takes", takes=str(tmp_path)))
    (tmp_path / "neuron").mkdir()
    found = []
    for content in (b"a", b"b"):
        (tmp_path / "neuron/sum.wav").write_bytes(content)
        found.append(voice_parts(lecture, ["neuron"]))
    assert found[0] != found[1]


def test_a_synthetic_voice_is_credited_and_a_lecturer_is_named_elsewhere() -> None:
    assert credit(NANO) == "Synthetic voice: SVOX Pico, voice en-US, Apache-2.0"
    assert credit(Voice("takes")) == ""
    assert credit(Voice("takes", stale_takes="nanotts")) == credit(NANO)
    assert credit(Voice()) == ""


def test_an_engine_that_is_not_there_is_named() -> None:
    with pytest.raises(UsageError, match="unknown engine"):
        credit(Voice("kokro"))
