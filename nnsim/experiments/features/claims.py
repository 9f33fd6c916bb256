"""What the chapter's words and pictures say of its result beyond the numbers.

One score lies above another only where chance does not explain it, see
:mod:`~nnsim.chance`.
"""

from collections.abc import Mapping
from typing import TypeAlias

from nnsim.chance import is_above
from nnsim.claims import Claim
from nnsim.experiments.features.experiment import Result
from nnsim.experiments.features.site_scores import Score
from nnsim.spread import Spread

Claims: TypeAlias = dict[str, Claim[Result]]
ANYWHERE = 0.25  # share of a window in which a site that may lie anywhere lies
PEAKS_AT = 0.5  # bases from where a filter mostly fires: that is the same place
ALL_MOVED = "the known pattern, scanned, {moved.scan.right.mean:.1%}"
UNTOLD = (
    "counts get {moved.counts_svm.right.mean:.1%}, rules "
    "{moved.rules_svm.right.mean:.1%}, raw letters {moved.raw_svm.right.mean:.1%} and "
    "{moved.raw_forest.right.mean:.1%}"
)
PEAK = (
    "the largest, {filters.scan.peak:.2f}, is at place {filters.scan.best}; where it "
    "mostly fires would be place {filters.scan.usual:g}"
)


def _beats(result: Result, one: Score, *others: Score) -> bool:
    """Tell whether a score lies above all others."""
    n = result.n_test
    return all(is_above(one.right, other.right, n) for other in others)


def _is_best_of_counts(r: Result) -> bool:
    means = [float(score.right.mean) for score in r.aligned.by_counts]
    return float(r.best_counts.right.mean) == max(means)


def _layer_learns(r: Result) -> bool:
    """Compare the layer with always answering "no site", in the split it is held to."""
    learned, constant = ([r.layer_right], r.always_largest.each[:1])
    return is_above(Spread.of(learned), Spread.of(constant), r.n_test)


def _has_placeless_others(r: Result) -> bool:
    n_others = r.filters.n_filters - r.filters.n_at_site
    return r.filters.n_placeless == n_others > 0


def _peaks_elsewhere(r: Result) -> bool:
    return abs(r.filters.scan.best - r.filters.scan.usual) > PEAKS_AT


def _example_is_told(r: Result) -> bool:
    example = r.filters.hierarchy
    return bool(example.p.argmax() == example.label and example.peaks.max() > 0)


BY_HAND: Claims = {
    "order_is_lost": Claim(
        "the counts do not tell in which order the bases stand",
        lambda r: r.order_is_lost,
        "no stretches of the donor shown can change places so that its counts of words "
        "of {config.k} bases stay",
    ),
    "best_of_counts": Claim(
        "the model named is the best of those that learn from counts",
        _is_best_of_counts,
        "it gets {best_counts.right.mean:.1%}",
    ),
    "counts_teach": Claim(
        "models learn something from the counts",
        lambda r: is_above(r.best_counts.right, r.always_largest, r.n_test),
        "the best gets {best_counts.right.mean:.1%} right, and always answering no "
        "site {always_largest.mean:.1%}",
    ),
    "rules_beat_counts": Claim(
        "expert rules are better features than counts",
        lambda r: _beats(r, r.aligned.rules_forest, *r.aligned.by_counts),
        "rules get {aligned.rules_forest.right.mean:.1%} right and counts "
        "{best_counts.right.mean:.1%}, of {n_test} sequences",
    ),
}  # fmt: skip

BY_LAYER: Claims = {
    "four_numbers_a_base": Claim(
        "each base becomes four numbers",
        lambda r: r.n_inputs == 4 * r.n_bases,
        "{n_bases} bases become {n_inputs} numbers",
    ),
    "one_weight_each": Claim(
        "there is one weight for each base and place",
        lambda r: r.logo[0, 0].shape == (r.n_bases, r.n_inputs // r.n_bases),
        "there are {n_inputs} numbers of {n_bases} bases",
    ),
    "nothing_spelled_yet": Claim(
        "before training the weights spell nothing",
        lambda r: r.first_donor_word[:2] != "GT" and r.first_acceptor_word[-2:] != "AG",
        "they happen to spell {first_donor_word} after the site and "
        "{first_acceptor_word} before it",
    ),
    "layer_learns": Claim(
        "a single layer learns from the raw letters",
        _layer_learns,
        "it gets {layer_right:.1%} of {n_test} held-out sequences right, and always "
        "answering no site {always_largest.mean:.1%} in the mean",
    ),
    "weights_grow_each_epoch": Claim(
        "the weights grow with each pass through the data",
        lambda r: r.n_setbacks == 0 and r.rule_growth > 0,
        "those of GT after the site and AG before it do not in {n_setbacks} of "
        "{config.logo_epochs}",
    ),
    "weights_grow": Claim(
        "the weights grow where they help",
        lambda r: r.rule_growth > 0,
        "those of GT after the site and AG before it change by {rule_growth:+.3f} in "
        "the mean",
    ),
    "gt_ag_found": Claim(
        "the weights spell GT after the site and AG before it",
        lambda r: r.donor_word.startswith("GT") and r.acceptor_word.endswith("AG"),
        "they spell {donor_word} after it and {acceptor_word} before it",
    ),
    "tract_found": Claim(
        "the weights ask for C or T all along the tract",
        lambda r: r.n_pyrimidines == r.n_tract,
        "they do at {n_pyrimidines} of {n_tract} places",
    ),
}

BY_FILTERS: Claims = {
    "site_may_lie_anywhere": Claim(
        "the site may lie anywhere in the window",
        lambda r: r.n_starts >= ANYWHERE * r.window and len(set(r.cuts)) > 1,
        "with {window} of {n_bases} bases it lies at one of {n_starts} places",
    ),
    "site_moves": Claim(
        "the site lies at different places",
        lambda r: len(set(r.cuts)) == len(r.cuts) > 1,
        "with {window} of {n_bases} bases it lies at {n_starts}",
    ),
    "peak_is_largest": Claim(
        "the largest sum is marked",
        lambda r: r.filters.scan.z.max() == r.filters.scan.peak,
        PEAK,
    ),
    "peak_is_at_site": Claim(
        "the filter's sum peaks where it finds the site",
        lambda r: not _peaks_elsewhere(r) and r.filters.scan.peak > 0,
        PEAK,
    ),
    "peak_is_elsewhere": Claim(
        "the filter's sum does not peak at the site", _peaks_elsewhere, PEAK
    ),
    "filters_are_next_to_site": Claim(
        "the filters that fire at one place do so next to the site",
        lambda r: r.filters.n_next_to_site == r.filters.n_at_site,
        "of {filters.n_at_site} that do, {filters.n_next_to_site} reach or touch it",
    ),
    "others_have_no_place": Claim(
        "the other filters fire in no fixed place",
        _has_placeless_others,
        "of {filters.n_filters} filters, {filters.n_at_site} fire at one place and "
        "{filters.n_placeless} in none",
    ),
    "example_is_told": Claim(
        "the network turns the motifs shown into the site",
        _example_is_told,
        "that {filters.hierarchy.class_name} gets a probability of "
        "{filters.hierarchy.p_of_label:.1%}, and the largest peak of a filter shown is "
        "{filters.hierarchy.highest:.2f}",
    ),
}

COMPARED: Claims = {
    "scores_of_all_splits": Claim(
        "each score is that of all splits",
        lambda r: all(one.right.n == r.n_splits for one in (*r.aligned, *r.moved)),
        "there are {n_splits}",
    ),
    "letters_do_as_well": Claim(
        "support vectors on raw letters do as well as the network",
        lambda r: (
            not (
                _beats(r, r.aligned.network, r.aligned.raw_svm)
                or _beats(r, r.aligned.raw_svm, r.aligned.network)
            )
        ),
        "they get {aligned.raw_svm.right.mean:.1%}, and it "
        "{aligned.network.right.mean:.1%}",
    ),
    "letters_do_better": Claim(
        "support vectors on raw letters do better than the network",
        lambda r: _beats(r, r.aligned.raw_svm, r.aligned.network),
        "they get {aligned.raw_svm.right.mean:.1%}, and it "
        "{aligned.network.right.mean:.1%}",
    ),
    "network_does_better": Claim(
        "the network does better than support vectors on raw letters",
        lambda r: _beats(r, r.aligned.network, r.aligned.raw_svm),
        "it gets {aligned.network.right.mean:.1%}, and they "
        "{aligned.raw_svm.right.mean:.1%}",
    ),
    "filters_teach": Claim(
        "networks learn something where the site is unknown",
        lambda r: (
            is_above(r.moved.network.right, r.always_largest, r.n_test)
            and is_above(r.without_hidden.right, r.always_largest, r.n_test)
        ),
        "they get {moved.network.right.mean:.1%} and {without_hidden.right.mean:.1%} "
        "right, and always answering no site {always_largest.mean:.1%}",
    ),
    "one_step_is_enough": Claim(
        "the layer between filters and classes adds nothing",
        lambda r: not _beats(r, r.moved.network, r.without_hidden),
        "with it {moved.network.right.mean:.1%} are right, without it "
        "{without_hidden.right.mean:.1%}",
    ),
    "layer_between_helps": Claim(
        "the layer between filters and classes helps",
        lambda r: _beats(r, r.moved.network, r.without_hidden),
        "with it {moved.network.right.mean:.1%} are right, without it "
        "{without_hidden.right.mean:.1%}",
    ),
    "rules_fall": Claim(
        "rules do worse where the site is unknown",
        lambda r: _beats(r, r.aligned.rules_svm, r.moved.rules_svm),
        "they get {aligned.rules_svm.right.mean:.1%} where it is known and "
        "{moved.rules_svm.right.mean:.1%} where not",
    ),
    "network_wins": Claim(
        "the network does better than all others where the site is unknown",
        lambda r: _beats(r, r.moved.network, r.moved.scan, *r.moved.untold),
        "it gets {moved.network.right.mean:.1%}, " + ALL_MOVED + "; " + UNTOLD,
    ),
    "network_beats_untold": Claim(
        "the network does better than all that are not told the pattern",
        lambda r: _beats(r, r.moved.network, *r.moved.untold),
        "it gets {moved.network.right.mean:.1%}; " + UNTOLD,
    ),
}

CLAIMS: Mapping[str, Claim[Result]] = {
    **BY_HAND, **BY_LAYER, **BY_FILTERS, **COMPARED,
}  # fmt: skip
