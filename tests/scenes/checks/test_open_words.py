"""Words that compare or quantify are found; words that only name or join are not."""

import subprocess
import sys

import pytest

from scenes.checks.open_words import literal_indices, open_words
from tests.scenes.open_words import ROOT

BITES = {
    # quantities
    "All {n} birds it learned from are right.": "all",
    "None of them is right.": "none",
    "Every start escapes": "every",
    "Each of the {n} parameters had a part.": "each of",
    "Only held-out birds can tell": "only",
    "Most of them are right.": "most",
    "No bird is wrong.": "no",
    "It never rests.": "never",
    "Nobody told them to.": "nobody",
    "At least {n} of them, and at most {m}": "at least, at most",
    "Too few underfit, too many overfit.": "too, few, too, many",
    "Here one step is enough.": "one, enough",
    "It takes half of them, or twice that.": "half, twice",
    "Both ways agree.": "both, agree",
    "As many birds, as often right": "as many, as often",
    "From data alone": "alone",
    "Right answers rise little.": "rise, little",
    "Learns two, three, or a dozen.": "two, three, dozen",
    "A hundred birds, a third of them": "hundred, third",
    "Its loss grows {x:.1f}-fold, or tenfold": "grows, -fold, tenfold",
    # comparisons
    "It is below zero, and still above it.": "below, still, above",
    "Wider is better once stopped, the best worse": "wider, better, best, worse",
    "The same in every split": "same, every",
    "Nearly as often right": "nearly, as often",
    "It is as wide as deep.": "as wide as",
    "The lines do as well.": "do as well",
    "A line does as well": "does as well",
    "Its largest weight is smoother, and surer.": "largest, smoother, surer",
    "First it falls, then climbs; last it rises": "first, falls, climbs, last, rises",
    "It shrinks and drops; that lowers the loss.": "shrinks, drops, lowers",
    "It overtakes the rules, and wins.": "overtakes, wins",
    "Females outweigh males": "outweigh",
    "It learns no more, and no longer falls.": "no more, no longer, falls",
    "It jumps for ever.": "for ever",
    "“BEST” (worst)": "best, worst",
    # as the lecture has it
    "All {config.n_train} right. Of the {n_test} birds held out, how many will it get "
    "wrong?": "all",
    "Loss on the birds it learned from falls to the end. On held-out birds it is "
    "least, {watched.turn_loss:.2f}, at step {watched.turn_step}, the turn; then it "
    "climbs to {wide.test_loss:.2f}.": "falls, least, climbs",
    "In {n_exploded} of {config.n_splits} random splits the held-out loss ends at no "
    "less than {config.rise:.0f} times its lowest value": "no less, lowest",
    "Max-pooling keeps only the peak: found, wherever it is.": "only",
    "With neurons alone, slopes are {shrinks[1]:.0f} times smaller than the last "
    "one's: it hardly learns.": "alone, smaller, last, hardly",
}
PASSES = [
    "Add up, then shift by the bias",
    "Each input has a weight, and each its own.",
    "A positive one speaks for Gentoo, a negative one against.",
    "This one, the one, another one, which one?",
    "Bill length is x one, and bill depth x two.",
    "How many will it get wrong? How much? How often?",
    "A rule names the next bird too.",
    "It gets there too, and goes on once more.",
    "We open the rings one by one; they lie in one another.",
    "At the number of {n}",
    "Another answer, or other parameters of the layer after the filter: whether or not",
    "It learned together with the other, in order, under water, or rather ever.",
    "Data: Palmer Station; by Gorman, Williams and Fraser",
    "The forest rests on the test birds; a request of honest interest.",
    "One-hot, a k-mer, a three-letter word, well-known",
    "Donor site, acceptor site, or no site",
    "A positive one's slope",
    "{all.best[0]:.2f} of {worst} at {first.last}",
    "A little at a time, at {n} a second",
    "It squeezes z between 0 and 1.",
    "Draw it again, wherever it is.",
    "These are the {n_birds} Adélie and Gentoo penguins of the Palmer Station study "
    "whose bills were measured, each at its own length and depth.",
    "An activation function, here the sigmoid, squeezes any z into a value between 0 "
    "and 1: the probability of Gentoo. For this Adélie it is {other.a:.4f}.",
    "A field guide learned by heart names the birds pictured in it; a rule names the "
    "next bird too. How can a network be kept at its turn?",
    "",
]


@pytest.mark.parametrize(("text", "expected"), BITES.items())
def test_what_may_become_false_is_found(text: str, expected: str) -> None:
    assert open_words(text) == expected.split(", ")


@pytest.mark.parametrize("text", PASSES)
def test_what_only_names_or_joins_is_let_pass(text: str) -> None:
    assert open_words(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{other.x[0]:.1f} mm", ["other.x[0]"]),
        ("from {curve[-1]} to {curve[0]:d}", ["curve[-1]", "curve[0]"]),
        ("{W[1][0, 2]:+.1f}", ["W[1][0, 2]"]),
        ("{layers[0].W}", ["layers[0].W"]),
        ("{n[0]:plural(bird)}", ["n[0]"]),
        ("{at[k, -1]}", ["at[k, -1]"]),
        ("{four['line'].mean:.1%} of {n_2} in {best:.0f}", []),
        ("losses[0] is {n:plural(bird)}", []),
    ],
)
def test_parts_taken_by_their_number_are_found(text: str, expected: list[str]) -> None:
    assert literal_indices(text) == expected


def test_they_are_found_without_manim() -> None:
    program = (
        "import sys, scenes.checks.open_words, scenes.checks.agreement;"
        "sys.exit('manim' in sys.modules or 'numpy' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False)
    assert run.returncode == 0
