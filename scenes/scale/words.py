"""What the chapter says: its title, and the words of each beat."""

from scenes.words import Beats

TITLE = "Scale"

BEATS: Beats = {
    "count": {
        "title": "What counts as size",
        "say": (
            "The size of a model is its number of parameters: all its weights "
            "and biases. The neuron of two bill measurements has {neuron.count}."
        ),
    },
    "network": {
        "title": "The shapes give the count",
        "say": (
            "A net from {config.penguin_widths[0]} "
            "{config.penguin_widths[0]:plural(measurement)} to "
            "{config.penguin_widths[3]} penguin species, with two hidden layers of "
            "{config.penguin_widths[1]}: {penguin_net.n_weights} "
            "{penguin_net.n_weights:plural(weight)} and {penguin_net.n_biases} "
            "{penguin_net.n_biases:plural(bias,biases)}, so {penguin_net.count} "
            "parameters."
        ),
    },
    "synapse": {
        "title": "A parameter is like a synapse",
        "say": (
            "A weight sits on a connection, so a parameter is like a synapse, not a "
            "neuron: {penguin_net.count} parameters, {penguin_net.n_neurons} "
            "{penguin_net.n_neurons:plural(neuron)}. This compares counts, not "
            "function."
        ),
    },
    "guess": {
        "title": "How large is large?",
        "question": (
            "If {gpt3.name}, {gpt3.words} parameters, were one kilometre "
            "long: how long is our penguin net?"
        ),
    },
    "even_scale": {
        "title": "On an even scale, ours vanishes",
        "say": (
            "Only {length_words[3]}, a microbe's size. To scale, the largest "
            "{esm2[5].name} protein model is {length_words[1]} long, the smallest "
            "{length_words[2]}."
        ),
    },
    "ours": {
        "title": "Each step, ten times more",
        "say": (
            "Here each step is ten times more. The neuron stands at "
            "{neuron.count}, the penguin net at {penguin_net.count}, a network that "
            "reads splice sites at {splice_net.count}."
        ),
    },
    "worm": {
        "title": "A worm beside our nets",
        "say": (
            "The worm {worm_neurons.name} has {worm_neurons.words} neurons; "
            "compare parameters with its {worm_synapses.words} or so chemical "
            "synapses ({worm_neurons.citation})."
        ),
    },
    "small": {
        "title": "The smallest protein models",
        "say": (
            "The lecture notes give a protein language model a million "
            "parameters. That fits the smallest: {carp.name}, and {mif.name} with "
            "{mif.words} ({carp.reference})."
        ),
    },
    "ladder": {
        "title": "A ladder of protein models",
        "say": (
            "{esm2[0].name} climbs in six sizes from {esm2[0].words} to "
            "{esm2[5].words} ({esm2[0].citation}). {prot_t5.name} has {prot_t5.words} "
            "({prot_t5.citation}), {esm3.name} {esm3.words} ({esm3.citation})."
        ),
        "speak": (
            "{esm2[0].name} climbs in six sizes from {esm2[0].words} to "
            "{esm2[5].words}. {prot_t5.name} has {prot_t5.words}, and {esm3.name} has "
            "{esm3.words}."
        ),
    },
    "language": {
        "title": "Large language models",
        "say": (
            "{gpt3.name} has {gpt3.words} ({gpt3.citation}). {gpt_oss.name}, a "
            "mixture of experts, has {gpt_oss.words}; {active_words} work on each "
            "token ({gpt_oss.citation}). {gpt5.name}'s size is {gpt5.words}."
        ),
    },
    "brain": {
        "title": "The human brain",
        "say": (
            "A human brain has {brain.words} neurons, plus or minus "
            "{brain_spread:.1f} ({brain.citation}). But compare synapses: about "
            "{cortex.words} in the neocortex ({cortex.citation})."
        ),
    },
    "whole": {
        "title": "From one neuron to a neocortex",
        "say": (
            "From the {neuron.count} parameters of one neuron to the "
            "{cortex.words} synapses of a neocortex. A count does not say what model "
            "or brain can do."
        ),
    },
    "memory": {
        "title": "What the parameters weigh",
        "say": (
            "In memory each parameter takes {bytes_whole} {bytes_whole:plural(byte)}, "
            "in half precision {bytes_half}, in training with Adam {bytes_training}. "
            "{gpt3.name} needs {memory[3].whole_words}, {memory[3].training_words} in "
            "training; our net {memory[0].whole_words}."
        ),
    },
    "training": {
        "title": "What training takes",
        "say": (
            "Training takes about {operations_each} "
            "{operations_each:plural(operation)} for each parameter and token "
            "({rule}). At a billion a second: our net {train_ours.time}, {gpt3.name} "
            "{train_gpt3.time}."
        ),
    },
}
