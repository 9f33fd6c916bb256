"""``lecture present``: manim-slides' presenter, or the deck where Qt is missing."""

import importlib.util
import subprocess
import sys
import webbrowser
from collections.abc import Sequence
from dataclasses import replace

from slides.base.errors import LectureError
from slides.building.build import build
from slides.building.carried import carried
from slides.building.plan import Plan
from slides.engine.progress import Progress
from slides.outputs.context import DECKS

REMEDY = "pip install PySide6"


def present(plan: Plan, options: Sequence[str], progress: Progress) -> None:
    """Build what is missing and present it.

    Parameters
    ----------
    plan
        The chapters, their variant and the folder of the outputs.
    options
        Passed on to ``manim-slides present``.
    progress
        Shows how far the build is.

    Raises
    ------
    LectureError
        If the build failed, or the presenter.
    """
    if importlib.util.find_spec("PySide6") is None:
        progress.say(f"the presenter needs Qt ({REMEDY}); opening the slides instead")
        _open_deck(plan, progress)
        return
    build(replace(plan, kinds=("qt",)), progress)
    chapters = plan.chosen(carried(plan, progress))
    folder = str(plan.out.absolute() / "qt")
    command = [sys.executable, "-m", "manim_slides", "present", "--folder", folder]
    command += [*options, *chapters]
    # Qt tells much about the videos there that helps only where it fails.
    ended = subprocess.run(
        command, stderr=subprocess.PIPE, text=True, errors="replace", check=False
    )
    if ended.returncode:
        last = ended.stderr.strip().rpartition("\n")[2]
        error = LectureError(
            f"manim-slides present ended with code {ended.returncode}: {last}",
            "without Qt: lecture build --only deck, then open lecture.html",
        )
        error.add_note(ended.stderr)
        raise error


def _open_deck(plan: Plan, progress: Progress) -> None:
    """Show the deck in a browser."""
    build(replace(plan, kinds=("deck",)), progress)
    deck = (plan.out.absolute() / DECKS[plan.choices.get("deck", "file")]).as_uri()
    if not webbrowser.open(deck):
        progress.say(f"no browser was found; open {deck}")
