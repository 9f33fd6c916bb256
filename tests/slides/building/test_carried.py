"""What data of one's own cannot carry is asked once, and left out."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from slides.base.errors import UsageError
from slides.building import verdicts
from slides.building.carried import carried, carried_as_known
from slides.building.plan import Plan
from slides.building.verdicts import Verdict
from slides.embed.choice import every, fault

TOML = """title = "T"
author = "A"
language = "en"
chapters = ["neuron", "overfitting", "scale"]
[data]
file = "crabs.csv"
"""
ROWS = [f"{n * 3 % 47},{n % 7 + 20 * (n % 2)},{'ab'[n % 2]}" for n in range(60)]


class Court:
    """Gives verdicts that a test wants, and notes who asked."""

    def __init__(self, folder: Path) -> None:
        self.plan = Plan(config=folder / "lecture.toml", cache=folder / "cache")
        self.answers: dict[str, Verdict] = {}
        self.asked: list[str] = []

    def judge(self, chapters: Mapping[str, Any], *_: object) -> list[Verdict]:
        self.asked += chapters
        return [self.answers.get(name, Verdict(name)) for name in chapters]


@pytest.fixture
def court(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Court:
    (tmp_path / "lecture.toml").write_text(TOML)
    (tmp_path / "crabs.csv").write_text("\n".join(["x (mm),y (mm),kind", *ROWS]))
    found = Court(tmp_path)
    monkeypatch.setattr(verdicts, "verdicts", found.judge)
    return found


def test_chapters_with_such_data_are_asked_once(court: Court) -> None:
    court.answers["overfitting"] = Verdict("overfitting", "it does not overfit")
    assert carried_as_known(court.plan).left_out == {}  # nobody is asked for a list
    first = carried(court.plan)
    assert court.asked == ["neuron", "overfitting"]  # scale has no such data
    assert first.chapters == ("neuron", "scale")
    assert first.left_out == {"overfitting": "it does not overfit"}
    assert carried(court.plan) == carried_as_known(court.plan) == first
    assert len(court.asked) == 2
    file = court.plan.config
    file.write_text(file.read_text() + 'noun = "crab"\n')
    carried(court.plan)
    assert court.asked[2:] == ["neuron", "overfitting"]


def test_beats_that_are_left_out_are_no_clips(court: Court) -> None:
    court.answers["neuron"] = Verdict("neuron", left_out={"sum": "there is none"})
    for _ in range(2):
        lecture = carried(court.plan)
        assert lecture.chapters == ("neuron", "overfitting", "scale")
        assert lecture.left_out == {"neuron/sum": "there is none"}
    assert "neuron/sum" not in every(lecture)
    assert "neuron/line" in every(lecture)
    assert fault("neuron/sum", lecture).endswith("is left out: there is none")
    assert not fault("neuron/line", lecture)


def test_what_is_wrong_ends_it_and_is_not_kept(court: Court) -> None:
    court.answers["neuron"] = Verdict("neuron", "crabs.csv:3: no", is_fault=True)
    for n in (1, 2):
        with pytest.raises(UsageError, match=r"^chapter 'neuron': crabs\.csv:3: no$"):
            carried(court.plan)
        assert court.asked.count("neuron") == n
