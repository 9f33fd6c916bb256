"""Dry runs of the miniature project's scenes."""

import dataclasses
from typing import Any

from scenes.frame import theme
from scenes.lesson.lesson import load_lesson
from scenes.record import Recording


def rehearse(
    chapter: str, config: Any = None, theme_name: str = "dark", aspect: str = "16:9"
) -> Recording:
    from scenes.checks.layout import find_faults

    with theme.use(theme_name):
        scene = load_lesson(chapter)(config=config)
        scene.dry = True
        scene.render()
        scene.faults += [(scene.beats[-1].name, *fault) for fault in find_faults()]
        return dataclasses.replace(scene.recording, segments=(), aspect=aspect)
