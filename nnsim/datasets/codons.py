"""The standard genetic code.

What you can do here
--------------------
- translate DNA into amino acids: ``translate("AAGCTGCAT")`` is "KLH".
"""

from itertools import product

_AMINO_ACIDS = "FFLLSSSSYY**CC*WLLLLPPPPHHQQRRRRIIIMTTTTNNKKSSRRVVVVAAAADDEEGGGG"
CODE = {
    "".join(codon): amino_acid
    for codon, amino_acid in zip(product("TCAG", repeat=3), _AMINO_ACIDS, strict=True)
}


def translate(dna: str) -> str:
    """Return one letter for each whole codon from the start on; * is a stop."""
    return "".join(CODE[dna[k : k + 3]] for k in range(0, len(dna) - 2, 3))
