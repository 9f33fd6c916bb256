"""Tags of languages (BCP 47): ``en``, ``de-CH``, ``zh-Hans-CN``, and their parts."""

from dataclasses import dataclass
from typing import Any

UNKNOWN = "und"  # a language that has no code of its own


@dataclass(frozen=True)
class Language:
    """What outputs want to know of a language."""

    spoken: str  # two or three letters, as Typst wants it; UNKNOWN if it has none
    region: str  # two capital letters; "" if none is named, or a part of the world
    three_letters: str  # as MP4 wants it (ISO 639-2/T); UNKNOWN if it has none


def is_language(tag: str) -> bool:
    """Tell whether a text is a valid tag, written with hyphens.

    >>> is_language("de-CH-1996"), is_language("english"), is_language("en_GB")
    (True, False, False)
    """
    import langcodes  # its tables take a while to load

    if not langcodes.tag_is_valid(tag) or "_" in tag:
        return False
    first = tag.partition("-")[0]
    # The library also takes CLDR's "root", which is no tag.
    return len(first) in (1, 2, 3)


def take_apart(tag: str) -> Language:
    """Take a valid tag apart.

    >>> take_apart("en-GB")
    Language(spoken='en', region='GB', three_letters='eng')
    """
    import langcodes  # its tables take a while to load

    parts = langcodes.Language.get(tag, normalize=False)
    if parts.language and "-" in parts.language:  # of old: "i-klingon" is "tlh" today
        parts = langcodes.Language.get(tag)
    spoken, region = parts.language or UNKNOWN, parts.territory or ""
    known = len(spoken) in (2, 3)
    return Language(
        spoken if known else UNKNOWN,
        region if known and len(region) == 2 else "",
        _three_letters(parts) if known else UNKNOWN,
    )


def _three_letters(parts: Any) -> str:
    """Return the code of three letters, of languages that have one."""
    try:
        code: str = parts.to_alpha3()
    except LookupError:
        return UNKNOWN
    return code
