"""DNA as numbers: each base a row with a single 1, in the order A, C, G, T.

What you can do here
--------------------
- encode sequences: ``encode``; read them back: ``decode``;
- refuse text that is not DNA of one length: ``check_sequences``.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from nnsim.arrays import Array
from nnsim.errors import InputError

BASES = "ACGT"  # the order of the last axis
OF_RNA = "ACGU"  # the same, as RNA is written


def encode(
    sequences: Sequence[str] | Array, dtype: npt.DTypeLike = np.float64
) -> Array:
    """Encode sequences of one length.

    Returns
    -------
    Array
        (n_sequences, length, 4); [1, 0, 0, 0] is A, then C, G, T.

    Raises
    ------
    InputError
        If there are none, lengths differ, or a letter is not A, C, G or T.
    """
    check_sequences(sequences)
    letters = np.array(sequences).view("U1").reshape(len(sequences), -1)
    return np.asarray((letters[..., None] == np.array(list(BASES))).astype(dtype))


def decode(encoded: Array, letters: str = BASES) -> Array:
    """Read encoded sequences (n_sequences, length, 4) back, (n_sequences,) text."""
    written = np.array(list(letters))[encoded.argmax(axis=-1)]
    return np.array(["".join(row) for row in written])


def check_sequences(sequences: Sequence[str] | Array) -> None:
    """Refuse sequences that are not DNA of one length."""
    if len(sequences) == 0:
        raise InputError("there are no sequences")
    expected = len(sequences[0])
    for row, sequence in enumerate(sequences):
        if len(sequence) != expected or expected == 0:
            raise InputError(
                f"sequence {row} has {len(sequence)} bases, not {expected}: cut or "
                "leave out sequences until all are of one length"
            )
        strange = set(sequence) - set(BASES)
        if strange:
            raise InputError(
                f"sequence {row} contains {', '.join(sorted(strange))}: only the "
                f"bases {', '.join(BASES)} are known, leave it out"
            )
