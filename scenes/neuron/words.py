"""What the chapter says: its title, and the words of each beat."""

from scenes.words import Beats

TITLE = "The neuron"

BEATS: Beats = {
    "sample": {
        "title": "One penguin, two numbers",
        "say": (
            "This penguin's bill is {other.first:.1f} millimetres long and "
            "{other.second:.1f} deep. Can a machine tell the species from these two "
            "numbers?"
        ),
        "claims": ("two_measurements", "is_of_birds"),
        "otherwise": {
            "title": "One {question.noun}, two numbers",
            "say": (
                "Two numbers describe this {question.noun}: {feature_1}, "
                "{other.first_said}, and {feature_2}, {other.second_said}. Can a "
                "machine tell the {question.of} from them?"
            ),
            "claims": ("two_measurements",),
        },
    },
    "two_classes": {
        "title": "{question.other_class} or {question.asked_class}?",
        "say": (
            "It is an Adélie. A Gentoo has a longer bill, {asked.first:.1f}, and "
            "a shallower one, {asked.second:.1f} millimetres. A neuron weighs both at "
            "once."
        ),
        "claims": ("asked_is_larger_and_smaller", "is_of_birds"),
        "otherwise": {
            "title": "{question.other_class} or {question.asked_class}?",
            "say": (
                "The label is {question.other_class}. Here is another "
                "{question.noun}, labelled {question.asked_class}: {feature_1}, "
                "{asked.first_said}, and {feature_2}, {asked.second_said}. A neuron "
                "weighs both numbers at once."
            ),
            "claims": ("two_measurements",),
        },
    },
    "inputs": {
        "title": "Two numbers go in",
        "say": (
            "The neuron never sees the {question.noun}, only numbers: {feature_1} as "
            "its first input, x one, and {feature_2} as its second, x two."
        ),
        "claims": ("two_measurements",),
    },
    "weights": {
        "title": "Each input has a weight",
        "say": (
            "Each input is multiplied by a weight: a positive one speaks for "
            "Gentoo, a negative one against. By eye, length counts "
            "{w_1:+.4g} and depth {w_2:+.4g}."
        ),
        "claims": ("is_of_birds",),
        "otherwise": {
            "title": "Each input has a weight",
            "say": (
                "Each input is multiplied by a weight: a positive one speaks for "
                "{question.asked_class}, a negative one against. Here, {feature_1} "
                "counts {w_1:+.6g} and {feature_2} {w_2:+.6g}."
            ),
        },
    },
    "sum": {
        "title": "Add up, then shift by the bias",
        "say": (
            "The products are added, and a bias shifts the sum: {short_1} "
            "{other.from_first:+.1f}, {short_2} {other.from_second:+.1f}, bias "
            "{bias:+.6g}. What is left is z = {other.z:.1f}, below zero."
        ),
        "claims": ("other_is_below",),
        "otherwise": {
            "title": "Add up, then shift by the bias",
            "say": (
                "The products are added, and a bias shifts the sum: {short_1} "
                "{other.from_first:+.1f}, {short_2} {other.from_second:+.1f}, bias "
                "{bias:+.6g}. That makes z = {other.z:.1f}, above zero."
            ),
            "claims": ("other_is_above",),
            "otherwise": {
                "title": "Add up, then shift by the bias",
                "say": (
                    "The products are added, and a bias shifts the sum: {short_1} "
                    "{other.from_first:+.1f}, {short_2} {other.from_second:+.1f}, "
                    "bias {bias:+.6g}. They cancel: z is zero to one decimal."
                ),
                "claims": ("other_is_at_zero",),
            },
        },
    },
    "activation": {
        "title": "The activation makes it a probability",
        "say": (
            "An activation function, here the sigmoid, squeezes any z into a value "
            "between 0 and 1: the probability of Gentoo. For this Adélie it is "
            "{other.a:.4p}."
        ),
        "claims": ("is_of_birds",),
        "otherwise": {
            "title": "The activation makes it a probability",
            "say": (
                "An activation function, here the sigmoid, squeezes any z into a "
                "value between 0 and 1: the probability of the label "
                "{question.asked_class}. For this {question.noun} it is {other.a:.4p}."
            ),
        },
    },
    "another_sample": {
        "title": "Another {question.noun}, the same neuron",
        "say": (
            "Now the Gentoo, {asked.first:.1f} and {asked.second:.1f} millimetres. "
            "The same weights and bias give z = {asked.z:+.1f}, and a probability of "
            "{asked.a:.4p}: a Gentoo."
        ),
        "claims": ("asked_is_found", "is_of_birds"),
        "otherwise": {
            "title": "Another {question.noun}, the same neuron",
            "say": (
                "Now the {question.noun} labelled {question.asked_class}, "
                "{asked.first_said} and {asked.second_said}. The same weights and bias "
                "give z = {asked.z:+.1f}, and a probability of {asked.a:.4p}: the "
                "neuron says {question.asked_class}."
            ),
            "claims": ("asked_is_found",),
            "otherwise": {
                "title": "Another {question.noun}, the same neuron",
                "say": (
                    "Now the {question.noun} labelled {question.asked_class}, "
                    "{asked.first_said} and {asked.second_said}. The same weights and "
                    "bias give z = {asked.z:+.1f}, and a probability of "
                    "{asked.a:.4p}: with these weights it is mistaken for "
                    "{question.other_class}."
                ),
                "claims": ("asked_is_mistaken",),
                "otherwise": {
                    "title": "Another {question.noun}, the same neuron",
                    "say": (
                        "Now the {question.noun} labelled {question.asked_class}, "
                        "{asked.first_said} and {asked.second_said}. The same weights "
                        "and bias give a probability of {asked.a:.4p}: the neuron is "
                        "undecided."
                    ),
                    "claims": ("asked_is_undecided",),
                },
            },
        },
    },
    "all_samples": {
        "title": "Every {question.noun} is a point",
        "say": (
            "These are the {question.n_samples} Adélie and Gentoo penguins of the "
            "Palmer Station study whose bills were measured, each at its own length "
            "and depth. The two species form two clouds."
        ),
        "claims": ("two_clouds", "is_of_birds"),
        "otherwise": {
            "title": "Every {question.noun} is a point",
            "say": (
                "Each point is one of {question.n_samples} {question.plural} from "
                "{question.credit}, labelled {question.other_class} or "
                "{question.asked_class}, placed by {feature_1} and {feature_2}. The "
                "two classes form two clouds."
            ),
            "claims": ("two_clouds",),
            "otherwise": {
                "title": "Every {question.noun} is a point",
                "say": (
                    "Each point is one of {question.n_samples} {question.plural} from "
                    "{question.credit}, labelled {question.other_class} or "
                    "{question.asked_class}, placed by {feature_1} and {feature_2}. "
                    "The two classes form two clouds that overlap."
                ),
                "claims": ("clouds_overlap",),
            },
        },
    },
    "line": {
        "title": "The weights draw a line",
        "say": (
            "Where z is zero the neuron is undecided: all such points form a "
            "straight line. One {edge_class}, {edge.first:.1f} by {edge.second:.1f} "
            "millimetres, lies right on it."
        ),
        "claims": ("line_is_in_sight", "edge_is_on_the_line", "is_of_birds"),
        "otherwise": {
            "title": "The weights draw a line",
            "say": (
                "Where z is zero the neuron is undecided: all such points form a "
                "straight line. One {question.noun} labelled {edge_class}, at "
                "{edge.first_said} and {edge.second_said}, lies right on it."
            ),
            "claims": ("line_is_in_sight", "edge_is_on_the_line"),
            "otherwise": {
                "title": "The weights draw a line",
                "say": (
                    "Where z is zero the neuron is undecided: all such points form a "
                    "straight line. The nearest {question.noun}, at "
                    "{edge.first_said} and {edge.second_said}, has z = {edge.z:.3f}."
                ),
                "claims": ("line_is_in_sight",),
                "otherwise": {
                    "title": "Their line lies out of sight",
                    "say": (
                        "Where z is zero the neuron is undecided: all such points "
                        "form a straight line. With these weights it passes outside "
                        "the picture; the nearest {question.noun} has "
                        "z = {edge.z:.1f}."
                    ),
                    "claims": ("line_is_out_of_sight",),
                },
            },
        },
    },
    "guess": {
        "title": "Can it find the line by itself?",
        "question": (
            "Other weights, another line: {wrong_at_start:d} of {question.n_samples} "
            "{question.plural} {wrong_at_start:plural(is,are)} on the wrong side. "
            "Which way will it turn?"
        ),
        "claims": ("starts_with_a_line", "starts_elsewhere"),
        "otherwise": {
            "title": "Can it find the line by itself?",
            "question": (
                "The same line as a start: {wrong_at_start:d} of "
                "{question.n_samples} {question.plural} "
                "{wrong_at_start:plural(is,are)} on the wrong side. Which way will it "
                "turn?"
            ),
            "claims": ("starts_with_a_line",),
            "otherwise": {
                "title": "Can it find the line by itself?",
                "question": (
                    "Weights of zero draw no line: the neuron gives all "
                    "{question.n_samples} {question.plural} the same answer. Where "
                    "will the line appear?"
                ),
                "claims": ("starts_without_a_line",),
            },
        },
    },
    "learn": {
        "say": (
            "Each step moves weights and bias a little so that the loss, the mean "
            "measure of error, gets smaller: from {loss_at_start:.2f} to "
            "{loss_at_end:.2f} in {history.n_epochs} {history.n_epochs:plural(step)}. "
            "The line turns "
            "until it lies between the clouds."
        ),
        "claims": (
            "starts_with_a_line",
            "loss_falls_at_each_step",
            "loss_falls",
            "line_turns",
            "line_comes_between",
        ),
        "otherwise": {
            "say": (
                "Each step moves weights and bias along the slope of the loss, the "
                "mean measure of error: {loss_at_start:.2f} at first, "
                "{loss_at_end:.2f} after {history.n_epochs} "
                "{history.n_epochs:plural(step)}. In the end {wrong_at_end} of "
                "{question.n_samples} {question.plural} "
                "{wrong_at_end:plural(is,are)} on the wrong side."
            ),
            "claims": ("loss_falls",),
            "otherwise": {
                "say": (
                    "Each step moves weights and bias along the slope of the loss, "
                    "the mean measure of error. With a learning rate of "
                    "{config.learning_rate:g} it is no lower to two decimals: "
                    "{loss_at_start:.2f} at first, {loss_at_end:.2f} in the end."
                ),
                "claims": ("loss_does_not_fall",),
            },
        },
    },
    "found": {
        "title": "What it found",
        "say": (
            "Told only the {question.of}, it found weights of the signs we chose. "
            "Training aims at the loss, not at this count: {wrong_at_end:d} of the "
            "{question.n_samples} {question.plural} it learned from "
            "{wrong_at_end:plural(is,are)} wrong."
        ),
        "claims": ("signs_are_as_given",),
        "otherwise": {
            "title": "What it found",
            "say": (
                "Told only the {question.of}, it found weights of other signs than "
                "ours. Training aims at the loss, not at this count: "
                "{wrong_at_end:d} of the {question.n_samples} {question.plural} it "
                "learned from {wrong_at_end:plural(is,are)} wrong."
            ),
            "claims": ("signs_are_others",),
        },
    },
}
