"""What the chapter on overfitting says of its result beyond the numbers.

Where words compare numbers that are shown, these must differ as they are shown, and
what is compared on samples held out must differ by more than chance.
"""

from collections.abc import Mapping

import numpy as np

from nnsim.chance import is_above
from nnsim.claims import Claim
from nnsim.experiments.overfitting.comparisons import (
    is_seen_higher,
    is_straight,
    is_surer,
    middle_is_about_right,
    more_right,
    narrow_is_enough,
    overfits_here,
    underfits,
)
from nnsim.experiments.overfitting.experiment import Result
from nnsim.experiments.overfitting.memorising import overfits, shown_loss

HALF = 0.005  # of the last digit of a loss as it is shown
LONGEST = 30  # letters of two names that stand in a title
FEW = 0.05  # share of right answers that may change while it stays nearly the same

MASSES = "they weigh {masses.heavy_females:,.0f} and {masses.light_males:,.0f} g"
SHARES = (
    "right are {narrow.train_right:.1%} and {narrow.test_right:.1%}, with "
    "{config.middle} neurons {middle.train_right:.1%} and {middle.test_right:.1%}, "
    "with {config.wide} {wide.train_right:.1%} and {wide.test_right:.1%}; in the mean "
    "{narrow.fit.train_right_at_end.mean:.1%} and {narrow.fit.right_at_end.mean:.1%}, "
    "{middle.fit.train_right_at_end.mean:.1%} and {middle.fit.right_at_end.mean:.1%}, "
    "{wide.fit.train_right_at_end.mean:.1%} and {wide.fit.right_at_end.mean:.1%}"
)
LEARNED = "{wide.n_train_right} of {n_train} are"
LONE = (
    "of {n_lone} {question.plural} whose two nearest are of the other {question.of}, "
    "{wide.n_lone_right} are right, with {config.narrow} hidden neurons "
    "{narrow.n_lone_right}"
)
HERE = (
    "from step {watched.turn_step} to the end its loss goes from "
    "{watched.turn_train_loss:.3f} to {wide.train_loss:.3f} on {question.plural} "
    "learned from, where it is right on {wide.train_right:.1%}, and from "
    "{watched.turn_loss:.3f} to {wide.test_loss:.3f} on {question.plural} held out, "
    "{wide.test_right:.1%}"
)
ON_AVERAGE = (
    "in the mean of {config.n_splits} splits its loss goes from "
    "{wide.fit.train_at_turn.mean:.3f} to {wide.fit.train_at_end.mean:.3f} on "
    "{question.plural} learned from, where it is right on "
    "{wide.fit.train_right_at_end.mean:.1%}, and from {wide.fit.at_turn.mean:.3f} to "
    "{wide.fit.at_end.mean:.3f} ± {wide.fit.at_end.sd:.3f} on {question.plural} held "
    "out, {wide.fit.right_at_end.mean:.1%}"
)
EXPLODED = "in {n_exploded} of {config.n_splits} it ends {config.rise:g} times up"
RIGHT = (
    "with {config.narrow}, {config.middle} and {config.wide} neurons "
    "{narrow.fit.right_at_end.mean:.1%}, {middle.fit.right_at_end.mean:.1%} and "
    "{wide.fit.right_at_end.mean:.1%} of held-out {question.plural} are right in the "
    "mean, their loss is {narrow.fit.at_end.mean:.2f}, {middle.fit.at_end.mean:.2f} "
    "and {wide.fit.at_end.mean:.2f}, and {enough} are enough"
)
LEVEL = (
    "they go from {wide.fit.right_at_turn.mean:.1%} to {wide.fit.right_at_end.mean:.1%}"
)
BY_WIDTH = (
    "from {narrowest.width} to {widest.width} neurons it goes from "
    "{narrowest.train_at_end.mean:.4f} to {widest.train_at_end.mean:.4f}"
)
HELD_OUT_BY_WIDTH = (
    "from {narrowest.width} to {widest.width} neurons it goes from "
    "{narrowest.at_end.mean:.3f} to {widest.at_end.mean:.3f}, ± "
    "{widest.at_end.sd:.3f} from split to split, and is least with {gentlest.width}"
)

CLAIMS: Mapping[str, Claim[Result]] = {
    "is_of_birds": Claim(
        "these are penguins",
        lambda r: not r.question.is_own,
        "they are {question.plural} of {question.credit}",
    ),
    "names_are_short": Claim(
        "the names of both classes have room in a title",
        lambda r: len("".join(r.question.classes)) <= LONGEST,
        "they are {question.other_class} and {question.asked_class}",
    ),
    "held_out_are_new": Claim(
        "none of the {question.plural} held out was learned from",
        lambda r: not np.isin(r.test, r.train).any(),
        "some were",
    ),
    "gentoos_outweigh": Claim(
        "female Gentoos outweigh male Adélies",
        lambda r: (
            r.masses is not None
            and round(r.masses.heavy_females) > round(r.masses.light_males)
        ),
        MASSES,
    ),
    "narrow_is_one": Claim(
        "the narrow network has one hidden neuron",
        lambda r: r.config.narrow == 1,
        "it has {config.narrow}",
    ),
    "narrow_is_straight": Claim(
        "the border of the narrow network is a straight line",
        is_straight,
        "it is not",
    ),
    "narrow_underfits": Claim(
        "the narrow network underfits, since a wider one is right more often on "
        "{question.plural} learned from and on {question.plural} held out",
        underfits,
        SHARES,
    ),
    "narrow_is_enough": Claim("the narrow network is enough", narrow_is_enough, RIGHT),
    "all_learned": Claim(
        "every {question.noun} learned from is right",
        lambda r: r.wide.n_train_wrong == 0,
        LEARNED,
    ),
    "more_learned": Claim(
        "with more neurons more of the {question.plural} learned from are right",
        lambda r: r.wide.n_train_right > r.narrow.n_train_right,
        LEARNED + ", with {config.narrow} neurons {narrow.n_train_right}",
    ),
    "border_winds": Claim(
        "the border of the wide network fits single {question.plural} that the narrow "
        "one misses",
        lambda r: r.wide.n_lone_right > max(1, r.narrow.n_lone_right),
        LONE,
    ),
    "overfits_here": Claim("the wide network overfits", overfits_here, HERE),
    "overfits": Claim(
        "the wide network overfits", lambda r: overfits(r.wide.fit), ON_AVERAGE
    ),
    "finds_rule": Claim(
        "the wide network finds a rule",
        lambda r: is_above(r.wide.fit.right_at_turn, r.always, r.n_test),
        "at its turn {wide.fit.right_at_turn.mean:.1%} of held-out {question.plural} "
        "are right, and {always.mean:.1%} if always answered alike",
    ),
    "train_falls": Claim(
        "the loss on {question.plural} learned from falls to the end",
        lambda r: r.watched.setback < HALF,
        "after step {watched.turn_step} it rises again by {watched.setback:.3f}",
    ),
    "turn_is_least": Claim(
        "the held-out loss is least at the turn",
        lambda r: r.watched.turn_loss - r.wide.fit.least.each[r.shown] < HALF,
        "between the {n_steps} steps looked at it is less",
    ),
    "all_explode": Claim(
        "the held-out loss explodes in every split",
        lambda r: (
            r.n_exploded == r.config.n_splits and bool((r.wide.fit.rises > 1).all())
        ),
        EXPLODED,
    ),
    "middle_is_about_right": Claim(
        "the middle network is neither too narrow nor too wide",
        middle_is_about_right,
        RIGHT,
    ),
    "loss_grows": Claim(
        "the held-out loss of the wide network grows from the turn to the end",
        lambda r: round(r.mean_rise, 1) > 1,
        "it becomes {mean_rise:.2f} times as high",
    ),
    "nearly_as_often_right": Claim(
        "right answers on held-out {question.plural} stay nearly as many",
        lambda r: abs(more_right(r)) <= FEW,
        LEVEL,
    ),
    "more_sure_and_wrong": Claim(
        "more held-out {question.plural} are surely taken for the other {question.of} "
        "at the end",
        lambda r: r.watched.n_sure_wrong_at_end > r.watched.n_sure_wrong_at_turn,
        "at the turn it is {watched.n_sure_wrong_at_turn}, at the end "
        "{watched.n_sure_wrong_at_end}",
    ),
    "surer_when_wrong": Claim(
        "wrong answers are given with more certainty at the end",
        is_surer,
        "it is {sureness.at_turn.mean:.1%} at the turn, {sureness.at_end.mean:.1%} ± "
        "{sureness.at_end.sd:.1%} at the end",
    ),
    "train_falls_with_width": Claim(
        "with more neurons the training loss only falls",
        lambda r: bool((np.diff(r.train_end.mean) < 0).all()),
        BY_WIDTH + ", and rises in between",
    ),
    "train_ends_lower": Claim(
        "the training loss is less with the most neurons than with the fewest",
        lambda r: (
            shown_loss(r.widest.train_at_end.mean)
            < shown_loss(r.narrowest.train_at_end.mean)
        ),
        BY_WIDTH,
    ),
    "held_out_rises_with_width": Claim(
        "with more neurons the held-out loss rises",
        lambda r: (
            bool((np.diff(r.test_end.mean) > 0).all())
            and is_seen_higher(r.widest.at_end, r.narrowest.at_end)
        ),
        HELD_OUT_BY_WIDTH,
    ),
    "fewer_are_enough": Claim(
        "a network with fewer than the most neurons is right as often as others",
        lambda r: r.enough < r.widest.width,
        "they are right more often than all with fewer",
    ),
    "gentlest_is_narrower": Claim(
        "the held-out loss is less with fewer than the most neurons",
        lambda r: is_seen_higher(r.widest.at_end, r.gentlest.at_end),
        HELD_OUT_BY_WIDTH,
    ),
}
