"""What the chapter says: its title, and the words of each beat."""

from scenes.words import Beats

TITLE = "Backpropagation"

BEATS: Beats = {
    "network": {
        "title": "A small network, one question",
        "say": (
            "Is this penguin a Chinstrap? No single line fences them off; a "
            "network can: two inputs, three hidden neurons, one output, "
            "{n_parameters} parameters."
        ),
    },
    "bird": {
        "title": "One penguin goes in",
        "say": (
            "Its bill measures {measured[0]:.1f} by {measured[1]:.1f} "
            "millimetres: centred and rescaled, {x[0, 0]:.1f} and {x[0, 1]:.1f}, so "
            "that length does not drown depth."
        ),
    },
    "forward": {
        "title": "Forward: from inputs to an answer",
        "say": (
            "Each hidden neuron adds its weighted inputs and a bias; "
            "{{mark:tanh}}tanh keeps the sum between minus 1 and 1. "
            "{{mark:output}}The output adds the three, {{mark:sigmoid}}the sigmoid "
            "makes it p of Chinstrap: {forward.a[1][0, 0]:.3f}."
        ),
    },
    "loss": {
        "title": "How wrong is it?",
        "say": (
            "The bird is an {species}, so the right answer y is {y[0, 0]:.0f}. "
            "The network leans that way, but is unsure: its {{mark:loss}}loss L is "
            "{loss:.3f}. A surer error would cost more."
        ),
    },
    "guess": {
        "title": "Who is to blame?",
        "question": (
            "Each of the {n_parameters} parameters had a part in this loss. "
            "Which should change, and which way?"
        ),
    },
    "output_blame": {
        "title": "Backward: blame at the output",
        "say": (
            "Blame is the slope of the loss: how fast it rises with a value. At "
            "the output sum it is p minus y, {gradients.dz[1][0, 0]:.3f}. A weight's "
            "slope is that times its activation."
        ),
    },
    "hidden_blame": {
        "title": "Backward: blame crosses the weights",
        "say": (
            "The same blame flows back over each edge, times its weight v, which "
            "may turn its sign. Then times the slope of tanh."
        ),
    },
    "first_weights": {
        "title": "Backward: the first weights",
        "say": (
            "The same rule again: a weight's slope is its neuron's blame times "
            "its input, a bias's the blame itself. One sweep has given all "
            "{n_parameters} slopes."
        ),
    },
    "check": {
        "title": "Is it right? Nudge and see",
        "say": (
            "A test without calculus: nudge one parameter, run the network again, see "
            "how the loss moves. Both ways agree to {agreed_decimals} "
            "{agreed_decimals:plural(decimal)}, for all {n_parameters} parameters."
        ),
    },
    "step": {
        "title": "One small step downhill",
        "say": (
            "Now every parameter moves a little against its slope. The same bird "
            "again: the loss falls from {loss:.3f} to {stepped_loss:.3f}, and the "
            "network is less sure of Chinstrap."
        ),
    },
    "three_birds": {
        "title": "Every bird has its say",
        "say": (
            "Another bird, another blame. For a Chinstrap it is negative: its "
            "probability should rise. So the slopes are averaged over all {n_birds} "
            "birds before each step."
        ),
    },
    "train": {
        "title": "Repeat, and the border bends",
        "say": (
            "With the mean slope and larger steps, {history.n_epochs} "
            "{history.n_epochs:plural(time)} over, the border bends around the "
            "Chinstraps: {wrong[-1]} of {n_birds} birds {wrong[-1]:plural(is,are)} "
            "wrong; one neuron alone leaves {one_neuron_wrong}."
        ),
    },
}
