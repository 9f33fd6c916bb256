"""Lets lessons draw a sample of their beats, in any Python with this folder on path.

Python imports a module of this name when it starts; so stock's commands and ours, and
the processes that they start, sample alike. What is not drawn is run through, as
Manim does with ``skip_animations``, and leaves no slide and no beat of a recording.

Environment
-----------
LECTURE_SAMPLE
    ``6``: draw the first beat, and of each six one in their middle; ``1``: draw all;
    ``0``: draw the first alone. Without it this module does nothing.
LECTURE_STOCK
    If it is there, Manim's methods stay as they are: none is exchanged for a quicker.
LECTURE_REVERSES
    If it is there, manim-slides makes its reversed slides, as it does by default.
"""

import os
import sys
from dataclasses import replace
from importlib import import_module
from importlib.abc import MetaPathFinder
from importlib.util import find_spec
from types import ModuleType

LESSON = "scenes.lesson.lesson"


class WhenLoaded(MetaPathFinder):
    """Changes the module of lessons as soon as it has been loaded."""

    def find_spec(self, name, path, target=None):
        """Find that module as others would, and see to it when it is executed."""
        if name != LESSON:
            return None
        sys.meta_path.remove(self)
        spec = find_spec(name)
        execute = spec.loader.exec_module

        def exec_module(module):
            execute(module)
            sample(module, int(os.environ["LECTURE_SAMPLE"]))

        spec.loader.exec_module = exec_module
        return spec


def sample(module: ModuleType, every: int) -> None:
    """Let lessons draw one beat of `every`, and record no other."""
    lesson = module.Lesson
    if "LECTURE_STOCK" in os.environ:
        import_module("scenes.patches.quicker").PATCHES = ()
    lesson.skip_reversing = "LECTURE_REVERSES" not in os.environ
    begin, recording = lesson._begin, lesson.recording.fget

    def _begin(scene, *args):
        begin(scene, *args)
        number = scene.n_begun = getattr(scene, "n_begun", -1) + 1
        skips = not is_drawn(number, every)
        scene.renderer.file_writer.sections[-1].skip_animations = skips
        scene._base_slide_config.skip_animations = skips  # it counts only what is drawn

    def only_drawn(scene):
        found = recording(scene)
        drawn = tuple(beat for beat in found.beats if beat.first < beat.last)
        return replace(found, beats=drawn)

    lesson._begin, lesson.recording = _begin, property(only_drawn)
    module.PreSlideConfig = slide_of(module.PreSlideConfig)


def is_drawn(number: int, every: int) -> bool:
    """Tell whether a beat is in the sample; the first always is."""
    return number == 0 or (every > 0 and number % every == every // 2)


def slide_of(kind):
    """Return a kind of slide that may have no animation, and then is left out."""

    class Slide(kind):
        @classmethod
        def from_base_slide_config_and_animation_indices(cls, notes, first, end):
            if first < end:
                make = kind.from_base_slide_config_and_animation_indices
                return make(notes, first, end)
            values = {**notes.model_dump(), "skip_animations": True}
            return kind.model_construct(
                start_animation=first, end_animation=end, **values
            )

    return Slide


if "LECTURE_SAMPLE" in os.environ:
    sys.meta_path.insert(0, WhenLoaded())
