"""Which chapter and beat ``lecture watch`` takes a name for."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

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


def test_a_table_of_ones_own_is_watched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = (f"{n * 3 % 47},{n % 7},{'ab'[n % 2]}" for n in range(60))
    (tmp_path / "crabs.csv").write_text("\n".join(["x,y,kind", *rows]))
    found: list[Any] = []

    @contextmanager
    def watched(*_: object, own: list[Path], **__: object) -> Iterator[Any]:
        found.extend(own)
        yield SimpleNamespace(address="", follow=lambda: None)

    monkeypatch.setattr("slides.watching.watched.watched", watched)
    monkeypatch.chdir(tmp_path)
    for arguments in (["neuron"], ["scale"]):
        option = ["--set", "data.file=crabs.csv", "--cache", str(tmp_path / "cache")]
        ended = CliRunner().invoke(lecture, ["watch", *arguments, *option])
        assert ended.exit_code == 0, ended
    assert found == [tmp_path / "crabs.csv"]  # by the chapter that is about it


def test_systems_that_cannot_fork_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    assert "Linux or macOS" in refused("neuron")
