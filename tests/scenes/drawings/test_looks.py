"""Looks of classes, and that no drawing types what a question can say."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import scenes
from nnsim.problems import adelie_gentoo, chinstraps, sexes, three_species
from nnsim.problems.question import Question
from scenes.drawings.looks import looks

FOLDER = Path(scenes.__file__).parent
QUESTIONS = {
    module.__name__: module.load_birds()
    for module in (adelie_gentoo, chinstraps, sexes, three_species)
} | {"all four": three_species.load_birds("bill_length_mm", "flipper_length_mm")}
NO_DRAWINGS = ("gallery/*.py", "*/words.py")  # have no result; tell a chapter's story


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_no_two_classes_look_alike(question: Question) -> None:
    found = looks(question.classes)
    assert [look.name for look in found] == list(question.classes)
    for part in zip(*found, strict=True):
        assert len(set(part)) == len(found)


def test_more_classes_than_looks_are_refused() -> None:
    with pytest.raises(ValueError, match="only 3 can be told apart"):
        looks(("a", "b", "c", "d"))


@pytest.mark.parametrize(
    "classes", [("blue", "orange"), ("orange", "blue"), ("light blue", "red")]
)
def test_what_is_called_blue_is_blue(classes: tuple[str, str]) -> None:
    found = looks(classes)
    (blue,) = [look for look in found if "blue" in look.name]
    assert blue.role == "class_b"
    assert len({look.role for look in found}) == 2


def drawn_words(source: str) -> Iterator[tuple[int, str]]:
    """Yield the literals of a module, its docstrings left out."""
    tree = ast.parse(source)
    left_out = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in left_out
        ):
            yield node.lineno, node.value


def typed(source: str, words: set[str]) -> list[str]:
    """Return the literals that hold one of these words, with their lines."""
    return [
        f"{line}: {text!r}"
        for line, text in drawn_words(source)
        if any(word in text for word in words)
    ]


def words_of(question: Question) -> set[str]:
    """Return the words that a question says of its features and species."""
    named = {*question.features, *question.axis_names}
    classes = {*question.classes, *question.keys}
    return named | {name for name in classes if name[0].isupper()} | {"(mm)", "(g)"}


def test_words_of_a_question_are_found() -> None:
    source = (
        '"""About Gentoo."""\nf(x_label="bill length (mm)")\n'
        'g(f"p of Gentoo {x}")\nh("gentoo.x")'
    )
    assert typed(source, words_of(QUESTIONS[adelie_gentoo.__name__])) == [
        "2: 'bill length (mm)'",
        "3: 'p of Gentoo '",
    ]


@pytest.mark.parametrize(
    "path", sorted(FOLDER.rglob("*.py")), ids=lambda path: str(path.relative_to(FOLDER))
)
def test_no_drawing_types_what_a_question_says(path: Path) -> None:
    if any(map(path.relative_to(FOLDER).match, NO_DRAWINGS)):
        return
    words = set().union(*map(words_of, QUESTIONS.values()))
    exact = {name for q in QUESTIONS.values() for name in q.classes}
    source = path.read_text(encoding="utf-8")
    assert not typed(source, words)
    assert not [text for _, text in drawn_words(source) if text in exact]
