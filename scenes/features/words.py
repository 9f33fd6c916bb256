"""What the chapter says: its title, and the words of each beat."""

from scenes.words import Beats

TITLE = "Features"

BEATS: Beats = {
    "sequences": {
        "title": "Where does an intron begin?",
        "say": (
            "Here are {n_sequences} stretches of primate DNA. At the dashed line "
            "an intron begins (donor site), ends (acceptor), or there is no site."
        ),
    },
    "kmers": {
        "title": "A feature made by hand: counts",
        "say": (
            "Classical learning wants a row of numbers. A usual choice: slide "
            "along and count each three-letter word, a k-mer. The DNA becomes "
            "{n_kmers} counts; order is lost."
        ),
    },
    "counts_score": {
        "title": "Classical models on the counts",
        "say": (
            "Three classical models learn from the counts. On held-out DNA the "
            "best gets {aligned[1].right.mean:.1%} right; always answering no site "
            "gets {base_rate:.1%}."
        ),
    },
    "rules": {
        "title": "Better features: expert rules",
        "say": (
            "A biologist asks better questions: GT after the site, AG before it, "
            "a pyrimidine tract. With {n_rules} rules a forest reaches "
            "{aligned[5].right.mean:.1%}."
        ),
    },
    "one_hot": {
        "title": "No features: the raw letters",
        "say": (
            "Now nobody chooses. Each base becomes four numbers, a 1 in the row "
            "of its letter, else 0: one-hot. A sequence is {n_inputs} numbers."
        ),
    },
    "guess": {
        "title": "One weight for each base and place",
        "question": (
            "Before training, the weights spell nothing. What will they "
            "learn to look for?"
        ),
    },
    "grow": {
        "say": (
            "A single layer learns from the raw letters. After each pass through "
            "the data, an epoch, the weights have grown where they help. Held-out "
            "sequences right: {logo_accuracy[-1]:.1%}."
        ),
    },
    "found": {
        "title": "It found the GT\u2013AG rule",
        "say": (
            "After the site the weights spell {donor_word}; before it "
            "{acceptor_word}, behind a tract of C and T: the GT–AG rule, from data "
            "alone."
        ),
    },
    "fair": {
        "title": "Learned features do not win yet",
        "say": (
            "Be fair: with the site in the middle, support vectors on raw "
            "letters do as well, {aligned[7].right.mean:.1%}, as a network with "
            "filters, {aligned[9].right.mean:.1%}."
        ),
    },
    "anywhere": {
        "title": "Now the site may lie anywhere",
        "say": (
            "In a genome nobody centres the site. So cut {window} of {n_bases} "
            "bases at random: the same donor, now here, now there."
        ),
    },
    "filter": {
        "title": "A filter slides along",
        "say": (
            "A convolution slides one small set of weights, a filter, along the "
            "DNA. Its sum z peaks where the letters fit. Max-pooling keeps only the "
            "peak: found, wherever it is."
        ),
    },
    "filters": {
        "title": "Filters learn where to look",
        "say": (
            "After training, {filters.n_at_site} of {filters.n_filters} filters "
            "fire at one place next to the site, which they were never told; four "
            "are shown. The others fire in no fixed place."
        ),
    },
    "hierarchy": {
        "title": "Letters, motifs, a site",
        "say": (
            "Filters turn letters into motifs; later layers turn motifs into a "
            "site: a hierarchy. Here one step is enough: "
            "{without_hidden.right.mean:.1%} right without the layer between, "
            "{moved[5].right.mean:.1%} with it."
        ),
    },
    "compare": {
        "title": "Where learned features win",
        "say": (
            "Site unknown: rules fall to {moved[1].right.mean:.1%}, a scan that is "
            "told the pattern gets {moved[4].right.mean:.1%}, the network "
            "{moved[5].right.mean:.1%}. Learned features pay."
        ),
    },
}
