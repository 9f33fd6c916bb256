"""What the chapter on one neuron says of its result beyond the numbers."""

from collections.abc import Mapping

import numpy as np

from nnsim.claims import Claim
from nnsim.experiments.neuron.experiment import Result

SHOWN = 0.05  # a z nearer to zero than this is shown as 0.0
ON_THE_LINE = 1e-9  # z on the border has rounding in it
TURN = 1.0  # degrees that one sees
FEW = 0.05  # share of birds that may stray if a line lies between two clouds


def _is_longer_and_shallower(r: Result) -> bool:
    return r.gentoo.length > r.adelie.length and r.gentoo.depth < r.adelie.depth


def _are_two_clouds(r: Result) -> bool:
    """Tell whether the line of least squares parts all birds but a few."""
    points = np.column_stack([r.question.points, np.ones(r.n_birds)])
    side = 2.0 * r.question.y[:, 0] - 1
    fit = points @ np.linalg.lstsq(points, side, rcond=None)[0]
    return bool(np.mean(fit * side < 0) <= FEW)


def _starts_elsewhere(r: Result) -> bool:
    """Tell whether the line before training is another than that chosen by eye."""
    ours = np.array([r.w_length, r.w_depth, r.bias])
    theirs = np.array([*r.learned_W[0], r.learned_b[0]])
    cosine = ours @ theirs / np.linalg.norm(ours) / np.linalg.norm(theirs)
    return bool(abs(cosine) < 1 - 1e-9)


def _turns(r: Result) -> bool:
    """Tell whether one sees the line lean otherwise after training than before."""
    before, after = r.learned_W[0], r.learned_W[-1]
    cosine = before @ after / np.linalg.norm(before) / np.linalg.norm(after)
    return bool(cosine < np.cos(np.radians(TURN)))


def _signs_are_as_chosen(r: Result) -> bool:
    return bool((np.sign(r.learned_W[-1]) == np.sign([r.w_length, r.w_depth])).all())


Z_ADELIE, Z_GENTOO = "z = {adelie.z:.2f}", "z = {gentoo.z:.2f}"
STRAY = "{wrong_at_end} of {n_birds} birds are on its wrong side"
LOSSES = "it goes from {loss_at_start:.3f} to {loss_at_end:.3f}"
EDGE = "the bird nearest to it has z = {edge.z:.3f}"

CLAIMS: Mapping[str, Claim[Result]] = {
    "two_measurements": Claim(
        "the neuron is given two measurements of a bird, and nothing else",
        lambda r: (
            r.network.layers[0].W.shape == (1, len(r.question.features)) == (1, 2)
        ),
        "it is given {question.features}",
    ),
    "gentoo_is_longer_and_shallower": Claim(
        "the first Gentoo's bill is longer and shallower than the first Adélie's",
        _is_longer_and_shallower,
        "it is {gentoo.length:.1f} by {gentoo.depth:.1f} mm",
    ),
    "adelie_is_below": Claim(
        "the first Adélie's z is below zero", lambda r: r.adelie.z <= -SHOWN, Z_ADELIE
    ),
    "adelie_is_above": Claim(
        "the first Adélie's z is above zero", lambda r: r.adelie.z >= SHOWN, Z_ADELIE
    ),
    "adelie_is_at_zero": Claim(
        "the first Adélie's z is zero to one decimal",
        lambda r: abs(r.adelie.z) < SHOWN,
        Z_ADELIE,
    ),
    "gentoo_is_found": Claim(
        "the neuron takes the first Gentoo for one",
        lambda r: r.gentoo.z >= SHOWN,
        Z_GENTOO,
    ),
    "gentoo_is_mistaken": Claim(
        "the neuron takes the first Gentoo for an Adélie",
        lambda r: r.gentoo.z <= -SHOWN,
        Z_GENTOO,
    ),
    "gentoo_is_undecided": Claim(
        "the neuron is undecided about the first Gentoo",
        lambda r: abs(r.gentoo.z) < SHOWN,
        Z_GENTOO,
    ),
    "two_clouds": Claim(
        "the two species form two clouds", _are_two_clouds, "no line parts them"
    ),
    "edge_is_on_the_line": Claim(
        "a bird lies right on the line", lambda r: abs(r.edge.z) < ON_THE_LINE, EDGE
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
        "that line is another than the one chosen by eye",
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
        lambda r: len(r.borders[-1]) > 0 and r.wrong_at_end <= FEW * r.n_birds,
        STRAY,
    ),
    "signs_are_as_chosen": Claim(
        "the weights it found have the signs of those chosen by eye",
        _signs_are_as_chosen,
        "they are not",
    ),
    "signs_are_others": Claim(
        "the weights it found have other signs than those chosen by eye",
        lambda r: not _signs_are_as_chosen(r),
        "they are the same",
    ),
}
