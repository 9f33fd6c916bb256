"""What the chapter says: its title, and the words of each beat."""

from scenes.words import Beats

TITLE = "Training"

BEATS: Beats = {
    "start": {
        "title": "A network that knows nothing yet",
        "say": (
            "Which species, by the bill? The {n_parameters} weights and biases "
            "of this network are still random: it misnames {run.wrong[0]} of "
            "{n_birds} penguins."
        ),
    },
    "loop": {
        "title": "One step, four moves",
        "say": (
            "Training repeats four moves. Some birds go forward, the loss says how "
            "wrong the answers are, blame goes backward, every parameter steps. On "
            "{config.batch_size:plural(this,these)} {config.batch_size} "
            "{config.batch_size:plural(bird)} the loss falls a little."
        ),
    },
    "batches": {
        "title": "Shuffle, then deal into batches",
        "say": (
            "This table is sorted by species. So the {n_birds} birds are shuffled and "
            "dealt into {n_batches} {n_batches:plural(mini-batch,mini-batches)}, one "
            "step each; {n_batches} {n_batches:plural(step)}, every bird seen once, "
            "{n_batches:plural(is,are)} an epoch."
        ),
    },
    "first_epoch": {
        "title": "One epoch, step by step",
        "say": (
            "The first epoch: bright birds are the batch of the moment. After "
            "{n_batches} {n_batches:plural(step)} the mean loss has fallen from "
            "{steps.losses[0]:.2f} to {steps.losses[-1]:.2f}, and {steps.wrong[-1]} "
            "{steps.wrong[-1]:plural(bird is,birds are)} still misnamed."
        ),
    },
    "guess": {
        "title": "And again, and again",
        "question": (
            "How often must it see each penguin until it names "
            "{config.nearly:.0x%} rightly?"
        ),
    },
    "epochs": {
        "title": "The loss falls, the borders move",
        "say": (
            "After {nearly_all} {nearly_all:plural(epoch)}, {config.nearly:.0x%} of "
            "the birds it learns from are named rightly; after {config.n_epochs}, all "
            "but {run.wrong[-1]}. The loss falls fast at first, while the borders "
            "swing round, then slowly."
        ),
    },
    "noise": {
        "title": "A batch is a small sample",
        "say": (
            "Each dot is one batch. {config.batch_size} "
            "{config.batch_size:plural(bird is,birds are)} a small sample, so the dots "
            "scatter: in the last epoch from {last_batches[0]:.2f} to "
            "{last_batches[1]:.2f}. The steps are noisy, yet the mean falls."
        ),
    },
    "inside": {
        "title": "Inside: each neuron is a map",
        "say": (
            "Give every neuron a small map of the plane of bills, shaded where "
            "it is above zero. Before training their lines lie anywhere."
        ),
    },
    "detectors": {
        "title": "Neurons become detectors",
        "say": (
            "The same {config.n_epochs} {config.n_epochs:plural(epoch)}, from inside. "
            "The lines turn until two neurons are above zero for Adélies and two for "
            "Gentoos. Nobody told them to: lowering the loss did."
        ),
    },
    "combine": {
        "title": "Chinstrap: neither of the two",
        "say": (
            "All weights to Chinstrap are negative, and for this one all neurons "
            "are below zero: minus times minus is plus. So a Chinstrap is neither."
        ),
    },
    "starts": {
        "title": "Other starts, other neurons",
        "say": (
            "From {config.n_starts} random {config.n_starts:plural(start)} the neurons "
            "draw other lines, yet the borders come out alike: {start_wrong[0]} to "
            "{start_wrong[1]} {start_wrong[1]:plural(bird is,birds are)} misnamed."
        ),
    },
    "scores": {
        "title": "As good as a simpler model",
        "say": (
            "On {config.n_test} held-out {config.n_test:plural(bird)}, over "
            "{config.n_splits} {config.n_splits:plural(split)}, it gets "
            "{held_out.mean[1]:.1%} right; logistic regression, without hidden "
            "neurons, gets {held_out.mean[0]:.1%}."
        ),
    },
    "onward": {
        "title": "Train on, and the loss still falls",
        "say": (
            "Train on to {config.long_epochs} {config.long_epochs:plural(epoch)}, and "
            "the loss still falls; {long.wrong[-1]} of the birds it learns from "
            "{long.wrong[-1]:plural(is,are)} misnamed now. But does it get better at "
            "penguins, or only at these?"
        ),
    },
}
