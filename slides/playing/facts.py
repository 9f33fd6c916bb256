"""What the page says about a beat: its words, numbers, faults, and what made what."""

from dataclasses import asdict
from typing import Any


def facts(scene: Any) -> dict[str, Any]:
    """Return what the page says about the step that was played last."""
    from scenes.checks.layout import find_faults
    from scenes.lesson.origins import things

    if scene.why_left_out:
        return _of_none(scene.why_left_out)
    recording = scene.recording
    beat = recording.beats[-1]
    return {
        "title": beat.title,
        "say": beat.say,
        "seconds": [beat.motion, beat.hold],
        "numbers": [
            {"text": r.text, "path": r.path, "value": r.value, "shape": r.shape}
            for r in recording.receipts
            if r.beat == beat.name
        ],
        "faults": [
            {"what": what, "problem": problem}
            for what, problem in (
                *find_faults(scene.mobjects, scene.result),
                *scene.mark_faults(beat.name),
            )
        ],
        "things": [asdict(thing) for thing in things(scene.mobjects)],
    }


def _of_none(why: str) -> dict[str, Any]:
    """Return what the page says about a beat that is left out."""
    return {
        "title": "Left out",
        "say": f"This beat is left out: {why}.",
        "seconds": [0.0, 0.0],
        "numbers": [],
        "faults": [],
        "things": [],
    }
