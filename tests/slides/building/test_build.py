"""The command, run on the miniature project in processes of its own."""

import json
from pathlib import Path

import pytest

from tests.slides.conftest import Project


def files(folder: Path) -> set[str]:
    return {f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file()}


def test_all_outputs_are_there(built: Project) -> None:
    stems = ["lecture", "videos/01-alpha", "videos/02-beta"]
    clips = [f"clips/{c}/{b}" for c in ("alpha", "beta") for b in BEATS]
    expected = {
        f"{stem}.{e}" for stem in stems for e in ("mp4", "vtt", "srt", "txt", "jpg")
    }
    expected |= {f"{stem}.receipts.json" for stem in stems[1:]}
    expected |= {f"{clip}.{e}" for clip in clips for e in ("mp4", "jpg", "txt")}
    assert files(built.out) == expected | {
        "lecture.html",
        "lecture.pptx",
        "lecture.pdf",
        "handout.pdf",
        "index.html",
        ".lecture.json",
    }


BEATS = ("first", "why_question", "why")


def test_scratch_is_empty_after_a_build(built: Project) -> None:
    assert not any((built.cache / "scratch").iterdir())


def test_nothing_changed_is_up_to_date_at_once(built: Project) -> None:
    assert built.run("build") == "build is up to date\n"


def test_changed_chapter_alone_is_rendered(project: Project) -> None:
    project.run("build", "--only", "clips")
    project.edit("scenes/beta/words.py", "Why is that", "Why on earth is that")
    printed = project.run("build", "--only", "clips", "--explain")
    assert "beta: rendered because scenes/beta/words.py changed\n" in printed
    assert "alpha: rendered" not in printed
    text = (project.out / "clips/beta/why_question.txt").read_text()
    assert text == "Why on earth is that so?\n"


def test_no_film_is_rehearsed_first(project: Project) -> None:
    (project.folder / "scenes/lesson/rehearsal.py").write_text(
        "1 / 0\n", encoding="utf-8"
    )
    assert "rendered" in project.run("build", "alpha", "--only", "video")
    assert "division by zero" in project.run("numbers", "alpha", code=1)


def test_changed_setting_is_explained(project: Project) -> None:
    project.run("build", "beta", "--only", "clips")
    printed = project.run(
        "build", "beta", "--only", "clips", "--set", "beta.seed=4", "--explain"
    )
    assert "setting beta.seed changed from 2 to 4" in printed


def test_deleted_output_is_made_again_without_rendering(project: Project) -> None:
    project.run("build", "alpha")
    (project.out / "clips/alpha/why.mp4").unlink()
    printed = project.run("build", "alpha", "--explain")
    assert "clips alpha: made because its files were changed or removed" in printed
    assert "rendered" not in printed
    assert (project.out / "clips/alpha/why.mp4").is_file()


def test_vanished_beat_takes_its_clip_along(project: Project) -> None:
    project.run("build", "alpha", "--only", "clips")
    for name in ("scene", "words"):
        project.edit(f"scenes/alpha/{name}.py", '"why"', '"because"')
    project.run("build", "alpha", "--only", "clips")
    names = {file.stem for file in (project.out / "clips/alpha").iterdir()}
    assert names == {"first", "why_question", "because"}


def test_one_chapter_makes_a_lecture_of_its_own(project: Project) -> None:
    project.run("build", "beta", "--only", "video")
    assert {"lecture.mp4", "videos/02-beta.mp4"} <= files(project.out)
    project.run("build", "--only", "video")  # what is missing is added
    assert {"videos/01-alpha.mp4", "videos/02-beta.mp4"} <= files(project.out)


def test_failing_chapter_does_not_stop_the_others(project: Project) -> None:
    project.edit(
        "scenes/alpha/scene.py",
        '        self.beat("why")',
        '        1 / 0\n        self.beat("why")',
    )
    printed = project.run("build", code=1)
    assert "scenes/alpha/scene.py:" in printed
    assert "chapter 'alpha', beat 'why_question': ZeroDivisionError" in printed
    assert (project.out / "videos/02-beta.mp4").is_file()
    assert not (project.out / "lecture.mp4").exists()


def test_syntax_error_names_its_line(project: Project) -> None:
    project.edit("scenes/alpha/scene.py", "construct(self)", "construct(self")
    printed = project.run("build", code=1)
    assert "scenes/alpha/scene.py:12: chapter 'alpha': SyntaxError" in printed
    assert (project.out / "videos/02-beta.mp4").is_file()


def test_failing_experiment_names_its_line(project: Project) -> None:
    printed = project.run("build", "alpha", "--set", "alpha.seed=13", code=1)
    assert (
        "nnsim/experiments/alpha/experiment.py:30: chapter 'alpha' with seed = 13: "
        "RuntimeError: thirteen is not allowed" in printed
    )


def test_data_that_cannot_be_read_are_named(project: Project) -> None:
    project.edit(
        "nnsim/experiments/alpha/experiment.py",
        "raise RuntimeError",
        "from pathlib import Path; from nnsim.errors import FileError; "
        'raise FileError(Path("t.csv"), "rate is missing; correct it", 3) #',
    )
    printed = project.run("build", "alpha", "--set", "alpha.seed=13", code=1)
    assert (
        "error: t.csv:3: chapter 'alpha' with seed = 13: rate is missing; correct it\n"
        in printed
    )


def test_dying_worker_is_reported(project: Project) -> None:
    project.edit(
        "scenes/alpha/scene.py",
        'self.beat("why")',
        "__import__('os').abort()\n        self.beat(\"why\")",
    )
    assert "the worker was killed by signal 6" in project.run("build", "alpha", code=1)


@pytest.mark.parametrize("command", ["build", "check"])
def test_unknown_chapter_gets_the_nearest_suggested(
    project: Project, command: str
) -> None:
    printed = project.run(command, "alhpa", code=2)
    assert printed == "error: unknown chapter 'alhpa'; did you mean 'alpha'?\n"


def test_all_faults_of_the_command_line_and_file_are_told(project: Project) -> None:
    project.edit("lecture.toml", "seed = 2", "seed = 'two'")
    printed = project.run("build", "--set", "alpha.sed=1", code=2)
    assert "lecture.toml:9: beta.seed: should be a valid integer, not 'two'" in printed
    assert "--set alpha.sed=1: alpha.sed: unknown setting 'sed'" in printed


def test_settings_are_read_again_when_words_change(project: Project) -> None:
    project.edit("lecture.toml", "[alpha]", 'stills = ["alpha/why"]\n\n[alpha]')
    project.run("list")
    project.edit("scenes/alpha/words.py", '"why"', '"because"')
    assert "stills.0: unknown beat 'why'" in project.run("list", code=2)


@pytest.mark.parametrize("part", ["scene", "words"])
def test_chapter_that_is_no_longer_whole_is_told(project: Project, part: str) -> None:
    project.run("list")
    (project.folder / f"scenes/alpha/{part}.py").unlink()
    told = f"chapter 'alpha' has no {part}: scenes/alpha/{part}.py is missing\n"
    assert project.run("list", code=2).endswith(told)


def test_check_counts_faults(project: Project) -> None:
    assert project.run("check").startswith("0 faults in 2 chapters")
    fault = "self.faults.append(('why', 'a text', 'is too small'))"
    project.edit(
        "scenes/beta/scene.py",
        '        self.beat("why")',
        f'        {fault}\n        self.beat("why")',
    )
    printed = project.run("check", "--theme", "light", "--aspect", "1:1", code=1)
    assert "beta, beat 'why', light, 1:1: a text: is too small\n1 fault in" in printed
    report = json.loads(project.run("check", "--json", code=1))
    assert len({(f["theme"], f["aspect"]) for f in report["faults"]}) == 3 * 4


def test_edited_check_renders_nothing_and_is_heard(project: Project) -> None:
    project.run("build", "alpha", "--only", "handout")
    fault = '(("a text", "is too small"),)'
    project.edit("scenes/checks/layout.py", "= ()", f"= {fault}")
    assert project.run("build", "alpha", "--only", "handout").endswith("up to date\n")
    printed = project.run(
        "check", "alpha", "--theme", "dark", "--aspect", "1:1", code=1
    )
    assert "alpha, beat 'why', dark, 1:1: a text: is too small\n1 fault" in printed


def test_numbers_lists_receipts(project: Project) -> None:
    (receipt,) = json.loads(project.run("numbers", "beta", "--json"))
    assert (receipt["path"], receipt["value"]) == ("seed", 2)
    assert "seed" in project.run("numbers", "beta")


def test_list_tells_what_is_rendered(project: Project) -> None:
    project.run("build", "beta", "--only", "clips")
    alpha, beta = json.loads(project.run("list", "--json"))
    assert (alpha["rendered"], beta["rendered"]) == ([], ["draft-dark"])
    assert alpha["title"] == "Chapter Alpha & more"
    assert alpha["summary"] == "What the viewer should remember of alpha."
    assert "draft-dark" in project.run("list")
