"""Clips of which a note, a command or an earlier run holds the name of old."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scenes.renamed import NOW, present, told
from slides.base.errors import UsageError
from slides.building.plan import Plan
from slides.embed.choice import choose, every, named
from slides.embed.texts import Text
from slides.embed.written import NOTES, Written
from tests.scenes.beat_names import EVER
from tests.slides.embed.conftest import Run
from tests.slides.embed.test_embed import tree
from tests.slides.reading import soup

INCLUDE = '{{% include lecture.html clip="{}" %}}\n'
LINE = "is now neuron/sample: write that"


@pytest.fixture
def note(tmp_path: Path) -> Path:
    """Give a site of one empty note."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site/_config.yml").write_text("title: T\n")
    return tmp_path / "site/a.md"


def write(note: Path, *clips: str) -> None:
    note.write_text("---\n---\n" + "\n".join(map(INCLUDE.format, clips)))


def data(site: Path) -> Any:
    return json.loads((site / "_data/lecture.json").read_text())


def test_any_name_ever_is_a_clip() -> None:
    lecture = Plan().read()
    text = Text("a.md", "".join(map(INCLUDE.format, EVER)))
    found = choose((), lecture, Written(), lambda: [text])
    now = {*map(present, EVER)}
    assert found.stems == tuple(stem for stem in every(lecture) if stem in now)
    assert list(found.warnings) == [
        f"a.md:{n}: {told(name)}" for n, name in enumerate(EVER, 1) if name in NOW
    ]
    assert named(EVER, lecture) == [*map(present, EVER)]


def test_a_name_that_only_jekyll_reads_is_found() -> None:
    text = Text("a.md", "---\nc: neuron/bird\n---\n{% include lecture.html clip=c %}")
    found = choose((), Plan().read(), Written(), lambda: [text])
    assert found.stems == ("neuron/sample",)
    assert found.warnings[1:] == (f"a.md: neuron/bird {LINE}",)


def test_clip_is_written_once_at_its_present_name(note: Path, run: Run) -> None:
    write(note, "neuron/bird", "neuron/sample")
    told = run(note.parent)
    assert f"warning: a.md:3: neuron/bird {LINE}" in told
    assert told.count("warning") == 1
    found = data(note.parent)
    assert [*found["clips"]] == ["neuron/sample"]
    assert found["renamed"] == {"neuron/bird": "neuron/sample"}
    names = {path.name for path in (note.parent / "lecture/neuron").iterdir()}
    assert {name.partition(".")[0].partition("-")[0] for name in names} == {"sample"}


def test_rebuilt_site_holds_nothing_at_the_old_name(
    note: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A clip that was asked for, one in a note, a still: all are called otherwise then.
    site, patch = note.parent, dict(NOW)
    (site / "images").mkdir()
    write(note, "neuron/learn")
    run(site, clips=("neuron/sum",), stills=("neuron/learn=images/a.svg",))
    monkeypatch.setattr("scenes.renamed.NOW", patch)
    monkeypatch.setattr("slides.embed.formats.NOW", patch)
    patch |= {"neuron/learn": "neuron/line", "neuron/sum": "neuron/sample"}
    said = run(site)
    assert "a.md:3: neuron/learn is now neuron/line: write that" in said
    assert "neuron/learn is now neuron/line; what lay at the old name goes" in said
    assert "neuron/sum is now neuron/sample; what lay at the old name goes" in said
    assert [*data(site)["clips"]] == ["neuron/sample", "neuron/line"]
    notes = json.loads((site / NOTES).read_text())
    assert notes["clips"] == ["neuron/sample"]
    assert notes["files"]["images/a.svg"]["still"] == "neuron/line"
    names = " ".join(tree(site))
    assert "neuron/line.vtt" in names
    assert "learn" not in names
    assert "sum" not in names
    assert "nothing was written" in run(site)


def test_notes_of_old_do_not_lose_a_clip(
    note: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(note.parent, clips=("neuron/learn",))
    notes = json.loads((note.parent / NOTES).read_text())
    del notes["clips"]
    (note.parent / NOTES).write_text(json.dumps(notes))
    patch = {**NOW, "neuron/learn": "neuron/line"}
    monkeypatch.setattr("scenes.renamed.NOW", patch)
    run(note.parent)
    assert [*data(note.parent)["clips"]] == ["neuron/line"]


def test_options_may_hold_old_names(note: Path, run: Run) -> None:
    site = note.parent
    (site / "images").mkdir()
    picture = "neuron/bird=images/a.svg"
    told = run(site, clips=("neuron/bird",), stills=(picture,))
    assert f"warning: --clip neuron/bird: neuron/bird {LINE}" in told
    assert f"warning: --still {picture}: neuron/bird {LINE}" in told
    assert [*data(site)["clips"]] == ["neuron/sample"]
    assert (site / "images/a.svg").is_file()
    assert f"--clip neuron/bird: neuron/bird {LINE}" in run(
        site, forget=("neuron/bird",)
    )
    assert not data(site)["clips"]


def test_snippet_of_an_old_name_is_that_of_the_present(
    tmp_path: Path, run: Run
) -> None:
    for format_ in ("html", "markdown"):
        run(tmp_path / format_, format=format_, clips=("neuron/bird",))
    assert (tmp_path / "html/neuron-sample.html").is_file()
    assert (tmp_path / "markdown/neuron-sample.md").is_file()
    assert not [path for path in tree(tmp_path) if "bird" in path]


def test_a_name_that_never_was_is_refused(note: Path, run: Run) -> None:
    with pytest.raises(UsageError, match="--clip neuron/brd: unknown beat 'brd'"):
        run(note.parent, clips=("neuron/brd",))


@pytest.mark.slow
def test_page_shows_the_clip_where_the_note_names_it(
    note: Path, run: Run, jekyll: Callable[..., Path]
) -> None:
    write(note, "neuron/bird", "neuron/sample", "neuron/bird")
    with (note.parent / "_config.yml").open("a") as settings:
        settings.write("liquid: {error_mode: strict, strict_variables: true}\n")
    run(note.parent)
    page = soup(jekyll(note.parent) / "a.html")
    clips = page.select(".lecture-clip")
    assert [one["data-clip"] for one in clips] == ["neuron/sample"] * 3
    # Links to a place on the page lead there still.
    assert [one["id"] for one in clips] == [
        "clip-neuron-bird", "clip-neuron-sample", "clip-neuron-bird-2"
    ]  # fmt: skip
    assert "neuron/bird" not in str(page)
