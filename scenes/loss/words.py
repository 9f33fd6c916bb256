"""What the chapter says: its title, and the words of each beat."""

from scenes.words import Beats

TITLE = "The loss"

BEATS: Beats = {
    "rates": {
        "title": "How fast does an enzyme work?",
        "say": (
            "An enzyme's reaction rate was measured at {curve.n_concentrations} "
            "{curve.n_concentrations:plural(concentration)}, twice at each. A model "
            "should predict the rate at any."
        ),
        "labels": {
            "places": "two at each concentration",
            "source": "data: Treloar, in Bates & Watts",
        },
        "claims": ("is_of_enzyme", "are_pairs"),
        "otherwise": {
            "title": "How {names.y_name} depends on {names.x_name}",
            "say": (
                "Here {names.y_name} was measured at "
                "{curve.n_concentrations} {curve.n_concentrations:plural(value)} of "
                "{names.x_name}: "
                "{curve.n_runs} {curve.n_runs:plural(curve.measured.nouns)} from "
                "{curve.measured.credit}. A model should predict "
                "{names.y_name} at any {names.x_name}."
            ),
            "labels": {
                "places": (
                    "at {curve.n_concentrations} "
                    "{curve.n_concentrations:plural(value)} of {names.x_name}"
                ),
                "source": "data: {curve.measured.credit}",
            },
            "claims": ("names_are_short",),
            "otherwise": {
                "title": "A curve that was measured",
                "say": (
                    "Here {names.y_name} was measured at "
                    "{curve.n_concentrations} "
                    "{curve.n_concentrations:plural(value)} of {names.x_name}: "
                    "{curve.n_runs} {curve.n_runs:plural(curve.measured.nouns)} from "
                    "{curve.measured.credit}. A model should predict it at any other."
                ),
                "labels": {
                    "places": (
                        "at {curve.n_concentrations} "
                        "{curve.n_concentrations:plural(value)} of {names.x_name}"
                    ),
                    "source": "data: {curve.measured.credit}",
                },
            },
        },
    },
    "curve": {
        "title": "A curve with two parameters",
        "say": (
            "Michaelis and Menten's curve has Vmax, the highest rate, guessed as "
            "{curve.said_height}, and Km, the concentration of half of it, "
            "guessed as {curve.said_k}."
        ),
        "labels": {"letters": "v rate, c concentration"},
        "claims": ("is_half_at_k", "is_of_enzyme"),
        "otherwise": {
            "title": "A curve with two parameters",
            "say": (
                "This curve has the height h that it comes ever nearer to, guessed as "
                "{curve.said_height}, and k, the {names.x_name} at half of "
                "it, guessed as {curve.said_k}."
            ),
            "labels": {"letters": "y {names.y_name}, x {names.x_name}"},
            "claims": ("is_half_at_k",),
        },
    },
    "errors": {
        "title": "An error at every point",
        "say": (
            "The error is predicted less measured {names.y_name}: negative "
            "where the curve is too low, positive where too high. A plain sum would "
            "cancel them."
        ),
        "claims": ("each_has_an_error", "errors_have_both_signs", "errors_cancel"),
        "otherwise": {
            "title": "An error at every point",
            "say": (
                "The error is predicted less measured {names.y_name}: "
                "negative where the curve is too low, positive where too high. In a "
                "plain sum they would cancel in part."
            ),
            "claims": ("each_has_an_error", "errors_have_both_signs"),
            "otherwise": {
                "title": "An error at every point",
                "say": (
                    "The error is predicted less measured {names.y_name}: "
                    "negative where the curve is too low, positive where too high. "
                    "This guess has no errors of both signs."
                ),
                "claims": ("each_has_an_error", "errors_have_one_sign"),
            },
        },
    },
    "squares": {
        "title": "Square them, take the mean",
        "say": (
            "Draw a square on each error: no sign, and big errors count most. The mean "
            "of the {curve.n_runs} {curve.n_runs:plural(area)} is the loss, "
            "{curve.guessed_loss}, as if each point were off by {curve.said_error}."
        ),
        "claims": ("big_count_most",),
    },
    "guess": {
        "title": ("Change {names.height_name}, keep {names.half_name}"),
        "question": (
            "{names.first_height_name} moves up and down, "
            "{names.half_name} stays. Where is the loss least?"
        ),
        "claims": ("k_stays", "goes_up_and_down"),
        "otherwise": {
            "title": ("Change {names.height_name}, keep {names.half_name}"),
            "question": (
                "{names.first_height_name} moves, "
                "{names.half_name} stays. Where is the loss least?"
            ),
            "claims": ("k_stays",),
        },
    },
    "slide": {
        "say": (
            "The loss traces a parabola. Its lowest point is at "
            "{names.at_height} {curve.slid_height}, loss "
            "{curve.slid_loss}, less than half of the guess. The squares are still "
            "there: {names.half_name} was never touched."
        ),
        "claims": ("is_parabola", "k_stays", "squares_remain", "is_less_than_half"),
        "otherwise": {
            "say": (
                "The loss traces a parabola. Its lowest point is at "
                "{names.at_height} {curve.slid_height}, where the loss "
                "falls from {curve.guessed_loss} to {curve.slid_loss}. The squares are "
                "still there: {names.half_name} was never touched."
            ),
            "claims": ("is_parabola", "k_stays", "squares_remain", "is_less"),
            "otherwise": {
                "say": (
                    "The loss traces a parabola. Its lowest point is at "
                    "{names.at_height} {curve.slid_height}, loss "
                    "{curve.slid_loss}: the guess was no worse. The squares are still "
                    "there: {names.half_name} was never touched."
                ),
                "claims": ("is_parabola", "k_stays", "squares_remain", "is_no_less"),
            },
        },
    },
    "map": {
        "title": "Two parameters: a map",
        "say": (
            "With both free, the loss is a landscape: each place on the map is "
            "one curve. Off the dashed row, the dot reaches {curve.best_loss}, "
            "at {names.at_height} {curve.best_height} and "
            "{names.half_name} {curve.best_k}."
        ),
        "claims": ("best_is_on_the_map", "goes_lower", "leaves_the_row"),
        "otherwise": {
            "title": "Two parameters: a map",
            "say": (
                "With both free, the loss is a landscape: each place on the map is "
                "one curve. The lowest is {curve.best_loss}, at "
                "{names.at_height} {curve.best_height} and "
                "{names.half_name} {curve.best_k}, hardly lower than on the "
                "dashed row."
            ),
            "claims": ("best_is_on_the_map", "goes_no_lower"),
        },
    },
    "floor": {
        "title": "Why the best loss is not zero",
        "say": (
            "The best curve still has a loss. Replicates differ, and no curve "
            "can pass through both: this noise alone costs {curve.noise_loss} of "
            "the {curve.fine_loss}."
        ),
        "labels": {"best": "best curve", "noise": "replicates"},
        "claims": ("replicates_differ", "noise_is_a_part", "are_pairs"),
        "otherwise": {
            "title": "Why the best loss is not zero",
            "say": (
                "The best curve still has a loss. Replicates differ, and no curve "
                "can pass through all of them: this noise alone costs "
                "{curve.noise_loss} of the {curve.fine_loss}."
            ),
            "labels": {"best": "best curve", "noise": "replicates"},
            "claims": ("replicates_differ", "noise_is_a_part"),
            "otherwise": {
                "left_out": (
                    "no {names.x_name} has replicates that differ, so that "
                    "nothing is known of the noise"
                ),
                "claims": ("is_without_noise",),
            },
        },
    },
    "neuron": {
        "title": "A species is not a number",
        "say": (
            "A neuron that sees bill length alone gives p, the probability of "
            "Gentoo. Two bills of {birds.sure.length:.0f} millimetres look alike, "
            "but one is an Adélie: sure, and wrong."
        ),
        "claims": ("is_of_enzyme",),
        "otherwise": {
            "title": "A species is not a number",
            "say": (
                "Now penguins. A neuron that sees bill length alone gives p, the "
                "probability of the species Gentoo. Two bills of "
                "{birds.sure.length:.0f} millimetres look alike, but one is an Adélie: "
                "sure, and wrong."
            ),
        },
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
