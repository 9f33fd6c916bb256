"""Tags of languages (BCP 47): ``en``, ``de-CH``, ``zh-Hans-CN``, and their parts."""

import re
from dataclasses import dataclass
from typing import Any

_BEGINS = re.compile(r"(?:[a-z]{2,3}|[ix](?=-))\b", re.ASCII | re.IGNORECASE)
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

    # The library also takes "en_GB", and "root" and "419", which are no languages.
    return bool(_BEGINS.match(tag)) and "_" not in tag and langcodes.tag_is_valid(tag)


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
    known = spoken.isalpha() and len(spoken) in (2, 3)
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
