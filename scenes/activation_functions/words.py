"""What the chapter says: its title, and the words of each beat."""

from scenes.words import Beats

TITLE = "Activation functions"

BEATS: Beats = {
    "corner": {
        "title": "Fence off the Chinstraps",
        "say": (
            "Of {n_birds} penguins, {n_chinstraps} "
            "{n_chinstraps:plural(is a Chinstrap,are Chinstraps)}, in a corner between "
            "two other species. Can a line fence them off?"
        ),
    },
    "best_line": {
        "title": "The best of all lines",
        "say": (
            "Every line has been tried. The best still gets {linear.wrong} of "
            "{n_birds} birds wrong; calling none a Chinstrap would miss "
            "{n_chinstraps}."
        ),
    },
    "guess": {
        "title": "Would more layers help?",
        "question": (
            "Three layers, {linear.n_parameters} parameters, no activation "
            "in between: will the border bend?"
        ),
    },
    "straight": {
        "title": "Three layers, one line",
        "say": (
            "It is straight. The trained stack gets {linear.stack_wrong} "
            "{linear.stack_wrong:plural(bird)} wrong, as one neuron does: training "
            "lowers the loss, not this count."
        ),
    },
    "one_matrix": {
        "title": "Three matrices are one",
        "say": (
            "Why? A layer multiplies by its matrix, and matrices multiply into "
            "one another. Three in a row are a single matrix W with two weights: one "
            "neuron. The biases add up."
        ),
    },
    "both_ways": {
        "title": "One bird, both ways",
        "say": (
            "This Chinstrap's z is {linear.forward.z[2][0, 0]:.6f} through three "
            "layers and {linear.z:.6f} through one neuron. For all birds they agree to "
            "{linear.agreed_decimals} {linear.agreed_decimals:plural(decimal)}, the "
            "limit of rounding."
        ),
    },
    "bends": {
        "title": "Put a bend in between",
        "say": (
            "So let a function bend z before it goes on. ReLU cuts off all below "
            "zero; sigmoid squeezes z between 0 and 1, tanh between minus 1 and 1. "
            "Here are three birds in one neuron."
        ),
    },
    "slopes": {
        "title": "The slope decides who learns",
        "say": (
            "Blame on its way back is multiplied by the slope. ReLU's is 1 or 0. "
            "Both S-curves flatten out: this Gentoo, z {z[1]:.1f}, teaches them "
            "little."
        ),
    },
    "rest": {
        "title": "Two tanh neurons: first a rest",
        "say": (
            "Two tanh neurons learn. For {rest} {rest:plural(step)} the loss hardly "
            "moves: it rests near {linear.neuron_loss:.2f}, the best one neuron can "
            "do. At step {left} still {left_wrong} "
            "{left_wrong:plural(bird is,birds are)} wrong."
        ),
    },
    "escape": {
        "title": "Then the border bends",
        "say": (
            "Then the two neurons part, the border bends into a corner, and the loss "
            "falls to {history.train_loss[-1]:.3f}. {wrong[-1]} of {n_birds} birds "
            "{wrong[-1]:plural(is,are)} wrong; the best line left {linear.wrong}."
        ),
    },
    "two_lines": {
        "title": "Two neurons, two lines",
        "say": (
            "Each hidden neuron has drawn a line; the output weighs them and "
            "gets a corner: {right:.1%} right on the birds it learned from, the best "
            "line {linear.right:.1%}."
        ),
    },
    "ten_starts": {
        "title": "Every start escapes",
        "say": (
            "From {config.n_starts} random {config.n_starts:plural(start)}, all "
            "escape, after a rest of {rest_range[0]} to {rest_range[1]} "
            "{rest_range[1]:plural(step)}. On held-out birds one neuron gets "
            "{held_out.mean[0]:.1%} right, two tanh neurons {held_out.mean[1]:.1%}."
        ),
    },
    "dead": {
        "title": "A ReLU neuron can die",
        "say": (
            "With two ReLU neurons instead, in {dead.n_dead} of {config.n_starts} "
            "{config.n_starts:plural(start)} one ends up below zero for every bird: "
            "slope 0, it learns no more, and the network fails. With {config.wide}, "
            "none fails."
        ),
    },
    "fading": {
        "title": "Through eight layers",
        "say": (
            "Before training, through {config.n_layers} "
            "{config.n_layers:plural(layer)} of sigmoids, the first layer's slopes are "
            "{shrinks[1]:.0f} times smaller than the last one's: it hardly learns. "
            "Tanh and ReLU keep them up."
        ),
    },
}
