"""Films a scene into segments that are cut where the scene asks for it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from manim import Mobject
from manim.renderer.cairo_renderer import CairoRenderer
from manim.scene.scene import Scene

from scenes.camera.camera import ChangesCamera
from scenes.camera.pictures import Pictures
from scenes.camera.segment import Segment


class FilmRenderer(CairoRenderer):
    """Plays a scene as Manim's renderer does, but draws and encodes what changes.

    Parameters
    ----------
    folder
        Where the segments go: ``00000.mp4`` and so on.
    skip_animations
        Film nothing until :meth:`film_from_here` is called: animations only end.
    """

    camera: ChangesCamera

    def __init__(self, folder: Path, *, skip_animations: bool = False) -> None:
        super().__init__(camera_class=ChangesCamera, skip_animations=skip_animations)
        self.segments: list[Path] = []  # all that are begun, in order
        self._folder = folder
        self._segment: Segment | None = None
        camera = self.camera
        self._pictures = Pictures(camera.pixel_width, camera.pixel_height)

    @property
    def is_filming(self) -> bool:
        """Whether what is played is filmed."""
        return not self._original_skipping_status

    def film_from_here(self) -> None:
        """Film what is played from now on."""
        self._original_skipping_status = False

    def cut(self) -> int:
        """End the segment; what is played next begins another.

        Returns
        -------
        int
            How many segments there are up to here.
        """
        if self._segment is not None:
            self._segment.close()
            self._segment = None
        return len(self.segments)

    def play(self, scene: Scene, *args: Any, **kwargs: Any) -> None:
        """Play animations, or wait."""
        self.skip_animations = self._original_skipping_status
        self.update_skipping_status()
        scene.compile_animation_data(*args, **kwargs)
        scene.begin_animations()
        if self.skip_animations:
            self.time += scene.duration
        else:
            self.camera.stand_still(scene.static_mobjects)
        if scene.is_current_animation_frozen_frame():
            # Counted as Manim's renderer counts.
            n_pictures = int(scene.duration / (1 / self._rate))
            self._film(scene.moving_mobjects, n_pictures)
        else:
            scene.play_internal()
        self.num_plays += 1

    def render(
        self,
        scene: Scene,
        time: float,
        moving_mobjects: Iterable[Mobject] | None = None,
    ) -> None:
        """Film one picture."""
        self._film(moving_mobjects or (), 1)

    @property
    def _rate(self) -> float:
        """Pictures a second."""
        return self.camera.frame_rate

    def _film(self, moving: Iterable[Mobject], n_pictures: int) -> None:
        """Draw a picture and add it so many times to the film."""
        if self.skip_animations:
            return
        pixels: Any = self.camera.pixel_array
        self._pictures.update(pixels, self.camera.show(moving))
        if self._segment is None:
            file = self._folder / f"{len(self.segments):05}.mp4"
            self._segment = Segment(file, self._pictures, round(self._rate))
            self.segments.append(file)
        self._segment.add(n_pictures)
        self.time += n_pictures / self._rate

    def scene_finished(self, scene: Scene) -> None:
        """End the last segment."""
        self.cut()
