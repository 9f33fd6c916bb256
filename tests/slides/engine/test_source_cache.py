"""What sources say is remembered, and forgotten as soon as it may be wrong."""

import os
from pathlib import Path

import pytest

from scenes.caching import facts
from slides.engine import source_cache
from slides.engine.source_cache import remembered

OLD = 1_000_000_000  # s; when the source was last changed


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a source of another process, which knows nothing yet."""
    monkeypatch.setattr(facts, "_known", {})
    monkeypatch.setattr(facts, "_new", set())
    return write(tmp_path / "a.py", "import nnsim.errors\nimport numpy\n", OLD)


def write(file: Path, text: str, changed: int) -> Path:
    file.write_text(text)
    os.utime(file, (changed, changed))
    return file


def forget(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin a process that can take no source apart."""
    monkeypatch.setattr(facts, "_known", {})
    monkeypatch.setattr(facts, "_facts", lambda *_: 1 / 0)


def test_next_process_reads_no_source(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with remembered(source.parent):
        found = facts.facts(source, "nnsim")
    forget(monkeypatch)
    with remembered(source.parent):
        assert facts.facts(source, "nnsim") == found
    assert found.imports == ("nnsim.errors",)


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("import nnsim.arrays\nimport numpy\n", OLD + 1),  # of the same length
        ("import nnsim.errors\n", OLD),  # at the same time
    ],
)
def test_changed_source_is_read_again(source: Path, text: str, changed: int) -> None:
    with remembered(source.parent):
        before = facts.facts(source, "nnsim")
    write(source, text, changed)
    with remembered(source.parent):
        assert facts.facts(source, "nnsim") != before
        assert facts.digest_of_file(source) == facts.digest(text.encode())


def test_source_that_may_change_unnoticed_is_not_kept(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source.write_text("import nnsim\n")  # just now
    with remembered(source.parent):
        facts.facts(source, "nnsim")
    forget(monkeypatch)
    with remembered(source.parent), pytest.raises(ZeroDivisionError):
        facts.facts(source, "nnsim")


def test_what_another_reader_found_is_not_trusted(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with remembered(source.parent):
        facts.facts(source, "nnsim")
    forget(monkeypatch)
    monkeypatch.setattr(source_cache, "_by", lambda: "another")
    with remembered(source.parent), pytest.raises(ZeroDivisionError):
        facts.facts(source, "nnsim")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"by": 1, "files": 2}'])
def test_spoilt_notes_are_no_notes(source: Path, text: str) -> None:
    (source.parent / "sources.json").write_text(text)
    with remembered(source.parent):
        assert facts.facts(source, "nnsim").imports == ("nnsim.errors",)
