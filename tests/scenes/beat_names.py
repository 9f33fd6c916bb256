"""Names under which beats were once to be had, and may still be asked for."""

from pathlib import Path

FILE = Path(__file__).with_suffix(".txt")
EVER = tuple(
    f"{chapter}/{beat}"
    for line in FILE.read_text(encoding="utf-8").splitlines()
    for chapter, _, beats in [line.partition(": ")]
    for beat in beats.split()
)
