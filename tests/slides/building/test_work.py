"""Outputs are made by the same workers as films, each as soon as it can be."""

import signal

from tests.slides.building.test_killed import needs_proc, wait, workers
from tests.slides.conftest import Project

IN_WORKERS = """
import os, sys, time
if "slides.engine.worker" in sys.orig_argv:
"""


def in_workers(project: Project, *lines: str) -> None:
    """Let every worker of a project do this as it starts."""
    text = IN_WORKERS + "".join(f"    {line}\n" for line in lines)
    (project.folder / "sitecustomize.py").write_text(text, encoding="utf-8")


def test_an_output_waits_for_nothing_but_what_it_needs(project: Project) -> None:
    slow = ("--jobs", "2", "--set", "beta.delay=1")
    process = project.start("build", "--config", "lecture.toml", *slow)
    wait(lambda: (project.out / "clips/alpha/why.txt").exists())
    assert not [*project.cache.glob("recordings/beta/draft-*")]
    assert process.poll() is None
    printed = "".join(process.communicate(timeout=60))
    assert process.returncode == 0, printed
    assert (project.out / "clips/beta/why.txt").exists()


def test_one_job_has_one_worker_for_scenes_and_then_one_for_outputs(
    project: Project,
) -> None:
    in_workers(
        project, f"open({str(project.folder)!r} + f'/worker-{{os.getpid()}}', 'w')"
    )
    project.run("build", "--jobs", "1")
    assert len([*project.folder.glob("worker-*")]) == 2


def test_a_worker_that_dies_fails_its_output_alone(project: Project) -> None:
    in_workers(
        project,
        "import slides.outputs.paper.pdf as made",
        "made.typeset = lambda *_: (sys.stderr.write('no room'), os.abort())",
    )
    printed = project.run("build", "alpha", code=1)
    (told,) = [line for line in printed.splitlines() if line.startswith("error: ")]
    assert told == "error: pdf: not made: the worker was killed by signal 6: no room"
    assert (project.out / "handout.pdf").is_file()
    assert "lecture.pdf" not in (project.out / "index.html").read_text()


@needs_proc
def test_a_build_stopped_while_it_writes_leaves_nothing_unfinished(
    project: Project,
) -> None:
    in_workers(
        project,
        "import scenes.caching.files as files",
        "files._sync = lambda file: time.sleep(60 * ('clips' in str(file)))",
    )
    clips = ("alpha", "--only", "clips")
    process = project.start("build", "--config", "lecture.toml", *clips)
    wait(lambda: [*project.out.glob("clips/alpha/.partial-*")])
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert process.returncode == 130
    assert errors == "stopped; the next build carries on from here\n"
    assert not [*project.out.rglob(".partial-*")]
    assert not [*project.cache.glob("scratch/*")]
    assert not workers(project)


def test_sources_that_change_after_they_were_loaded_are_noticed(
    project: Project,
) -> None:
    slow = ("--jobs", "1", "--set", "alpha.delay=0.5")
    build = ("build", "--config", "lecture.toml", "--only", "video", *slow)
    process = project.start(*build)
    wait(lambda: [*project.cache.glob("scratch/*/*/film/*.mp4")])
    # The worker has loaded this for the first film, and will not for the second.
    project.edit("scenes/lesson/lesson.py", "self.play(0.8)", "self.play(0.9)")
    printed = "".join(process.communicate(timeout=60))
    assert process.returncode == 1
    assert "alpha: rendered" in printed
    assert "beta: not kept\n" in printed
    assert (
        "error: scenes/lesson/lesson.py changed while chapter 'beta' was loaded: "
        "build again\n" in printed
    )
    # Nothing of it is taken for what the sources say now.
    again = project.run("build", "--only", "video", "--explain")
    for chapter in ("alpha", "beta"):
        assert f"{chapter}: rendered because " in again


def test_paths_are_told_from_where_the_user_is(project: Project) -> None:
    in_workers(
        project,
        "import slides.outputs.film.video as made",
        "def refuse(file, data):",
        "    raise PermissionError(13, 'Permission denied', str(file))",
        "made.write_bytes = refuse",
    )
    printed = project.run("build", "alpha", "--only", "video", code=1)
    assert "video alpha: not made: chapter 'alpha': build/videos/01-alpha" in printed
    assert str(project.folder) not in printed
