"""What the chapter says: its title, and the words of each beat."""

from scenes.words import Beats

TITLE = "Summary"

BEATS: Beats = {
    "map": {
        "title": "The lecture on one map",
        "say": (
            "Each chapter is a box: what a network is, how it learns, when to "
            "trust it. Now each box replays its picture."
        ),
        "claims": ("is_published",),
        "otherwise": {
            "title": "The lecture on one map",
            "say": (
                "Each chapter is a box: what a network is, how it learns, when to "
                "trust it. Now each box replays its picture with the published data."
            ),
            "claims": (),
        },
    },
    "parts": {
        "title": "What a network is",
        "say": (
            "Deep learning is a part of machine learning, a part of AI. It "
            "learns features; a neuron draws a line, activations bend it, layers "
            "re-draw the space."
        ),
    },
    "learning": {
        "title": "How it learns",
        "say": (
            "From {smallest} parameters to {largest_words} synapses in a brain. The "
            "loss says how wrong it is; descent walks down; backpropagation tells "
            "each weight its part."
        ),
    },
    "trust": {
        "title": "When to trust it",
        "say": (
            "Too wide, a network memorises: in one split its loss on new birds "
            "climbs to {memory.held_out[-1]:.2f}; weight decay holds it at "
            "{memory.decayed[-1]:.2f}. With enough data, it overtakes expert rules."
        ),
    },
    "guess": {
        "title": "All of it on one map",
        "question": "So what does deep learning need, before it is worth trying?",
    },
    "needs": {
        "title": "Data, computing, and care",
        "say": (
            "It learns patterns from raw data, but it needs large data, computing "
            "and care. Errors fell from {race.network.mean[0]:.0f}% to "
            "{race.network.mean[-1]:.0f}% as sequences grew from {race.sizes[0]} to "
            "{race.sizes[-1]}."
        ),
    },
    "questions": {
        "title": "Three questions for any model",
        "say": (
            "Ask what a simpler model scores: on penguin bills, logistic "
            "regression gets {held_out.mean[0]:.1%}, the network "
            "{held_out.mean[1]:.1%}. Ask whether the test data were new, and how wide "
            "the spread is."
        ),
    },
    "data_sources": {
        "title": "Data and their licences",
        "say": (
            "The data are open: penguins by Gorman, Williams and Fraser, splice "
            "junctions by Towell and colleagues, enzyme rates by Treloar."
        ),
        "claims": ("is_published",),
        "otherwise": {
            "title": "Data and their licences",
            "say": (
                "Published data are open: penguins by Gorman, Williams and Fraser, "
                "splice junctions by Towell and colleagues, enzyme rates by Treloar. "
                "The lecturer's own: {own}."
            ),
        },
    },
    "fact_sources": {
        "title": "Sources of published figures",
        "say": (
            "Sizes of models and brains are published figures, each with its "
            "source. What was not published is not shown."
        ),
    },
    "thanks": {
        "title": "Thanks",
        "say": (
            "The idea of showing a neuron and backpropagation in motion is "
            "Mathys Gapole's: thank you. Every result was computed; run it again, "
            "and change a setting."
        ),
    },
}
