"""What the chapter says: its title, and the words of each beat."""

from scenes.words import Beats

TITLE = "Overfitting"

BEATS: Beats = {
    "birds": {
        "title": "Female or male?",
        "say": (
            "Female or male, by bill length and body mass? Of {n_birds} "
            "penguins, {config.n_train} drawn by lot are to learn from; {n_test} "
            "others are held out."
        ),
    },
    "too_little": {
        "title": "One neuron: too stiff",
        "say": (
            "One hidden neuron draws a straight line, but female Gentoos "
            "outweigh male Adélies. {narrow.train_right:.0%} right, "
            "{narrow.test_right:.0%} of held-out birds: it underfits."
        ),
    },
    "too_much": {
        "title": "More neurons: every bird right",
        "say": (
            "Now {config.wide} hidden neurons, {wide.fit.n_parameters} parameters. "
            "In {config.n_epochs} steps the border winds around single birds, until "
            "all {wide.n_train_right} it learned from are right. A perfect score?"
        ),
    },
    "guess": {
        "title": "And on birds it never saw?",
        "question": (
            "All {config.n_train} right. Of the {n_test} birds held out, how "
            "many will it get wrong?"
        ),
    },
    "reveal": {
        "title": "It learned the birds by heart",
        "say": (
            "It gets {wide.n_test_wrong} of {n_test} held-out birds wrong, none "
            "of those it learned from. Its border fits single birds: this is "
            "overfitting."
        ),
    },
    "turn": {
        "title": "Where memorising begins",
        "say": (
            "Loss on the birds it learned from falls to the end. On held-out birds "
            "it is least, {watched.turn_loss:.2f}, at step {watched.turn_step}, the "
            "turn; then it climbs to {wide.test_loss:.2f}. Now it learns the birds, "
            "not the sexes."
        ),
    },
    "splits": {
        "title": "The same in every split",
        "say": (
            "Was this draw of birds bad luck? In {n_exploded} of {config.n_splits} "
            "random splits the held-out loss ends at no less than {config.rise:.0f} "
            "times its lowest value; on average {wide.fit.at_turn.mean:.2f} becomes "
            "{wide.fit.test.mean[-1]:.2f}."
        ),
    },
    "three": {
        "title": "Too stiff, about right, too flexible",
        "say": (
            "Right on held-out birds, mean of {config.n_splits} splits: one hidden "
            "neuron {narrow.fit.test_right.mean[-1]:.0%}, {config.middle} neurons "
            "{middle.fit.test_right.mean[-1]:.0%}, {config.wide} neurons "
            "{wide.fit.test_right.mean[-1]:.0%}. Too few underfit, too many overfit."
        ),
    },
    "level": {
        "title": "Nearly as often right",
        "say": (
            "Strange: from the turn to the end the wide network's right answers on "
            "held-out birds go only from {wide.fit.right_at_turn.mean:.0%} to "
            "{wide.fit.test_right.mean[-1]:.0%}, while its loss grows "
            "{mean_rise:.1f}-fold. What is it paying for?"
        ),
    },
    "sure": {
        "title": "Wrong, and sure of it",
        "say": (
            "The loss punishes being sure and wrong. Held-out birds given the "
            "wrong sex with at least {config.sure:.0%} certainty: "
            "{watched.n_sure_wrong[0]} at step {watched.turn_step}, "
            "{watched.n_sure_wrong[1]} at the end. A high probability is no proof."
        ),
    },
    "capacity": {
        "title": "Only held-out birds can tell",
        "say": (
            "With more neurons the training loss only falls. The held-out loss "
            "rises from {test_end.mean[0]:.2f} to {test_end.mean[-1]:.2f}, and "
            "{best} neurons are right most often: judge a model by data that it did "
            "not learn from."
        ),
    },
    "take_away": {
        "title": "A rule, or the birds by heart",
        "say": (
            "A field guide learned by heart names the birds pictured in it; a "
            "rule names the next bird too. How can a network be kept at its turn?"
        ),
    },
}
