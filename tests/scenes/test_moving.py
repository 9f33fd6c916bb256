"""What the watch over motion finds, on lessons as small as can be."""

from collections.abc import Callable

import pytest
from manim import DOWN, LEFT, RIGHT, Create, FadeIn, FadeOut, Square, TransformFromCopy

from scenes.components.appear import emerge, travel
from scenes.components.text import Label
from scenes.lesson.lesson import Lesson
from scenes.lesson.rehearsal import rehearse_lesson
from scenes.words import Words
from tests.scenes.lesson.test_lesson import lesson
from tests.scenes.moving import watched

AT_TITLE = [-5.5, 3.5, 0]
ASKED: Words = {"question": "What stands in the way?"}


def clear_square() -> Square:
    return Square(1).set_fill("#ffffff", 0.4)


def jump(self: Lesson) -> None:
    square = clear_square()
    self.play(FadeIn(square))
    square.shift(2 * RIGHT)
    self.play(FadeOut(square))


def glide(self: Lesson) -> None:
    square = clear_square()
    self.play(FadeIn(square))
    self.play(square.animate.shift(2 * RIGHT))
    self.play(FadeOut(square))


def flash(self: Lesson) -> None:
    square = clear_square()
    self.play(FadeIn(square))
    self.play(TransformFromCopy(square, clear_square().shift(2 * DOWN)))


def come_out(self: Lesson) -> None:
    square = clear_square()
    self.play(FadeIn(square))
    self.play(emerge(square, clear_square().shift(2 * DOWN)))


def meet(self: Lesson) -> None:
    ones, goal = [Label("1").shift(2 * side) for side in (LEFT, RIGHT)], Label("2")
    self.add(*ones)
    self.play(*(travel(one, goal) for one in ones))


def write_on_title(self: Lesson) -> None:
    self.play(FadeIn(Label("over").move_to(AT_TITLE)))


def ask_on_words(self: Lesson) -> None:
    self.play(FadeIn(Label("in the way").move_to(self.foot())))
    self.tell("asked", ASKED)
    self.clear_frame()


def ask_then(self: Lesson) -> None:
    self.play(FadeIn(Label("in the way").move_to(self.foot())))
    self.tell("asked", ASKED, clear=True)


def ask_when_words_are_gone(self: Lesson) -> None:
    words, stays = Label("in the way").move_to(self.foot()), Label("elsewhere")
    self.play(FadeIn(words), FadeIn(stays))
    self.tell("asked", ASKED, clear=(words,))
    assert stays in self.mobjects
    assert words not in self.mobjects


def change_title(self: Lesson) -> None:
    self.tell("next", {"title": "Another"})
    self.play(Create(clear_square()))


@pytest.mark.parametrize(
    ("moves", "said"),
    [
        (jump, "jumps by 2.00 units"), (glide, ""), (flash, "comes at once"),
        (come_out, ""), (meet, "two shapes become one"),
        (write_on_title, "lie on each other"), (ask_on_words, "lie on each other"),
        (ask_then, ""), (ask_when_words_are_gone, ""), (change_title, ""),
    ],
)  # fmt: skip
def test_what_is_wrong_with_motion_is_found(
    moves: Callable[[Lesson], None], said: str
) -> None:
    def construct(self: Lesson) -> None:
        self.tell("one", {"title": "A title"})
        moves(self)

    (*wrong,) = rehearse_lesson(watched(lesson(construct))).bad_motion
    assert len(wrong) == bool(said), wrong
    assert all(said in what for what in wrong)
