"""Films of scenes: as long as Manim's, cut where asked, the same each time."""

import hashlib
from pathlib import Path

import av
import numpy as np
from manim import BLUE, Circle, Create, Scene, Square, Text, tempconfig

from scenes.camera.renderer import FilmRenderer
from tests.scenes.camera.test_camera import SETTINGS


class Played(Scene):
    """Motion, rest, a cut, a rest alone."""

    def construct(self) -> None:
        self.play(Create(Circle(fill_opacity=1, color=BLUE)), run_time=0.6)
        self.wait(0.3, frozen_frame=True)
        self.play(Create(Square()), Create(Text("z = 1")), run_time=0.13)
        if isinstance(self.renderer, FilmRenderer):
            assert self.renderer.cut() == 1
            assert self.renderer.cut() == 1
        self.wait(2.2, frozen_frame=True)


def film(folder: Path, scene: type[Scene] = Played) -> Scene:
    """Film a scene into a folder."""
    folder.mkdir()
    with tempconfig({**SETTINGS, "media_dir": str(folder / "media")}):
        filmed = scene(renderer=FilmRenderer(folder))
        filmed.render()
    return filmed


def pictures(file: Path) -> np.ndarray:
    """Return the pictures of a film, shape (n, height, width, 3)."""
    with av.open(str(file)) as container:
        return np.array(
            [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]
        )


def test_film_has_manims_pictures(tmp_path: Path) -> None:
    ours = film(tmp_path / "ours")
    settings = {**SETTINGS, "dry_run": False, "disable_caching": True}
    with tempconfig({**settings, "media_dir": str(tmp_path / "manim")}):
        stock = Played()
        stock.render()
    assert ours.time == stock.time
    (whole,) = (tmp_path / "manim").glob("videos/**/Played.mp4")
    segments = [pictures(file) for file in sorted((tmp_path / "ours").glob("*.mp4"))]
    assert len(segments) == 2
    one, other = np.concatenate(segments).astype(int), pictures(whole)
    assert one.shape == other.shape
    # Both lose a little in encoding.
    assert np.abs(one - other).mean(axis=(1, 2, 3)).max() < 1.5


def test_films_are_the_same_each_time(tmp_path: Path) -> None:
    digests = set()
    for n in range(3):
        film(tmp_path / str(n))
        files = sorted((tmp_path / str(n)).glob("*.mp4"))
        digests.add(tuple(hashlib.sha256(f.read_bytes()).hexdigest() for f in files))
    assert len(digests) == 1


def test_what_is_skipped_is_not_filmed(tmp_path: Path) -> None:
    class Skipped(Played):
        def construct(self) -> None:
            self.next_section(skip_animations=True)
            self.play(Create(Circle()), run_time=3)
            self.next_section()
            self.wait(0.5)

    scene = film(tmp_path / "film", Skipped)
    assert scene.time == 3.5
    (file,) = (tmp_path / "film").glob("*.mp4")
    shown = pictures(file)
    assert len(shown) == 4
    assert shown.max() > 100  # the circle stands there
