"""Finds words that stay as they are, though the number they go with may be 1, or not.

Only templates are read: what is no whole number is told by its format, or by its name.
Of verbs, only forms of be, have and do are known.
"""

import re
from collections.abc import Iterator

from scenes.lookup import FIELD

_TOKEN = re.compile(rf"{FIELD.pattern}|[\w’'-]+|[^\w\s]")
_COUNT = re.compile(r"[+,]*d?,?")  # formats of whole numbers
# Last names of places that hold words, or values that are no counts.
_OTHER = re.compile(
    r"(?:.*_)?(?:words?|names?|nouns?|plural|class|classes|species|features|units?|"
    r"citation|source|reference|time|title|population|rule|value|feature_\d|short_\d)"
)
# Never one: smaller tables are refused, and no network has one parameter.
_MANY = {"n_birds", "n_samples", "n_parameters", "parameters"}
_PREPOSITIONS = {
    "after", "at", "before", "by", "for", "from", "in", "into", "near", "of", "on",
    "over", "per", "through", "to", "with", "within",
}  # fmt: skip
_ENDS_NOUN = {"a", "an", "the", "even", "still", *_PREPOSITIONS}
_VERBS = {"is", "are", "was", "were", "has", "have", "does", "do"}
_PLURAL = re.compile(r"(?:[\w-]+[^\Wsui]s|people|mice|bases)")
_SINGULAR = {"always", "its", "species", "this", "as", *_VERBS}


def unagreed(text: str) -> list[str]:
    """Return counts of a template, each with a word that does not follow it.

    >>> unagreed("{n} of {n_all} birds are wrong, {m} {m:plural(is,are)} right")
    ['{n} are', '{n_all} birds']
    """
    tokens = [*_TOKEN.finditer(text)]
    found = []
    for k, token in enumerate(tokens):
        before = [token[0].lower() for token in tokens[:k]]
        if _is_count(token) and before[-1:] != ["×"]:
            behind = [token[0] for token in tokens[k + 1 :]]
            words = [*_noun(behind), *(_verb(behind) if _is_subject(before) else ())]
            found += [f"{{{token[1]}}} {word}" for word in words]
    return found


def _is_count(token: re.Match[str]) -> bool:
    """Tell whether this is a field of a whole number, as far as a template tells."""
    path, spec = token[1], token[2] or ""
    if path is None or not _COUNT.fullmatch(spec):
        return False
    name = re.sub(r"\[[^\]]*\]", "", path).rpartition(".")[2]
    return not (_OTHER.fullmatch(name) or name in _MANY)


def _is_subject(before: list[str]) -> bool:
    """Tell whether a count may be a subject: no preposition stands before it."""
    near = before[-2:] if before[-1:] == ["the"] else before[-1:]
    return not _PREPOSITIONS & {*near}


def _noun(behind: list[str]) -> Iterator[str]:
    """Yield the noun in the plural that a count has to itself."""
    for k, word in enumerate(behind):
        if not word[0].isalpha() or word in _ENDS_NOUN or word in _VERBS:
            return
        if _PLURAL.fullmatch(word) and word not in _SINGULAR | _MANY:
            rest = " ".join(behind[k + 1 : k + 3])
            if not re.fullmatch(rf"and {_PLURAL.pattern}", rest):  # those are two
                yield word
            return


def _verb(behind: list[str]) -> Iterator[str]:
    """Yield the verb whose subject a count is."""
    for k, word in enumerate(behind):
        if word[0] == "{":
            agrees = ":plural(" in word
            if agrees and not _VERBS & {*re.findall(r"\w+", word)}:
                continue  # a noun
            if not agrees and behind[k - 1] in ("of", "the"):
                continue  # "of the 20 birds"
            return
        if not word[0].isalpha():
            return
        if word in _VERBS:
            yield word
            return
