"""A lesson says, and writes in its pictures, only what its result shows."""

from dataclasses import dataclass
from types import ModuleType, SimpleNamespace

import pytest

from nnsim.claims import Claim
from scenes.lesson.lesson import Lesson
from scenes.lesson.rehearsal import rehearse_lesson
from scenes.words import Beats, WordsError


@dataclass(frozen=True)
class Config:
    n: int = 1


experiment = ModuleType("made.up.counted")
experiment.Config = Config
experiment.run = lambda config: config
experiment.CLAIMS = {
    "one": Claim("there is one", lambda r: r.n == 1, "there are {n}"),
    "two": Claim("there are two", lambda r: r.n == 2, "there are {n}"),
}
BEATS: Beats = {
    "count": {
        "title": "One",
        "say": "There is one.",
        "labels": {"mark": "one"},
        "claims": ("one",),
        "otherwise": {
            "title": "Two",
            "say": "There are {n}.",
            "labels": {"mark": "{n} of them"},
            "claims": ("two",),
        },
    },
    "end": {"title": "End", "say": "That is all."},
}


class Counted(Lesson):
    """Two beats; the words of the first depend on the result."""

    experiment = experiment
    words = SimpleNamespace(TITLE="Counted", BEATS=BEATS)

    def construct(self) -> None:
        self.beat("count")
        self.seen = [self.text(self.labels["mark"]).words]
        self.beat("end")
        self.seen.append(dict(self.labels))


@pytest.mark.parametrize(
    ("n", "title", "say", "label"),
    [(1, "One", "There is one.", "one"), (2, "Two", "There are 2.", "2 of them")],
)
def test_what_is_said_and_written_is_what_is_so(
    n: int, title: str, say: str, label: str
) -> None:
    lesson = rehearse_lesson(Counted, Config(n))
    beat, _ = lesson.recording.beats
    assert (beat.title, beat.say) == (title, say)
    assert lesson.seen == [label, {}]


def test_what_is_not_so_in_any_words_is_refused() -> None:
    with pytest.raises(WordsError, match="says that there is one, but there are 3"):
        rehearse_lesson(Counted, Config(3))
