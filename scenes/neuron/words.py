"""What the chapter says: its title, and the words of each beat."""

from scenes.words import Beats

TITLE = "The neuron"

BEATS: Beats = {
    "bird": {
        "title": "One penguin, two numbers",
        "say": (
            "This penguin's bill is {adelie.length:.1f} millimetres long and "
            "{adelie.depth:.1f} deep. Can a machine tell the species from these two "
            "numbers?"
        ),
        "claims": ("two_measurements",),
    },
    "two_species": {
        "title": "Adélie or Gentoo?",
        "say": (
            "It is an Adélie. A Gentoo has a longer bill, {gentoo.length:.1f}, and "
            "a shallower one, {gentoo.depth:.1f} millimetres. A neuron weighs both at "
            "once."
        ),
        "claims": ("gentoo_is_longer_and_shallower",),
    },
    "inputs": {
        "title": "Two numbers go in",
        "say": (
            "The neuron never sees the bird, only numbers: bill length as its "
            "first input, x one, and bill depth as its second, x two."
        ),
        "claims": ("two_measurements",),
    },
    "weights": {
        "title": "Each input has a weight",
        "say": (
            "Each input is multiplied by a weight: a positive one speaks for "
            "Gentoo, a negative one against. By eye, length counts "
            "{w_length:+.4g} and depth {w_depth:+.4g}."
        ),
    },
    "sum": {
        "title": "Add up, then shift by the bias",
        "say": (
            "The products are added, and a bias shifts the sum: length "
            "{adelie.from_length:+.1f}, depth {adelie.from_depth:+.1f}, bias "
            "{bias:+.4g}. What is left is z = {adelie.z:.1f}, below zero."
        ),
        "claims": ("adelie_is_below",),
        "otherwise": {
            "title": "Add up, then shift by the bias",
            "say": (
                "The products are added, and a bias shifts the sum: length "
                "{adelie.from_length:+.1f}, depth {adelie.from_depth:+.1f}, bias "
                "{bias:+.4g}. That makes z = {adelie.z:.1f}, above zero."
            ),
            "claims": ("adelie_is_above",),
            "otherwise": {
                "title": "Add up, then shift by the bias",
                "say": (
                    "The products are added, and a bias shifts the sum: length "
                    "{adelie.from_length:+.1f}, depth {adelie.from_depth:+.1f}, bias "
                    "{bias:+.4g}. They cancel: z is zero to one decimal."
                ),
                "claims": ("adelie_is_at_zero",),
            },
        },
    },
    "activation": {
        "title": "The activation makes it a probability",
        "say": (
            "An activation function, here the sigmoid, squeezes any z into a value "
            "between 0 and 1: the probability of Gentoo. For this Adélie it is "
            "{adelie.a:.4f}."
        ),
    },
    "gentoo": {
        "title": "Another bird, the same neuron",
        "say": (
            "Now the Gentoo, {gentoo.length:.1f} and {gentoo.depth:.1f} millimetres. "
            "The same weights and bias give z = {gentoo.z:+.1f}, and a probability of "
            "{gentoo.a:.4f}: a Gentoo."
        ),
        "claims": ("gentoo_is_found",),
        "otherwise": {
            "title": "Another bird, the same neuron",
            "say": (
                "Now the Gentoo, {gentoo.length:.1f} and {gentoo.depth:.1f} "
                "millimetres. The same weights and bias give z = {gentoo.z:+.1f}, and "
                "a probability of {gentoo.a:.4f}: with these weights it is mistaken "
                "for an Adélie."
            ),
            "claims": ("gentoo_is_mistaken",),
            "otherwise": {
                "title": "Another bird, the same neuron",
                "say": (
                    "Now the Gentoo, {gentoo.length:.1f} and {gentoo.depth:.1f} "
                    "millimetres. The same weights and bias give a probability of "
                    "{gentoo.a:.4f}: the neuron is undecided."
                ),
                "claims": ("gentoo_is_undecided",),
            },
        },
    },
    "all_birds": {
        "title": "Every bird is a point",
        "say": (
            "These are the {n_birds} Adélie and Gentoo penguins of the Palmer "
            "Station study whose bills were measured, each at its own length and "
            "depth. The two species form two clouds."
        ),
        "claims": ("two_clouds",),
    },
    "line": {
        "title": "The weights draw a line",
        "say": (
            "Where z is zero the neuron is undecided: all such points form a "
            "straight line. One {edge_class}, {edge.length:.1f} by {edge.depth:.1f} "
            "millimetres, lies right on it."
        ),
        "claims": ("line_is_in_sight", "edge_is_on_the_line"),
        "otherwise": {
            "title": "The weights draw a line",
            "say": (
                "Where z is zero the neuron is undecided: all such points form a "
                "straight line. The nearest bird, {edge.length:.1f} by "
                "{edge.depth:.1f} millimetres, has z = {edge.z:.2g}."
            ),
            "claims": ("line_is_in_sight",),
            "otherwise": {
                "title": "Their line lies out of sight",
                "say": (
                    "Where z is zero the neuron is undecided: all such points form a "
                    "straight line. With these weights it passes outside the "
                    "picture; the nearest bird has z = {edge.z:.3g}."
                ),
                "claims": ("line_is_out_of_sight",),
            },
        },
    },
    "guess": {
        "title": "Can it find the line by itself?",
        "question": (
            "Other weights, another line: {wrong_at_start:d} of {n_birds} birds "
            "{wrong_at_start:plural(is,are)} on the wrong side. Which way will it turn?"
        ),
        "claims": ("starts_with_a_line", "starts_elsewhere"),
        "otherwise": {
            "title": "Can it find the line by itself?",
            "question": (
                "The same line as a start: {wrong_at_start:d} of {n_birds} birds "
                "{wrong_at_start:plural(is,are)} on the wrong side. Which way will it "
                "turn?"
            ),
            "claims": ("starts_with_a_line",),
            "otherwise": {
                "title": "Can it find the line by itself?",
                "question": (
                    "Weights of zero draw no line: the neuron gives all {n_birds} "
                    "birds the same answer. Where will the line appear?"
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
                "{n_birds} birds {wrong_at_end:plural(is,are)} on the wrong side."
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
            "Told only the species, it found weights of the signs we chose. "
            "Training aims at the loss, not at this count: {wrong_at_end:d} of the "
            "{n_birds} birds it learned from {wrong_at_end:plural(is,are)} wrong."
        ),
        "claims": ("signs_are_as_chosen",),
        "otherwise": {
            "title": "What it found",
            "say": (
                "Told only the species, it found weights of other signs than ours. "
                "Training aims at the loss, not at this count: {wrong_at_end:d} of "
                "the {n_birds} birds it learned from {wrong_at_end:plural(is,are)} "
                "wrong."
            ),
            "claims": ("signs_are_others",),
        },
    },
}
