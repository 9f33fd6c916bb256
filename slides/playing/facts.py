"""What the page says about a beat: its words, numbers, faults, and what made what."""

from dataclasses import asdict
from typing import Any


def facts(scene: Any, step: int) -> dict[str, Any]:
    """Return what the page says about the beat that ended last."""
    from scenes.checks.layout import find_faults
    from scenes.lesson.origins import things

    recording = scene.recording
    beat = recording.beats[step]
    return {
        "beat": beat.name,
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
            for what, problem in find_faults(scene.mobjects, scene.result)
        ],
        "things": [asdict(thing) for thing in things(scene.mobjects)],
    }
