"""What the chapter says: its title, and the words of each beat."""

from scenes.words import Beats

TITLE = "Overfitting"

BEATS: Beats = {
    "samples": {
        "title": "Female or male?",
        "say": (
            "Female or male, by {feature_1} and {feature_2}? Of {n_samples} "
            "{question.population}, {n_train} drawn by lot {n_train:plural(is,are)} to "
            "learn from; {n_test} {n_test:plural(other)} {n_test:plural(is,are)} held "
            "out."
        ),
        "claims": ("held_out_are_new", "is_of_birds"),
        "otherwise": {
            "title": "{question.other_class} or {question.asked_class}?",
            "say": (
                "Is it {question.other_class} or {question.asked_class}, by "
                "{feature_1} and {feature_2}? Of {n_samples} {question.population}, "
                "{n_train} drawn by lot {n_train:plural(is,are)} to learn from; "
                "{n_test} {n_test:plural(other)} {n_test:plural(is,are)} held out."
            ),
            "claims": ("held_out_are_new", "names_are_short"),
            "otherwise": {
                "title": "Which of two classes?",
                "say": (
                    "Is it {question.other_class} or {question.asked_class}, by "
                    "{feature_1} and {feature_2}? Of {n_samples} "
                    "{question.population}, {n_train} drawn by lot "
                    "{n_train:plural(is,are)} to learn from; {n_test} "
                    "{n_test:plural(other)} {n_test:plural(is,are)} held out."
                ),
                "claims": ("held_out_are_new",),
            },
        },
    },
    "narrow": {
        "title": "One neuron: too stiff",
        "say": (
            "One hidden neuron draws a straight line, but female Gentoos outweigh male "
            "Adélies. {narrow.train_right:.0%} right, {narrow.test_right:.0%} of "
            "held-out birds: it underfits."
        ),
        "labels": {"masses": "(mean {masses.feature})"},
        "claims": (
            "narrow_underfits", "is_of_birds", "gentoos_outweigh", "narrow_is_one",
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
            "labels": {"masses": "(mean {masses.feature})"},
            "claims": ("narrow_underfits", "is_of_birds", "gentoos_outweigh"),
            "otherwise": {
                "title": "Too few neurons: too stiff",
                "say": (
                    "{config.narrow} hidden {config.narrow:plural(neuron)}: "
                    "{narrow.train_right:.0%} right, {narrow.test_right:.0%} of "
                    "held-out {question.plural}. With more neurons more are right, of "
                    "both: it underfits."
                ),
                "claims": ("narrow_underfits",),
                "otherwise": {
                    "title": "One neuron: a straight line",
                    "say": (
                        "One hidden neuron draws a straight line: "
                        "{narrow.train_right:.0%} of the {question.plural} it learned "
                        "from are right, {narrow.test_right:.0%} of those held out. Do "
                        "more neurons do better?"
                    ),
                    "claims": ("narrow_is_one", "narrow_is_straight"),
                    "otherwise": {
                        "title": "First, a narrow network",
                        "say": (
                            "{config.narrow} hidden {config.narrow:plural(neuron)}: "
                            "{narrow.train_right:.0%} of the {question.plural} learned "
                            "from are right, {narrow.test_right:.0%} of those held "
                            "out. Do more neurons do better?"
                        ),
                        "claims": ("held_out_are_new",),
                    },
                },
            },
        },
    },
    "wide": {
        "title": "More neurons: every {question.noun} right",
        "say": (
            "Now {config.wide} hidden {config.wide:plural(neuron)}, "
            "{wide.fit.n_parameters} parameters. In {config.n_epochs} "
            "{config.n_epochs:plural(step)} the border winds around single "
            "{question.plural}, until all {wide.n_train_right} it learned from "
            "{wide.n_train_right:plural(is,are)} right. A perfect score?"
        ),
        "claims": ("all_learned", "border_winds"),
        "otherwise": {
            "title": "More neurons: every {question.noun} right",
            "say": (
                "Now {config.wide} hidden {config.wide:plural(neuron)}, "
                "{wide.fit.n_parameters} parameters. After {config.n_epochs} "
                "{config.n_epochs:plural(step)} all {wide.n_train_right} it learned "
                "from {wide.n_train_right:plural(is,are)} right. A perfect score?"
            ),
            "claims": ("all_learned",),
            "otherwise": {
                "title": "More neurons: more {question.plural} right",
                "say": (
                    "Now {config.wide} hidden {config.wide:plural(neuron)}, "
                    "{wide.fit.n_parameters} parameters. After {config.n_epochs} "
                    "{config.n_epochs:plural(step)} {wide.n_train_right} of the "
                    "{n_train} {n_train:plural(question.nouns)} it learned from "
                    "{wide.n_train_right:plural(is,are)} right. A good score?"
                ),
                "claims": ("more_learned",),
                "otherwise": {
                    "title": "Now a wide network",
                    "say": (
                        "Now {config.wide} hidden {config.wide:plural(neuron)}, "
                        "{wide.fit.n_parameters} parameters. After {config.n_epochs} "
                        "{config.n_epochs:plural(step)} {wide.n_train_right} of the "
                        "{n_train} {n_train:plural(question.nouns)} it learned from "
                        "{wide.n_train_right:plural(is,are)} right. A good score?"
                    ),
                    "claims": ("held_out_are_new",),
                },
            },
        },
    },
    "guess": {
        "title": "And on {question.plural} it never saw?",
        "question": (
            "All {n_train} right. Of the {n_test} {n_test:plural(question.nouns)} held "
            "out, how many will it get wrong?"
        ),
        "claims": ("all_learned", "held_out_are_new"),
        "otherwise": {
            "title": "And on {question.plural} it never saw?",
            "question": (
                "{wide.n_train_right} of {n_train} right. Of the {n_test} "
                "{n_test:plural(question.nouns)} held out, how many will it get wrong?"
            ),
            "claims": ("held_out_are_new",),
        },
    },
    "reveal": {
        "title": "It learned the {question.plural} by heart",
        "say": (
            "It gets {wide.n_test_wrong} of {n_test} held-out "
            "{n_test:plural(question.nouns)} wrong, none of those it learned from. Its "
            "border fits single {question.plural}: this is overfitting."
        ),
        "claims": ("overfits_here", "all_learned", "border_winds"),
        "otherwise": {
            "title": "Better on the {question.plural} it learned from",
            "say": (
                "It gets {wide.n_test_wrong} of {n_test} held-out "
                "{n_test:plural(question.nouns)} wrong, none of those it learned from: "
                "this is overfitting."
            ),
            "claims": ("overfits_here", "all_learned"),
            "otherwise": {
                "title": "Better on the {question.plural} it learned from",
                "say": (
                    "It gets {wide.n_test_wrong} of {n_test} held-out "
                    "{n_test:plural(question.nouns)} wrong, {wide.n_train_wrong} of "
                    "the {n_train} it learned from: this is overfitting."
                ),
                "claims": ("overfits_here",),
            },
        },
    },
    "turn": {
        "title": "Where memorising begins",
        "say": (
            "Loss on the {question.plural} it learned from falls to the end. On "
            "held-out {question.plural} it is least, {watched.turn_loss:.2f}, at step "
            "{watched.turn_step}, the turn; then it climbs to {wide.test_loss:.2f}. "
            "Now it learns the {question.plural}, not the {classes}."
        ),
        "claims": ("overfits_here", "train_falls", "turn_is_least"),
        "otherwise": {
            "title": "Where memorising begins",
            "say": (
                "Of {n_steps} {n_steps:plural(step)} looked at, loss on held-out "
                "{question.plural} is least, {watched.turn_loss:.2f}, at step "
                "{watched.turn_step}, the turn. At the end it is {wide.test_loss:.2f}, "
                "but on those it learned from lower than at the turn: it learned the "
                "{question.plural}, not the {classes}."
            ),
            "claims": ("overfits_here",),
        },
    },
    "splits": {
        "title": "The same in every split",
        "say": (
            "Was this draw of {question.plural} bad luck? In {n_exploded} of "
            "{config.n_splits} random {config.n_splits:plural(split)} the held-out "
            "loss ends at no less than {config.rise:g} times its lowest value; on "
            "average {wide.fit.least.mean:.2f} becomes {wide.fit.at_end.mean:.2f}."
        ),
        "claims": ("overfits", "all_explode"),
        "otherwise": {
            "title": "Up, on average of all splits",
            "say": (
                "Was this draw of {question.plural} bad luck? In {n_exploded} of "
                "{config.n_splits} random {config.n_splits:plural(split)} the held-out "
                "loss ends at no less than {config.rise:g} times its lowest value; on "
                "average {wide.fit.least.mean:.2f} becomes {wide.fit.at_end.mean:.2f}."
            ),
            "claims": ("overfits",),
        },
    },
    "three": {
        "title": "Too stiff, about right, too flexible",
        "say": (
            "Right on held-out {question.plural}, mean of {config.n_splits} "
            "{config.n_splits:plural(split)}: one hidden neuron "
            "{narrow.fit.right_at_end.mean:.0%}, {config.middle} "
            "{config.middle:plural(neuron)} {middle.fit.right_at_end.mean:.0%}, "
            "{config.wide} {config.wide:plural(neuron)} "
            "{wide.fit.right_at_end.mean:.0%}. Too few underfit, too many overfit."
        ),
        "speak": (
            "Right on held-out {question.plural}, mean of {config.n_splits} "
            "{config.n_splits:plural(split)}: with one hidden neuron, "
            "{narrow.fit.right_at_end.mean:.0%}; with {config.middle}, "
            "{middle.fit.right_at_end.mean:.0%}; with {config.wide}, "
            "{wide.fit.right_at_end.mean:.0%}. Too few underfit, too many overfit."
        ),
        "labels": {
            "narrow": "{config.narrow} neuron: underfits",
            "middle": "{config.middle} {config.middle:plural(neuron)}: about right",
            "wide": "{config.wide} {config.wide:plural(neuron)}: overfits",
        },
        "claims": (
            "overfits", "narrow_underfits", "narrow_is_one", "middle_is_about_right",
        ),
        "otherwise": {
            "title": "From too stiff to too flexible",
            "say": (
                "Right on held-out {question.plural}, and their loss, means of "
                "{config.n_splits} {config.n_splits:plural(split)}: {config.narrow} "
                "hidden {config.narrow:plural(neuron)} "
                "{narrow.fit.right_at_end.mean:.0%}, {narrow.fit.at_end.mean:.2f}; "
                "{config.middle} {config.middle:plural(neuron)} "
                "{middle.fit.right_at_end.mean:.0%}, {middle.fit.at_end.mean:.2f}; "
                "{config.wide} {config.wide:plural(neuron)} "
                "{wide.fit.right_at_end.mean:.0%}, {wide.fit.at_end.mean:.2f}. Too few "
                "underfit, too many overfit."
            ),
            "labels": {
                "narrow": "{config.narrow} {config.narrow:plural(neuron)}: underfits",
                "middle": "{config.middle} {config.middle:plural(neuron)}",
                "wide": "{config.wide} {config.wide:plural(neuron)}: overfits",
            },
            "claims": ("overfits", "narrow_underfits"),
            "otherwise": {
                "title": "A straight line is enough",
                "say": (
                    "Right on held-out {question.plural}, mean of {config.n_splits} "
                    "{config.n_splits:plural(split)}: {config.narrow} hidden "
                    "{config.narrow:plural(neuron)} "
                    "{narrow.fit.right_at_end.mean:.0%}, {config.middle} "
                    "{config.middle:plural(neuron)} "
                    "{middle.fit.right_at_end.mean:.0%}, {config.wide} "
                    "{config.wide:plural(neuron)} {wide.fit.right_at_end.mean:.0%}. "
                    "Here {config.narrow} {config.narrow:plural(is,are)} enough; "
                    "{config.wide} overfit."
                ),
                "labels": {
                    "narrow": "{config.narrow} {config.narrow:plural(neuron)}: enough",
                    "middle": "{config.middle} {config.middle:plural(neuron)}",
                    "wide": "{config.wide} {config.wide:plural(neuron)}: overfits",
                },
                "claims": (
                    "overfits", "narrow_is_enough", "narrow_is_one",
                    "narrow_is_straight",
                ),
                "otherwise": {
                    "title": "A narrow network is enough",
                    "say": (
                        "Right on held-out {question.plural}, mean of "
                        "{config.n_splits} {config.n_splits:plural(split)}: "
                        "{config.narrow} hidden {config.narrow:plural(neuron)} "
                        "{narrow.fit.right_at_end.mean:.0%}, {config.middle} "
                        "{config.middle:plural(neuron)} "
                        "{middle.fit.right_at_end.mean:.0%}, {config.wide} "
                        "{config.wide:plural(neuron)} "
                        "{wide.fit.right_at_end.mean:.0%}. Here {config.narrow} "
                        "{config.narrow:plural(is,are)} enough; {config.wide} overfit."
                    ),
                    "labels": {
                        "narrow": (
                            "{config.narrow} {config.narrow:plural(neuron)}: enough"
                        ),
                        "middle": "{config.middle} {config.middle:plural(neuron)}",
                        "wide": "{config.wide} {config.wide:plural(neuron)}: overfits",
                    },
                    "claims": ("overfits", "narrow_is_enough"),
                    "otherwise": {
                        "title": "From narrow to wide",
                        "say": (
                            "Right on held-out {question.plural}, and their loss, "
                            "means of {config.n_splits} "
                            "{config.n_splits:plural(split)}: {config.narrow} hidden "
                            "{config.narrow:plural(neuron)} "
                            "{narrow.fit.right_at_end.mean:.0%}, "
                            "{narrow.fit.at_end.mean:.2f}; {config.middle} "
                            "{config.middle:plural(neuron)} "
                            "{middle.fit.right_at_end.mean:.0%}, "
                            "{middle.fit.at_end.mean:.2f}; {config.wide} "
                            "{config.wide:plural(neuron)} "
                            "{wide.fit.right_at_end.mean:.0%}, "
                            "{wide.fit.at_end.mean:.2f}. The widest of them overfits."
                        ),
                        "labels": {
                            "narrow": "{config.narrow} {config.narrow:plural(neuron)}",
                            "middle": "{config.middle} {config.middle:plural(neuron)}",
                            "wide": (
                                "{config.wide} {config.wide:plural(neuron)}: overfits"
                            ),
                        },
                        "claims": ("overfits",),
                    },
                },
            },
        },
    },
    "right_answers": {
        "title": "Nearly as often right",
        "say": (
            "Strange: from the turn to the end the wide network's right answers on "
            "held-out {question.plural} go only from {wide.fit.right_at_turn.mean:.0%} "
            "to {wide.fit.right_at_end.mean:.0%}, while its loss grows "
            "{mean_rise:.1f}-fold. What is it paying for?"
        ),
        "claims": ("loss_grows", "nearly_as_often_right"),
        "otherwise": {
            "title": "Right answers, and the loss",
            "say": (
                "From the turn to the end the wide network's right answers on held-out "
                "{question.plural} go from {wide.fit.right_at_turn.mean:.0%} to "
                "{wide.fit.right_at_end.mean:.0%}, while its loss grows "
                "{mean_rise:.1f}-fold. What is it paying for?"
            ),
            "claims": ("loss_grows",),
            "otherwise": {
                "title": "Right answers, and the loss",
                "say": (
                    "From the turn to the end the wide network's right answers on "
                    "held-out {question.plural} go from "
                    "{wide.fit.right_at_turn.mean:.0%} to "
                    "{wide.fit.right_at_end.mean:.0%}, its loss from "
                    "{wide.fit.at_turn.mean:.2f} to {wide.fit.at_end.mean:.2f}. What "
                    "is it paying for?"
                ),
                "claims": ("overfits",),
            },
        },
    },
    "sure": {
        "title": "Wrong, and sure of it",
        "say": (
            "The loss punishes being sure and wrong. Held-out {question.plural} given "
            "the wrong {question.of} with at least {certainty} certainty: "
            "{watched.n_sure_wrong_at_turn} at step {watched.turn_step}, "
            "{watched.n_sure_wrong_at_end} at the end. A high probability is no proof."
        ),
        "labels": {"count": "wrong, and at least {certainty} sure"},
        "claims": ("more_sure_and_wrong",),
        "otherwise": {
            "title": "Wrong, and surer of it",
            "say": (
                "The loss punishes being sure and wrong. Mean certainty of wrong "
                "answers on held-out {question.plural}, {sureness.n} "
                "{sureness.n:plural(split)}: {sureness.at_turn.mean:.0%} at the turn, "
                "{sureness.at_end.mean:.0%} at the end. A high probability is no proof."
            ),
            "labels": {"count": "wrong, and at least {certainty} sure"},
            "claims": ("surer_when_wrong",),
            "otherwise": {
                "title": "Wrong, and how sure?",
                "say": (
                    "The loss punishes being sure and wrong. Mean certainty of wrong "
                    "answers on held-out {question.plural}, {sureness.n} "
                    "{sureness.n:plural(split)}: {sureness.at_turn.mean:.0%} at the "
                    "turn, {sureness.at_end.mean:.0%} at the end. A high probability "
                    "is no proof."
                ),
                "labels": {"count": "wrong, and at least {certainty} sure"},
                "claims": ("held_out_are_new",),
            },
        },
    },
    "capacity": {
        "title": "Only held-out {question.plural} can tell",
        "say": (
            "With more neurons the training loss only falls. The held-out loss rises "
            "from {narrowest.at_end.mean:.2f} to {widest.at_end.mean:.2f}, and "
            "{enough} {enough:plural(neuron)} {enough:plural(is,are)} right as often "
            "as more: judge a model by data that it did not learn from."
        ),
        "labels": {"enough": "enough: {enough} {enough:plural(neuron)}"},
        "claims": (
            "held_out_rises_with_width", "train_falls_with_width", "fewer_are_enough",
            "held_out_are_new",
        ),
        "otherwise": {
            "title": "Only held-out {question.plural} can tell",
            "say": (
                "From {narrowest.width} to {widest.width} "
                "{widest.width:plural(neuron)} the training loss falls from "
                "{narrowest.train_at_end.mean:.2f} to {widest.train_at_end.mean:.2f}. "
                "But the held-out loss is {gentlest.at_end.mean:.2f} with "
                "{gentlest.width}, {widest.at_end.mean:.2f} with {widest.width}: judge "
                "a model by data that it did not learn from."
            ),
            "claims": ("train_ends_lower", "gentlest_is_narrower", "held_out_are_new"),
            "otherwise": {
                "title": "Only held-out {question.plural} can tell",
                "say": (
                    "From {narrowest.width} to {widest.width} "
                    "{widest.width:plural(neuron)} the training loss goes from "
                    "{narrowest.train_at_end.mean:.2f} to "
                    "{widest.train_at_end.mean:.2f}, the held-out loss from "
                    "{narrowest.at_end.mean:.2f} to {widest.at_end.mean:.2f}: judge a "
                    "model by data that it did not learn from."
                ),
                "claims": ("held_out_are_new",),
            },
        },
    },
    "take_away": {
        "title": "A rule, or the {question.plural} by heart",
        "say": (
            "A field guide learned by heart names the birds pictured in it; a rule "
            "names the next bird too. How can a network be kept at its turn?"
        ),
        "labels": {"turn": "at its turn: a rule", "end": "at the end: by heart"},
        "claims": ("overfits", "finds_rule", "is_of_birds"),
        "otherwise": {
            "title": "A rule, or the {question.plural} by heart",
            "say": (
                "What is learned by heart fits the {question.plural} learned from; a "
                "rule fits the next {question.noun} too. How can a network be kept at "
                "its turn?"
            ),
            "labels": {"turn": "at its turn: a rule", "end": "at the end: by heart"},
            "claims": ("overfits", "finds_rule"),
            "otherwise": {
                "title": "By heart, with or without a rule",
                "say": (
                    "At its turn the network is right on "
                    "{wide.fit.right_at_turn.mean:.0%} of held-out {question.plural}, "
                    "and {always.mean:.0%} are right if always answered alike: that "
                    "may be chance, and no rule. Yet it learned {question.plural} by "
                    "heart. How can a network be kept from that?"
                ),
                "labels": {"turn": "at its turn", "end": "at the end: by heart"},
                "claims": ("overfits",),
            },
        },
    },
}  # fmt: skip
