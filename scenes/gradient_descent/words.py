"""What the chapter says: its title, and the words of each beat."""

from scenes.words import Beats

TITLE = "Gradient descent"

BEATS: Beats = {
    "one_weight": {
        "title": "One weight, one loss",
        "say": (
            "Longer flippers, heavier penguins. A line with one weight w "
            "predicts their mass; its loss L is the mean squared error. All weights "
            "together form a bowl."
        ),
    },
    "step": {
        "title": "One step downhill",
        "say": (
            "At w = {one.w[0]:.0f} the loss has slope {one.slope:.2f}. Step "
            "against it, times the learning rate {first_rate:.1x}: the new weight is "
            "{one.w[1]:.2f}, and the loss falls from {one.loss[0]:.2f} to "
            "{one.loss[1]:.2f}."
        ),
    },
    "guess": {
        "title": "How long should a step be?",
        "question": "What if the learning rate is much smaller, or much larger?",
    },
    "rates": {
        "say": (
            "Too small, {rates[0]:.2x}, crawls. Here {rates[1]:.1x} arrives in one "
            "step. At {rates[2]:.0x} it jumps from wall to wall for ever, and at "
            "{rates[3]:.2x} each jump ends higher: training diverges."
        ),
    },
    "units": {
        "title": "Why standardising helps",
        "say": (
            "Now weight and bias. With flippers in decimetres the loss is a narrow "
            "valley: {as_measured.n_steps:,d} {as_measured.n_steps:plural(step)} from "
            "wall to wall, the best of {as_measured.n_tried} learning "
            "{as_measured.n_tried:plural(rate)}. Standardised: {standardised.n_steps} "
            "{standardised.n_steps:plural(step)}."
        ),
    },
    "fan": {
        "title": "A few birds show the way",
        "say": (
            "Each bird alone asks for another step. Means over {batch_size} "
            "{batch_size:plural(bird)} already point about the way of all {n_birds}. "
            "Such a mini-batch is cheap."
        ),
    },
    "passes": {
        "title": "One look at every bird",
        "say": (
            "Every bird is seen once. All in one step: loss "
            "{passes.losses.mean[0]:.2f}. In {passes.n_steps[1]} "
            "{passes.n_steps[1]:plural(mini-batch,mini-batches)}: "
            "{passes.losses.mean[1]:.2f}, nearly the bottom. One by one, "
            "{passes.n_steps[2]} {passes.n_steps[2]:plural(step)}, it gets there too, "
            "but never rests."
        ),
    },
    "enzyme": {
        "title": "A real valley: an enzyme",
        "say": (
            "The enzyme's valley, turned on its side. The arrow is the first step. "
            "Plain descent drops to the valley's floor at once, then creeps to the "
            "best Vmax and Km: {race.n_steps[0]} {race.n_steps[0]:plural(step)}."
        ),
    },
    "momentum": {
        "title": "Momentum keeps rolling",
        "say": (
            "Momentum keeps {momentum:.1x} of the last step, v, and adds the new "
            "slope. It overshoots at first, but along the valley steady slopes add up: "
            "{race.n_steps[1]} {race.n_steps[1]:plural(step)}."
        ),
    },
    "adam": {
        "title": "Adam: a step length for each",
        "say": (
            "Adam divides a running mean of the slope by its running size, for each "
            "parameter. Vmax's slopes are {race.slope_ratio:.0f} times those of Km, "
            "yet their steps are alike: {race.n_steps[2]} "
            "{race.n_steps[2]:plural(step)}."
        ),
    },
    "race": {
        "title": "Same start, three rules",
        "say": (
            "All three at once, to within {race.closeness:.0%} of the least loss: Adam "
            "needs {race.n_steps[2]} {race.n_steps[2]:plural(step)}, momentum "
            "{race.n_steps[1]}, plain descent {race.n_steps[0]}, though it was first "
            "to reach the floor."
        ),
    },
    "fair": {
        "title": "No rule wins everywhere",
        "say": (
            "With the best of {tuned.n_tried} learning {tuned.n_tried:plural(rate)} "
            "each, momentum comes near Adam. With a coarser unit for Km, plain descent "
            "wins: {tuned.steps[1, 0]} {tuned.steps[1, 0]:plural(step)}, Adam "
            "{tuned.steps[1, 2]}."
        ),
    },
    "next": {
        "title": "Where do the slopes come from?",
        "say": (
            "Learning is walking downhill in small steps. A network needs a "
            "slope for every weight: backpropagation finds them all in one sweep."
        ),
    },
}
