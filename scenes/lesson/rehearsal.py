"""Run a scene dry: no pixels, final positions, all beats, receipts and faults."""

from typing import Any

from manim import Camera, tempconfig

from scenes.frame import shapes, theme
from scenes.lesson.lesson import AtEndOfBeat, Check, Lesson, load_lesson
from scenes.record import Recording


class BlindCamera(Camera):
    """Draws nothing: a rehearsal looks at mobjects, not at pixels."""

    def capture_mobjects(self, *args: Any, **kwargs: Any) -> None:
        """Leave the frame as it is."""

    def set_pixel_array(self, *args: Any, **kwargs: Any) -> None:
        """Leave the pixels as they are, once there are any."""
        if not hasattr(self, "pixel_array"):
            super().set_pixel_array(*args, **kwargs)


def rehearse(
    chapter: str, config: Any = None, theme_name: str = "dark", aspect: str = "16:9"
) -> Recording:
    """Run a chapter's scene dry and return its recording (without segments).

    Parameters
    ----------
    chapter
        Name of the chapter, ``"neuron"``.
    config
        Settings of its experiment; the defaults if None.
    theme_name
        Theme to draw in: ``"dark"``, ``"light"`` or ``"print"``.
    aspect
        Shape of the frame, one of :data:`scenes.frame.shapes.SHAPES`.
    """
    with shapes.use(aspect):
        return rehearse_lesson(load_lesson(chapter), config, theme_name).recording


def rehearse_lesson(
    lesson: type[Lesson],
    config: Any = None,
    theme_name: str = "dark",
    at_end_of_beat: AtEndOfBeat | None = None,
) -> Lesson:
    """Run a scene dry, look for faults, and return it as it stands at the end.

    Parameters
    ----------
    lesson
        The scene.
    config, theme_name
        See :func:`rehearse`.
    at_end_of_beat
        Is given the name and the mobjects of each beat as it ends.
    """
    # Loaded only here, so that nothing that is drawn is made from it.
    from scenes.checks.layout import find_faults

    return run_dry(lesson, config, theme_name, at_end_of_beat, find_faults)


def run_dry(
    lesson: type[Lesson],
    config: Any,
    theme_name: str,
    at_end_of_beat: AtEndOfBeat | None,
    check: Check | None = None,
) -> Lesson:
    """Run a scene without pixels; see :func:`rehearse_lesson` and :class:`Lesson`."""
    quiet = {"dry_run": True, "progress_bar": "none", "verbosity": "ERROR"}
    with tempconfig(quiet), theme.use(theme_name):
        scene = lesson(
            config=config,
            at_end_of_beat=at_end_of_beat,
            check=check,
            deck_folder=None,
            skip_animations=True,
            camera_class=BlindCamera,
        )
        scene.render()
    return scene
