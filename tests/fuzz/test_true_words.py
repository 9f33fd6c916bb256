"""Whatever is set, a chapter is refused with its reason, or says what is so."""

from collections import Counter
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from nnsim.bounds import Settings
from nnsim.errors import ComputationError, InputError, SettingsError
from scenes.caching.results import SWITCH
from scenes.lesson.rehearsal import rehearse
from tests.fuzz.judges import Judge, judge_of
from tests.nnsim.experiments.drawn_settings import TOLD, Drawn, drawn
from tests.nnsim.experiments.shortcuts import shortcuts
from tests.nnsim.experiments.test_every_experiment import each_chapter
from tests.scenes.said import check_agreement, check_text, say, templates
from tests.scenes.test_open_words import about

FEW, MANY = 20, 300  # settings of a chapter
DRAWN = 3  # of them
LEAST_TOLD = 1 / 4  # of them; else too little is seen of what the chapter says
FEW_SECONDS, MANY_SECONDS = 0.1, 1.0  # that a run may take longer than a small one


@pytest.fixture(autouse=True)
def short_runs(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(SWITCH, "1")  # results of such runs are not kept
    with shortcuts():
        yield


@each_chapter
def test_whatever_is_set_is_refused_or_told_truly(
    chapter: str,
    rounds: Callable[[int, int], range],
    rng: Random,
    tell: Callable[[str], None],
) -> None:
    n = len(rounds(FEW, MANY))
    seen: Counter[str] = Counter()

    @seed(rng.randrange(2**32))
    @settings(
        max_examples=n,
        derandomize=False,
        database=None,
        suppress_health_check=[*HealthCheck],
    )
    @given(drawn(chapter, MANY_SECONDS if n == MANY else FEW_SECONDS))
    def is_told(found: Drawn) -> None:
        for refused in found.refused:
            check_refusal(refused)
        seen[told(chapter, found.config)] += 1

    is_told()
    has_result = 1 - seen["not computed"] / sum(seen.values())
    assert has_result > LEAST_TOLD or n == FEW
    tell(", ".join(f"{many} {what}" for what, many in seen.most_common()))


@pytest.mark.long
@each_chapter
def test_what_is_told_can_be_drawn(
    chapter: str, rng: Random, tell: Callable[[str], None]
) -> None:
    found: list[Settings] = []

    @seed(rng.randrange(2**32))
    @settings(
        max_examples=100,
        phases=[Phase.generate],
        derandomize=False,
        database=None,
        suppress_health_check=[*HealthCheck],
    )
    @given(drawn(chapter, FEW_SECONDS, TOLD.get(chapter)))
    def find(one: Drawn) -> None:
        if len(found) < DRAWN and told(chapter, one.config) == "told":
            found.append(one.config)

    find()
    assert len(found) == DRAWN
    faults = [rehearse(chapter, config, "dark", "16:9").faults for config in found]
    # The first is the simplest; at the ends of bounds pictures may lack room.
    assert not [f"{f.beat}: {f.mobject} {f.problem}" for f in faults[0]], found[0]
    tell(f"faults of the layout: {', '.join(str(len(one)) for one in faults)}")


def told(chapter: str, config: Settings) -> str:
    """See that a chapter is refused in words, or says what is so; return which."""
    judge = judge_of(chapter)
    try:
        result = judge.run(config)
    except ComputationError as error:
        if not isinstance(error.__cause__, InputError | ArithmeticError):
            raise
        check_sentence(str(error))
        return "not computed"
    return "told, but for some beats" if check(judge, config, result) else "told"


def check(judge: Judge, config: Settings, result: Any) -> int:
    """See that what is said is so; count the beats that are refused."""
    said, so = say(judge.chapter, result), judge.truth(config, result)
    for beat, words in said.chosen.items():
        false = [name for name in words.get("claims", ()) if not so[name]]
        assert not false, (beat, config)
        for template in templates(words):
            text = check_text(template, result)
            if not about(judge.chapter):  # nothing of it stands open
                check_agreement(text)
    judge.read(config, result)
    for why in said.refused.values():
        assert why.startswith("says that ")
        check_sentence(why)
    return len(said.refused)


def check_refusal(error: SettingsError) -> None:
    """See that settings are refused by name, each in a sentence."""
    assert error.faults
    for name, why in error.faults:
        assert name or why.startswith("with "), why
        check_sentence(why)


def check_sentence(text: str) -> None:
    """See that a reason can be read, and stands behind others."""
    assert 8 < len(text) < 400, text
    assert text.isprintable(), text
    assert not text.endswith("."), text
    assert "Error" not in text, text
