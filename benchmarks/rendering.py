"""What a chapter's film, slides and clips cost: stock manim and manim-slides, and ours.

Four columns of CPU seconds, user and system, of all processes that a build starts:
"stock" is ``manim-slides render`` and ``convert`` as released (with the adapter that
lets 5.7 run on manim 0.22: reversed slides, the encoder's own options); "best" is the
same without reversed slides and with the encoder options of ``manim.cfg``; "ours" is
``lecture build --only video,deck,clips`` from nothing; "floor" is our encoder alone on
the pictures of our film. Results of experiments are there for all. Builds alternate, so
that a slow moment of the machine hits all alike; medians are shown.

Of each chapter a sample of beats is drawn, the others are run through, which costs CPU
too. So stock is measured twice, with the sample and with its first beat alone: what a
picture costs follows from the difference, and is added for those that are not drawn.
Ours is measured whole.

If all chapters are measured, ours is built once more, all chapters by one command; what
that costs stands in the last row, beside the same sums of stock.

"SSIM" (least and median) and "off by" (levels of 255, of the mean colour of 8x8 pixels)
compare our film with stock's pictures before they are encoded, each twentieth and all
ends of beats. A chapter is of fields if an image, such as what a network says over a
plane, is on screen in at least a third of the pictures that move; else of diagrams.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

# Before numpy is loaded: experiments gain nothing from threads.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.builds import AS_RELEASED, BUILDS, ROOT, Task, lecture_build
from benchmarks.cost import Cost
from benchmarks.report import Report, table, verdicts
from benchmarks.sampled import FIRST, WHOLE, Sampled, build_sample, median
from scenes.caching.folder import cache_folder
from scenes.caching.results import cached_run
from slides.settings.project import LECTURE_TOML
from slides.settings.variants import QUALITIES, Variant

CHAPTERS = tomllib.loads(LECTURE_TOML.read_text(encoding="utf-8"))["chapters"]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the benchmark and print its table."""
    chosen = parse(arguments)
    if chosen.one_build:
        print(json.dumps(asdict(build_at_once(chosen.quality))))
        return
    log = Log(len(chosen.chapters) * (chosen.repeat * len(BUILDS) + 1))
    settings = {k: v for k, v in vars(chosen).items() if k != "json"}
    reports, raw = [], []
    for chapter in chosen.chapters:
        report, measured = measure(chapter, chosen, log)
        reports.append(report)
        raw.append({**asdict(report), "kind": report.kind, "measured": measured})
        keep(chosen.json, {"settings": settings, "chapters": raw})
    one_build = None
    if {*chosen.chapters} == {*CHAPTERS}:
        one_build = build_at_once(chosen.quality)
        kept = {"settings": settings, "chapters": raw, "one build": asdict(one_build)}
        keep(chosen.json, kept)
    print(table(reports, one_build), *["", *verdicts(reports)], sep="\n")


def keep(file: Path, figures: dict[str, Any]) -> None:
    """Write down all figures that there are."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(figures, indent=1), encoding="utf-8")


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="example: python benchmarks/rendering.py --chapters neuron --every 3",
    )
    parser.add_argument(
        "--chapters", nargs="+", default=CHAPTERS, choices=CHAPTERS, metavar="CHAPTER",
        help="of the lecture (all)",
    )  # fmt: skip
    parser.add_argument(
        "--one-build", action="store_true",
        help="only build the whole lecture by one command, and print what it costs",
    )  # fmt: skip
    parser.add_argument(
        "--every", type=int, default=6, help="beats of which one is drawn (6)"
    )
    parser.add_argument(
        "--quality", choices=QUALITIES, default="1080p60", help="of the film (1080p60)"
    )
    parser.add_argument(
        "--repeat", type=int, default=1, help="measurements per build, median (1)"
    )
    parser.add_argument(
        "--json", type=Path, default=ROOT / "build/benchmarks/rendering.json",
        help="where all figures go (build/benchmarks/rendering.json)",
    )  # fmt: skip
    return parser.parse_args(arguments)


@dataclass
class Log:
    """Tells on the standard error how far the benchmark is."""

    n_steps: int
    _done: int = 0
    _begun: float = field(default_factory=time.monotonic)

    def step(self, words: str) -> None:
        """Tell that a step is done, and about how long the others will take."""
        self._done += 1
        passed = time.monotonic() - self._begun
        left = passed / self._done * (self.n_steps - self._done) / 60
        place = f"[{self._done}/{self.n_steps}, {left:.0f} min left]"
        self.say(f"{place} {words}")

    def say(self, words: str) -> None:
        """Write a line."""
        print(words, file=sys.stderr, flush=True)


def measure(
    chapter: str, chosen: argparse.Namespace, log: Log
) -> tuple[Report, dict[str, Any]]:
    """Build a chapter in all ways, and compare what comes out.

    Returns
    -------
    Report, dict
        What follows for the whole chapter, and what was measured.
    """
    warm(chapter)
    runs: dict[str, list[Sampled]] = {name: [] for name in BUILDS}
    for n in range(1, chosen.repeat + 1):
        for name, build in BUILDS.items():
            with tempfile.TemporaryDirectory() as folder:
                task = Task(chapter, chosen.quality, chosen.every, Path(folder))
                other = WHOLE if name == "ours" else FIRST  # ours are few seconds
                run, built = build_sample(build, other, task)
                runs[name].append(run)
                log.step(f"{chapter}, {name}: {run.sample.cpu:.1f} CPU s")
                if name == "ours" and n == chosen.repeat:
                    wanted = chapter, chosen.quality, str(built.film)
                    found = told(task, "comparing", *wanted)
                    floor = told(task, "encoding", *map(str, built.segments))
    log.step(f"{chapter}, pictures: SSIM {found['ssim min']:.4f} at least")
    if found["pictures"] != found["pictures of ours"]:
        log.say(f"{chapter}: {found['pictures of ours']} pictures, not those of stock")
    whole = runs["ours"][0].n_other  # pictures
    report = Report(
        chapter,
        found["has image"],
        film=whole / Variant(chosen.quality).picture.fps,
        costs={name: median([one.at(whole) for one in runs[name]]) for name in BUILDS},
        sizes={name: runs[name][0].size for name in BUILDS},
        floor=floor["cpu"] * whole / floor["pictures"],
        ssim_least=found["ssim min"],
        ssim_median=found["ssim median"],
        off=found["off"],
    )
    measured = {name: [asdict(run) for run in runs[name]] for name in BUILDS}
    return report, {**measured, "pictures": found, "floor": floor}


def build_at_once(quality: str) -> Cost:
    """Return what one build of the whole lecture costs."""
    for chapter in CHAPTERS:
        warm(chapter)
    with tempfile.TemporaryDirectory() as folder:
        return lecture_build(Task("", quality, WHOLE, Path(folder)))


def told(task: Task, module: str, *words: str) -> dict[str, float]:
    """Run one of our modules on the same sample; return what it tells."""
    command = [sys.executable, "-m", f"benchmarks.{module}", *words]
    ended = subprocess.run(
        command,
        cwd=task.folder,
        env={**os.environ, **task.environment, **AS_RELEASED},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return dict(json.loads(ended.stdout))


def warm(chapter: str) -> None:
    """Have the result of a chapter's experiment in the cache."""
    experiment = import_module(f"nnsim.experiments.{chapter}")
    cached_run(experiment, experiment.Config(), cache_folder("results"))


if __name__ == "__main__":
    main()
