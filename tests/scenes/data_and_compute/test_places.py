"""What is marked along DNA stands at the bases that the result names."""

from collections.abc import Callable, Mapping

import numpy as np

from nnsim.datasets.splice_junctions import LENGTH, SITE
from nnsim.experiments import data_and_compute
from scenes.frame import theme
from tests.drawn.found import Shown
from tests.nnsim.experiments.usual import usual

GLYPH = 0.7  # width of a letter over that of its cell


def spans(shown: Shown, kind: str, role: str) -> np.ndarray:
    """Return how many bases of the uppermost row lie before both ends of marks."""
    rows = [part for part in shown.parts if part.kind == "DnaRow"]
    first = max(rows, key=lambda row: row.box[0, 1])
    assert len(first.values) == LENGTH
    left, right = first.box[:, 0]
    pitch = (right - left) / (LENGTH - 1 + GLYPH)
    start = left - (1 - GLYPH) / 2 * pitch
    hexed = theme.role(role).to_hex().upper()
    found = [one for one in shown.others if (one.kind, one.color) == (kind, hexed)]
    x = [one.segments[..., 0] for one in found]
    ends = np.array([(one.min(), one.max()) for one in x])
    return np.asarray((ends - start) / pitch)


def test_window_stands_at_the_last_place_of_the_filters(
    drawn: Callable[[str], Mapping[str, Shown]],
) -> None:
    r = usual(data_and_compute)
    width = r.layers[0].n_in // 4
    windows = spans(drawn("data_and_compute")["count"], "VMobject", "signal")
    assert r.n_places - 1 + width == LENGTH
    np.testing.assert_allclose(windows, [(r.n_places - 1, LENGTH)], atol=1e-6)


def test_site_and_codons_of_the_family_stand_at_their_bases(
    drawn: Callable[[str], Mapping[str, Shown]],
) -> None:
    r, shown = usual(data_and_compute), drawn("data_and_compute")["relatives"]
    (site,) = spans(shown, "DashedLine", "ink")
    np.testing.assert_allclose(site, SITE, atol=1e-6)
    codons = spans(shown, "Line", "muted")  # each from its first base to its third
    starts = np.arange(len(r.alignment.peptide)) * 3
    wanted = np.stack([starts, starts + 2], axis=1)
    np.testing.assert_array_equal(np.floor(codons), wanted)
