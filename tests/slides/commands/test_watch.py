"""Which chapter and beat ``lecture watch`` takes a name for."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from scenes.renamed import NOW, present
from slides.base.errors import LectureError
from slides.building.plan import Plan
from slides.commands.cli import lecture
from slides.commands.watch import chosen
from slides.serving.server import Server
from tests.scenes.beat_names import EVER


def refused(*arguments: str) -> str:
    """Return why a command is refused."""
    error = CliRunner().invoke(lecture, ["watch", *arguments]).exception
    assert isinstance(error, LectureError)
    return str(error)


@pytest.mark.parametrize(
    ("name", "told"),
    [("nueron", "did you mean 'neuron'?"), ("neuron/lien", "did you mean 'line'?")],
)
def test_the_nearest_name_is_suggested(name: str, told: str) -> None:
    assert told in refused(name)


def test_any_name_ever_is_watched(capsys: pytest.CaptureFixture[str]) -> None:
    plan = Plan()
    found = [chosen(name, plan.read()) for name in EVER]
    assert ["/".join(one) for one in found] == [*map(present, EVER)]
    told = capsys.readouterr().err.splitlines()
    assert told == [f"warning: {old} is now {present(old)}: write that" for old in NOW]


def test_a_port_in_use_is_told(tmp_path: Path) -> None:
    with Server(tmp_path) as server:
        port = str(server.server_port)
        assert refused("neuron", "--port", port).startswith(f"port {port}: ")


def test_systems_that_cannot_fork_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    assert "Linux or macOS" in refused("neuron")
