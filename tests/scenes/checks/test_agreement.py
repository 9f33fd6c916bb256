"""Counts whose nouns and verbs do not follow them are found in templates."""

import pytest

from scenes.checks.agreement import unagreed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{n} birds", ["{n} birds"]),
        ("{n:d} held-out sequences", ["{n} sequences"]),
        ("{n:,} multiply-adds and no more", ["{n} multiply-adds"]),
        ("{a.b[-1]:,d} hidden neurons, then", ["{a.b[-1]} neurons"]),
        ("In {n} of {m} random splits the loss rises", ["{m} splits"]),
        ("{n} are wrong", ["{n} are"]),
        ("{n} of the {m} wrong is right", ["{n} is"]),
        ("All {n} birds are right", ["{n} birds", "{n} are"]),
        ("{n} {n:plural(bird)} are right", ["{n} are"]),
        ("{n} birds {n:plural(is,are)} right", ["{n} birds"]),
        ("from {n} weights and is judged", ["{n} weights"]),
        ("{n} weights and {m} biases", ["{n} weights", "{m} biases"]),
        ("learned from {n} mice", ["{n} mice"]),
    ],
)
def test_words_that_do_not_follow_their_count_are_found(
    text: str, expected: list[str]
) -> None:
    assert unagreed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "{n} {n:plural(bird)} {n:plural(is,are)} right",
        "{n} {n:plural(bird is,birds are)} right, which is well",
        "{n} of {m} {m:plural(bird)} {n:plural(is,are)} wrong",
        "{x:.1f} millimetres, {y:.0%} of birds, {z:.0f} times",  # measures, no counts
        "{gpt3.words} parameters, {species} penguins, {memory[3].whole_words} bits",
        "on held-out {question.plural} is less, of one {question.noun} has",
        "{n_birds} birds are {n_parameters} points, {count} parameters",  # never one
        "{n} weights and biases",
        "{n} × {m} weights",
        "In {n} {n:plural(step)} the borders are drawn",
        "After {n}, the birds are",
        "At step {n} still {m} {m:plural(bird is,birds are)} wrong",
        "{a} to {b} {b:plural(bird is,birds are)} wrong",
        "{n} teach the birds",
        "{n}",
        "birds are right",
    ],
)
def test_words_that_follow_or_need_not_are_let_pass(text: str) -> None:
    assert unagreed(text) == []
