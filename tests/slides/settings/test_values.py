"""A lecture of which something is left out."""

from slides.settings.values import Lecture, told

LECTURE = Lecture(
    "T", "A", "en", ("one", "two", "three"), {},
    stills=("one/a", "two/a", "two/b", "three/a"), minutes={"one": 3.0, "two": 4},
)  # fmt: skip
GONE = {"one": "too few crabs", "two/b": "no rules are known"}


def test_what_is_left_out_is_asked_for_nowhere() -> None:
    left = LECTURE.without(GONE)
    assert left.chapters == ("two", "three")
    assert left.stills == ("two/a", "three/a")
    assert left.minutes == {"two": 4}
    assert left.left_out == GONE
    assert LECTURE.without({}) == LECTURE
    assert LECTURE.without({"one": "x", "two": "y"}).minutes is None


def test_what_is_left_out_is_told_with_its_reason() -> None:
    left = LECTURE.without(GONE)
    assert told(left.left_out) == [
        "chapter 'one' is left out: too few crabs",
        "chapter 'two', beat 'b', is left out: no rules are known",
    ]
    assert left.lacks("one") == "chapter 'one' is left out: too few crabs"
    assert left.lacks("thre") == "unknown chapter 'thre'; did you mean 'three'?"
    assert not left.lacks("two")
