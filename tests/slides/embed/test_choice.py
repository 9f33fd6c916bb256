"""Which clips lie in a site: none is lost that a page shows or somebody asked for."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from scenes.caching.checked import Damage
from slides.building.plan import Plan
from slides.commands.cli import lecture
from slides.embed.written import NOTES
from tests.slides.embed.conftest import Run
from tests.slides.reading import soup

Build = Callable[..., Path]
# Notes that show "neuron/sample" and "neuron/line" without a line that names them.
LOOP = "{% for c in LIST %}\n\n{% include lecture.html clip=c %}\n\n{% endfor %}\n"
WAYS = {
    "list": {
        "a.md": '---\n---\n{% assign all = "neuron/sample, neuron/line" '
        '| split: ", " %}' + LOOP.replace("LIST", "all")
    },
    "front matter": {
        "a.md": "---\nclips: [neuron/sample, 'neuron/line']\n---\n"
        + LOOP.replace("LIST", "page.clips")
    },
    "data": {
        "_data/mine.yml": "- neuron/sample\n- neuron/line\n",
        "a.md": "---\n---\n" + LOOP.replace("LIST", "site.data.mine"),
    },
    "table": {
        "_data/mine.csv": "clip,n\nneuron/sample,1\nneuron/line,2\n",
        "a.html": "---\n---\n{% for row in site.data.mine %}"
        "{% include lecture.html clip=row.clip %}{% endfor %}",
    },
    "settings": {
        "_config.yml": "clips: [neuron/sample, neuron/line]\n",
        "a.md": "---\n---\n" + LOOP.replace("LIST", "site.clips"),
    },
    "layout": {
        "_layouts/plain.liquid": "{{ content }}" + LOOP.replace("LIST", "page.clips"),
        "a.md": "---\nlayout: plain\nclips:\n- neuron/sample\n- neuron/line\n---\nx\n",
    },
    "wrapper": {
        "_includes/clip.liquid": "{% include lecture.html clip=include.of loop=true %}",
        "a.txt": '---\n---\n{% include clip.liquid of="neuron/sample" %}\n'
        "{% include clip.liquid of='neuron/line' %}",
    },
    "file": {
        "a.md": "---\nkind: lecture\n---\n"
        '{% include {{ page.kind }}.html clip="neuron/sample" %}\n'
        '{% include {{ page.kind }}.html clip="neuron/line" %}',
    },
    "capture": {
        "a.md": "---\n---\n{% capture c %}neuron/sample{% endcapture %}"
        "{% include lecture.html clip=c %}\n{% assign d = 'neuron/line' %}"
        "{%- include lecture.html clip = d -%}\n",
    },
}


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """Give a site without notes."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site/_config.yml").write_text("title: T\n")
    return tmp_path / "site"


def fill(site: Path, files: dict[str, str]) -> None:
    """Write files into a site."""
    for name, text in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text)


def clips(site: Path) -> list[str]:
    """Return the clips that lie in a site."""
    return [*json.loads((site / "_data/lecture.json").read_text())["clips"]]


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_clips_shown_by_a_variable_are_there(
    bare: Path, run: Run, jekyll: Build, way: str
) -> None:
    fill(bare, WAYS[way])
    told = run(bare)
    assert clips(bare) == ["neuron/sample", "neuron/line"]
    assert ("only Jekyll knows" in told) is (way != "file")
    (page,) = jekyll(bare).glob("a.*")
    shown = [str(clip["data-clip"]) for clip in soup(page).select(".lecture-clip")]
    assert shown == ["neuron/sample", "neuron/line"]


@pytest.mark.slow
def test_clips_of_linked_notes_are_there(bare: Path, run: Run, jekyll: Build) -> None:
    fill(bare.parent, {"elsewhere/b.md": WAYS["list"]["a.md"]})
    (bare / "linked").symlink_to(bare.parent / "elsewhere")
    (bare / "c.md").symlink_to(bare.parent / "elsewhere/b.md")
    assert "linked/b.md:4: which clip" in run(bare) or "c.md:5" in run(bare)
    assert clips(bare) == ["neuron/sample", "neuron/line"]


def test_clips_that_nobody_can_tell_stay(bare: Path, run: Run) -> None:
    fill(bare, WAYS["list"])
    run(bare)
    built = (
        '{% assign c = "neuron/" | append: "sample" %}{% include lecture.html clip=c %}'
    )
    fill(bare, {"a.md": f"---\n---\n\n{built}\n"})
    told = run(bare)
    assert "a.md:4: which clip that is, only Jekyll knows: no clip is removed" in told
    assert clips(bare) == ["neuron/sample", "neuron/line"]


def test_note_that_cannot_be_read_loses_nothing(
    bare: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(bare, {"a.md": '{% include lecture.html clip="neuron/sample" %}'})
    run(bare)
    monkeypatch.setattr("slides.embed.texts.read_regular", refuse)
    assert "a.md: cannot be read" in run(bare)
    assert clips(bare) == ["neuron/sample"]


def refuse(file: Path) -> Damage:
    return Damage(file, "cannot be read (not permitted)")


def test_clip_that_was_asked_for_stays(bare: Path, run: Run) -> None:
    run(bare, clips=("neuron/sum",))
    assert "nothing was written" in run(bare)
    run(bare, clips=("neuron/line",))
    fill(bare, {"a.md": '{% include lecture.html clip="neuron/line" %}'})
    (bare / "a.md").unlink()
    assert "nothing was written" in run(bare)
    assert clips(bare) == ["neuron/sum", "neuron/line"]
    told = run(bare, forget=("neuron/sum",))
    assert "neuron/sum: no note and no --clip asks for this clip any more" in told
    assert clips(bare) == ["neuron/line"]


def test_all_clips_stay_when_all_were_asked_for(bare: Path, run: Run) -> None:
    run(bare, clips=tuple(f"neuron/{beat}" for beat in ("sample", "sum", "line")))
    notes = json.loads((bare / NOTES).read_text())
    del notes["clips"]  # as older versions wrote them
    (bare / NOTES).write_text(json.dumps(notes))
    assert "nothing was written" in run(bare)
    assert len(clips(bare)) == 3
    assert "nothing was written" in run(bare)


def test_files_that_go_are_named_with_the_reason(bare: Path, run: Run) -> None:
    fill(bare, WAYS["file"])
    run(bare)
    fill(bare, {"a.md": '{% include lecture.html clip="neuron/line" %}'})
    reason = "neuron/sample: no note and no --clip asks for this clip any more; it goes"
    assert reason in run(bare, dry_run=True)
    told = run(bare, themes=("light",))
    assert reason in told
    assert "neuron/line-dark.mp4 is not part of what is asked for now" in told


def test_many_faults_are_told_in_few_lines(bare: Path, run: Run) -> None:
    wrong = "".join(
        f'{{% include lecture.html clip="neuron/x{n}" %}}\n' for n in range(20_000)
    )
    unclear = "{% include lecture.html clip=c %}\n" * 20_000
    fill(
        bare,
        {"a.md": wrong, "b.md": unclear, "c.md": "{% include lecture.html " * 20_000},
    )
    told = run(bare)
    assert "a.md:1: unknown beat 'x0'" in told
    assert told.count("and 19980 more of these") == 2
    assert len(told.splitlines()) < 60


def test_command_forgets_one_clip_or_takes_all_out(site: Path, plan: Plan) -> None:
    settings = ["--config", str(plan.config), "--cache", str(plan.cache)]
    command = ["embed", str(site), "--quality", "draft", *settings]
    call = CliRunner().invoke
    (site / "neuron.md").unlink()
    call(lecture, [*command, "--clip", "neuron/sum", "--clip", "neuron/line"])
    call(lecture, [*command, "--remove", "--clip", "neuron/sum"])
    assert clips(site) == ["neuron/line"]
    refused = call(lecture, [*command, "--remove", "--all"])
    assert "takes no --all" in str(refused.exception)
    assert clips(site) == ["neuron/line"]
