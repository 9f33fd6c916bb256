"""The words of the chapter on features are true, whatever is set, or not said."""

from statistics import fmean

import pytest

from nnsim.claims import UnmetClaimError
from nnsim.experiments.features import CLAIMS, Config, Result
from scenes.features import words
from scenes.lookup import fill
from scenes.words import Words, true_words
from tests.nnsim.experiments.features.test_claims import (
    SETTINGS,
    result_of,
    shares_without_site,
    tallest,
    truth,
)

# What words say, and the claims of the oracle that must then be so.
SAID = {
    "order is lost": ("order_is_lost",),
    "models learn from the counts": ("counts_teach",),
    "the best gets": ("best_of_counts",),
    "Better features": ("rules_beat_counts",),
    "better questions": ("rules_beat_counts",),
    "becomes four numbers": ("four_numbers_a_base",),
    "the weights spell nothing": ("nothing_spelled_yet",),
    "A single layer learns": ("layer_learns",),
    "After each pass": ("weights_grow_each_epoch",),
    "the weights have grown where they help": ("weights_grow",),
    "It found the GT–AG rule": ("gt_ag_found",),
    "behind a tract of C and T": ("tract_found",),
    "do as well": ("letters_do_as_well",),
    "letters do better": ("letters_do_better",),
    "a network with filters does better": ("network_does_better",),
    "the site may lie anywhere": ("site_may_lie_anywhere",),
    "now here, now there": ("site_moves",),
    "found, wherever it is": ("peak_is_at_site",),
    "One weight for each base and place": ("one_weight_each",),
    "keeps only the peak": ("peak_is_largest",),
    "not at the site": ("peak_is_elsewhere",),
    "at one place next to the site": ("filters_are_next_to_site",),
    "The others fire in no fixed place": ("others_have_no_place",),
    "turn motifs into a site": ("example_is_told", "filters_teach"),
    "one step is enough": ("one_step_is_enough",),
    "The layer between helps": ("layer_between_helps",),
    "rules fall": ("rules_fall",),
    "Learned features pay": ("network_wins",),
    "Where learned features win": ("network_wins",),
    "Untold, learned features pay": ("network_beats_untold",),
    "Where learned features help": ("network_beats_untold",),
}
# No settings make these so: only results that are made up.
NEVER = ("a network with filters does better",)
COUNTS = ("none", "one", "two", "three", "four", "five")
ALL = [Config(), *SETTINGS]


def said(result: Result) -> dict[str, str]:
    """Return what each beat says of a result; "" if it is refused."""
    return {beat: _said(of_beat, result) for beat, of_beat in words.BEATS.items()}


def _said(of_beat: Words, result: Result) -> str:
    try:
        one = true_words(of_beat, CLAIMS, result)
    except UnmetClaimError:
        return ""
    parts = (one[part] for part in ("title", "say", "question") if part in one)
    return " / ".join(fill(str(part), result)[0] for part in parts)


def percent(each: object) -> str:
    return f"{fmean(map(float, each)):.1%}"  # type: ignore[call-overload]


def figures(r: Result) -> dict[str, list[str]]:
    """Return what beats must say among other things, if they say anything."""
    config, filters = r.config, r.filters
    n_fire = sum(map(bool, filters.is_at_site))
    fire = "fires" if n_fire == 1 else "fire"
    told = "it was" if n_fire == 1 else "they were"
    n_shown = min(len(filters.numbers), 4)
    are = "is" if n_shown == 1 else "are"
    by_counts = max((r.aligned[k].right.each for k in range(3)), key=fmean)
    network = percent(r.moved.network.right.each)
    return {
        "sequences": ["Here are 3000 "],
        "kmers": [f"each {COUNTS[config.k]}-letter word", f" {4**config.k} counts"],
        "counts_score": [
            f"best gets {percent(by_counts)} right",
            f"no site gets {percent(shares_without_site(config))}.",
        ],
        "rules": [f"reaches {percent(r.aligned.rules_forest.right.each)}."],
        "one_hot": ["is 240 numbers"],
        "grow": [f"right: {r.logo_accuracy[-1]:.1%}."],
        "found": [
            f"weights spell {tallest(r.logo[-1, 0, 30:36])}; before it "
            f"{tallest(r.logo[-1, 1, 27:30])}",
        ],
        "fair": [
            percent(r.aligned.raw_svm.right.each),
            percent(r.aligned.network.right.each),
        ],
        "anywhere": [f"cut {config.window} of 60 bases"],
        "filters": [
            f"{n_fire} of {config.n_filters} filters {fire} at",
            f"which {told} never told; {COUNTS[n_shown]} {are} shown.",
        ],
        "hierarchy": [network, percent(r.without_hidden.right.each)],
        "compare": [
            network,
            percent(r.moved.rules_svm.right.each),
            percent(r.moved.scan.right.each),
        ],
    }


def facts(result: Result) -> dict[str, bool]:
    """Return what is so, of what is the same for all sequences as well."""
    heights = result.filters.heights.sum(axis=-1)
    in_bits = bool(0 <= heights.min() <= heights.max() <= 2.001)
    return {**truth(result), "has_site": True, "letters_in_bits": in_bits}


def check(result: Result) -> None:
    so, texts = facts(result), said(result)
    for beat, text in texts.items():
        for phrase, claims in SAID.items():
            if phrase in text:
                assert all(so[claim] for claim in claims), (beat, phrase)
        assert "do not win yet" not in text or not so["network_does_better"]
        if text:
            for figure in figures(result).get(beat, ()):
                assert figure in text, beat
        else:  # refused: so is what it usually says
            assert not all(so[claim] for claim in words.BEATS[beat]["claims"]), beat


@pytest.mark.parametrize("config", ALL, ids=str)
def test_words_are_true_or_not_said(config: Config) -> None:
    check(result_of(config))


def test_each_phrase_is_said_somewhere() -> None:
    texts = "\n".join(text for one in ALL for text in said(result_of(one)).values())
    assert [phrase for phrase in SAID if phrase not in texts] == [*NEVER]


def test_what_the_data_cannot_show_is_refused() -> None:
    (hardly_learned,) = (c for c in SETTINGS if c.logo_rate == 1e-5)
    texts = said(result_of(hardly_learned))
    assert [beat for beat, text in texts.items() if not text] == [
        "grow", "found", "compare",
    ]  # fmt: skip


def test_the_lecture_says_what_it_usually_says() -> None:
    result = result_of(Config())
    for beat in words.BEATS.values():
        assert true_words(beat, CLAIMS, result) is beat
