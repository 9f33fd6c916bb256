"""Says how a text differs from the one that was spoken."""

AROUND = 3  # words that are shown before and after the others


def difference(old: str, new: str) -> tuple[str, str]:
    """Return the part of two texts in which they differ, with some words around it.

    >>> difference("The bill is 39.1 mm long.", "The bill is 40.2 mm long.")
    ('The bill is 39.1 mm long.', 'The bill is 40.2 mm long.')
    """
    one, other = old.split(), new.split()
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    rest = 0
    while (
        rest < min(len(one), len(other)) - same and one[-1 - rest] == other[-1 - rest]
    ):
        rest += 1
    return _part(one, same, rest), _part(other, same, rest)


def _part(words: list[str], same: int, rest: int) -> str:
    """Return what stands between so many words that are the same on both sides."""
    start, end = max(0, same - AROUND), min(len(words), len(words) - rest + AROUND)
    before, after = ("… " * (start > 0), " …" * (end < len(words)))
    return f"{before}{' '.join(words[start:end])}{after}"
