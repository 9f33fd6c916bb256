"""What the networks of the chapter are asked: a hard question about two classes.

What you can do here
--------------------
- pose it, about penguins or a table of one's own: ``ask``;
- say why a table cannot carry the chapter: ``check_parts``, ``check_overfits``.

The question is hard for a line: where a line parts the classes well, hardly a sample
lies among those of the other class, and there is nothing to learn by heart.
"""

from nnsim.experiments.overfitting.capacity import Fit
from nnsim.experiments.overfitting.memorising import overfits
from nnsim.experiments.overfitting.sizes import FEWEST
from nnsim.problems.own_data import Measurements, UnfitDataError
from nnsim.problems.own_question import pose_own
from nnsim.problems.question import Question
from nnsim.problems.sexes import LEAST_TEST, Parts, load_birds


def ask(data: Measurements) -> Question:
    """Pose the question.

    Raises
    ------
    FileError
        If a table cannot be read, or holds too little.
    """
    return pose_own(data, "hardly") if data.is_given else load_birds()


def check_size(asked: Question) -> None:
    """Refuse a table that is too small to be parted.

    Raises
    ------
    UnfitDataError
        With the number of samples that it needs.
    """
    n, least = len(asked.y), 2 * FEWEST + LEAST_TEST
    if asked.is_own and n < least:
        raise UnfitDataError(
            f"there are {n} {asked.plural} of {named(asked)}: {least} or more are "
            f"needed, {FEWEST} to learn from, {FEWEST} to set aside and {LEAST_TEST} "
            "to hold out"
        )


def check_parts(asked: Question, parts: Parts) -> None:
    """Refuse a table in whose parts a class is missing.

    Raises
    ------
    UnfitDataError
        With the class.
    """
    for rows in (parts.train, parts.test):
        for number, name in enumerate(asked.classes):
            if asked.is_own and not (asked.labels[rows] == number).any(axis=1).all():
                n = asked.n_each[number]
                raise UnfitDataError(
                    f"of {len(asked.y)} {asked.plural} only {n} are {name}: too few to "
                    "learn from some and to hold others out"
                )


def check_overfits(asked: Question, wide: Fit) -> None:
    """Refuse a table of one's own that not even the wide network learns by heart.

    Raises
    ------
    UnfitDataError
        With what the wide network does.
    """
    if asked.is_own and not overfits(wide):
        raise UnfitDataError(
            f"a network with {wide.width} hidden neurons does not overfit on "
            f"{named(asked)}: {wide.train_right_at_end.mean:.0%} of the {asked.plural} "
            f"it learned from are right and {wide.right_at_end.mean:.0%} of those held "
            f"out, whose loss is {wide.at_turn.mean:.2f} at best and "
            f"{wide.at_end.mean:.2f} at the end"
        )


def named(asked: Question) -> str:
    """Name both classes: "virginica against versicolor"."""
    return f"{asked.asked_class} against {asked.other_class}"
