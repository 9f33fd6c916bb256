"""What the chapter says: its title, and the words of each beat."""

from scenes.words import Beats

TITLE = "The loss"

BEATS: Beats = {
    "rates": {
        "title": "How fast does an enzyme work?",
        "say": (
            "An enzyme's reaction rate was measured at {enzyme.n_concentrations} "
            "{enzyme.n_concentrations:plural(concentration)}, twice at each. A model "
            "should predict the rate at any."
        ),
    },
    "curve": {
        "title": "A curve with two parameters",
        "say": (
            "Michaelis and Menten's curve has Vmax, the highest rate, guessed as "
            "{enzyme.slide.v_max[0]:.0f}, and Km, the concentration of half of it, "
            "guessed as {enzyme.slide.k_m[0]:.2f}."
        ),
    },
    "errors": {
        "title": "An error at every point",
        "say": (
            "The error is predicted less measured rate: negative where the curve "
            "is too low, positive where too high. A plain sum would cancel them."
        ),
    },
    "squares": {
        "title": "Square them, take the mean",
        "say": (
            "Draw a square on each error: no sign, and big errors count most. The mean "
            "of the {enzyme.n_runs} {enzyme.n_runs:plural(area)} is the loss, "
            "{enzyme.losses[0]:.3f}, as if each point were off by "
            "{enzyme.typical_error:.0f} counts."
        ),
    },
    "guess": {
        "title": "Change Vmax, keep Km",
        "question": "Vmax moves up and down, Km stays. Where is the loss least?",
    },
    "slide": {
        "say": (
            "The loss traces a parabola. Its lowest point is at Vmax "
            "{enzyme.slide.v_max[-1]:.0f}, loss {enzyme.losses[1]:.3f}, less than half "
            "of the guess. The squares are still there: Km was never touched."
        ),
    },
    "map": {
        "title": "Two parameters: a map",
        "say": (
            "With both free, the loss is a landscape: each place on the map is "
            "one curve. Off the dashed row, the dot reaches {enzyme.losses[2]:.3f}, "
            "at Vmax {enzyme.walk.v_max[-1]:.0f} and Km {enzyme.walk.k_m[-1]:.3f}."
        ),
    },
    "floor": {
        "title": "Why the best loss is not zero",
        "say": (
            "The best curve still has a loss. Replicates differ, and no curve "
            "can pass through both: this noise alone costs {enzyme.losses[3]:.4f} of "
            "the {enzyme.losses[2]:.4f}."
        ),
    },
    "neuron": {
        "title": "A species is not a number",
        "say": (
            "A neuron that sees bill length alone gives p, the probability of "
            "Gentoo. Two bills of {birds.sure.length:.0f} millimetres look alike, "
            "but one is an Adélie: sure, and wrong."
        ),
    },
    "cross_entropy": {
        "title": "Cross-entropy: the price of surprise",
        "say": (
            "The loss of one bird is minus the logarithm of p of its species: "
            "{birds.sure.loss:.2f} when right and sure, {birds.unsure.loss:.2f} when "
            "unsure, {birds.mistaken.loss:.2f} when sure and wrong."
        ),
    },
    "mean": {
        "title": "The mean over all birds",
        "say": (
            "The mean over all {birds.n_birds} birds is the loss that training lowers: "
            "{birds.loss:.3f}. The {birds.n_worst} worst "
            "{birds.n_worst:plural(bird holds,birds hold)} {birds.worst_share:.0%} of "
            "the sum."
        ),
    },
    "squared": {
        "title": "Why not square here as well?",
        "say": (
            "The squared error of a probability is at most 1: "
            "{birds.mistaken.square:.2f} for the worst bird, not "
            "{birds.mistaken.loss:.2f}. Cross-entropy has no limit."
        ),
    },
    "surer": {
        "title": "Same accuracy, other loss",
        "say": (
            "A larger weight makes the neuron surer, at the same threshold. "
            "{birds.n_wrong} {birds.n_wrong:plural(bird stays,birds stay)} on the "
            "wrong side, but the loss falls, then rises: it is least at weight "
            "{birds.least_weight:.1f}. Loss sees confidence."
        ),
    },
    "slope": {
        "title": "A slope shows the way",
        "say": (
            "Move the threshold: the count of wrong birds jumps, but the loss is "
            "smooth, and its slope shows the way down. How do we find the bottom?"
        ),
    },
}
