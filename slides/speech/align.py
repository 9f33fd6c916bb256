"""When words are said: their sounds are looked for in what is heard, by PocketSphinx.

It knows how English sounds. Which sounds a word has, the dictionary and the table tell,
so that terms of the field are found like all other words.
"""

from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from scenes.caching.facts import digest_of_file
from scenes.caching.sources import module_file
from slides.speech.engines.registry import installed
from slides.speech.heard import Heard
from slides.speech.lexicon import Lexicon

if TYPE_CHECKING:  # it loads numpy
    from slides.speech.sound import Sound

PACKAGE = "pocketsphinx"
_SOURCES = (__name__, "slides.base.audio")  # on which the times depend
RATE = 16_000  # samples in a second, as its model knows speech
_FRAME = 0.01  # s
_REST = 0.3  # s of silence put before and behind, which its grammar wants
# Noise, or a voice of its own, makes the right words unlikely for a while. And its
# second search, for the best path, loses the last words of some sentences.
_OPTIONS = {
    "dict": None,
    "lm": None,
    "cmn": "batch",
    "beam": 1e-120,
    "pbeam": 1e-120,
    "wbeam": 1e-100,
    "bestpath": False,
    "loglevel": "FATAL",
}

# The sounds of the lexicon in ARPABET; marks of stress and length have none.
_PHONES = {
    "A": "EY", "I": "AY", "O": "OW", "Q": "OW", "W": "AW", "Y": "OY", "a": "AE",
    "b": "B", "d": "D", "f": "F", "h": "HH", "i": "IY", "j": "Y", "k": "K", "l": "L",
    "m": "M", "n": "N", "p": "P", "s": "S", "t": "T", "u": "UW", "v": "V", "w": "W",
    "z": "Z", "æ": "AE", "ð": "DH", "ŋ": "NG", "ɐ": "AH", "ɑ": "AA", "ɒ": "AA",
    "ɔ": "AO", "ə": "AH", "ɛ": "EH", "ɜ": "ER", "ɡ": "G", "ɪ": "IH", "ɹ": "R",
    "ɾ": "T", "ʃ": "SH", "ʊ": "UH", "ʌ": "AH", "ʒ": "ZH", "ʤ": "JH", "ʧ": "CH",
    "ʔ": "T", "θ": "TH", "ᵊ": "AH", "ᵻ": "IH",
}  # fmt: skip
_WITH_R = ("əɹ", "ɜɹ")  # two sounds that are one there
# Of words that nobody knows: roughly, as their letters sound.
_LETTERS = {
    "a": "AE", "b": "B", "c": "K", "d": "D", "e": "EH", "f": "F", "g": "G", "h": "HH",
    "i": "IH", "j": "JH", "k": "K", "l": "L", "m": "M", "n": "N", "o": "AA", "p": "P",
    "q": "K", "r": "R", "s": "S", "t": "T", "u": "AH", "v": "V", "w": "W", "x": "S",
    "y": "IY", "z": "Z",
}  # fmt: skip


def aligner(readings: Mapping[str, str]) -> list[Any]:
    """Return all on which the times depend; nothing if PocketSphinx is not there."""
    try:
        known = version(PACKAGE)
    except PackageNotFoundError:
        return []
    made_by = map(digest_of_file, filter(None, map(module_file, _SOURCES)))
    return [known, sorted(readings.items()), *made_by]


def aligned(
    sound: "Sound", words: str, readings: Mapping[str, str]
) -> tuple[Heard, ...]:
    """Return when each word is said; none where they are not heard in this order.

    Parameters
    ----------
    sound
        What is heard.
    words
        What is said, in spoken words.
    readings
        One's own, see :mod:`slides.speech.table`.

    Raises
    ------
    UsageError
        If PocketSphinx is not installed.
    """
    known = Lexicon("us", readings).sounds(words)
    spelled = [phones(word, sounds) for word, sounds in known]
    names = ["_".join(("word", *word)) for word in spelled]
    if not names or not len(sound.samples):
        return ()
    decoder = installed(PACKAGE, "what finds words in sound").Decoder(**_OPTIONS)
    for name, word in dict(zip(names, spelled, strict=True)).items():
        decoder.add_word(name, " ".join(word), True)
    decoder.set_align_text(" ".join(names))
    decoder.start_utt()
    decoder.process_raw(_raw(sound), full_utt=True)
    decoder.end_utt()
    found = [part for part in decoder.seg() or () if part.word in names]
    if [part.word for part in found] != names:
        return ()
    return tuple(
        Heard(word, *_seconds(part.start_frame, part.end_frame + 1, sound))
        for (word, _), part in zip(known, found, strict=True)
    )


def phones(word: str, sounds: str) -> list[str]:
    """Return the phones of a word; `sounds` is "" where the lexicon has none."""
    for pair in _WITH_R:
        sounds = sounds.replace(pair, "ɜ")
    found = [_PHONES[sound] for sound in sounds if sound in _PHONES]
    return found or [_LETTERS.get(letter, "AH") for letter in word.lower()]


def _seconds(first: int, last: int, sound: "Sound") -> tuple[float, float]:
    """Return times of frames in a sound, behind whose beginning none lies."""
    start, end = (frame * _FRAME - _REST for frame in (first, last))
    return max(start, 0.0), min(end, sound.duration)


def _raw(sound: "Sound") -> bytes:
    """Return samples as it reads them: 16 bits, with silence around."""
    # Only those who align need the library.
    import numpy as np

    from slides.base.audio import WHOLE, resampled

    samples = resampled(sound.samples, sound.rate, RATE, WHOLE)
    rest = np.zeros(round(_REST * RATE), np.int16)
    return np.concatenate([rest, samples, rest]).tobytes()
