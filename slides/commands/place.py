"""The folders around a command: that in which the user stands, and the user's own."""

import os
from pathlib import Path

from slides.base.errors import UsageError
from slides.settings.project import ROOT

MARKS = ("manim.cfg", "slides/lecture.toml")  # what a copy of the repository holds


def other_lecture(root: Path = ROOT) -> str:
    """Return a warning if the user stands in a lecture that is not read; else "".

    Parameters
    ----------
    root
        The folder whose lecture is read.

    Raises
    ------
    UsageError
        If the folder in which the user stands is no more.
    """
    try:
        here = Path.cwd()
    except OSError:
        raise UsageError("the folder you are in is gone: change to another") from None
    for folder in (here, *here.parents):
        if all(os.path.isfile(folder / mark) for mark in MARKS):
            if folder.samefile(root):
                return ""
            return (
                f"this command belongs to {root} and reads the lecture there, not the "
                f"one in {folder}: for that, run make there"
            )
    return ""


def find_home() -> None:
    """Let libraries find that the user has no settings, where they cannot look."""
    try:
        (Path.home() / ".config/manim/manim.cfg").exists()  # as Manim does
    except (OSError, RuntimeError):  # it may not be read; nobody knows where it is
        os.environ["HOME"] = os.devnull
