"""What the chapter on features claims, against the raw table and plain counting."""

import csv
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from statistics import fmean, stdev
from typing import Any

import numpy as np
import pytest
from scipy.stats import binom

from nnsim.datasets import splice_junctions
from nnsim.experiments import features
from nnsim.experiments.features import Config, Result, run
from nnsim.experiments.features.claims import CLAIMS
from scenes.lookup import fill
from tests.nnsim.experiments.features.test_word_counts import n_orders
from tests.nnsim.experiments.usual import usual

TABLE = Path(splice_junctions.__file__).with_name("splice_junctions.csv")
QUICK = Config(
    n_splits=1, n_train=800, n_test=100, logo_epochs=10, aligned_epochs=2,
    filter_epochs=(0, 8, 16), n_filters=8,
)  # fmt: skip
SETTINGS = [
    QUICK,
    replace(QUICK, window=56),
    replace(QUICK, window=36, k=1, filter_epochs=(0, 20)),
    replace(QUICK, k=5, n_train=400, filter_epochs=(0, 30)),
    replace(QUICK, k=4, n_splits=2, n_train=500, filter_epochs=(0, 20)),
    replace(QUICK, logo_rate=1e-5, logo_epochs=1),
    replace(QUICK, logo_rate=1.0, logo_epochs=30, seed=2, n_cuts=2),
    replace(QUICK, n_test=50, n_train=300, filter_epochs=(0, 40), n_filters=16,
            aligned_epochs=60),
    replace(QUICK, seed=10, n_train=1200, filter_epochs=(0, 1, 20)),
]  # fmt: skip
A, C, G, T = range(4)
SITE = 30
by_settings = pytest.mark.parametrize("config", SETTINGS, ids=str)


@cache
def result_of(config: Config) -> Any:
    return usual(features) if config == Config() else run(config)


def read() -> dict[str, str]:
    """Read the class of each sequence that has one only, without our loader."""
    found: dict[str, set[str]] = {}
    with TABLE.open(encoding="utf-8") as file:
        for row in csv.DictReader(line for line in file if not line.startswith("#")):
            found.setdefault(row["seq"], set()).add(row["cls"])
    return {bases: kinds.pop() for bases, kinds in found.items() if len(kinds) == 1}


KIND_OF = read()


def held_out(config: Config) -> list[list[str]]:
    """Draw the splits again; return the classes of what each holds out."""
    kinds, rng = list(KIND_OF.values()), np.random.default_rng([config.seed, 0])
    orders = [rng.permutation(len(kinds)) for _ in range(config.n_splits)]
    start, end = config.n_train, config.n_train + config.n_test
    return [[kinds[row] for row in order[start:end]] for order in orders]


def shares_without_site(config: Config) -> list[float]:
    return [kinds.count("n") / len(kinds) for kinds in held_out(config)]


# --- the oracle -----------------------------------------------------------------------


def wide(each: Any, n_test: int) -> float:
    """Return what counting so few leaves open of a mean."""
    return float(binom(n_test, fmean(map(float, each))).std()) / n_test


def above(one: Any, other: Any, n_test: int) -> bool:
    """Compare split by split where there are two or more."""
    gaps = [float(a) - float(b) for a, b in zip(one, other, strict=True)]
    doubt = wide(one, n_test) + wide(other, n_test)
    if len(gaps) > 1:
        doubt = max(doubt, stdev(gaps))
    return fmean(gaps) > doubt


def tallest(weights: np.ndarray) -> str:
    return "".join(max("ACGT", key=lambda b: row["ACGT".index(b)]) for row in weights)


def rule_weights(r: Result) -> list[float]:
    """Return the sum of the weights of GT in donors and AG in acceptors, by epoch."""
    return [
        float(donor[30, G] + donor[31, T] + acceptor[28, A] + acceptor[29, G])
        for donor, acceptor, _ in r.logo.astype(float)
    ]


def best_fit(r: Result) -> int:
    """Slide the filter by hand; return the first base under which letters fit best."""
    scan, width = r.filters.scan, r.config.width
    sums = [
        sum(
            w["ACGT".index(b)]
            for w, b in zip(scan.weights, scan.sequence[k:], strict=False)
        )
        for k in range(len(scan.sequence) - width + 1)
    ]
    return int(np.argmax(sums))


def class_shown(r: Result) -> int:
    """Look the window through which the network is followed up in the table."""
    window = r.filters.hierarchy.sequence
    (kind,) = {kind for bases, kind in KIND_OF.items() if window in bases}
    return ("ei", "ie", "n").index(kind)


def of_letters(r: Result) -> dict[str, bool]:
    """Compute what is so of words, rules and the single layer."""
    donor, acceptor = r.logo[-1, 0], r.logo[-1, 1]
    at_first = tallest(r.logo[0, 0, 30:32]), tallest(r.logo[0, 1, 28:30])
    grown = np.diff(rule_weights(r))
    counts = [r.aligned[k].right.each for k in range(3)]
    none = shares_without_site(r.config)
    best, n = max(counts, key=fmean), r.config.n_test
    return {
        "order_is_lost": n_orders(r.examples.donor, r.config.k) > 1,
        "best_of_counts": fmean(r.best_counts.right.each) == fmean(best),
        "counts_teach": above(r.best_counts.right.each, none, n),
        "rules_beat_counts": all(
            above(r.aligned.rules_forest.right.each, each, n) for each in counts
        ),
        "four_numbers_a_base": r.n_inputs / len(r.examples.donor) == len("ACGT"),
        "one_weight_each": len(r.logo[-1, 0].ravel()) == r.n_inputs,
        "nothing_spelled_yet": at_first[0] != "GT" and at_first[1] != "AG",
        "layer_learns": above(r.logo_accuracy[-1:], none[:1], n),
        "weights_grow_each_epoch": bool((grown > 0).all()),
        "weights_grow": rule_weights(r)[-1] > rule_weights(r)[0],
        "gt_ag_found": tallest(donor[30:32]) + tallest(acceptor[28:30]) == "GTAG",
        "tract_found": set(tallest(acceptor[12:27])) <= {"C", "T"},
    }  # fmt: skip


def of_filters(r: Result) -> dict[str, bool]:
    """Compute what is so of windows and filters."""
    at, width = r.filters, r.config.width
    sites = [SITE - start for start in range(60 - r.config.window + 1)]
    shown = {SITE - int(start) for start in r.cuts}
    here = [s for s, one in zip(at.starts, at.spreads, strict=True) if one <= 1]
    usual_place = at.scan.site + at.offsets[0]
    example = at.hierarchy
    return {
        "site_may_lie_anywhere": len(sites) / r.config.window >= 0.25
        and len(shown) > 1,
        "site_moves": len(shown) == 5 and shown <= set(sites),
        "peak_is_largest": sorted(at.scan.z)[-1] == at.scan.peak,
        "peak_is_at_site": abs(best_fit(r) - usual_place) < 1 and max(at.scan.z) > 0,
        "peak_is_elsewhere": abs(best_fit(r) - usual_place) >= 1,
        "filters_are_next_to_site": all(s <= 0 <= s + width for s in here),
        "others_have_no_place": 0 < sum(at.spreads > 10) == at.n_filters - len(here),
        "example_is_told": (
            list(example.p).index(max(example.p)) == class_shown(r)
            and any(example.peaks > 0)
        ),
    }


def of_scores(r: Result) -> dict[str, bool]:
    """Compute what is so of models compared."""
    n, none = r.config.n_test, shares_without_site(r.config)
    svm, net = r.aligned.raw_svm.right.each, r.aligned.network.right.each
    *others, scan, moved = (score.right.each for score in r.moved)
    plain = r.without_hidden.right.each
    untold = all(above(moved, other, n) for other in others)
    return {
        "scores_of_all_splits": {
            len(score.right.each) for score in [*r.aligned, *r.moved]
        }
        == {r.config.n_splits},
        "letters_do_as_well": not above(svm, net, n) and not above(net, svm, n),
        "letters_do_better": above(svm, net, n),
        "network_does_better": above(net, svm, n),
        "filters_teach": above(moved, none, n) and above(plain, none, n),
        "one_step_is_enough": not above(moved, plain, n),
        "layer_between_helps": above(moved, plain, n),
        "rules_fall": above(
            r.aligned.rules_svm.right.each, r.moved.rules_svm.right.each, n
        ),
        "network_wins": untold and above(moved, scan, n),
        "network_beats_untold": untold,
    }


def truth(r: Result) -> dict[str, bool]:
    """Compute what is so of a result, without the claims."""
    return {**of_letters(r), **of_filters(r), **of_scores(r)}


# --- results that no settings give ----------------------------------------------------


def with_score(r: Result, kind: str, name: str, by: float) -> Result:
    """Move the score of one model."""
    scores = getattr(r, kind)
    one = getattr(scores, name)
    right = type(one.right).of(np.clip(one.right.each + by, 0, 1))
    return replace(r, **{kind: scores._replace(**{name: replace(one, right=right)})})


def far_from_site(r: Result) -> Result:
    """Let the filters that fire at one place do so behind the site."""
    starts = r.filters.starts + 20 * r.filters.is_at_site
    return replace(r, filters=replace(r.filters, starts=starts, n_next_to_site=0))


def run_backwards(r: Result) -> Result:
    """Let the weights of the layer go from the last to the first."""
    return replace(
        r,
        logo=r.logo[::-1],
        first_donor_word=r.donor_word,
        first_acceptor_word=r.acceptor_word,
        donor_word=r.first_donor_word,
        acceptor_word=r.first_acceptor_word,
        n_pyrimidines=0,
        rule_growth=-r.rule_growth,
        n_setbacks=r.config.logo_epochs,
    )


def with_another_peak(r: Result) -> Result:
    scan = replace(r.filters.scan, peak=r.filters.scan.peak + 1)
    return replace(r, filters=replace(r.filters, scan=scan))


def with_a_split_less(r: Result) -> Result:
    forest = r.aligned.raw_forest
    fewer = type(forest.right).of(forest.right.each[1:])
    changed = r.aligned._replace(raw_forest=replace(forest, right=fewer))
    return replace(r, aligned=changed)


FABRICATED: Mapping[str, Callable[[Result], Result]] = {
    "order_is_lost": lambda r: replace(
        r, order_is_lost=False, examples=r.examples._replace(donor="ACCG" + "T" * 56)
    ),
    "best_of_counts": lambda r: with_score(r, "aligned", "counts_logistic", 0.3),
    "rules_beat_counts": lambda r: with_score(r, "aligned", "rules_forest", -0.4),
    "four_numbers_a_base": lambda r: replace(r, n_inputs=r.n_bases),
    "one_weight_each": lambda r: replace(r, logo=r.logo[:, :, :50]),
    "peak_is_largest": with_another_peak,
    "scores_of_all_splits": with_a_split_less,
    "weights_grow": run_backwards,
    "site_moves": lambda r: replace(r, cuts=np.zeros(5, int)),
    "filters_are_next_to_site": far_from_site,
    "rules_fall": lambda r: with_score(r, "moved", "rules_svm", 0.4),
    "network_does_better": lambda r: with_score(r, "aligned", "raw_svm", -0.5),
}


@by_settings
def test_claims_are_what_an_oracle_finds(config: Config) -> None:
    result = result_of(config)
    assert {name: c.holds(result) for name, c in CLAIMS.items()} == truth(result)


def test_claims_of_the_lecture_are_what_an_oracle_finds() -> None:
    result = result_of(Config())
    assert {name: c.holds(result) for name, c in CLAIMS.items()} == truth(result)


@pytest.mark.parametrize("name", FABRICATED)
def test_claims_see_what_no_settings_give(name: str) -> None:
    usual_one, changed = result_of(Config()), FABRICATED[name](result_of(Config()))
    so = truth(changed)
    assert so[name] != truth(usual_one)[name]
    assert {one: claim.holds(changed) for one, claim in CLAIMS.items()} == so


@pytest.mark.parametrize("name", CLAIMS)
def test_each_claim_holds_and_does_not_hold_somewhere(name: str) -> None:
    results = [result_of(config) for config in (Config(), *SETTINGS)]
    if name in FABRICATED:
        results.append(FABRICATED[name](results[0]))
    assert {CLAIMS[name].holds(result) for result in results} == {True, False}


@pytest.mark.parametrize("name", CLAIMS)
def test_claims_are_said_in_words_with_what_is_so(name: str) -> None:
    claim = CLAIMS[name]
    said, _ = fill(claim.found, result_of(QUICK))
    assert said
    assert "{" not in said
    assert "nan" not in said
    assert claim.says[0].islower() or claim.says[0].isupper()
    assert not said.endswith(".")
