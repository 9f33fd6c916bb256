"""Whatever is damaged of what was kept: the next build equals a clean one."""

import json
import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.fuzz import bad_disk
from tests.slides.conftest import ROOT, Project

KINDS = ("deck", "pptx", "pdf", "handout", "video", "clips", "stills")
STILL = ("handout", "stills")  # made without films
FOLDERS = {"build": "build", "embed": "pages"}
NOTES = (".lecture.json", ".lecture-embed.json")
AT_ONCE = 5  # damages before each build


class Forked:
    """The command of a project, loaded once."""

    def __init__(self, project: Project) -> None:
        self.project = project
        path = os.pathsep.join([str(project.folder), str(ROOT)])
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-W", "error", "-m", "tests.fuzz.forked"],
            cwd=project.folder,
            env={
                **os.environ, "PYTHONPATH": path, "COLUMNS": "200",
                "OPENBLAS_NUM_THREADS": "1",
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )  # fmt: skip

    def run(self, *arguments: str) -> tuple[int, str]:
        """Return exit code and what was printed."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        command = [arguments[0], "--config", "lecture.toml", *arguments[1:]]
        self._process.stdin.write(json.dumps(command) + "\n")
        self._process.stdin.flush()
        code, printed = json.loads(self._process.stdout.readline())
        return code, printed

    def end(self) -> None:
        self._process.communicate(timeout=20)


@pytest.fixture
def forked(tmp_path: Path) -> Iterator[Forked]:
    forked = Forked(Project(tmp_path / "project"))
    yield forked
    forked.end()


def contents(folder: Path) -> dict[str, bytes]:
    """Return what the files of a build hold, the notes left out."""
    files = [f for f in folder.rglob("*") if f.is_file() and f.name not in NOTES]
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in files}


def found(folder: Path) -> list[Path]:
    """Return all that can be found in a folder, however deep."""
    return sorted(
        Path(top, name)
        for top, folders, files in os.walk(folder)
        for name in [*folders, *files]
    )


def spoil(project: Project, rng: random.Random) -> Iterator[str]:
    """Damage some of what is kept; say what was done."""
    for _ in range(AT_ONCE):
        below = [p for p in found(project.cache) if not p.is_symlink()]
        files = [path for path in below if os.path.isfile(path)]
        folders = [path for path in below if os.path.isdir(path)]
        stamps = [p for name in NOTES for p in project.folder.glob(f"*/{name}")]
        stamps = [p for p in stamps if p.is_file() and not p.is_symlink()]
        files += stamps * (len(files) // 12)
        if rng.random() < 0.1:
            place, do = rng.choice(folders), rng.choice(bad_disk.FOLDERS)
            do(place, rng)
        elif rng.random() < 0.15:
            place, other = rng.sample(sorted({*files}), 2)
            bad_disk.swap(place, other)
            do = bad_disk.swap
        else:
            place, do = rng.choice(files), rng.choice(bad_disk.FILES)
            place.chmod(0o600)  # what was forbidden before can be damaged, too
            do(place, rng)
        yield f"{do.__name__} {place.relative_to(project.folder)}"


def only(*kinds: str) -> tuple[str, ...]:
    return ("build", "--only", ",".join(kinds))


EMBED = ("embed", "pages", "--format", "html", "--clip", "alpha/why")


def test_damaged_cache_heals(
    forked: Forked,
    rounds: Callable[[int, int], range],
    rng: random.Random,
    tell: Callable[[str], None],
) -> None:
    project, n_named, place = forked.project, 0, forked.project.folder
    project.edit("lecture.toml", "[alpha]", 'stills = ["alpha/why"]\n\n[alpha]')
    clean = {}
    for command in (EMBED, *map(only, KINDS)):
        code, printed = forked.run(*command)
        assert code == 0, printed
        clean[command] = contents(place / FOLDERS[command[0]])
        shutil.rmtree(place / FOLDERS[command[0]])
    n_builds = len(rounds(100 // AT_ONCE, 2000 // AT_ONCE))
    for n in range(n_builds):
        done = [*spoil(project, rng)]
        command = rng.choice([EMBED, *map(only, KINDS)])
        folder = place / FOLDERS[command[0]]
        clear(folder)
        code, printed = forked.run(*command)
        about = f"round {n}: {done}, {command}\n{printed}"
        assert code == 0, about
        assert "Traceback" not in printed, about
        made, expected = contents(folder), dict(clean[command])
        if "index.html" not in made and command in map(only, STILL):
            expected.pop("index.html", None)  # which is not made for want of a film
        assert made == expected, about
        n_named += len(re.findall("anew", printed))
        code, printed = forked.run(*command)
        assert code == 0, about
        assert "up to date" in printed, about + printed
    tell(f"{n_builds * AT_ONCE} damages, {n_named} named, all healed")


def clear(folder: Path) -> None:
    """Remove what was made in a folder, but not the notes on it."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        elif path.name not in NOTES:
            path.unlink()
