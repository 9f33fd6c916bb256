"""Which films are begun first, and what a film's bar counts."""

import json
from pathlib import Path
from typing import Any

import pytest

from slides.engine import render
from slides.engine.jobs import Loaded, Reached
from slides.engine.pool import Hear, Order
from slides.engine.progress import Progress
from slides.engine.recorded import NOTES
from slides.engine.recordings import Recordings
from slides.engine.targets import Target
from slides.settings.variants import Variant


class Listing:
    """Takes jobs, and does none."""

    def __init__(self) -> None:
        self.jobs: list[tuple[Order, Any, Hear]] = []

    def add(self, job: Any, hear: Hear, order: Order) -> None:
        self.jobs.append((order, job, hear))


def target(chapter: str, variant: Variant) -> Target:
    return Target(chapter, {}, variant, {}, "new")


def publish(recordings: Recordings, chapter: str, variant: Variant, s: float) -> None:
    """Put a recording of this length into the cache."""
    made = recordings.folder / "made"
    made.mkdir(parents=True)
    (made / NOTES).write_text(json.dumps({"frames": [], "duration": s}))
    recordings.publish(made, chapter, variant, {}, "old")


def test_longest_film_is_begun_first_and_stills_last(tmp_path: Path) -> None:
    film, other, still = Variant(), Variant("1080p60"), Variant("drawing", "print")
    recordings = Recordings(tmp_path)
    publish(recordings, "short", film, 10.0)
    publish(recordings, "long", other, 90.0)  # any recording tells
    publish(recordings, "middle", film, 50.0)
    publish(recordings, "middle", other, 99.0)  # but that of the variant is believed
    pool = Listing()
    targets = [
        target("long", still), target("short", film), target("middle", film),
        target("unknown", film), target("long", film), target("unknown", still),
    ]  # fmt: skip
    (tmp_path / "work").mkdir()
    renders = render.Renders(recordings, tmp_path / "work", Progress())
    renders.begin(pool, targets)  # type: ignore[arg-type]
    begun = [job for _, job, _ in sorted(pool.jobs, key=lambda one: one[0])]
    assert [job.chapter for job in begun[:4]] == ["unknown", "long", "middle", "short"]
    assert all(job.variant == film for job in begun[:4])
    assert all(job.variant == still for job in begun[4:])


def test_a_films_bar_counts_the_beats_of_its_scene(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[Any, ...]] = []
    monkeypatch.setattr(render, "_changed", lambda wanted: "")
    monkeypatch.setattr(
        Progress, "move", lambda self, name, **how: told.append((name, how))
    )
    pool = Listing()
    renders = render.Renders(Recordings(tmp_path), tmp_path, Progress())
    renders.begin(pool, [target("neuron", Variant())])  # type: ignore[arg-type]
    ((_, _, hear),) = pool.jobs
    hear(Loaded())
    hear(Reached(3))
    assert told == [("neuron", {"total": 12}), ("neuron", {"done": 3})]
