"""What one rendering of a scene leaves behind, as plain values without Manim.

``slides`` makes every output from a :class:`Recording`: the beats with their
words and times, the receipts of all numbers shown, the faults of the layout and
the video segments in order. :meth:`Recording.to_json` and
:meth:`Recording.from_json` are inverse to each other.
"""

import dataclasses
import json
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Rest:
    """A picture in a beat's motion that a voice lets stand until it says a word.

    The film shows it twice, so that every decoder tells apart what comes before.
    """

    mark: str  # names place and word
    word: int  # index into the words of the narration, as they stand between spaces
    segment: int  # index into Recording.segments: holds these pictures alone


@dataclass(frozen=True)
class Beat:
    """One step of the storyboard: a slide, a clip, a caption, a video chapter."""

    name: str  # unique within its scene, a file name: [a-z0-9_]+
    title: str  # heading on screen, plain text
    say: str  # narration, filled in with the true numbers
    question: bool  # True where the beat stops on a question before the outcome
    loop: bool  # True where the deck repeats the motion until the speaker goes on
    start: float  # s, from the start of the scene's video
    motion: float  # s of movement: what deck and clip play
    hold: float  # s for which the video holds the last frame, for reading
    first: int  # index into Recording.segments: first segment of the motion
    settled: int  # index: one past the last segment of the motion
    last: int  # index: one past the last segment of the hold
    rests: tuple[Rest, ...] = ()  # within the motion, in order

    @property
    def end(self) -> float:
        """End of the beat in the scene's video, in s."""
        return self.start + self.motion + self.hold


@dataclass(frozen=True)
class Receipt:
    """Where a number (or curve, or picture) on screen comes from."""

    scene: str  # name of the experiment and its scene, "backpropagation"
    beat: str  # name of the beat in which it appears
    time: float  # s, from the start of the scene's video
    path: str  # place in the result: "gradients.dW[1][0, 2]"
    value: float | str | None  # unrounded value; None for arrays
    shape: tuple[int, ...]  # () for a number, (n, 2) for a curve, …
    text: str  # what the viewer reads; "" for arrays


@dataclass(frozen=True)
class Fault:
    """Something that the layout check found at the end of a beat."""

    scene: str
    beat: str
    mobject: str  # what it is, in words: 'text "bill depth (mm)"'
    problem: str  # what is wrong and by how much


@dataclass(frozen=True)
class Recording:
    """All that one run of a scene produced."""

    scene: str  # name of the experiment and its scene
    title: str  # title of the chapter
    theme: str
    duration: float  # s, of the video
    beats: tuple[Beat, ...]
    receipts: tuple[Receipt, ...]
    faults: tuple[Fault, ...]
    segments: tuple[str, ...]  # video files in order; () for a dry run
    aspect: str = "16:9"  # shape of the frame for which it is laid out
    # Files of one's own that it tells of: their names, and the SHA-256 of each.
    data: tuple[tuple[str, str], ...] = ()

    def to_json(self) -> str:
        """Return the recording as indented JSON."""
        return json.dumps(dataclasses.asdict(self), indent=1, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "Recording":
        """Read back what :meth:`to_json` wrote."""
        raw: dict[str, Any] = json.loads(text)
        raw["beats"] = tuple(
            Beat(**{**beat, "rests": tuple(Rest(**r) for r in beat.get("rests", ()))})
            for beat in raw["beats"]
        )
        raw["receipts"] = tuple(
            Receipt(**{**receipt, "shape": tuple(receipt["shape"])})
            for receipt in raw["receipts"]
        )
        raw["faults"] = tuple(Fault(**fault) for fault in raw["faults"])
        raw["segments"] = tuple(raw["segments"])
        raw["data"] = tuple((name, digest) for name, digest in raw.get("data", ()))
        return cls(**raw)


def brief(digest: str) -> str:
    """Return as much of a digest as there is room for."""
    return digest[:12]
