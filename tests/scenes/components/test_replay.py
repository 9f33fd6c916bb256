"""A replay shows computed steps in order, from the first to the last."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from manim import Dot, Scene, Square, VGroup, tempconfig

from scenes.components.replay import Replay


def replay(n_steps: int, shown: list[int], *, early: bool = True) -> Replay:
    return Replay([Dot()], [shown.append], n_steps, early=early)


@pytest.mark.parametrize("early", [True, False])
@given(n_steps=st.integers(0, 400))
def test_first_and_last_step_are_shown(n_steps: int, *, early: bool) -> None:
    shown: list[int] = []
    run = replay(n_steps, shown, early=early)
    for alpha in (0.0, 1.0, 2.0):  # what is played beside it may take longer
        run.interpolate(alpha)
    assert shown == ([0, n_steps] if n_steps else [0])


@pytest.mark.parametrize("early", [True, False])
@given(n_steps=st.integers(1, 400))
def test_time_never_runs_backwards(n_steps: int, *, early: bool) -> None:
    run = replay(n_steps, [], early=early)
    steps = [run.step_at(k / 200) for k in range(201)]
    assert all(a <= b for a, b in pairwise(steps))
    assert all(0 <= step <= n_steps for step in steps)


def test_early_steps_get_more_time() -> None:
    assert replay(100, []).step_at(0.5) < 20
    assert replay(100, [], early=False).step_at(0.5) == 50


def test_each_part_is_shown_the_same_step() -> None:
    one: list[int] = []
    other: list[int] = []
    Replay([Dot()], [one.append, other.append], 10).interpolate(0.7)
    assert one == other
    assert len(one) == 1


def test_a_step_that_is_shown_is_not_drawn_again_until_it_begins_anew() -> None:
    shown: list[int] = []
    run = replay(4, shown, early=False)
    run.begin()
    for alpha in (0.1, 0.25, 0.3, 0.6, 0.6, 0.25):
        run.interpolate(alpha)
    assert shown == [0, 1, 2, 1]
    run.begin()
    assert shown == [0, 1, 2, 1, 0]


def test_mobjects_are_left_in_the_scene_one_by_one() -> None:
    with tempconfig({"dry_run": True, "verbosity": "ERROR", "progress_bar": "none"}):
        scene = Scene(skip_animations=True)
        dot, square = Dot(), VGroup(Square())
        shown: list[int] = []
        scene.add(dot)
        scene.play(Replay([dot, square], [shown.append], 5))
    assert scene.mobjects == [dot, square]
    assert shown[-1] == 5
