"""What the chapter says: its title, and the words of each beat."""

from scenes.words import Beats

TITLE = "Features"

BEATS: Beats = {
    "sequences": {
        "title": "Where does an intron begin?",
        "say": (
            "Here are {n_sequences} {n_sequences:plural(stretch,stretches)} of primate "
            "DNA. At the dashed line an intron begins (donor site), ends (acceptor), "
            "or there is no site."
        ),
        "speak": (
            "Here are {n_sequences} {n_sequences:plural(stretch,stretches)} of primate "
            "DNA. At the dashed line an intron begins, at a donor site, or ends, at an "
            "acceptor site, or there is no site."
        ),
        "claims": ("has_site",),
        "otherwise": {
            "title": "What tells them apart?",
            "say": (
                "Here are {n_sequences} {n_sequences:plural(labelled.nouns)} of "
                "{n_bases} {n_bases:plural(base)}. One of each class is shown: "
                "{labelled.named}."
            ),
            "claims": ("has_no_site", "one_of_each"),
        },
    },
    "kmers": {
        "title": "A feature made by hand: counts",
        "say": (
            "Classical learning wants a row of numbers. A usual choice: slide "
            "along and count each {k_in_words}-letter word, a k-mer. What is left of "
            "the {molecule}: {n_kmers} {n_kmers:plural(count)}; order is lost."
        ),
        "claims": ("order_is_lost",),
    },
    "counts_score": {
        "title": "Classical models on the counts",
        "say": (
            "Three classical models learn from the counts. On held-out {molecule} the "
            "best gets {best_counts.right.mean:.1%} right; always answering "
            "{largest_class} gets {always_largest.mean:.1%}."
        ),
        "claims": ("best_of_counts", "counts_teach"),
        "otherwise": {
            "title": "Classical models on the counts",
            "say": (
                "Three classical models are given the counts. On held-out {molecule} "
                "the best gets {best_counts.right.mean:.1%} right; always answering "
                "{largest_class} gets {always_largest.mean:.1%}."
            ),
            "claims": ("best_of_counts",),
        },
    },
    "rules": {
        "title": "Better features: expert rules",
        "say": (
            "A biologist asks better questions: GT after the site, AG before it, "
            "a pyrimidine tract. With {n_rules} {n_rules:plural(rule)} a forest "
            "reaches {aligned.rules_forest.right.mean:.1%}."
        ),
        "claims": ("has_site", "rules_beat_counts"),
        "otherwise": {
            "left_out": "no expert's rules are known of these sequences",
            "claims": ("has_no_site",),
        },
    },
    "one_hot": {
        "title": "No features: the raw letters",
        "say": (
            "Now nobody chooses. Each base becomes four numbers, a 1 in the row "
            "of its letter, else 0: one-hot. A sequence is {n_inputs} "
            "{n_inputs:plural(number)}."
        ),
        "claims": ("four_numbers_a_base",),
    },
    "guess": {
        "title": "One weight for each base and place",
        "question": (
            "Before training, the weights spell nothing. What will they "
            "learn to look for?"
        ),
        "claims": ("has_site", "one_weight_each", "nothing_spelled_yet"),
        "otherwise": {
            "title": "One weight for each base and place",
            "question": (
                "Before training, the weights are random. What will they learn to "
                "look for?"
            ),
            "claims": ("one_weight_each",),
        },
    },
    "grow": {
        "say": (
            "A single layer learns from the raw letters. After each pass through "
            "the data, an epoch, the weights have grown where they help. Held-out "
            "sequences right: {layer_right:.1%}."
        ),
        "claims": (
            "has_site", "one_weight_each", "layer_learns", "weights_grow_each_epoch",
        ),
        "otherwise": {
            "say": (
                "A single layer learns from the raw letters. After all "
                "{config.logo_epochs} {config.logo_epochs:plural(pass,passes)} through "
                "the data, in epochs, the weights have grown where they help. Held-out "
                "sequences right: {layer_right:.1%}."
            ),
            "claims": ("has_site", "one_weight_each", "layer_learns", "weights_grow"),
            "otherwise": {
                "say": (
                    "A single layer learns from the raw letters. After "
                    "{config.logo_epochs} {config.logo_epochs:plural(pass,passes)} "
                    "through the data, in epochs, {layer_right:.1%} of the held-out "
                    "are right; always answering {largest_class} gets "
                    "{always_largest.mean:.1%}."
                ),
                "claims": ("has_no_site", "one_weight_each", "layer_learns"),
                "otherwise": {
                    "say": (
                        "A single layer is trained on the raw letters. After "
                        "{config.logo_epochs} "
                        "{config.logo_epochs:plural(pass,passes)} through the data, in "
                        "epochs, {layer_right:.1%} of the held-out are right. Chance "
                        "explains that: always answering {largest_class} gets "
                        "{always_largest.mean:.1%}."
                    ),
                    "claims": ("has_no_site", "one_weight_each", "layer_learns_little"),
                },
            },
        },
    },
    "found": {
        "title": "It found the GT\u2013AG rule",
        "say": (
            "After the site the weights spell {donor_word}; before it "
            "{acceptor_word}, behind a tract of C and T: the GT–AG rule, from data "
            "alone."
        ),
        "claims": ("has_site", "gt_ag_found", "tract_found"),
        "otherwise": {
            "title": "It found the GT\u2013AG rule",
            "say": (
                "After the site the weights spell {donor_word}; before it "
                "{acceptor_word}: the GT–AG rule, from data alone. Along the tract, "
                "{n_pyrimidines} of {n_tract} {n_tract:plural(letter)} "
                "{n_pyrimidines:plural(is,are)} C or T."
            ),
            "claims": ("has_site", "gt_ag_found"),
            "otherwise": {
                "title": "It found {best_motif.word}",
                "say": (
                    "For {best_motif.class_name}, the weights ask most for "
                    "{best_motif.word}, from base {best_motif.first} on. Held-out "
                    "{labelled.plural} of that class have {best_motif.of_class:.0%} of "
                    "these letters there, the others {best_motif.of_others:.0%}."
                ),
                "claims": ("has_no_site", "motif_found"),
                "otherwise": {
                    "left_out": (
                        "the weights spell nothing that held-out sequences bear out"
                    ),
                    "claims": ("has_no_site", "no_motif_found"),
                },
            },
        },
    },
    "fair": {
        "title": "Learned features do not win yet",
        "say": (
            "Be fair: with the site in the middle, support vectors on raw "
            "letters do as well, {aligned.raw_svm.right.mean:.1%}, as a network with "
            "filters, {aligned.network.right.mean:.1%}."
        ),
        "claims": ("has_site", "scores_of_all_splits", "letters_do_as_well"),
        "otherwise": {
            "title": "Learned features do not win yet",
            "say": (
                "Be fair: with the site in the middle, support vectors on raw "
                "letters do better, {aligned.raw_svm.right.mean:.1%}, than a network "
                "with filters, {aligned.network.right.mean:.1%}."
            ),
            "claims": ("has_site", "scores_of_all_splits", "letters_do_better"),
            "otherwise": {
                "title": "With the site in the middle",
                "say": (
                    "With the site in the middle, a network with filters does better, "
                    "{aligned.network.right.mean:.1%}, than support vectors on raw "
                    "letters, {aligned.raw_svm.right.mean:.1%}."
                ),
                "claims": ("has_site", "scores_of_all_splits", "network_does_better"),
                "otherwise": {
                    "title": "Counts win here",
                    "say": (
                        "On whole {labelled.plural}, counted words do better, "
                        "{best_counts.right.mean:.1%}, than raw letters with support "
                        "vectors, {aligned.raw_svm.right.mean:.1%}, or with a network, "
                        "{aligned.network.right.mean:.1%}."
                    ),
                    "claims": ("has_no_site", "scores_of_all_splits", "counts_do_best"),
                    "otherwise": {
                        "title": "Learned features do not win yet",
                        "say": (
                            "Be fair: on whole {labelled.plural}, support vectors on "
                            "raw letters do as well, {aligned.raw_svm.right.mean:.1%}, "
                            "as a network with filters, "
                            "{aligned.network.right.mean:.1%}."
                        ),
                        "claims": (
                            "has_no_site", "scores_of_all_splits", "letters_do_as_well",
                        ),
                        "otherwise": {
                            "title": "Learned features do not win yet",
                            "say": (
                                "Be fair: on whole {labelled.plural}, support vectors "
                                "on raw letters do better, "
                                "{aligned.raw_svm.right.mean:.1%}, than a network with "
                                "filters, {aligned.network.right.mean:.1%}."
                            ),
                            "claims": (
                                "has_no_site", "scores_of_all_splits",
                                "letters_do_better",
                            ),
                            "otherwise": {
                                "title": "On whole {labelled.plural}",
                                "say": (
                                    "On whole {labelled.plural}, a network with "
                                    "filters does better, "
                                    "{aligned.network.right.mean:.1%}, than support "
                                    "vectors on raw letters, "
                                    "{aligned.raw_svm.right.mean:.1%}."
                                ),
                                "claims": (
                                    "has_no_site", "scores_of_all_splits",
                                    "network_does_better",
                                ),
                            },
                        },
                    },
                },
            },
        },
    },
    "anywhere": {
        "title": "Now the site may lie anywhere",
        "say": (
            "In a genome nobody centres the site. So cut {window} of {n_bases} "
            "{n_bases:plural(base)} at random: the same donor, now here, now there."
        ),
        "claims": ("has_site", "site_may_lie_anywhere", "site_moves"),
        "otherwise": {
            "title": "Now the site moves",
            "say": (
                "In a genome nobody centres the site. So cut {window} of {n_bases} "
                "{n_bases:plural(base)} at random: the same donor, at one of "
                "{n_starts} {n_starts:plural(place)}."
            ),
            "claims": ("has_site", "site_moves"),
            "otherwise": {
                "title": "Now nobody aligns them",
                "say": (
                    "So far each base stood at its own place. Now cut {window} of "
                    "{n_bases} {n_bases:plural(base)} at random: the same "
                    "{labelled.noun}, now here, now there."
                ),
                "claims": ("has_no_site", "cuts_differ"),
            },
        },
    },
    "filter": {
        "title": "A filter slides along",
        "say": (
            "A convolution slides one small set of weights, a filter, along the "
            "DNA. Its sum z peaks where the letters fit. Max-pooling keeps only the "
            "peak: found, wherever it is."
        ),
        "claims": ("has_site", "peak_is_largest", "peak_is_at_site"),
        "otherwise": {
            "title": "A filter slides along",
            "say": (
                "A convolution slides one small set of weights, a filter, along the "
                "DNA. Its sum z peaks where the letters fit, in this DNA not at the "
                "site. Max-pooling keeps only the peak, wherever it is."
            ),
            "claims": ("has_site", "peak_is_largest", "peak_is_elsewhere"),
            "otherwise": {
                "title": "A filter slides along",
                "say": (
                    "A convolution slides one small set of weights, a filter, along "
                    "the {molecule}. Its sum z peaks where the letters fit. "
                    "Max-pooling keeps only the peak, wherever it is."
                ),
                "claims": ("has_no_site", "peak_is_largest"),
            },
        },
    },
    "filters": {
        "title": "Filters learn where to look",
        "say": (
            "After training, {filters.n_at_site} of {filters.n_filters} "
            "{filters.n_filters:plural(filter)} "
            "{filters.n_at_site:plural(fires,fire)} at one place next to the site, "
            "which {filters.n_at_site:plural(it was,they were)} never told; "
            "{filters.shown_in_words} {filters.n_shown:plural(is,are)} shown. The "
            "others fire in no fixed place."
        ),
        "claims": (
            "has_site", "letters_in_bits", "filters_are_next_to_site",
            "others_have_no_place",
        ),
        "otherwise": {
            "title": "Filters learn where to look",
            "say": (
                "After training, {filters.n_at_site} of {filters.n_filters} "
                "{filters.n_filters:plural(filter)} "
                "{filters.n_at_site:plural(fires,fire)} at one place next to the site, "
                "which {filters.n_at_site:plural(it was,they were)} never told; "
                "{filters.shown_in_words} {filters.n_shown:plural(is,are)} shown."
            ),
            "claims": ("has_site", "letters_in_bits", "filters_are_next_to_site"),
            "otherwise": {
                "title": "Filters learn what to look for",
                "say": (
                    "After training, {filters.shown_in_words} of {filters.n_filters} "
                    "{filters.n_filters:plural(filter)} "
                    "{filters.n_shown:plural(is,are)} shown. The first asks for "
                    "{filters.first_word}: held out, it fires in "
                    "{filters.of_class:.0%} of those labelled {filters.first_class}, "
                    "in {filters.of_others:.0%} of the others."
                ),
                "claims": ("has_no_site", "letters_in_bits", "first_filter_tells"),
                "otherwise": {
                    "title": "Filters ask for letters of their own",
                    "say": (
                        "After training, {filters.shown_in_words} of "
                        "{filters.n_filters} {filters.n_filters:plural(filter)} "
                        "{filters.n_shown:plural(is,are)} shown. The first, "
                        "{filters.first_word}, tells little: held out, it fires in "
                        "{filters.of_class:.0%} of those labelled "
                        "{filters.first_class}, in {filters.of_others:.0%} of the "
                        "others."
                    ),
                    "claims": (
                        "has_no_site", "letters_in_bits", "first_filter_tells_little",
                    ),
                },
            },
        },
    },
    "hierarchy": {
        "title": "Letters, motifs, a site",
        "say": (
            "Filters turn letters into motifs; later layers turn motifs into a "
            "site: a hierarchy. Here one step is enough: "
            "{without_hidden.right.mean:.1%} right without the layer between, "
            "{moved.network.right.mean:.1%} with it."
        ),
        "claims": (
            "has_site", "filters_teach", "example_is_told", "one_step_is_enough",
        ),
        "otherwise": {
            "title": "Letters, motifs, a site",
            "say": (
                "Filters turn letters into motifs; later layers turn motifs into a "
                "site: a hierarchy. The layer between helps: "
                "{without_hidden.right.mean:.1%} right without it, "
                "{moved.network.right.mean:.1%} with it."
            ),
            "claims": (
                "has_site", "filters_teach", "example_is_told", "layer_between_helps",
            ),
            "otherwise": {
                "title": "Letters, motifs, classes",
                "say": (
                    "Filters turn letters into motifs; then layers weigh the motifs: a "
                    "hierarchy. This {filters.hierarchy.class_name} gets a probability "
                    "of {filters.hierarchy.p_of_label:.1%}. Of the held-out, "
                    "{without_hidden.right.mean:.1%} are right without the layer "
                    "between, {moved.network.right.mean:.1%} with it."
                ),
            },
        },
    },
    "compare": {
        "title": "Where learned features win",
        "say": (
            "Site unknown: rules fall to {moved.rules_svm.right.mean:.1%}, a scan that "
            "is told the pattern gets {moved.scan.right.mean:.1%}, the network "
            "{moved.network.right.mean:.1%}. Learned features pay."
        ),
        "claims": ("has_site", "scores_of_all_splits", "rules_fall", "network_wins"),
        "otherwise": {
            "title": "Where learned features help",
            "say": (
                "Site unknown: rules fall to {moved.rules_svm.right.mean:.1%}, the "
                "network gets {moved.network.right.mean:.1%}, a scan that is told the "
                "pattern {moved.scan.right.mean:.1%}. Untold, learned features pay."
            ),
            "claims": (
                "has_site", "scores_of_all_splits", "rules_fall",
                "network_beats_untold",
            ),
            "otherwise": {
                "title": "Where learned features win",
                "say": (
                    "Cut at random, counts get {moved_counts.right.mean:.1%}, raw "
                    "letters {moved.raw_svm.right.mean:.1%}, and the network does "
                    "better: {moved.network.right.mean:.1%}. Learned features pay."
                ),
                "claims": (
                    "has_no_site", "scores_of_all_splits", "network_does_best_on_cuts",
                ),
                "otherwise": {
                    "title": "Where counts win",
                    "say": (
                        "Cut at random, raw letters get "
                        "{moved.raw_svm.right.mean:.1%}, the network "
                        "{moved.network.right.mean:.1%}, and counts do better: "
                        "{moved_counts.right.mean:.1%}. They ask for no place."
                    ),
                    "claims": (
                        "has_no_site", "scores_of_all_splits", "counts_do_best_on_cuts",
                    ),
                    "otherwise": {
                        "title": "What each model makes of windows",
                        "say": (
                            "Cut at random, counts get "
                            "{moved_counts.right.mean:.1%}, raw letters "
                            "{moved.raw_svm.right.mean:.1%}, the network "
                            "{moved.network.right.mean:.1%}; always answering "
                            "{largest_class} gets {always_largest.mean:.1%}."
                        ),
                        "claims": ("has_no_site", "scores_of_all_splits"),
                    },
                },
            },
        },
    },
}  # fmt: skip
