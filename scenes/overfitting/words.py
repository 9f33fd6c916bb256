"""What the chapter says: its title, and the words of each beat."""

from scenes.words import Beats

TITLE = "Overfitting"

BEATS: Beats = {
    "birds": {
        "title": "Female or male?",
        "say": (
            "Female or male, by bill length and body mass? Of {n_birds} penguins, "
            "{config.n_train} drawn by lot {config.n_train:plural(is,are)} to learn "
            "from; {n_test} {n_test:plural(other)} {n_test:plural(is,are)} held out."
        ),
        "claims": ("held_out_are_new",),
    },
    "too_little": {
        "title": "One neuron: too stiff",
        "say": (
            "One hidden neuron draws a straight line, but female Gentoos outweigh male "
            "Adélies. {narrow.train_right:.0%} right, {narrow.test_right:.0%} of "
            "held-out birds: it underfits."
        ),
        "claims": (
            "narrow_underfits", "gentoos_outweigh", "narrow_is_one",
            "narrow_is_straight",
        ),
        "otherwise": {
            "title": "Too few neurons: too stiff",
            "say": (
                "{config.narrow} hidden {config.narrow:plural(neuron)}, and female "
                "Gentoos outweigh male Adélies. {narrow.train_right:.0%} right, "
                "{narrow.test_right:.0%} of held-out birds; with more neurons more are "
                "right, of both: it underfits."
            ),
            "claims": ("gentoos_outweigh", "narrow_underfits"),
        },
    },
    "too_much": {
        "title": "More neurons: every bird right",
        "say": (
            "Now {config.wide} hidden {config.wide:plural(neuron)}, "
            "{wide.fit.n_parameters} parameters. In {config.n_epochs} "
            "{config.n_epochs:plural(step)} the border winds around single birds, "
            "until all {wide.n_train_right} it learned from "
            "{wide.n_train_right:plural(is,are)} right. A perfect score?"
        ),
        "claims": ("all_learned", "border_winds"),
        "otherwise": {
            "title": "More neurons: more birds right",
            "say": (
                "Now {config.wide} hidden {config.wide:plural(neuron)}, "
                "{wide.fit.n_parameters} parameters. After {config.n_epochs} "
                "{config.n_epochs:plural(step)} {wide.n_train_right} of the "
                "{config.n_train} {config.n_train:plural(bird)} it learned from "
                "{wide.n_train_right:plural(is,are)} right. A good score?"
            ),
            "claims": ("more_learned",),
        },
    },
    "guess": {
        "title": "And on birds it never saw?",
        "question": (
            "All {config.n_train} right. Of the {n_test} {n_test:plural(bird)} held "
            "out, how many will it get wrong?"
        ),
        "claims": ("all_learned", "held_out_are_new"),
        "otherwise": {
            "title": "And on birds it never saw?",
            "question": (
                "{wide.n_train_right} of {config.n_train} right. Of the {n_test} "
                "{n_test:plural(bird)} held out, how many will it get wrong?"
            ),
            "claims": ("held_out_are_new",),
        },
    },
    "reveal": {
        "title": "It learned the birds by heart",
        "say": (
            "It gets {wide.n_test_wrong} of {n_test} held-out {n_test:plural(bird)} "
            "wrong, none of those it learned from. Its border fits single birds: this "
            "is overfitting."
        ),
        "claims": ("overfits_here", "all_learned", "border_winds"),
        "otherwise": {
            "title": "Better on the birds it learned from",
            "say": (
                "It gets {wide.n_test_wrong} of {n_test} held-out "
                "{n_test:plural(bird)} wrong, {wide.n_train_wrong} of the "
                "{config.n_train} it learned from: this is overfitting."
            ),
            "claims": ("overfits_here",),
        },
    },
    "turn": {
        "title": "Where memorising begins",
        "say": (
            "Loss on the birds it learned from falls to the end. On held-out birds it "
            "is least, {watched.turn_loss:.2f}, at step {watched.turn_step}, the turn; "
            "then it climbs to {wide.test_loss:.2f}. Now it learns the birds, not the "
            "sexes."
        ),
        "claims": ("overfits_here", "train_falls", "turn_is_least"),
        "otherwise": {
            "title": "Where memorising begins",
            "say": (
                "Of {n_steps} {n_steps:plural(step)} looked at, loss on held-out birds "
                "is least, {watched.turn_loss:.2f}, at step {watched.turn_step}, the "
                "turn. At the end it is {wide.test_loss:.2f}, but on those it learned "
                "from lower than at the turn: it learned the birds, not the sexes."
            ),
            "claims": ("overfits_here",),
        },
    },
    "splits": {
        "title": "The same in every split",
        "say": (
            "Was this draw of birds bad luck? In {n_exploded} of {config.n_splits} "
            "random {config.n_splits:plural(split)} the held-out loss ends at no less "
            "than {config.rise:g} times its lowest value; on average "
            "{wide.fit.least.mean:.2f} becomes {wide.fit.at_end.mean:.2f}."
        ),
        "claims": ("overfits", "all_explode"),
        "otherwise": {
            "title": "Up, on average of all splits",
            "say": (
                "Was this draw of birds bad luck? In {n_exploded} of {config.n_splits} "
                "random {config.n_splits:plural(split)} the held-out loss ends at no "
                "less than {config.rise:g} times its lowest value; on average "
                "{wide.fit.least.mean:.2f} becomes {wide.fit.at_end.mean:.2f}."
            ),
            "claims": ("overfits",),
        },
    },
    "three": {
        "title": "Too stiff, about right, too flexible",
        "say": (
            "Right on held-out birds, mean of {config.n_splits} "
            "{config.n_splits:plural(split)}: one hidden neuron "
            "{narrow.fit.right_at_end.mean:.0%}, {config.middle} "
            "{config.middle:plural(neuron)} {middle.fit.right_at_end.mean:.0%}, "
            "{config.wide} {config.wide:plural(neuron)} "
            "{wide.fit.right_at_end.mean:.0%}. Too few underfit, too many overfit."
        ),
        "labels": {
            "narrow": "{config.narrow} neuron: underfits",
            "middle": (
                "{config.middle} {config.middle:plural(neuron)}: right most often"
            ),
            "wide": "{config.wide} {config.wide:plural(neuron)}: overfits",
        },
        "claims": ("narrow_underfits", "overfits", "narrow_is_one", "middle_is_best"),
        "otherwise": {
            "title": "From too stiff to too flexible",
            "say": (
                "Right on held-out birds, and their loss, means of {config.n_splits} "
                "{config.n_splits:plural(split)}: {config.narrow} hidden "
                "{config.narrow:plural(neuron)} {narrow.fit.right_at_end.mean:.0%}, "
                "{narrow.fit.at_end.mean:.2f}; {config.middle} "
                "{config.middle:plural(neuron)} {middle.fit.right_at_end.mean:.0%}, "
                "{middle.fit.at_end.mean:.2f}; {config.wide} "
                "{config.wide:plural(neuron)} {wide.fit.right_at_end.mean:.0%}, "
                "{wide.fit.at_end.mean:.2f}. Too few underfit, too many overfit."
            ),
            "labels": {
                "narrow": "{config.narrow} {config.narrow:plural(neuron)}: underfits",
                "middle": "{config.middle} {config.middle:plural(neuron)}",
                "wide": "{config.wide} {config.wide:plural(neuron)}: overfits",
            },
            "claims": ("narrow_underfits", "overfits"),
        },
    },
    "level": {
        "title": "Nearly as often right",
        "say": (
            "Strange: from the turn to the end the wide network's right answers on "
            "held-out birds go only from {wide.fit.right_at_turn.mean:.0%} to "
            "{wide.fit.right_at_end.mean:.0%}, while its loss grows "
            "{mean_rise:.1f}-fold. What is it paying for?"
        ),
        "claims": ("loss_grows", "nearly_as_often_right"),
        "otherwise": {
            "title": "Right answers, and the loss",
            "say": (
                "From the turn to the end the wide network's right answers on held-out "
                "birds go from {wide.fit.right_at_turn.mean:.0%} to "
                "{wide.fit.right_at_end.mean:.0%}, while its loss grows "
                "{mean_rise:.1f}-fold. What is it paying for?"
            ),
            "claims": ("loss_grows",),
        },
    },
    "sure": {
        "title": "Wrong, and sure of it",
        "say": (
            "The loss punishes being sure and wrong. Held-out birds given the wrong "
            "sex with at least {certainty} certainty: {watched.n_sure_wrong_at_turn} "
            "at step {watched.turn_step}, {watched.n_sure_wrong_at_end} at the end. A "
            "high probability is no proof."
        ),
        "labels": {"count": "wrong, and at least {certainty} sure"},
        "claims": ("more_sure_and_wrong",),
        "otherwise": {
            "title": "Wrong, and surer of it",
            "say": (
                "The loss punishes being sure and wrong. Mean certainty of wrong "
                "answers on held-out birds, {config.n_splits} "
                "{config.n_splits:plural(split)}: {sureness.at_turn.mean:.0%} at the "
                "turn, {sureness.at_end.mean:.0%} at the end. A high probability is no "
                "proof."
            ),
            "labels": {"count": "wrong, and at least {certainty} sure"},
            "claims": ("surer_when_wrong",),
        },
    },
    "capacity": {
        "title": "Only held-out birds can tell",
        "say": (
            "With more neurons the training loss only falls. The held-out loss rises "
            "from {narrowest.at_end.mean:.2f} to {widest.at_end.mean:.2f}, and {best} "
            "{best:plural(neuron)} {best:plural(is,are)} right most often: judge a "
            "model by data that it did not learn from."
        ),
        "labels": {"best": "most: {best} {best:plural(neuron)}"},
        "claims": (
            "held_out_rises_with_width", "train_falls_with_width", "one_is_best",
            "best_is_narrower", "held_out_are_new",
        ),
        "otherwise": {
            "title": "Only held-out birds can tell",
            "say": (
                "From {narrowest.width} to {widest.width} "
                "{widest.width:plural(neuron)} the training loss falls from "
                "{narrowest.train_at_end.mean:.2f} to {widest.train_at_end.mean:.2f}. "
                "But the held-out loss is least, {gentlest.at_end.mean:.2f}, with "
                "{gentlest.width}: judge a model by data that it did not learn from."
            ),
            "claims": ("train_ends_lower", "gentlest_is_narrower", "held_out_are_new"),
        },
    },
    "take_away": {
        "title": "A rule, or the birds by heart",
        "say": (
            "A field guide learned by heart names the birds pictured in it; a rule "
            "names the next bird too. How can a network be kept at its turn?"
        ),
        "labels": {"turn": "at its turn: a rule", "end": "at the end: by heart"},
        "claims": ("overfits",),
    },
}  # fmt: skip
