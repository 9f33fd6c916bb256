"""What the chapter on one neuron says of its result beyond the numbers."""

from collections.abc import Mapping

import numpy as np

from nnsim.claims import Claim
from nnsim.experiments.neuron.experiment import Result

SHOWN = 0.05  # a z nearer to zero than this is shown as 0.0
ON_THE_LINE = 1e-9  # z on the border has rounding in it
TURN = 1.0  # degrees that one sees, in a square plane
FEW = 0.05  # share that may stray if a line lies between two clouds
MOST = 0.75  # share of a class that lies on its own side if it is a cloud at all


def _are_two_clouds(r: Result) -> bool:
    """Tell whether a straight line parts all samples but a few."""
    return r.n_astray.sum() <= FEW * r.question.n_samples and _mostly_apart(r)


def _mostly_apart(r: Result) -> bool:
    """Tell whether most of each class lie on its own side of that line."""
    return bool((r.n_astray <= (1 - MOST) * r.question.n_each).all())


def _starts_elsewhere(r: Result) -> bool:
    """Tell whether the line before training is another than the one given."""
    ours = np.array([r.w_1, r.w_2, r.bias])
    theirs = np.array([*r.learned_W[0], r.learned_b[0]])
    cosine = ours @ theirs / np.linalg.norm(ours) / np.linalg.norm(theirs)
    return bool(abs(cosine) < 1 - 1e-9)


def _turns(r: Result) -> bool:
    """Tell whether one sees the line lean otherwise after training than before."""
    seen = np.ptp(r.question.plane, axis=1)  # as high as wide, whatever the units
    before, after = (r.learned_W[k] * seen for k in (0, -1))
    cosine = before @ after / np.linalg.norm(before) / np.linalg.norm(after)
    return bool(cosine < np.cos(np.radians(TURN)))


def _signs_are_as_given(r: Result) -> bool:
    return bool((np.sign(r.learned_W[-1]) == np.sign([r.w_1, r.w_2])).all())


N_SAMPLES = "{question.n_samples} {question.plural}"
Z_OTHER, Z_ASKED = "z = {other.z:.2f}", "z = {asked.z:.2f}"
STRAY = f"{{wrong_at_end}} of {N_SAMPLES} are on its wrong side"
ASTRAY = (
    "{question.other_class} and {question.asked_class} overlap: a straight line "
    "between them leaves {n_astray[0]} of {question.n_each[0]} and {n_astray[1]} of "
    "{question.n_each[1]} {question.plural} on its wrong side"
)
LOSSES = "it goes from {loss_at_start:.3f} to {loss_at_end:.3f}"
EDGE = "the {question.noun} nearest to it has z = {edge.z:.3f}"

CLAIMS: Mapping[str, Claim[Result]] = {
    "is_of_birds": Claim(
        "the samples are the penguins that the chapter comes with",
        lambda r: not r.question.is_own,
        "they are {question.plural} of {question.credit}",
    ),
    "two_measurements": Claim(
        "the neuron is given two measurements and nothing else",
        lambda r: (
            r.network.layers[0].W.shape == (1, len(r.question.features)) == (1, 2)
        ),
        "it is given {question.features}",
    ),
    "asked_is_larger_and_smaller": Claim(
        "the first sample asked for is larger in one measurement, smaller in the other",
        lambda r: r.asked.first > r.other.first and r.asked.second < r.other.second,
        "it is {asked.first_said} by {asked.second_said}",
    ),
    "other_is_below": Claim(
        "z is below zero for the first sample of the other class",
        lambda r: r.other.z <= -SHOWN,
        Z_OTHER,
    ),
    "other_is_above": Claim(
        "z is above zero for the first sample of the other class",
        lambda r: r.other.z >= SHOWN,
        Z_OTHER,
    ),
    "other_is_at_zero": Claim(
        "z is zero to one decimal for the first sample of the other class",
        lambda r: abs(r.other.z) < SHOWN,
        Z_OTHER,
    ),
    "asked_is_found": Claim(
        "the neuron takes the first sample asked for as what it is",
        lambda r: r.asked.z >= SHOWN,
        Z_ASKED,
    ),
    "asked_is_mistaken": Claim(
        "the neuron takes the first sample asked for as one of the other class",
        lambda r: r.asked.z <= -SHOWN,
        Z_ASKED,
    ),
    "asked_is_undecided": Claim(
        "the neuron is undecided about the first sample asked for",
        lambda r: abs(r.asked.z) < SHOWN,
        Z_ASKED,
    ),
    "two_clouds": Claim("the two classes form two clouds", _are_two_clouds, ASTRAY),
    "clouds_overlap": Claim(
        "the two classes form two clouds that overlap",
        lambda r: _mostly_apart(r) and not _are_two_clouds(r),
        ASTRAY,
    ),
    "edge_is_on_the_line": Claim(
        "a sample lies right on the line", lambda r: abs(r.edge.z) < ON_THE_LINE, EDGE
    ),
    "line_is_in_sight": Claim(
        "the line crosses the plane that is shown", lambda r: len(r.border) > 0, EDGE
    ),
    "line_is_out_of_sight": Claim(
        "the line lies outside the plane that is shown",
        lambda r: len(r.border) == 0,
        EDGE,
    ),
    "starts_with_a_line": Claim(
        "the neuron draws a line before it learns",
        lambda r: bool(r.learned_W[0].any()),
        "its weights are 0",
    ),
    "starts_without_a_line": Claim(
        "the weights are 0 before it learns",
        lambda r: not r.learned_W[0].any(),
        "they draw a line",
    ),
    "starts_elsewhere": Claim(
        "that line is another than that of the given weights",
        _starts_elsewhere,
        "it is the same",
    ),
    "loss_falls_at_each_step": Claim(
        "each step makes the loss smaller",
        lambda r: bool((np.diff(r.history.train_loss) < 0).all()),
        LOSSES,
    ),
    "loss_falls": Claim(
        "the loss is smaller at the end",
        lambda r: round(r.loss_at_end, 2) < round(r.loss_at_start, 2),
        LOSSES,
    ),
    "loss_does_not_fall": Claim(
        "the loss is not smaller at the end",
        lambda r: round(r.loss_at_end, 2) >= round(r.loss_at_start, 2),
        LOSSES,
    ),
    "line_turns": Claim("the line turns", _turns, "it leans as before"),
    "line_comes_between": Claim(
        "the line comes to lie between the clouds",
        lambda r: (
            len(r.borders[-1]) > 0 and r.wrong_at_end <= FEW * r.question.n_samples
        ),
        STRAY,
    ),
    "signs_are_as_given": Claim(
        "the weights it found have the signs of those that were given",
        _signs_are_as_given,
        "they are not",
    ),
    "signs_are_others": Claim(
        "the weights it found have other signs than those that were given",
        lambda r: not _signs_are_as_given(r),
        "they are the same",
    ),
}
