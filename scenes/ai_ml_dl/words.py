"""What the chapter says: its title, and the words of each beat."""

from scenes.words import Beats

TITLE = "AI, machine learning, deep learning"

BEATS: Beats = {
    "rings": {
        "title": "Three names, one inside another",
        "say": (
            "Deep learning is a part of machine learning, which is a part of "
            "artificial intelligence. We open the rings one by one."
        ),
    },
    "ai": {
        "title": "AI: a machine that plays chess",
        "say": (
            "Chess was an early test for AI. A machine of Torres y Quevedo "
            "played this endgame, king and rook against king, over a century ago."
        ),
        "speak": (
            "Chess was an early test for AI. A machine of Torres Quevedo "
            "played this endgame, king and rook against king, over a century ago."
        ),
    },
    "search": {
        "title": "No data, only search",
        "say": (
            "Search starts from the {endgame.n_mates} {endgame.n_mates:plural(mate)} "
            "and works backwards, move by move, until all {endgame.n_positions:,} "
            "{endgame.n_positions:plural(position is,positions are)} solved. No mate "
            "is farther than {endgame.longest} {endgame.longest:plural(move)}. Nothing "
            "was learned."
        ),
    },
    "mate": {
        "title": "The longest fight, move by move",
        "say": (
            "From here the fight lasts {endgame.longest} "
            "{endgame.longest:plural(move)}: White takes the shortest way, Black the "
            "longest. It looks like thinking, yet each move is looked up in the solved "
            "table."
        ),
    },
    "ml": {
        "title": "ML: models that learn from examples",
        "say": (
            "Machine learning is given no rules, only examples to learn from: here "
            "{n_birds} penguins of three species, each known by the length and the "
            "depth of its bill."
        ),
    },
    "line": {
        "title": "Straight lines",
        "say": (
            "Logistic regression parts the species by straight lines. It "
            "misnames {line_wrong} of the {n_birds} birds it learned from."
        ),
    },
    "tree": {
        "title": "A decision tree asks questions",
        "say": (
            "A decision tree reads like an identification key: is the bill at "
            "most {questions[0].threshold:.2f} millimetres long? It misnames "
            "{tree_wrong} of the birds it learned from."
        ),
    },
    "forest": {
        "title": "A random forest votes",
        "say": (
            "A random forest grows {config.n_trees} {config.n_trees:plural(tree)}, "
            "each on its own random draw of the birds, and averages their answers. It "
            "misnames {forest_wrong} of the birds it learned from."
        ),
    },
    "dl": {
        "title": "DL: neural networks of many layers",
        "say": (
            "Deep learning is machine learning with networks of several layers. "
            "Here {n_parameters} weights and biases turn bill length and depth into "
            "three probabilities."
        ),
    },
    "train": {
        "title": "Trained on the same birds",
        "say": (
            "Training changes the weights a little at every step, so that the "
            "loss, a measure of error, falls. Of the birds it learned from "
            "{wrong[-1]} stay misnamed; the lines left {line_wrong}."
        ),
    },
    "guess": {
        "title": "Four models, the same birds",
        "question": "Which of the four will name most unseen birds rightly?",
    },
    "scores": {
        "title": "On new birds, lines do as well",
        "say": (
            "On held-out birds, from four measurements, the lines get "
            "{four['line'].mean:.1%} right, the network {four['network'].mean:.1%}: "
            "less apart than the spread. The tree falls behind."
        ),
    },
    "map": {
        "title": "Each ring, and what it did",
        "say": (
            "Search solved chess without data; models learned species from "
            "examples. A deep network did no better here; it pays where features are "
            "hard to name."
        ),
    },
}
