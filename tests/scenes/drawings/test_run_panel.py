"""A run on screen shows at each step the pictures and the values of that step."""

from types import SimpleNamespace

import numpy as np
import pytest
from manim import Dot

from scenes.drawings.run_panel import Counter, RunPanel, View, loss_counters
from tests.scenes.stub import Stub

STEPS = np.array([0, 10, 50, 200, 1000])
LOSSES = np.array([0.9, 0.51, 0.22, 0.104, 0.0316])


@pytest.fixture
def lesson() -> Stub:
    stub = Stub()
    stub.result = SimpleNamespace(steps=STEPS, losses=LOSSES, n_birds=123)
    return stub


@pytest.fixture
def dot() -> Dot:
    return Dot()


@pytest.fixture
def run(lesson: Stub, dot: Dot) -> RunPanel:
    head = loss_counters(lesson, "step", "steps[{k}]", "losses[{k}]")
    view = View.of(dot.move_to, [[k, 2 * k, 0] for k in range(5)], dot)
    return RunPanel(STEPS, [view], [*head])


@pytest.mark.parametrize("k", range(5))
def test_counters_and_pictures_are_of_the_step(run: RunPanel, dot: Dot, k: int) -> None:
    run.replay(1.0).interpolate_mobject(k / 4)
    step, loss = (counter.number for counter in run.counters)
    assert (step.value, loss.value) == (STEPS[k], LOSSES[k])
    assert (step.words, loss.words) == (f"{STEPS[k]}", f"{LOSSES[k]:.3f}")
    assert (step.path, loss.path) == (f"steps[{k}]", f"losses[{k}]")
    np.testing.assert_allclose(dot.get_center(), [k, 2 * k, 0])


def test_a_span_goes_from_step_to_step(run: RunPanel, dot: Dot) -> None:
    replay = run.replay(1.0, span=(1, 3))
    for alpha, k in ((0, 1), (0.5, 2), (1, 3)):
        replay.interpolate_mobject(alpha)
        assert run.counters[0].number.value == STEPS[k]
        assert dot.get_x() == k


def test_one_more_picture_stands_over_the_others(run: RunPanel, dot: Dot) -> None:
    seen, other = [], Dot()
    replay = run.replay(1.0, early=True, also=View(seen.append, other))
    assert replay.early
    numbers = [counter.number for counter in run.counters]
    assert replay.together.submobjects == [dot, *numbers, other]
    replay.interpolate_mobject(1)
    assert seen == [4]


def test_a_counter_says_its_words_around_the_value(lesson: Stub) -> None:
    words = "of", "{n_birds:d}", "birds, step"
    counter = Counter(lesson, words, "steps[{k}]", after="of training", at=3)
    assert [part.words for part in counter] == [*["of", "123"], "birds, step", "200",
                                                "of training"]  # fmt: skip
    counter.show_step(4)
    assert counter.number.words == "1000"
