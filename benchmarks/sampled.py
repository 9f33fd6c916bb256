"""Builds a sample of a chapter's beats, and says what the whole chapter would cost."""

import shutil
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import av

from benchmarks.builds import Build, Built, Task
from benchmarks.cost import Cost

FIRST, WHOLE = 0, 1  # the first beat alone, and all: see sample/sitecustomize.py


@dataclass(frozen=True)
class Sampled:
    """What a build cost with a sample of beats, and with fewer or more of them.

    Running through what is not drawn costs both the same; so does what comes before
    the first picture. So the difference is the cost of the pictures.
    """

    sample: Cost
    n_sample: int  # pictures
    size: int  # bytes of the sample's film
    other: Cost
    n_other: int  # pictures

    def at(self, n: int) -> Cost:
        """Return what a film of `n` pictures of this chapter costs.

        Raises
        ------
        SystemExit
            If both have the same pictures.
        """
        if self.n_sample == self.n_other:
            raise SystemExit("the sample is one beat, or all: take another --every")
        part = (n - self.n_other) / (self.n_sample - self.n_other)
        one, two = self.other, self.sample
        return Cost(
            one.cpu + part * (two.cpu - one.cpu),
            one.wall + part * (two.wall - one.wall),
            max(one.peak, two.peak),
        )


def build_sample(build: Build, other: int, task: Task) -> tuple[Sampled, Built]:
    """Build a sample of a chapter, and besides it the first beat alone, or all.

    Parameters
    ----------
    build
        How to build it.
    other
        :data:`FIRST` or :data:`WHOLE`.
    task
        The sample; its folder is empty, and keeps what is built.

    Returns
    -------
    Sampled, Built
        What both cost, and what was made of the sample.
    """
    aside = replace(task, every=other, folder=task.folder / "other")
    aside.folder.mkdir()
    found = build(aside)
    n, cost = n_pictures(found.film), found.cost
    shutil.rmtree(aside.folder)
    built = build(task)
    size = built.film.stat().st_size
    return Sampled(built.cost, n_pictures(built.film), size, cost, n), built


def n_pictures(film: Path) -> int:
    """Count the pictures of a film."""
    with av.open(str(film)) as container:
        return sum(packet.size > 0 for packet in container.demux(video=0))


def median(costs: Sequence[Cost]) -> Cost:
    """Return the medians of several costs of the same."""
    rows = [(one.cpu, one.wall, one.peak) for one in costs]
    return Cost(*map(statistics.median, zip(*rows, strict=True)))
