"""The weights that the neuron is given, and the line from which it starts to learn.

What you can do here
--------------------
- complete the settings for a question: ``complete``.

The rule: the weights are those of least squares between the classes, scaled so that
z differs by ``APART`` between their means, and rounded to one significant digit, or to
two where one puts more samples on the wrong side. The bias lets the line run half-way
between the means, and is rounded to whole numbers, or to the decimal that is as fine
beside what z differs by. Learning starts from a line that is wrong: in scaled inputs,
both weights are of size 1 and the first has the sign that the data speak against.

The weights of the penguins were chosen by eye.
"""

from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array
from nnsim.experiments.neuron.settings import Config
from nnsim.problems.own_data import UnfitDataError
from nnsim.problems.question import Question

APART = 10.0  # difference in z between the means of both classes
NO_DIFFERENCE = 1e-9  # of what least squares would have be 2
BY_EYE = 1.0, -1.0, -27.0  # of bill length and depth, in 1/mm, and the bias


@dataclass(frozen=True)
class Given:
    """What the neuron starts with, twice: to be looked at, and to learn from."""

    w: tuple[float, float]  # in one over the unit of each feature
    bias: float
    start: tuple[float, float, float]  # w1, w2, b in scaled inputs, untrained


def complete(config: Config, question: Question) -> Given:
    """Return what the settings say; what they leave open, by the rule."""
    usual = round_weights(question) if question.is_own else BY_EYE[:2]
    w_1 = usual[0] if config.w_1 is None else config.w_1
    w_2 = usual[1] if config.w_2 is None else config.w_2
    bias = config.bias
    if bias is None:
        is_own = question.is_own
        bias = half_way(question, np.array([w_1, w_2])) if is_own else BY_EYE[2]
    return Given((w_1, w_2), bias, config.start or wrong_start(question))


def means(question: Question) -> tuple[Array, Array]:
    """Return the mean of those not asked for and of those asked for, (2,) each."""
    is_asked = question.y[:, 0] == 1
    return question.points[~is_asked].mean(axis=0), question.points[is_asked].mean(0)


def round_weights(question: Question) -> tuple[float, float]:
    """Return round weights near those of least squares between both classes.

    Raises
    ------
    UnfitDataError
        If the classes are the same in the mean.
    """
    line = discriminant(question)[:2]
    one, other = means(question)
    apart = line @ (other - one)
    if apart < NO_DIFFERENCE:
        raise UnfitDataError(
            f"{question.other_class} and {question.asked_class} do not differ in the "
            f"means of {' and '.join(question.features)}: no line lies between them"
        )
    w = line * APART / apart
    rough, fine = (np.array([float(f"{x:.{n}g}") for x in w]) for n in (1, 2))
    better = rough if n_astray(question, rough) <= n_astray(question, fine) else fine
    return float(better[0]), float(better[1])


def discriminant(question: Question) -> Array:
    """Return w1, w2 and b, (3,), of Fisher's linear discriminant.

    It leans as the line of least squares, −1 or 1 its target, and runs half-way between
    the means, so that a class of few samples counts as much as one of many.
    """
    points, scale = question.points, question.scale
    scaled = np.column_stack([question.X[:, question.axes], np.ones(len(points))])
    side = 2.0 * question.y[:, 0] - 1
    w = np.linalg.lstsq(scaled, side, rcond=None)[0][:2] / scale.unit[[*question.axes]]
    one, other = means(question)
    return np.array([*w, -w @ (one + other) / 2])


def half_way(question: Question, w: Array) -> float:
    """Return the bias that lets the line run half-way between the means, rounded."""
    one, other = means(question)
    apart = abs(w @ (other - one))
    decimals = -int(np.floor(np.log10(apart / 5))) if apart > 0 else 0
    return float(round(float(-w @ (one + other)) / 2, decimals))


def n_astray(question: Question, w: Array) -> int:
    """Count the samples on the wrong side of the line half-way between the means."""
    z = question.points @ w + half_way(question, w)
    return int((z * (2 * question.y[:, 0] - 1) < 0).sum())


def wrong_start(question: Question) -> tuple[float, float, float]:
    """Return a line whose first weight has the sign that the data speak against."""
    one, other = means(question)
    signs = np.where(other < one, -1.0, 1.0)
    return -float(signs[0]), float(signs[1]), 0.0
