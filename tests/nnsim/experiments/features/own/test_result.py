"""What the chapter finds in sequences of which the truth is known."""

import math
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from nnsim.experiments.features import CLAIMS, Config, run
from nnsim.experiments.features.own.claims import OWN_CLAIMS
from nnsim.problems.own_data import UnfitDataError
from scenes.lookup import fill
from tests.nnsim.experiments.features.own.made import (
    KINDS,
    LENGTH,
    MOTIF,
    PLACE,
    as_rna,
    data_of,
    made,
    result_of,
    result_of_rna,
)

TOLD = [kind for kind in KINDS if kind != "noise"]


def test_noise_is_refused_with_what_is_so() -> None:
    config = Config(
        data=data_of("noise"), n_splits=2, logo_epochs=2, aligned_epochs=1,
        filter_epochs=(0, 2), n_filters=8,
    )  # fmt: skip
    with pytest.raises(UnfitDataError, match=r"learns to tell .*always answering"):
        run(config)


@pytest.mark.parametrize("kind", TOLD)
def test_sequences_are_counted_as_by_hand(kind: str) -> None:
    result, rows = result_of(kind), made(kind)
    names = [name for _, name in rows]
    assert result.n_sequences == len(set(rows)) == len(rows)
    assert result.counts.tolist() == list(Counter(names).values())
    assert result.labelled.classes == tuple(dict.fromkeys(names))
    for bases, name in zip(result.examples, result.labelled.classes, strict=True):
        assert bases == next(one for one, other in rows if other == name)
    places = [result.examples[0][k : k + 3] for k in range(LENGTH - 2)]
    assert result.running[-1].tolist() == [places.count(w) for w in result.kmers]
    assert result.n_inputs == 4 * LENGTH


def test_a_motif_at_a_place_is_found_there() -> None:
    result = result_of("fixed")
    motif = result.best_motif
    start = motif.start - PLACE  # letters at its ends may be small
    assert motif.word == MOTIF[start : start + len(motif.word)]
    assert len(motif.word) >= 4
    assert (motif.class_name, motif.of_class) == ("promoter", 1.0)
    assert result.examples[0][motif.first - 1 : motif.last] == motif.word
    assert result.layer_right > 0.9
    assert result.aligned.raw_svm.right.mean > 0.9


def test_a_motif_that_moves_is_found_at_no_place() -> None:
    result = result_of("anywhere")
    assert not any(motif.is_borne_out for motif in result.motifs)
    assert result.layer_right < 0.75
    assert result.best_counts.right.mean > result.aligned.raw_svm.right.mean + 0.1


@pytest.mark.parametrize("kind", ["fixed", "anywhere"])
def test_filters_find_the_motif_wherever_it_is(kind: str) -> None:
    filters = result_of(kind).filters
    assert filters.first_class == "promoter"
    letters = {MOTIF[k : k + 4] for k in range(3)}
    assert any(part in filters.first_word for part in letters)
    assert filters.of_class > filters.of_others


@pytest.mark.parametrize("kind", TOLD)
def test_weights_are_drawn_of_the_two_classes_that_are_told_best(kind: str) -> None:
    result = result_of(kind)
    borne_out = {m.label for m in result.motifs if m.is_borne_out}
    assert len(result.logos) == 2
    assert borne_out <= {*result.logos} or len(borne_out & {*result.logos}) == 2
    assert result.best_motif.label in result.logos
    gaps = {m.label: m.of_class - m.of_others for m in result.motifs}
    least = min(gaps[label] for label in result.logos)
    assert all(gaps[k] <= least for k in borne_out - {*result.logos})


def test_rna_is_told_as_dna_is_but_in_its_own_letters() -> None:
    dna, rna = result_of("fixed"), result_of_rna()
    assert (dna.letters, dna.molecule) == ("ACGT", "DNA")
    assert (rna.letters, rna.molecule) == ("ACGU", "RNA")
    for name in ("examples", "kmers"):
        assert getattr(rna, name) == tuple(as_rna(x) for x in getattr(dna, name))
    pairs = [
        *(
            (one.word, other.word)
            for one, other in zip(rna.motifs, dna.motifs, strict=True)
        ),
        (rna.best_motif.word, dna.best_motif.word),
        *zip(rna.filters.words, dna.filters.words, strict=True),
        (rna.filters.first_word, dna.filters.first_word),
        (rna.filters.scan.sequence, dna.filters.scan.sequence),
        (rna.filters.hierarchy.sequence, dna.filters.hierarchy.sequence),
    ]
    assert any("T" in of_dna for _, of_dna in pairs)
    assert [of_rna for of_rna, _ in pairs] == [as_rna(of_dna) for _, of_dna in pairs]
    assert (rna.logo == dna.logo).all()
    assert rna.layer_right == dna.layer_right


def surely_above(r: Any, one: Any, other: Any) -> bool | None:
    """Return whether one score is above another; None where it is a close thing."""
    gap = float(one.right.mean - other.right.mean)
    if gap <= 0:
        return False
    return True if gap > 4 * math.sqrt(0.25 / r.n_test) else None


def truth(r: Any) -> dict[str, bool | None]:
    """Compute what is so, without the claims; None where it is a close thing."""
    letters = r.moved.raw_svm, r.moved.raw_forest
    counts = r.moved.counts_svm, r.moved.counts_forest
    best = max(counts, key=lambda score: score.right.mean)
    f = r.filters
    spread = math.sqrt(f.of_class * (1 - f.of_class) / f.n_of_class)
    spread += math.sqrt(f.of_others * (1 - f.of_others) / f.n_of_others)
    tells = f.of_class - f.of_others > 2 * spread
    borne_out = [m.is_borne_out for m in r.motifs]
    whole = (*r.aligned[3:6], r.aligned.network)  # on raw letters
    columns = r.filters.heights.reshape(-1, 4)

    def all_of(found: list[bool | None]) -> bool | None:
        return False if False in found else None if None in found else True

    return {
        "has_site": False,
        "has_no_site": True,
        "one_of_each": True,
        "letters_in_bits": all(0 <= sum(column) < 2.001 for column in columns),
        "counts_do_best": all_of(
            [surely_above(r, r.best_counts, one) for one in whole]
        ),
        "motif_found": any(borne_out),
        "no_motif_found": not any(borne_out),
        "cuts_differ": len({int(at) for at in r.cuts}) == 5,
        "first_filter_tells": tells,
        "first_filter_tells_little": not tells,
        "network_does_best_on_cuts": all_of(
            [surely_above(r, r.moved.network, one) for one in (*letters, *counts)]
        ),
        "counts_do_best_on_cuts": all_of(
            [surely_above(r, best, one) for one in (*letters, r.moved.network)]
        ),
    }


@pytest.mark.parametrize("kind", TOLD)
def test_claims_are_what_an_oracle_finds(kind: str) -> None:
    result = result_of(kind)
    for name, is_so in truth(result).items():
        if is_so is not None:
            assert OWN_CLAIMS[name].holds(result) is is_so, name


def with_score(r: Any, kind: str, name: str, by: float) -> Any:
    """Move the score of one model."""
    scores = getattr(r, kind)
    one = getattr(scores, name)
    right = type(one.right).of(np.clip(one.right.each + by, 0, 1))
    return replace(r, **{kind: scores._replace(**{name: replace(one, right=right)})})


def with_counts(r: Any, name: str, right: float) -> Any:
    """Let the best of counts get a share right."""
    best = getattr(r, name)
    moved = type(best.right).of(np.full(best.right.n, right))
    return replace(r, **{name: replace(best, right=moved)})


FABRICATED: dict[str, Callable[[Any], Any]] = {
    "has_site": lambda r: replace(r, has_site=True),
    "has_no_site": lambda r: replace(r, has_site=True),
    "one_of_each": lambda r: replace(r, examples=r.examples[1:]),
    "letters_in_bits": lambda r: replace(
        r, filters=replace(r.filters, heights=3 * r.filters.heights)
    ),
    "cuts_differ": lambda r: replace(r, cuts=0 * r.cuts),
    "first_filter_tells": lambda r: replace(
        r, filters=replace(r.filters, of_others=r.filters.of_class)
    ),
    "first_filter_tells_little": lambda r: replace(
        r, filters=replace(r.filters, of_others=r.filters.of_class)
    ),
    "counts_do_best": lambda r: with_counts(r, "best_counts", 1.0),
    "counts_do_best_on_cuts": lambda r: with_counts(r, "moved_counts", 1.0),
    "network_does_best_on_cuts": lambda r: with_score(r, "moved", "network", 0.5),
}


@pytest.mark.parametrize("name", OWN_CLAIMS)
def test_each_claim_holds_and_does_not_hold_somewhere(name: str) -> None:
    results = [result_of(kind) for kind in TOLD]
    if name in FABRICATED:
        results += [FABRICATED[name](one) for one in results]
    assert {OWN_CLAIMS[name].holds(result) for result in results} == {True, False}


@pytest.mark.parametrize("kind", TOLD)
def test_opposite_claims_never_hold_together(kind: str) -> None:
    result = result_of(kind)
    for one, other in (
        ("motif_found", "no_motif_found"),
        ("first_filter_tells", "first_filter_tells_little"),
        ("layer_learns", "layer_learns_little"),
        ("has_site", "has_no_site"),
    ):
        assert CLAIMS[one].holds(result) is not CLAIMS[other].holds(result)


@pytest.mark.parametrize("name", OWN_CLAIMS)
def test_claims_are_said_in_words_with_what_is_so(name: str) -> None:
    claim = OWN_CLAIMS[name]
    said, _ = fill(claim.found, result_of("fixed"))
    assert said
    assert "{" not in said
    assert not said.endswith(".")
