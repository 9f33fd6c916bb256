"""The commands a newcomer types: what they pass on, and what they say when stuck."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import pytest

ROOT = Path(__file__).resolve().parent.parent
MAKE = shutil.which("make")

pytestmark = pytest.mark.skipif(MAKE is None, reason="make is not installed")


def make(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run make as typed in a fresh terminal, not as a part of `make test`."""
    inherited = {
        k: v for k, v in os.environ.items() if not k.startswith(("MAKE", "MF"))
    }
    return subprocess.run(
        [str(MAKE), "--no-print-directory", *words],
        cwd=ROOT, env=inherited | environment, capture_output=True, text=True,
    )  # fmt: skip


def dry(*words: str, **environment: str) -> str:
    """Return the commands make would run, taking the set-up as done."""
    names = (".installed", ".installed-dev", ".installed-voice")
    stamps = [word for name in names for word in ("-o", f".venv/{name}")]
    return " ".join(make("-n", *stamps, *words, **environment).stdout.split())


def test_lecture_is_the_default() -> None:
    assert dry() == dry("lecture")
    assert ".venv/bin/python -m slides build" in dry()


def test_settings_are_passed_on() -> None:
    settings = [
        "QUALITY=1080p60",
        "THEME=light",
        "ASPECT=4:3",
        "CHAPTERS=neuron network",
        "VOICE=kokoro/am_michael",
    ]
    build = (
        "slides build neuron network --quality 1080p60 --theme light --aspect 4:3 "
        "--voice kokoro/am_michael"
    )
    assert build in dry("lecture", *settings).replace("\\ ", "")


def test_voices_are_installed_where_one_is_named_and_nowhere_else() -> None:
    stamps = ("-n", "-o", ".venv/.installed", "INSTALLED_VOICE=.venv/no")
    spoken, silent = make(*stamps, "VOICE=kokoro"), make(*stamps)
    assert "-e '.[voice]'" in spoken.stdout
    assert "slides build" in silent.stdout
    assert "[voice]" not in silent.stdout


def test_benchmarks_take_chapters_and_quality() -> None:
    passed_on = "rendering.py --chapters neuron loss --quality draft"
    commands = dry("bench", "CHAPTERS=neuron loss", "QUALITY=draft")
    assert passed_on in commands.replace("\\ ", "")


def test_settings_left_out_are_left_to_the_command() -> None:
    assert "--" not in dry("lecture", QUALITY="", THEME="", JOBS="", CHAPTERS="")


def test_slow_tests_belong_to_test_alone() -> None:
    assert "not slow" not in dry("test")
    assert '-m "not slow"' in dry("test-fast")


def test_all_tests_bring_the_programs_they_look_with_and_fast_ones_none() -> None:
    for program in ("chromium", "soffice", "pdftotext", "jekyll", "axe-core"):
        assert program in dry("test")
        assert program not in dry("test-fast")


def test_help_lists_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.findall(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    listed = re.findall(r"^  make ([a-z-]+) ", make("help").stdout, re.MULTILINE)
    assert set(phony[0].split()) == set(listed)


# --- Whose set-up it is --------------------------------------------------------------


@pytest.fixture
def set_up(tmp_path: Path) -> Path:
    """Give a folder with what make takes for a set-up of its own."""
    folder = tmp_path / "lecture"
    (folder / ".venv" / "bin").mkdir(parents=True)
    (folder / ".venv" / "bin" / "python").symlink_to(sys.executable)
    shutil.copy(ROOT / "Makefile", folder)
    for name in ("pyproject.toml", "constraints.txt"):
        (folder / name).touch()
    version = "{}.{}".format(*sys.version_info)
    own = [str(folder), os.path.realpath(sys.executable), version]
    (folder / ".venv" / ".installed").write_text("\n".join(own), encoding="utf-8")
    return folder


def set_up_in(folder: Path, *words: str) -> str:
    """Return what make would do in a folder before it builds."""
    ended = subprocess.run(
        [str(MAKE), "-n", *words], cwd=folder, capture_output=True, text=True,
        env={k: v for k, v in os.environ.items() if not k.startswith(("MAKE", "MF"))},
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    before, build, _ = ended.stdout.partition(".venv/bin/python -m slides build")
    assert build
    return before


def test_a_set_up_is_taken_as_it_is(set_up: Path) -> None:
    assert set_up_in(set_up) == ""
    assert set_up_in(set_up, f"PYTHON={sys.executable}") == ""
    assert set_up_in(set_up, f"PYTHON={sys.executable} -X utf8") == ""
    link = set_up.with_name("a link to it")
    link.symlink_to(set_up)
    assert set_up_in(link) == ""


@pytest.mark.parametrize(
    "name", ["lecture 2026", "it's", 'a "b"', "a#b%20;c", "ü & 深"]
)
def test_a_copy_gets_a_set_up_of_its_own(set_up: Path, name: str) -> None:
    copy = set_up.with_name(name)
    shutil.copytree(set_up, copy, symlinks=True)
    assert "-m venv --clear .venv" in set_up_in(copy)
    assert set_up_in(set_up) == ""
    set_up.rename(set_up.with_name("moved"))
    assert "-m venv --clear .venv" in set_up_in(set_up.with_name("moved"))


def test_another_python_gets_a_set_up_of_its_own(set_up: Path) -> None:
    stamp, python = (set_up / ".venv" / name for name in (".installed", "bin/python"))
    ours = stamp.read_text(encoding="utf-8")
    stamp.write_text(ours[:-2] + "2", encoding="utf-8")  # it was 3.2 then
    assert "--clear" in set_up_in(set_up)
    stamp.write_text(ours, encoding="utf-8")
    assert "--clear" in set_up_in(set_up, "PYTHON=false")
    python.unlink()
    python.symlink_to(set_up / "upgraded away")
    assert "--clear" in set_up_in(set_up)


def test_a_first_set_up_and_new_needs_clear_nothing(set_up: Path) -> None:
    os.utime(set_up / "pyproject.toml", (2**31, 2**31))
    assert "-m venv .venv" in " ".join(set_up_in(set_up).split())
    shutil.rmtree(set_up / ".venv")
    assert "-m venv .venv" in " ".join(set_up_in(set_up).split())


@pytest.mark.parametrize("name", ["a:b", "cash $", "{x}"])
def test_a_folder_that_the_installer_cannot_take_is_told(
    set_up: Path, name: str
) -> None:
    folder = set_up.rename(set_up.with_name(name))
    ended = subprocess.run(
        [str(MAKE), "system"], cwd=folder, capture_output=True, text=True
    )
    assert ended.returncode != 0
    assert "Rename the folder" in ended.stdout


def test_little_is_run_where_nothing_is_to_do(set_up: Path) -> None:
    # One look at the set-up, and the build itself, which loads nothing in vain.
    count = set_up / "runs"
    python = set_up / ".venv/bin/python"
    python.unlink()
    python.write_text(
        f'#!/bin/sh\necho "$1" >>"{count}"\n'
        f'[ "$1" = -m ] || exec "{sys.executable}" "$@"\n',
        encoding="utf-8",
    )
    python.chmod(0o755)
    make_there = [str(MAKE), "-C", str(set_up)]
    subprocess.run(make_there, check=True, capture_output=True)
    assert count.read_text().split() == ["-ISc", "-m"]


def test_an_old_python_is_named() -> None:
    answer = make("system", "PYTHON=false")
    assert answer.returncode != 0
    assert 'Python 3.11 or newer is needed, and "false"' in answer.stdout


def test_without_apt_every_package_manager_has_its_line(tmp_path: Path) -> None:
    (tmp_path / "sh").symlink_to("/bin/sh")
    answer = make("system", f"PYTHON={sys.executable}", PATH=str(tmp_path))
    assert answer.returncode != 0
    for line in ["apt install", "dnf install", "pacman -S", "brew install"]:
        assert line in answer.stdout


# --- The check of a finished build, .ci/play.py --------------------------------------


@pytest.fixture
def faults() -> Callable[[Path], list[str]]:
    """Load the script, which no package holds."""
    spec = importlib.util.spec_from_file_location("play", ROOT / ".ci" / "play.py")
    assert spec
    assert spec.loader
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    found: Callable[[Path], list[str]] = script.faults
    return found


def write_video(path: Path) -> None:
    """Write two black frames."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=15)
        stream.width, stream.height = 32, 32
        for _ in range(2):
            frame = av.VideoFrame.from_ndarray(np.zeros((32, 32, 3), np.uint8))
            container.mux(stream.encode(frame))
        container.mux(stream.encode())


@pytest.fixture
def build(tmp_path: Path) -> Path:
    """Make the smallest build that is whole."""
    for name in ["lecture.mp4", "videos/01-neuron.mp4", "clips/neuron/inputs.mp4"]:
        write_video(tmp_path / name)
    papers = ["lecture.pptx", "lecture.pdf", "handout.pdf"]
    for name in ["lecture.html", "videos/01-neuron.vtt", *papers]:
        (tmp_path / name).write_text("words", encoding="utf-8")
    return tmp_path


def test_a_whole_build_passes(faults: Callable[[Path], list[str]], build: Path) -> None:
    assert faults(build) == []


def test_missing_empty_and_broken_files_are_found(
    faults: Callable[[Path], list[str]], build: Path
) -> None:
    (build / "lecture.html").unlink()
    (build / "videos/01-neuron.vtt").write_bytes(b"")
    (build / "lecture.mp4").write_bytes(b"no video")
    assert [line.split(":")[0] for line in faults(build)] == [
        "no deck", "does not play", "empty",
    ]  # fmt: skip
