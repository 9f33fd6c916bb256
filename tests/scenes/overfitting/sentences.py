"""What each sentence of the chapter says, checked by hand: ``SENTENCES``."""

import re
from collections.abc import Callable, Mapping

import numpy as np

from tests.nnsim.experiments.overfitting.by_hand import Looked
from tests.nnsim.experiments.overfitting.test_claims import truth
from tests.scenes.overfitting.figures import (
    ends_of_widths,
    enough,
    exploded,
    from_to,
    held_out_rises,
    level,
    losses,
    mean_sure,
    n_wrong,
    percents,
    rights,
    sure,
    turn_and_end,
    wide,
)

So = Mapping[str, bool]
Check = Callable[..., bool]


def always(it: Looked, so: So) -> bool:
    """Let pass what says nothing of the result."""
    return True


def is_so(*names: str) -> Check:
    """Return a check of facts, whatever numbers stand in the sentence."""
    return lambda it, so, *numbers: all(so[name] for name in names)


def both(*checks: Check) -> Check:
    """Return a check of several things at once."""
    return lambda it, so, *numbers: all(check(it, so, *numbers) for check in checks)


def numbers(find: Callable[[Looked], tuple[object, ...]]) -> Check:
    """Return a check of the numbers in the sentence, as they are read."""
    return lambda it, so, *read: read == tuple(map(str, find(it)))


ALL, LEAST = "all_learned", "turn_is_least"
FITS = is_so("border_winds")
HERE, OVER = is_so("overfits_here"), is_so("overfits")
UNDER, OUTWEIGH = is_so("narrow_underfits"), is_so("gentoos_outweigh")
ENOUGH = is_so("narrow_is_enough")
N = r"(\d+)"
P = r"(\d+)%"
L = r"(\d+\.\d\d)"

SENTENCES: dict[str, Check] = {
    r"Female or male(?:, by bill length and body mass)?\?": always,
    rf"Of {N} penguins, {N} drawn by lot are to learn from; {N} others are held out\.":
        both(is_so("held_out_are_new"), numbers(lambda it: (
            333, len(wide(it).train[0]), len(wide(it).test[0])))),
    r"One neuron: too stiff": is_so("narrow_is_one", "narrow_underfits"),
    r"One hidden neuron draws a straight line, but female Gentoos outweigh male "
    r"Adélies\.": both(is_so("narrow_is_one", "narrow_is_straight"), OUTWEIGH),
    rf"{P} right, {P} of held-out birds(?:|; with more neurons more are right, of "
    r"both): it underfits\.":
        both(UNDER, numbers(lambda it: percents(it.shown[0]))),
    r"One neuron: a straight line": is_so("narrow_is_one", "narrow_is_straight"),
    rf"One hidden neuron draws a straight line: {P} of the birds it learned from are "
    rf"right, {P} of those held out\.": both(
        is_so("narrow_is_one", "narrow_is_straight"),
        numbers(lambda it: percents(it.shown[0]))),
    r"First, a narrow network": always,
    rf"{N} hidden neurons?: {P} of the birds learned from are right, {P} of those held "
    r"out\.": numbers(lambda it: (it.config.narrow, *percents(it.shown[0]))),
    r"Do more neurons do better\?": always,
    r"Too few neurons: too stiff": UNDER,
    rf"{N} hidden neurons?, and female Gentoos outweigh male Adélies\.":
        both(OUTWEIGH, numbers(lambda it: (it.config.narrow,))),
    r"\(mean body mass\)": OUTWEIGH,
    r"More neurons: every bird right": is_so(ALL),
    r"More neurons: more birds right": is_so("more_learned"),
    rf"Now {N} hidden neurons, {N} parameters\.": numbers(
        lambda it: (len(wide(it).weights[1]), sum(w.size for w in wide(it).weights))),
    rf"In {N} steps the border winds around single birds, until all {N} it learned "
    r"from are right\.": both(is_so(ALL), FITS, numbers(
        lambda it: (it.config.n_epochs, len(wide(it).train[0])))),
    rf"After {N} steps all {N} it learned from are right\.": both(
        is_so(ALL), numbers(lambda it: (it.config.n_epochs, len(wide(it).train[0])))),
    rf"After {N} steps {N} of the {N} birds it learned from are right\.": numbers(
        lambda it: (it.config.n_epochs, wide(it).n_right(wide(it).train)[-1, 0],
                    len(wide(it).train[0]))),
    r"Now a wide network": lambda it, so: it.config.wide > it.config.narrow,
    r"A (?:perfect|good) score\?": always,
    r"And on birds it never saw\?": is_so("held_out_are_new"),
    rf"All {N} right\.": both(
        is_so(ALL), numbers(lambda it: (len(wide(it).train[0]),))),
    rf"{N} of {N} right\.": numbers(
        lambda it: (wide(it).n_right(wide(it).train)[-1, 0], len(wide(it).train[0]))),
    rf"Of the {N} birds held out, how many will it get wrong\?": numbers(
        lambda it: (len(wide(it).test[0]),)),
    r"It learned the birds by heart": both(is_so(ALL), HERE),
    r"Better on the birds it learned from": both(HERE, lambda it, so: (
        percents(wide(it))[0] > percents(wide(it))[1])),
    rf"It gets {N} of {N} held-out birds wrong, none of those it learned from\.":
        both(is_so(ALL), numbers(
            lambda it: (n_wrong(wide(it), wide(it).test), len(wide(it).test[0])))),
    r"Its border fits single birds: this is overfitting\.": both(FITS, HERE),
    rf"It gets {N} of {N} held-out birds wrong, none of those it learned from: this is "
    r"overfitting\.": both(is_so(ALL), HERE, numbers(
        lambda it: (n_wrong(wide(it), wide(it).test), len(wide(it).test[0])))),
    rf"It gets {N} of {N} held-out birds wrong, {N} of the {N} it learned from: this "
    r"is overfitting\.": both(HERE, numbers(
        lambda it: (n_wrong(wide(it), wide(it).test), len(wide(it).test[0]),
                    n_wrong(wide(it), wide(it).train), len(wide(it).train[0])))),
    r"Where memorising begins": HERE,
    r"Loss on the birds it learned from falls to the end\.": both(
        HERE, is_so("train_falls")),
    rf"On held-out birds it is least, {L}, at step {N}, the turn; then it climbs to "
    rf"{L}\.": both(HERE, is_so(LEAST), numbers(losses)),
    r"Now it learns the birds, not the sexes\.": HERE,
    rf"Of {N} steps looked at, loss on held-out birds is least, {L}, at step {N}, the "
    r"turn\.": numbers(lambda it: (len(wide(it).z), *losses(it)[:2])),
    rf"At the end it is {L}, but on those it learned from lower than at the turn: it "
    r"learned the birds, not the sexes\.": both(
        HERE, numbers(lambda it: losses(it)[2:])),
    r"The same in every split": is_so("all_explode"),
    r"Up, on average of all splits": OVER,
    r"Was this draw of birds bad luck\?": always,
    rf"In {N} of {N} random splits the held-out loss ends at no less than ([\d.]+) "
    rf"times its lowest value; on average {L} becomes {L}\.": both(
        OVER, numbers(exploded)),
    r"Too stiff, about right, too flexible": both(
        UNDER, OVER, is_so("middle_is_about_right")),
    r"From too stiff to too flexible": both(UNDER, OVER),
    r"A (?:straight line|narrow network) is enough": ENOUGH,
    rf"Here {N} (?:is|are) enough; {N} overfit\.": both(ENOUGH, OVER, numbers(
        lambda it: (it.config.narrow, it.config.wide))),
    rf"{N} neurons?: enough": both(ENOUGH, numbers(lambda it: (it.config.narrow,))),
    r"From narrow to wide": always,
    r"The widest of them overfits\.": OVER,
    rf"Right on held-out birds, mean of {N} splits: one hidden neuron {P}, {N} neurons "
    rf"{P}, {N} neurons {P}\.": both(is_so("narrow_is_one"), numbers(
        lambda it: (it.config.n_splits, *np.delete(rights(it), (0, 2, 5, 8))))),
    rf"Right on held-out birds, mean of {N} splits: {N} hidden neurons? {P}, {N} "
    rf"neurons {P}, {N} neurons {P}\.": numbers(
        lambda it: (it.config.n_splits, *np.delete(rights(it), (2, 5, 8)))),
    rf"Right on held-out birds, and their loss, means of {N} splits: {N} hidden "
    rf"neurons? {P}, {L}; {N} neurons {P}, {L}; {N} neurons {P}, {L}\.":
        numbers(lambda it: (it.config.n_splits, *rights(it))),
    r"Too few underfit, too many overfit\.": both(UNDER, OVER),
    rf"{N} neurons?: underfits": both(UNDER, numbers(lambda it: (it.config.narrow,))),
    rf"{N} neurons: about right": both(
        is_so("middle_is_about_right"), numbers(lambda it: (it.config.middle,))),
    rf"{N} neurons?": lambda it, so, n: int(n) in (it.config.narrow, it.config.middle),
    rf"{N} neurons: overfits": both(OVER, numbers(lambda it: (it.config.wide,))),
    r"Nearly as often right": is_so("nearly_as_often_right"),
    r"Right answers, and the loss": always,
    rf"Strange: from the turn to the end the wide network's right answers on held-out "
    rf"birds go only from {P} to {P}, while its loss grows ([\d.]+)-fold\.": both(
        is_so("nearly_as_often_right", "loss_grows"), numbers(level)),
    rf"From the turn to the end the wide network's right answers on held-out birds go "
    rf"from {P} to {P}, while its loss grows ([\d.]+)-fold\.": both(
        is_so("loss_grows"), numbers(level)),
    rf"From the turn to the end the wide network's right answers on held-out birds go "
    rf"from {P} to {P}, its loss from {L} to {L}\.": both(OVER, numbers(
        lambda it: (*level(it)[:2], *turn_and_end(it)))),
    r"What is it paying for\?": always,
    r"Wrong, and sure of it": is_so("more_sure_and_wrong"),
    r"Wrong, and surer of it": is_so("surer_when_wrong"),
    r"Wrong, and how sure\?": always,
    r"The loss punishes being sure and wrong\.": always,
    rf"Held-out birds given the wrong sex with at least ([\d.]+)% certainty: {N} at "
    rf"step {N}, {N} at the end\.": numbers(sure),
    r"wrong, and at least ([\d.]+)% sure": numbers(lambda it: sure(it)[:1]),
    rf"Mean certainty of wrong answers on held-out birds, {N} splits: {P} at the "
    rf"turn, {P} at the end\.": numbers(mean_sure),
    r"A high probability is no proof\.": lambda it, so: len(
        wide(it).certainty(-1, 0)) > 0,
    r"Only held-out birds can tell": is_so("held_out_are_new"),
    r"With more neurons the training loss only falls\.": is_so(
        "train_falls_with_width"),
    rf"The held-out loss rises from {L} to {L}, and {N} neurons? (?:is|are) right as "
    r"often as more: judge a model by data that it did not learn from\.": both(
        is_so("held_out_rises_with_width", "fewer_are_enough", "held_out_are_new"),
        numbers(held_out_rises)),
    rf"enough: {N} neurons?": both(
        is_so("fewer_are_enough"), numbers(lambda it: (enough(it),))),
    rf"From {N} to {N} neurons the training loss falls from {L} to {L}\. But the "
    rf"held-out loss is {L} with {N}, {L} with {N}: judge a model by data that it did "
    r"not learn from\.":
        both(is_so("train_ends_lower", "gentlest_is_narrower"), numbers(from_to)),
    rf"From {N} to {N} neurons the training loss goes from {L} to {L}, the held-out "
    rf"loss from {L} to {L}: judge a model by data that it did not learn from\.": both(
        is_so("held_out_are_new"), numbers(ends_of_widths)),
    r"A rule, or the birds by heart": OVER,
    r"at its turn: a rule": both(OVER, is_so("finds_rule")),
    r"at the end: by heart": OVER,
    r"A field guide learned by heart names the birds pictured in it; a rule names the "
    r"next bird too\.": always,
    r"How can a network be kept at its turn\?": always,
}  # fmt: skip


def sentences(text: str) -> list[str]:
    """Part a text into what is checked as one."""
    return re.split(r"(?<=[.?!]) (?!But)", text)


def check(sentence: str, it: Looked) -> str | None:
    """Check a sentence; return the pattern that it has, None if it has none."""
    for pattern, holds in SENTENCES.items():
        if match := re.fullmatch(pattern, sentence):
            assert holds(it, truth(it.config), *match.groups()), (sentence, it.config)
            return pattern
    return None
