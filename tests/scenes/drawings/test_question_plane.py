"""A class has one colour, one marker and one name, wherever its samples are drawn."""

from types import SimpleNamespace

import pytest

from nnsim.problems import adelie_gentoo, chinstraps, sexes, three_species
from scenes.drawings.looks import MARKERS, ROLES
from scenes.drawings.question_plane import QuestionPlane
from scenes.frame import theme
from tests.scenes.stub import Stub

CORNERS = {"circle": 8, "square": 4, "triangle": 3}  # pieces of each marker's outline


@pytest.fixture(
    params=[adelie_gentoo, chinstraps, sexes, three_species],
    ids=lambda module: module.__name__.split(".")[-1],
)
def birds(request: pytest.FixtureRequest) -> QuestionPlane:
    lesson = Stub()
    lesson.result = SimpleNamespace(question=request.param.load_birds())
    return QuestionPlane(lesson)


def test_samples_have_the_look_of_their_class(birds: QuestionPlane) -> None:
    question = birds.lesson.result.question
    plot = birds.plot(6, 4)
    drawn = zip(birds.clouds(plot), ROLES, MARKERS, question.n_each, strict=False)
    for cloud, role, marker, n in drawn:
        assert cloud.get_fill_color() == theme.role(role)
        assert len(cloud.points) == 4 * n * CORNERS[marker]


def test_names_and_marks_have_it_too(birds: QuestionPlane) -> None:
    plot, classes = birds.plot(6, 4), birds.lesson.result.question.classes
    names = birds.names_in(plot)
    assert [name.words for name in names] == list(classes)
    for k, name in enumerate(names):
        color = theme.role(ROLES[k])
        assert name.glyphs.get_fill_color() == color
        mark = birds.mark(k, 0.1)
        assert mark.get_fill_color() == color
        assert len(mark.points) == 4 * CORNERS[MARKERS[k]]
