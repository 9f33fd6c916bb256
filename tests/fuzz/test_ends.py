"""At the ends of its bounds, a setting is refused with its reason, or drawn cleanly."""

from collections import Counter
from collections.abc import Callable, Iterator
from random import Random

import pytest

from nnsim.errors import ComputationError, InputError
from scenes.caching.results import SWITCH
from scenes.lesson.rehearsal import rehearse
from scenes.words import WordsError
from tests.fuzz.ends import End, ends
from tests.nnsim.experiments.shortcuts import shortcuts
from tests.nnsim.experiments.test_every_experiment import CHAPTERS, each_chapter

SHAPES = "16:9", "9:16"
FEW = 2  # pictures in all, where the trial is a short one
SLOW = {"data_and_compute", "features", "summary"}  # drawn in long trials only


@pytest.fixture(autouse=True)
def short_runs(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(SWITCH, "1")  # results of such runs are not kept
    with shortcuts():
        yield


def drawn(chapter: str, end: End, shape: str) -> str:
    """See that a chapter is refused, or drawn without faults; return which."""
    try:
        faults = rehearse(chapter, end.config, "dark", shape).faults
    except ComputationError as error:
        if not isinstance(error.__cause__, InputError | ArithmeticError):
            raise
        return "not computed"
    except WordsError:
        return "refused for a beat"
    found = [f"{fault.beat}: {fault.mobject} {fault.problem}" for fault in faults]
    assert not found, (chapter, end.key, end.value, shape)
    return "drawn"


def test_some_ends_are_refused_or_drawn_cleanly(rng: Random) -> None:
    for chapter in rng.sample(sorted({*CHAPTERS} - SLOW), FEW):
        assert drawn(chapter, rng.choice([*ends(chapter)]), rng.choice(SHAPES))


@pytest.mark.long
@pytest.mark.parametrize("shape", SHAPES)
@each_chapter
def test_all_ends_are_refused_or_drawn_cleanly(
    chapter: str, shape: str, tell: Callable[[str], None]
) -> None:
    seen = Counter(drawn(chapter, end, shape) for end in ends(chapter))
    tell(", ".join(f"{many} {what}" for what, many in seen.most_common()))
