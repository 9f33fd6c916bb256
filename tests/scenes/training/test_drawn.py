"""What the pictures of the chapter on training show is what its result says."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from nnsim.experiments import training
from tests.drawn.expected import (
    Expected,
    Plane,
    compare,
    network,
    part,
    waterfall,
)
from tests.drawn.found import Shown
from tests.drawn.marks import box, dot_strip
from tests.nnsim.experiments.usual import usual

BILLS = Plane("bill length (mm)", "bill depth (mm)")
BARE = Plane()
SPECIES = ("class_a", "class_b", "class_c")
MEAN_LOSS = "mean loss, all birds"
SCORES = Plane("share of held-out birds right", "a dot for each split")
# Small planes of hidden neurons and of outputs, counted as one reads them.
HIDDEN, OUTPUTS = (0, 2, 4, 6), (1, 3, 5)


def answers(plane: Plane, field: np.ndarray, border: np.ndarray) -> list[Expected]:
    """Expect what a network answers over a plane."""
    return [plane.classes(field, SPECIES), plane.pieces(border)]


def maps(
    r: Any,
    epoch: int,
    birds: Callable[[Plane], list[Expected]],
    names: Sequence[str] = 7 * ("",),
) -> list[Expected]:
    """Expect each neuron as a map after an epoch, and the weights between."""
    W = [layer.W for layer in r.networks[epoch].layers]
    shown = [network(*(w / np.abs(w).max() for w in W), kind="MapNetwork")]
    for nth, name in zip((*HIDDEN, *OUTPUTS), names, strict=True):
        plane = BARE.at(nth)
        shown += [box(plane, *r.question.plane, "muted").under(name), *birds(plane)]
    for nth, a, line in zip(
        HIDDEN, np.moveaxis(r.hidden[epoch], -1, 0), r.hidden_lines[epoch], strict=True
    ):
        shown.append(BARE.at(nth).field((1 + a) / 2, "paper", "signal"))
        if len(line):
            shown.append(BARE.at(nth).pieces(line))
    for k, nth in enumerate(OUTPUTS):
        p = r.run.fields[epoch][..., k]
        shown.append(BARE.at(nth).field(p, "muted", SPECIES[k]))
    return shown


def expected() -> Mapping[str, list[Expected]]:
    r = usual(training)

    def birds(plane: Plane) -> list[Expected]:
        return [
            plane.points(r.question.points[r.question.labels == k], role)
            for k, role in enumerate(SPECIES)
        ]

    def after(run: Any, x: np.ndarray, word: str) -> list[Expected]:
        """Expect the end of a run, and its losses on the way there."""
        losses = Plane(word, MEAN_LOSS).curve(x, run.losses, "loss")
        region = answers(BILLS, run.fields[-1], run.borders[-1])
        return [*birds(BILLS), *region, losses]

    starts = []
    for k, start in enumerate(r.starts):
        plane = BARE.at(k)
        starts += [*birds(plane), *answers(plane, start.field, start.border)]
        starts += [plane.pieces(line, "signal") for line in start.lines if len(line)]
    W = [layer.W for layer in r.networks[0].layers]
    first = after(r.steps, r.steps.count, "step")
    noise = Plane("epoch", "loss")
    batches = np.stack([r.batch_times, r.batch_losses], axis=1)
    names = ("v_1 a_1", "v_2 a_2", "v_3 a_3", "v_4 a_4", "c")
    terms = dict(zip(names, r.terms[:-1], strict=True))
    simple = dot_strip(SCORES, r.held_out.each[0], 1.5, "muted")
    hidden = dot_strip(SCORES, r.held_out.each[1], 0.5, "validation")
    at_end = maps(r, -1, birds)
    return {
        "start": [
            *birds(BILLS),
            *answers(BILLS, r.run.fields[0], r.run.borders[0]),
            network(*W),
        ],
        "loop": [network(*W)],
        "batches": [part("DealtRows", r.question.labels[r.steps.rows])],
        "first_epoch": first,
        "guess": first,
        "epochs": after(r.run, r.run.epochs, "epoch"),
        "noise": [
            noise.points(batches, "muted"),
            noise.curve(r.run.epochs, r.run.losses, "loss"),
        ],
        "inside": maps(r, 0, birds, ("a_1", "a_2", "a_3", "a_4", *r.question.classes)),
        "detectors": at_end,
        "combine": [*at_end, waterfall(terms, "+.2f")],
        "starts": starts,
        "scores": [
            part("ShapeSketch", [2, 3]),
            part("ShapeSketch", r.networks[0].widths),
            *(one.beside("no hidden neurons") for one in simple),
            *(one.beside(f"{r.config.n_hidden} hidden neurons") for one in hidden),
        ],
        "onward": after(r.long, r.long.epochs, "epoch"),
    }


def test_pictures_show_the_result(
    drawn: Callable[[str], Mapping[str, Shown]],
) -> None:
    compare(drawn("training"), expected())


def test_frames_hold_a_batch_each_and_the_last_what_is_left(
    drawn: Callable[[str], Mapping[str, Shown]],
) -> None:
    r, shown = usual(training), drawn("training")["batches"]
    (dealt,) = shown.parts
    size, n = r.config.batch_size, r.n_birds
    pitch = np.ptp(dealt.box[:, 0]) / (size - 1)  # and a little, for half a mark
    rights = [frame.segments[..., 0].max() for frame in shown.others]
    missing = (max(rights) - np.array(rights)) / pitch
    left_over = n % size or size
    assert missing.round().tolist() == [0] * (-(-n // size) - 1) + [size - left_over]
