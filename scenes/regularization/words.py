"""What the chapter says: its title, and the words of each beat."""

from scenes.words import Beats

TITLE = "Regularization"

BEATS: Beats = {
    "before": {
        "title": "A network that memorised",
        "say": (
            "A network of {config.hidden_width} hidden "
            "{config.hidden_width:plural(neuron)} tells a penguin's sex from bill "
            "length and mass. On the {n_parts[0]} {n_parts[0]:plural(bird)} it learned "
            "from, its loss ends at {curves.end_train:.3f}; on test birds, at "
            "{none.outcome.loss.mean:.2f}."
        ),
    },
    "piles": {
        "title": "Three piles of birds",
        "say": (
            "The {n_birds} birds are parted by lot. {n_parts[0]} "
            "{n_parts[0]:plural(teaches,teach)} the weights. {n_parts[1]} "
            "{n_parts[1]:plural(helps,help)} us choose, say when to stop. {n_parts[2]} "
            "{n_parts[2]:plural(is judged once: it tells,are judged once: they tell)} "
            "how new birds will fare."
        ),
    },
    "early": {
        "title": "Watch the validation birds",
        "say": (
            "Training loss only falls. The loss on the validation birds falls too, "
            "to {curves.best_loss:.2f} at step {curves.best}, then climbs: from there "
            "on the network learns single birds, not the sexes. We plant a flag."
        ),
    },
    "guess": {
        "question": (
            "Test loss at the end: {none.outcome.loss.mean:.2f}. "
            "What is it if we stop at the flag?"
        ),
    },
    "stopped": {
        "title": "Early stopping: before it memorises",
        "say": (
            "Stopped at each split's flag, the test loss is "
            "{early.outcome.loss.mean:.2f}, lower in {early.n_lower} of "
            "{config.n_splits} {config.n_splits:plural(split)}. Validation birds gave "
            "{curves.best_mean:.2f}: who chose is no fair judge."
        ),
    },
    "decay": {
        "title": "Weight decay: large weights cost",
        "say": (
            "Weight decay adds a price to the loss: half lambda times the sum of "
            "squared weights. Large weights make sharp bends. The largest ends at "
            "{weights.largest[1]:.1f}, not {weights.largest[0]:.1f}, and the border is "
            "smoother."
        ),
    },
    "too_much": {
        "title": "Too high a price underfits again",
        "say": (
            "Again validation birds choose: lambda {decays.value} is best, with "
            "a loss of {decays.best_mean:.2f}. At {config.decays[-1]} even training "
            "birds get {decays.train.mean[-1]:.2f}, and the border is nearly a line: "
            "underfitting."
        ),
    },
    "masks": {
        "title": "Dropout: half switched off by lot",
        "say": (
            "Dropout: in every step, and for every bird, each hidden neuron is off "
            "with chance {config.dropout:.0x%}. Here is one bird. No neuron can count "
            "on the others being there."
        ),
    },
    "average": {
        "title": "All on: an average of many",
        "say": (
            "Each thinned network has a border of its own: alone, a test loss of "
            "{dropped.alone_mean:.2f}. With all neurons on, they answer like an "
            "average of many: {dropout.outcome.loss.mean:.2f}."
        ),
    },
    "noise": {
        "title": "Input noise: measure again, badly",
        "say": (
            "Augmentation: in every step each bird is measured anew, with errors "
            "of about {noisy.of_length:.0f} {noisy.of_length:.0f plural(millimetre)} "
            "and {noisy.of_mass:.0f} {noisy.of_mass:.0f plural(gram)}. "
            "A dent around one bird no longer pays: test loss "
            "{noise.outcome.loss.mean:.2f}."
        ),
    },
    "more": {
        "title": "More birds to learn from",
        "say": (
            "More data is the other cure, slow here: with no remedy the loss falls "
            "from {more.loss.mean[0]:.1f} with {config.sizes[0]} "
            "{config.sizes[0]:plural(bird)} to {more.loss.mean[-1]:.1f} with "
            "{config.sizes[-1]}. As many, half to stop by, give "
            "{early.outcome.loss.mean:.2f}."
        ),
    },
    "scores": {
        "title": "Judged on the test birds",
        "say": (
            "Each remedy lowers the test loss in all {config.n_splits} "
            "{config.n_splits:plural(split)}. Right answers rise little, from "
            "{none.outcome.right.mean:.0%} to at most {early.outcome.right.mean:.0%}. "
            "The cure is honesty: before, it was {none.outcome.sure.mean:.0%} sure."
        ),
    },
    "take_away": {
        "title": "Same birds, same start",
        "say": (
            "Dropout, weight decay, and early stopping on a validation set keep "
            "a flexible network from trusting single birds: regularization."
        ),
    },
}
