"""Damage to a text: cut, flipped, doubled, in another encoding."""

import random

BYTES = (
    b"\0", b"\xff", b"\xe9", b"\x1b[2J", b'"', b"'", b'"""', b"\n", b"\r", b",",
    b"=", b"[", b"\xe2\x80\xae", b"\xc2\x85", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"-",
    b"NA",
)  # fmt: skip
CODES = ("utf-8-sig", "utf-16", "utf-16-le", "utf-32", "latin-1", "cp1252")
ENDS = (b"\r\n", b"\r", b"\n\n", b"\n\r")


def damaged(text: bytes, rng: random.Random) -> bytes:
    """Return a text with a few bytes cut, flipped, doubled or put in."""
    for _ in range(rng.randint(1, 4)):
        here = rng.randrange(len(text) + 1)
        there = min(len(text), here + rng.choice([1, 5, 80]))
        match rng.randrange(6):
            case 0:
                text = text[:here]
            case 1 if here < len(text):
                flipped = bytes([text[here] ^ 1 << rng.randrange(8)])
                text = text[:here] + flipped + text[here + 1 :]
            case 2:
                text = text[:here] + text[there:]
            case 3:
                text = text[:there] + text[here:]
            case 4:
                text = text[:here] + rng.choice(BYTES) + text[here:]
            case 5:
                text = text[:here] + rng.randbytes(3) + text[here:]
    return text


def spelled(text: bytes, rng: random.Random) -> bytes:
    """Return a text as another editor may have written it: now and then only."""
    if rng.random() < 0.1:
        text = text.replace(b"\n", rng.choice(ENDS))
    if rng.random() < 0.1:
        code = rng.choice(CODES)
        text = text.decode("utf-8", "replace").encode(code, "replace")
    return text
