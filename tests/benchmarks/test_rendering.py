"""The benchmark builds a tiny chapter in all ways, and reports what it finds."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks.builds import Task, lecture_build
from benchmarks.cost import Cost, spend
from benchmarks.report import HEAD, Report, table, verdicts
from benchmarks.sampled import Sampled

ROOT = Path(__file__).resolve().parents[2]
FILES = {
    "nnsim/experiments/tiny/__init__.py": """
from nnsim.experiments.tiny.experiment import Config as Config, run as run
""",
    "nnsim/experiments/tiny/experiment.py": """
from dataclasses import dataclass

from nnsim.bounds import Settings


@dataclass(frozen=True)
class Config(Settings):
    n: int = 3


def run(config):
    return config
""",
    "scenes/tiny/__init__.py": "",
    "scenes/tiny/scene.py": """
from manim import RIGHT, Circle, Create

from nnsim.experiments import tiny
from scenes.lesson.lesson import Lesson


class Tiny(Lesson):
    experiment = tiny

    def construct(self):
        circle = Circle()
        self.beat("one")
        self.play(Create(circle))
        for name in ("two", "three", "four"):
            self.beat(name)
            self.play(circle.animate.shift(RIGHT))
""",
    "scenes/tiny/words.py": """
TITLE = "A circle"
BEATS = {
    "one": {"title": "One", "say": "A circle."},
    "two": {"title": "Two", "say": "It moves."},
    "three": {"title": "Three", "say": "It moves."},
    "four": {"title": "Four", "say": "It moves."},
}
""",
    "slides/lecture.toml": """
title = "A lecture"
author = "Nobody"
language = "en"
chapters = ["tiny"]
""",
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a copy of the project with a lecture of one tiny chapter."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("benchmarks", "nnsim", "scenes", "slides", "tests/oracles"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "manim.cfg", folder)
    for name, text in FILES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.slow
def test_benchmark_prints_its_table_and_keeps_its_figures(project: Path) -> None:
    command = [sys.executable, project / "benchmarks/rendering.py"]
    command += ["--quality", "draft", "--every", "3"]
    ended = subprocess.run(command, capture_output=True, text=True, cwd=project)
    assert ended.returncode == 0, ended.stderr
    shown = ended.stdout.splitlines()
    assert shown[0] == f"| {' | '.join(HEAD)} |"
    assert shown[2].startswith("| tiny | diagrams | ")
    assert "- diagrams: " in ended.stdout
    assert "[4/4, 0 min left] tiny, pictures: SSIM 0.9" in ended.stderr

    assert shown[5].startswith("| whole lecture, one build | ")
    kept = json.loads((project / "build/benchmarks/rendering.json").read_text())
    assert kept["one build"]["cpu"] > 0
    (chapter,) = kept["chapters"]
    measured = chapter["measured"]
    n_drawn = measured["pictures"]["pictures"]
    for name in ("stock", "best", "ours"):
        (run,) = measured[name]
        assert run["n_sample"] == n_drawn
        assert run["sample"]["cpu"] > 0
    # Two of four beats of the same length: the first, and the second of each three.
    assert n_drawn / measured["ours"][0]["n_other"] == pytest.approx(1 / 2, abs=0.15)
    assert measured["stock"][0]["n_other"] / n_drawn == pytest.approx(1 / 2, abs=0.15)
    assert measured["pictures"]["pictures of ours"] == n_drawn
    assert measured["floor"]["pictures"] == n_drawn
    assert measured["pictures"]["ssim min"] > 0.995
    assert measured["pictures"]["off"] < 30


LOOK = """
from manim import VMobject
from scenes.lesson.lesson import Lesson
from scenes.patches.quicker import quicker
own = dict(vars(VMobject))
with quicker():
    print(Lesson.skip_reversing, dict(vars(VMobject)) == own)
"""


@pytest.mark.parametrize(
    ("variables", "reverses", "is_own"),
    [
        ({}, False, False),
        ({"LECTURE_STOCK": "1"}, False, True),
        ({"LECTURE_STOCK": "1", "LECTURE_REVERSES": "1"}, True, True),
    ],
)
def test_stock_is_as_released(
    variables: dict[str, str], reverses: bool, is_own: bool, tmp_path: Path
) -> None:
    task = Task("neuron", "draft", 1, tmp_path)
    shown = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", LOOK],
        env={**os.environ, **task.environment, **variables},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert shown.split() == [str(not reverses), str(is_own)]


def test_cost_counts_the_processes_that_a_command_starts(tmp_path: Path) -> None:
    burn = "import time\nwhile time.process_time() < 0.4: pass"
    start = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {burn!r}])"
    cost = spend([sys.executable, "-c", start], tmp_path, {})
    assert cost.cpu > 0.4
    assert cost.wall > 0.4
    assert cost.peak > 5


def test_a_command_that_fails_is_shown(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"no such thing[\s\S]*ended with 3"):
        spend(
            [sys.executable, "-c", "print('no such thing'); raise SystemExit(3)"],
            tmp_path,
            {},
        )


def test_whole_chapter_costs_what_follows_from_two_samples() -> None:
    # 5 s before the first picture, and 0.1 s a picture.
    sampled = Sampled(Cost(25, 50, 300), 200, 7, Cost(15, 30, 200), 100)
    assert sampled.at(1000) == Cost(105, 210, 300)
    whole = Sampled(Cost(25, 50, 300), 200, 7, Cost(77, 99, 400), 800)
    assert whole.at(800) == Cost(77, 99, 400)


def report(name: str, imaged: float, stock: float, ours: float) -> Report:
    costs = {"stock": Cost(stock, 2 * stock, 1), "best": Cost(stock / 2, stock, 1)}
    costs["ours"] = Cost(ours, ours, 1)
    sizes = {"stock": 4_000_000, "best": 1, "ours": 5_000_000}
    return Report(
        name, imaged, film=60, costs=costs, sizes=sizes, floor=ours / 3,
        ssim_least=0.996, ssim_median=0.9999, off=9,
    )  # fmt: skip


def test_goals_are_of_the_least_of_a_kind_and_of_the_sum_of_all() -> None:
    reports = [
        report("lines", 0.01, 110, 10),
        report("dots", 0.02, 90, 10),
        report("heat", 0.6, 100, 25),
    ]
    diagrams, fields, everything = verdicts(reports)
    assert diagrams.startswith("- diagrams: 9.0 times less CPU than stock at least")
    assert diagrams.endswith("goal 10: not met")
    assert fields.endswith("goal 4: met")
    assert everything.startswith("- all: 6.7 times less")  # 300 of 45
    assert everything.endswith("goal 6: met")


def test_table_has_a_row_for_each_chapter_and_sum() -> None:
    reports = [report("lines", 0.01, 110, 10), report("heat", 0.6, 100, 25)]
    rows = table(reports, None)
    cells = [line.strip("| ").split(" | ") for line in rows.splitlines()]
    assert {len(row) for row in cells} == {len(HEAD)}
    assert [row[0] for row in cells[2:]] == [
        "lines", "heat", "diagrams", "fields", "all",
    ]  # fmt: skip
    found = dict(zip(HEAD, cells[-1], strict=True))
    assert found["stock, CPU s"] == "210.0"
    assert found["stock / ours"] == "6.0"
    assert found["ours, MB"] == "10.00"


def test_one_build_is_compared_with_the_sums_of_stock() -> None:
    reports = [report("lines", 0.01, 110, 10), report("heat", 0.6, 100, 25)]
    *others, last = table(reports, Cost(30, 20, 1)).splitlines()
    assert others == table(reports, None).splitlines()
    found = dict(zip(HEAD, last.strip("| ").split(" | "), strict=True))
    assert found["chapter"] == "whole lecture, one build"
    assert found["stock, CPU s"] == "210.0"
    assert found["ours, CPU s"] == "30.0"
    assert found["ours, wall s"] == "20"
    assert found["stock / ours"] == "7.0"


def test_whole_lecture_is_built_by_one_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: list[Sequence[str]] = []

    def spent(command: Sequence[str], *where: object) -> Cost:
        commands.append(command)
        return Cost(1, 1, 1)

    monkeypatch.setattr("benchmarks.builds.spend", spent)
    for chapter in ("", "neuron"):
        lecture_build(Task(chapter, "1080p60", 1, tmp_path))
    whole, one = ([*command] for command in commands)
    one.remove("neuron")
    assert whole == one
    assert whole[2:6] == ["slides", "build", "--quality", "1080p60"]
