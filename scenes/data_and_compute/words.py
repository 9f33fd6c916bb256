"""What the chapter says: its title, and the words of each beat."""

from scenes.words import Beats

TITLE = "Data and compute"

BEATS: Beats = {
    "data": {
        "title": "How much data does it take?",
        "say": (
            "Deep learning requires large data. Here {n_train:plural(is,are)} "
            "{n_train} {n_train:plural(stretch,stretches)} of DNA, one column each; in "
            "the middle the sites show as stripes. Is that large?"
        ),
    },
    "features": {
        "title": "Features made by hand",
        "say": (
            "Expert rules need little: {curves[0].wrong.mean[1]:.1f} % of the "
            "held-out sequences wrong after {sizes[1]}. K-mer counts miss the "
            "signal: with {sizes[-1]} still {curves[1].wrong.mean[-1]:.1f} % wrong."
        ),
    },
    "guess": {
        "title": "Raw letters, no knowledge",
        "question": (
            "Models that read raw letters start with no knowledge. Will they "
            "overtake the rules?"
        ),
    },
    "cross": {
        "title": "With enough data, raw letters overtake",
        "say": (
            "With {sizes[0]} {sizes[0]:plural(sequence)} raw models fail. On average "
            "the network overtakes the rules near {crossing:.0f}, support vectors near "
            "{crossing_vectors:.0f}; where, differs from split to split."
        ),
        "claims": ("raw_letters_overtake", "crossings_differ"),
    },
    "meaning": {
        "title": "Knowledge or data",
        "say": (
            "Left of the crossing knowledge pays, right of it data, by a little. Not "
            "deep alone: support vectors beat the rules in {n_better[2]} of {n_splits} "
            "{n_splits:plural(split)}."
        ),
        "claims": ("raw_letters_overtake", "vectors_beat_rules"),
    },
    "count": {
        "title": "Multiply-adds, counted from shapes",
        "say": (
            "Here {layers[0].n_out} "
            "{layers[0].n_out:plural(filter reads,filters read)} {layers[0].n_in} "
            "{layers[0].n_in:plural(number)} at {n_places} {n_places:plural(place)}. "
            "Forward takes {forward:,} {forward:plural(multiply-add)}. Backward could "
            "take twice that, but the letters need no derivatives: {backward:,}."
        ),
    },
    "growth": {
        "title": "Width costs more than depth",
        "say": (
            "For a dense network, twice the width takes {doubled[0]:.1f} times "
            "the multiply-adds, twice the depth {doubled[1]:.1f}, twice the data "
            "{doubled[2]:.1f}."
        ),
    },
    "relatives": {
        "title": "Some sequences are relatives",
        "say": (
            "{alignment.n:plural(This,These)} {alignment.n} "
            "{alignment.n:plural(donor shares,donors share)} "
            "{alignment.share_same:.0%} of their bases with the first; its exon spells "
            "{alignment.peptide}, a stretch of beta-globin. Genes have families."
        ),
    },
    "random": {
        "title": "A random split parts families",
        "say": (
            "Held out at random, {n_mixed} of the {n_drawn} largest "
            "{n_drawn:plural(family,families)} {n_mixed:plural(lies,lie)} on both "
            "sides: {n_related} of {n_test} held-out {n_test:plural(sequence)} "
            "{n_related:plural(has,have)} relatives among the others."
        ),
    },
    "family": {
        "title": "The honest split: by family",
        "say": (
            "So take all relatives of held-out sequences out of training, as for "
            "all curves here. What does the leak do to a score?"
        ),
    },
    "leak": {
        "title": "Relatives make scores look better",
        "say": (
            "With relatives back in training, the forest on k-mer counts gains in "
            "{leaks[1].n_raised} of {n_splits} {n_splits:plural(split)}: "
            "{leaks[1].related_leaky:.0%}, not {leaks[1].related_honest:.0%}, right on "
            "those that have relatives."
        ),
    },
    "planted": {
        "title": "Near-copies: nearly perfect",
        "say": (
            "Now plant a copy of each held-out sequence, {config.mutated:.0x%} of "
            "its bases changed. Support vectors reach {leaks[2].means[2]:.1%}, not "
            "{leaks[2].means[0]:.1%}."
        ),
    },
    "beyond": {
        "title": "Beyond the data, a law holds",
        "say": (
            "From {enzyme.n_learned} {enzyme.n_learned:plural(rate)} predict the "
            "highest concentration, held out: the Michaelis–Menten law misses by "
            "{enzyme.law_error:.1f}, networks by {enzyme.network_error.mean:.1f}. In "
            "between they are alike."
        ),
    },
    "checks": {
        "title": "Ask this of any score",
        "say": (
            "Ask of any score: was it held out, were relatives kept apart, is "
            "there a baseline and a spread, does it hold beyond its data?"
        ),
    },
}
