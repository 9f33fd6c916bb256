"""What the chapter says: its title, and the words of each beat."""

from scenes.words import Beats

TITLE = "Layers"

BEATS: Beats = {
    "neuron": {
        "title": "One neuron, once more",
        "say": (
            "One neuron weighs bill length and depth, adds a bias, and bends the "
            "sum with tanh: {neuron_scores.n_parameters} parameters, found by "
            "training."
        ),
    },
    "layer": {
        "title": "Side by side: a layer",
        "say": (
            "A layer is many neurons side by side, here {network.widths[1]}. All "
            "see the same inputs, each with weights and a bias of its own."
        ),
    },
    "matrix": {
        "title": "A layer is a matrix",
        "say": (
            "Write each neuron's weights as one row, and the layer is a matrix W of "
            "{network.widths[1]} {network.widths[1]:plural(row)} and "
            "{network.widths[0]} {network.widths[0]:plural(column)}. One product gives "
            "all sums at once."
        ),
    },
    "network": {
        "title": "In a row: a network",
        "say": (
            "The outputs of one layer are the inputs of the next. This network, "
            "{n_layers} {n_layers:plural(layer)} deep, tells Chinstraps from other "
            "penguins. Others stack many more."
        ),
    },
    "forward": {
        "title": "One penguin, layer by layer",
        "say": (
            "A Chinstrap's bill, {measured[0]:.1f} by {measured[1]:.1f} millimetres, "
            "goes in rescaled. {network.widths[1]} "
            "{network.widths[1]:plural(activation)}, then {network.widths[2]}, then "
            "one: its probability of being a Chinstrap, {forward.a[2][0, 0]:.2f}."
        ),
    },
    "count": {
        "title": "Count weights and biases, not neurons",
        "say": (
            "Parameters are not neurons. Each neuron has a weight for every input and "
            "one bias: {n_neurons} {n_neurons:plural(neuron makes,neurons make)} "
            "{n_parameters} parameters."
        ),
    },
    "grow": {
        "title": "Width costs more than depth",
        "say": (
            "Four inputs and two hidden layers of {config.wide_hidden} make "
            "{penguin_parameters} parameters. Twice as many layers: "
            "{deeper_parameters}. Twice as wide: {doubled_parameters}, as each "
            "neuron meets each of the next layer."
        ),
    },
    "guess": {
        "title": "A last neuron draws a straight line",
        "question": (
            "The last neuron can draw only a straight line. So why is this border bent?"
        ),
    },
    "hidden": {
        "title": "The last neuron's own view",
        "say": (
            "The last neuron sees no bill, only two activations. Each bird is a point "
            "in their plane, and there the border is straight: {wrong[-1]} of "
            "{n_birds} {wrong[-1]:plural(is,are)} on the wrong side."
        ),
    },
    "paper": {
        "title": "The layers bend the plane",
        "say": (
            "Lay squared paper over the bills and let the layers carry its "
            "lines. They bend it, so that one straight cut parts Chinstraps from the "
            "rest."
        ),
    },
    "train": {
        "title": "Training re-draws the space",
        "say": (
            "One of many starts, chosen for a clear picture: before training "
            "{wrong[0]} of {n_birds} birds {wrong[0]:plural(is,are)} wrong; after "
            "{steps[-1]} {steps[-1]:plural(step)} {wrong[-1]}, on the birds it learned "
            "from. One neuron alone leaves {one_neuron_wrong}."
        ),
    },
    "budget": {
        "title": "The same budget, wide or deep",
        "say": (
            "Spend {scores[0].n_parameters} parameters on one layer of "
            "{scores[0].widths[1]} {scores[0].widths[1]:plural(neuron)}, on our "
            "{scores[1].widths[1]} and {scores[1].widths[2]}, or on three layers. Each "
            "learns from {n_train} {n_train:plural(bird)} and is judged on "
            "{config.n_test} {config.n_test:plural(other)}, {config.n_splits} "
            "{config.n_splits:plural(time)}."
        ),
    },
    "scores": {
        "title": "Neither wins here",
        "say": (
            "Wide gets {scores[0].right.mean:.1%} right, deep "
            "{scores[1].right.mean:.1%} and {scores[2].right.mean:.1%}, one neuron "
            "{neuron_scores.right.mean:.1%}. Wide and deep differ by less "
            "than the spread: neither wins here."
        ),
    },
}
