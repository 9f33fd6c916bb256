"""Files of data that lie beside settings, and what settings may say of them."""

import random
from collections.abc import Sequence
from pathlib import Path

ROWS = range(40)
BESIDE = {
    "crabs.csv": "kind,width (mm),depth (mm)\n"
    + "".join(f"{'ab'[k % 2]},{20 + k + 7 * (k % 2)},{9 + k % 5}\n" for k in ROWS),
    "few.csv": "kind,width,depth\na,1,2\n",
    "sites.fasta": "".join(f">s{k} {'xy'[k % 2]}\n{'ACGTTGCA' * 3}\n" for k in ROWS),
    "empty.csv": "",
    "text.csv": "a\tb\n" * 50,
}
SAID: dict[str, Sequence[str]] = {
    "file": [*(f'"{name}"' for name in BESIDE), '"."', '"no.csv"', '"/dev/null"'],
    "x": ['["width (mm)", "depth (mm)"]', '["width", "depth"]', '["kind", "a"]'],
    "y": ['"kind"', '"b"', '"width"'],
    "classes": ['["a", "b"]', '["b", "a"]', '["a"]', '["a", "c"]'],
    "noun": ['"crab"', '"Krabbe"'],
    "nouns": ['"crabs"'],
    "sequence": ['"seq"'],
    "labels": ['"crabs.csv"', '"few.csv"'],
    "digest": ['"ab"'],
}


def write_beside(folder: Path) -> None:
    """Write the files."""
    for name, content in BESIDE.items():
        (folder / name).write_text(content, encoding="utf-8")


def said_of_data(rng: random.Random, others: Sequence[str]) -> list[str]:
    """Write what may be said of data, a few keys of it; at times something else."""
    keys = rng.sample([*SAID], rng.randint(0, 3))
    names = dict.fromkeys(["file", *keys] if rng.random() < 0.9 else keys)
    return [
        f"{key} = {rng.choice(SAID[key] if rng.random() < 0.9 else others)}"
        for key in names
    ]
