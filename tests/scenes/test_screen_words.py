"""Words on screen are found in sources, and rest on claims of the beats they are in."""

import pytest

from tests.scenes.screen_words import parts, unclaimed

SCENE = '''
"""All that is said here is no word on screen."""

from scenes.piles import Piles

LABELS = "all right", "none of {n}"


class Story(Lesson):
    """Every class has a docstring."""

    def construct(self):
        self.count()
        self.end()

    def count(self):
        """Count all birds."""
        self.beat("count")
        self.head("best line")
        self.play(FadeIn(self.text("all"), Piles(self)), "linear")

    def head(self, words):
        self.line(words, ("more", "{n:d}"), theme.role("ink"))

    def end(self):
        """Tell the end."""
        self.beat("end")
        self.text(LABELS[0] if self.sure else "less sure")
        raise ValueError("there is no end")
'''
PILES = '''
class Piles:
    """All birds in piles."""

    def __init__(self, lesson):
        values = lesson.values("history.loss[0, 1]")
        lesson.text(f"{len(values)} of {{n}} piles, {values!r}", color="ink")
        lesson.number("{k}")
'''


def words(*claiming: str, scene: str = SCENE) -> set[str]:
    """Return the words that rest on no claim where these beats do."""
    found = parts({"scene.py": scene, "piles.py": PILES})
    return {text for part in unclaimed(found, claiming) for text in part.words}


COUNT = {"best line", "all"}
HEAD = {"more", "{n:d}"}
PILE = {"… of {n} piles, …", "{k}"}
END = {"less sure"}
LABEL = {"all right", "none of {n}"}


@pytest.mark.parametrize(
    ("claiming", "left"),
    [
        ([], COUNT | HEAD | PILE | END | LABEL),
        (["count"], END | LABEL),
        (["end"], COUNT | HEAD | PILE),
        (["count", "end"], set()),
        (["other"], COUNT | HEAD | PILE | END | LABEL),
    ],
)
def test_words_rest_on_the_claims_of_their_beats(
    claiming: list[str], left: set[str]
) -> None:
    assert words(*claiming) == left


def test_what_two_beats_use_rests_on_the_claims_of_both() -> None:
    scene = SCENE.replace("LABELS[0]", "self.head(LABELS[0])")
    assert words("count", scene=scene) >= HEAD
    assert not words("count", "end", scene=scene)


def test_a_beat_without_a_written_name_claims_nothing() -> None:
    scene = SCENE.replace('beat("end")', "beat(self.name)")
    assert words("count", "end", scene=scene) == END | LABEL


def test_what_uses_itself_rests_on_nothing() -> None:
    (part,) = parts({"a.py": 'def again():\n    return again() or "all in all"'})
    assert unclaimed([part], []) == [part]
