"""The genetic code, against facts from the textbook."""

from collections import Counter

from nnsim.datasets.codons import CODE, translate


def test_number_of_codons_of_each_amino_acid() -> None:
    counts = Counter(CODE.values())
    assert (counts["*"], counts["M"], counts["W"], counts["L"]) == (3, 1, 1, 6)
    assert len(CODE) == 64
    assert len(counts) == 21


def test_translation_reads_whole_codons() -> None:
    assert translate("ATGGTGCATCTGACTCCTGAGGAG") == "MVHLTPEE"  # start of HBB
    assert translate("TAATAGTGAA") == "***"
