"""What the pictures of the chapter on features show is what its result says."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from nnsim.experiments import features
from tests.drawn.expected import Expected, Plane, compare, logo, part
from tests.drawn.found import Shown
from tests.nnsim.experiments.usual import usual

FIRST, LAST = 10, 42  # bases along which the single layer's weights are shown
FEATURES = {
    "kmers": "k-mer counts",
    "rules": "expert rules",
    "one_hot": "raw",
    "scan": "known pattern",
}
MODELS = {
    "logistic": "logistic regression",
    "svm": "support vectors",
    "forest": "random forest",
    "cnn": "network with filters",
}
SCAN = Plane("place of the filter", "sum z")


def dna(bases: str) -> Expected:
    return part("DnaRow", ["ACGT".index(base) for base in bases])


def bars(scores: Sequence[Any], name: str = "{features}, {model}") -> Expected:
    """Expect shares right with their spread over the splits, named by what was fit."""
    each = np.array([score.right.each for score in scores])
    rows = np.stack([each.mean(axis=1), each.std(axis=1, ddof=1)], axis=1)
    names = [
        name.format(
            features=FEATURES[score.features],
            model="scanned" if score.features == "scan" else MODELS[score.model],
        )
        for score in scores
    ]
    beside = [
        (name, f"{mean:.1%}") for name, (mean, _) in zip(names, rows, strict=True)
    ]
    return part("Bars", rows / rows[:, 0].max(), names=beside)


def expected() -> Mapping[str, list[Expected]]:
    r = usual(features)
    f, donor = r.filters, dna(r.examples[0])
    aligned, moved = r.aligned, r.moved
    p = dict(zip(("donor", "acceptor", "no site"), f.hierarchy.p, strict=True))

    def weights(epoch: int) -> list[Expected]:
        """Expect the single layer's weights for donor and acceptor."""
        return [logo(r.logo[epoch, k, FIRST:LAST]) for k in range(2)]

    cuts = [dna(r.examples[0][start : start + r.window]) for start in r.cuts]
    return {
        "sequences": [dna(bases) for bases in r.examples],
        "kmers": [donor],
        "counts_score": [bars(aligned.by_counts, "{model}")],
        "rules": [
            donor, bars([aligned.counts_svm, aligned.rules_forest], "{features}")
        ],
        "one_hot": [donor],
        "guess": weights(0),
        "grow": weights(-1),
        "found": weights(-1),
        "fair": [
            bars([aligned.counts_svm, aligned.rules_forest, aligned.raw_logistic,
                  aligned.raw_forest, aligned.raw_svm, aligned.network])
        ],
        "anywhere": cuts,
        "filter": [
            dna(f.scan.sequence),
            logo(f.scan.weights),
            SCAN.curve(np.arange(len(f.scan.z)), f.scan.z, "signal"),
            SCAN.points([f.scan.z.argmax(), f.scan.z.max()], "ink"),
        ],
        "filters": [logo(heights) for heights in f.heights[-1]],
        "hierarchy": [
            dna(f.hierarchy.sequence),
            *(logo(W) for W in f.hierarchy.weights),
            part(
                "Bars",
                [(share / max(p.values()), 0) for share in p.values()],
                names=[(kind, f"{share:.1%}") for kind, share in p.items()],
            ),
        ],
        "compare": [
            bars([moved.raw_forest, moved.rules_svm, moved.raw_svm, moved.counts_svm,
                  moved.scan, moved.network])
        ],
    }  # fmt: skip


def test_pictures_show_the_result(
    drawn: Callable[[str], Mapping[str, Shown]],
) -> None:
    compare(drawn("features"), expected())
