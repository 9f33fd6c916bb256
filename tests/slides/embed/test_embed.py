"""What the command writes into a site, and takes out again."""

import io
import json
from pathlib import Path

import pytest
from PIL import Image
from rich.console import Console

from scenes.caching.files import write_bytes
from slides.base.errors import LectureError, UsageError
from slides.building.plan import Plan
from slides.embed import embed as work
from slides.embed.media import Media
from slides.embed.written import NOTES
from slides.engine.progress import Progress
from slides.engine.targets import targets_of
from tests.slides.embed.conftest import BEATS, SAYING, Run

MEDIA = {
    f"-{theme}.{e}"
    for theme in ("dark", "light")
    for e in ("mp4", "webm", "avif", "jpg")
}


def tree(folder: Path) -> dict[str, bytes]:
    """Return all files in a folder, and folders as empty ones."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        if file.is_file()
        else b""
        for file in folder.rglob("*")
    }


def remove(site: Path) -> str:
    printed = io.StringIO()
    with Progress(Console(file=printed, width=200)) as progress:
        work.remove(site, progress)
    return printed.getvalue()


def test_clips_of_the_notes_are_written_and_nothing_is_touched(
    site: Path, run: Run
) -> None:
    before = tree(site)
    run(site)
    after = tree(site)
    stems = [f"lecture/{c}/{beat}" for c, beats in BEATS.items() for beat in beats]
    assert {k: after[k] for k in before} == before
    assert {p for p in after.keys() - before.keys() if "." in p} == {
        *(stem + e for stem in stems for e in (*MEDIA, ".vtt", ".json")),
        *("lecture/lecture.css", "lecture/lecture.js", ".lecture-embed.json"),
        *("_data/lecture.json", "_includes/lecture.html"),
    }


def test_second_run_writes_nothing(site: Path, run: Run) -> None:
    run(site)
    times = {f: f.stat().st_mtime_ns for f in site.rglob("*")}
    assert run(site).endswith("is up to date; nothing was written\n")
    assert times == {f: f.stat().st_mtime_ns for f in site.rglob("*")}


def test_dry_run_lists_what_a_run_would_do(site: Path, run: Run) -> None:
    before = tree(site)
    foretold = run(site, dry_run=True).splitlines()
    assert tree(site) == before
    run(site)
    new = {p for p in tree(site).keys() - before.keys() if "." in p[1:]}
    assert {line.removeprefix("would write ") for line in foretold} == new - {NOTES}
    assert run(site, dry_run=True) == "nothing would be written or removed\n"


def test_remove_leaves_the_site_as_it_was(site: Path, run: Run) -> None:
    (site / "_data").mkdir()  # the user's own, though empty
    before = tree(site)
    run(site, stills=("neuron=images/map.png", "neuron/sum=images/new/sum.svg"))
    assert tree(site)["images/map.png"] != before["images/map.png"]
    assert "neuron.md:12 still asks for neuron/sample: Jekyll stops" in remove(site)
    assert tree(site) == before


def test_still_stays_until_all_is_removed(site: Path, run: Run) -> None:
    run(site, stills=("neuron/line=images/map.png",))
    with Image.open(site / "images/map.png") as picture:
        assert picture.size == (32, 18)
    assert "nothing was written" in run(site)


def test_clip_that_no_note_uses_any_more_is_removed(site: Path, run: Run) -> None:
    run(site)
    note = site / "neuron.md"
    note.write_text(note.read_text().replace("neuron/sample", "neuron/sum"))
    assert "removed" in run(site)
    data = json.loads((site / "_data/lecture.json").read_text())
    assert "neuron/sample" not in data["clips"]
    assert not list((site / "lecture/neuron").glob("sample*"))


def test_named_clips_are_added(site: Path, run: Run) -> None:
    (site / "neuron.md").unlink()
    assert "no note uses a clip yet" in run(site)
    run(site, clips=("neuron/sum",))
    data = json.loads((site / "_data/lecture.json").read_text())
    assert list(data["clips"]) == ["neuron/sum"]
    assert data["clips"]["neuron/sum"]["words"] == SAYING


def test_unknown_clip_in_a_note_is_named_with_its_line(site: Path, run: Run) -> None:
    (site / "b.md").write_text(
        'Text\n{% include lecture.html clip="neuron/sampel" %}\n'
    )
    assert "warning: b.md:2: unknown beat 'sampel'; did you mean 'sample'?" in run(site)


def test_changed_files_are_neither_overwritten_nor_removed(
    site: Path, run: Run
) -> None:
    run(site)
    style = site / "lecture/lecture.css"
    style.write_text("/* mine */")
    kept = "kept lecture/lecture.css: it was changed since it was written\n"
    assert kept in run(site, themes=("light",))
    assert kept in remove(site)
    assert style.read_text() == "/* mine */"
    assert {f.name for f in (site / "lecture").rglob("*")} == {"lecture.css"}


@pytest.mark.parametrize(
    "path", ["lecture/lecture.css", "_includes/lecture.html", "_data/lecture.json"]
)
def test_foreign_files_are_refused_before_anything_is_written(
    site: Path, run: Run, path: str
) -> None:
    (site / path).parent.mkdir(exist_ok=True)
    (site / path).write_text("mine")
    before = tree(site)
    with pytest.raises(UsageError, match=f"{path}: was not written by this command"):
        run(site)
    assert tree(site) == before


def test_folder_in_place_of_the_notes_is_refused_before_anything_is_written(
    site: Path, run: Run
) -> None:
    (site / NOTES / "mine").mkdir(parents=True)
    before = sorted(site.rglob("*"))
    with pytest.raises(LectureError, match="is a folder; move it away"):
        run(site)
    assert sorted(site.rglob("*")) == before


def test_beat_that_a_recording_lacks_is_named(plan: Plan) -> None:
    lecture = plan.read()
    (wanted,) = targets_of(lecture, ["neuron"], plan.variant)
    media = Media(plan.recordings, wanted, "brid")
    with pytest.raises(LectureError, match="neuron: unknown beat 'brid'"):
        media.read(".jpg")


def test_data_of_the_same_name_are_refused(site: Path, run: Run) -> None:
    (site / "_data").mkdir()
    (site / "_data/lecture.yml").write_text("a: 1")
    with pytest.raises(UsageError, match=r"lecture\.yml: has the name that clips need"):
        run(site)


def test_stopped_run_carries_on(
    site: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(site)
    calls = iter([write_bytes] * 9)
    with monkeypatch.context() as patch:
        patch.setattr("slides.embed.site.write_bytes", lambda *a: next(calls)(*a))
        with pytest.raises(StopIteration):
            run(site)
    assert 9 < len(tree(site)) - len(before) < 20
    assert "files written" in run(site)
    remove(site)
    assert tree(site) == before


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"clips": ("neuron/sampel",)}, "--clip neuron/sampel: unknown beat"),
        ({"clips": ("neuron",)}, "write it as CHAPTER/BEAT"),
        ({"folder": "../x"}, "--folder ../x: use letters"),
        ({"folder": "_x"}, "--folder _x: use letters"),
        ({"stills": ("neuron/line=../x.png",)}, "leads outside of the folder"),
        ({"stills": ("neuron/line=x.txt",)}, "must end in one of"),
        ({"stills": ("backpropagation=x.png",)}, "write backpropagation/BEAT"),
        ({"stills": ("neuron/line",)}, "write --still CHAPTER/BEAT=PICTURE"),
        ({"format": "html"}, "Name some with --clip"),
    ],
)
def test_wrong_options_name_the_remedy(
    site: Path, run: Run, options: dict[str, object], told: str
) -> None:
    with pytest.raises(UsageError) as error:
        run(site, **options)
    assert told in str(error.value)
    assert error.value.exit_code == 2


def test_folder_that_is_no_site_is_refused(tmp_path: Path, run: Run) -> None:
    with pytest.raises(UsageError, match="no Jekyll site"):
        run(tmp_path)


@pytest.mark.parametrize("notes", ["", "[]", '{"files": 7}', None])
def test_site_whose_notes_are_damaged_is_healed(
    site: Path, run: Run, notes: str | None
) -> None:
    bare = tree(site)
    run(site, stills=("neuron/line=images/map.png",))
    before = tree(site)
    if notes is None:
        known = json.loads(before[NOTES])
        for n, entry in enumerate(known["files"].values()):
            entry.update([{"still": 7}, {"digests": 7}, {"key": []}, {}][n % 4])
        notes = json.dumps(known)
    (site / NOTES).write_text(notes)
    told = run(site, stills=("neuron/line=images/map.png",))
    assert f"warning: {site / NOTES}" in told
    after = tree(site)
    assert {k: v for k, v in after.items() if k != NOTES} == {
        k: v for k, v in before.items() if k != NOTES
    }
    assert "nothing was written" in run(site)
    remove(site)
    left = {path: data for path, data in tree(site).items() if data}
    assert left == {path: data for path, data in bare.items() if data}
