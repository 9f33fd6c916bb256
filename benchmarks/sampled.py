"""Builds a sample of a chapter's beats, and says what the whole chapter would cost."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import av

from benchmarks.builds import Build, Built, Task
from benchmarks.cost import Cost


@dataclass(frozen=True)
class Sampled:
    """What a build cost with a sample of beats, and with the first beat alone.

    Running through what is not drawn costs both the same; so does what comes before
    the first picture.
    """

    sample: Cost
    n_sample: int  # pictures
    size: int  # bytes of the sample's film
    first: Cost | None = None  # None where the sample is the whole
    n_first: int = 0  # pictures

    def whole(self, n: int) -> Cost:
        """Return what a film of `n` pictures would cost.

        Raises
        ------
        SystemExit
            If the sample is the first beat alone.
        """
        if self.first is None:
            return self.sample
        if self.n_sample == self.n_first:
            raise SystemExit("the sample is one beat: take a smaller --every")
        part = (n - self.n_sample) / (self.n_sample - self.n_first)
        cpu = self.sample.cpu + part * (self.sample.cpu - self.first.cpu)
        wall = self.sample.wall + part * (self.sample.wall - self.first.wall)
        return Cost(cpu, wall, self.sample.peak)


def build_sample(
    build: Build, chapter: str, quality: str, every: int, folder: Path
) -> tuple[Sampled, Built, Task]:
    """Build a sample of a chapter, and before it the first beat alone.

    Parameters
    ----------
    build
        How to build it.
    chapter, quality
        What.
    every
        Beats of which one is drawn; 1 draws all, once.
    folder
        Where to work.

    Returns
    -------
    Sampled, Built, Task
        What it cost, and the build of the sample, which the folder holds.
    """
    tasks = [Task(chapter, quality, n, folder / str(n)) for n in (0, every)]
    tasks = tasks[1:] if every == 1 else tasks
    for task in tasks:
        task.folder.mkdir()
    *before, last = (build(task) for task in tasks)
    n, size = n_pictures(last.film), last.film.stat().st_size
    if not before:
        return Sampled(last.cost, n, size), last, tasks[-1]
    first = before[0]
    sampled = Sampled(last.cost, n, size, first.cost, n_pictures(first.film))
    return sampled, last, tasks[-1]


def n_pictures(film: Path) -> int:
    """Count the pictures of a film."""
    with av.open(str(film)) as container:
        return sum(packet.size > 0 for packet in container.demux(video=0))


def median(costs: Sequence[Cost]) -> Cost:
    """Return the medians of several costs of the same."""
    rows = [(one.cpu, one.wall, one.peak) for one in costs]
    return Cost(*map(statistics.median, zip(*rows, strict=True)))
