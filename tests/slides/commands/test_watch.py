"""Which chapter and beat ``lecture watch`` takes a name for."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from slides.base.errors import LectureError
from slides.commands.cli import lecture
from slides.serving.server import Server


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


def test_a_port_in_use_is_told(tmp_path: Path) -> None:
    with Server(tmp_path) as server:
        port = str(server.server_port)
        assert refused("neuron", "--port", port).startswith(f"port {port}: ")


def test_systems_that_cannot_fork_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    assert "Linux or macOS" in refused("neuron")
