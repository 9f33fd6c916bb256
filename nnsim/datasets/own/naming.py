"""Words for what a table names: columns, classes and rows.

What you can do here
--------------------
- read words and units out of columns' names: ``words_of``; tell a unit: ``is_unit``;
- shorten them where they say the same: ``short_of``;
- show a class: ``class_shown``;
- form a plural: ``plural_of``.
"""

import re

_ROOT = (
    r"(?:[fpnuµμmcdkMG]?(?:m|g|l|L|mol|M|s|Pa|Hz|J|W|V|A|N|Da|eV|b|bp|U|IU|cal)|h|d|min"
    r"|°[CF]?|K|%|‰|ppm|ppb|rpm|a\.u\.|years?|yrs?|months?|weeks?|days?|hours?|px|mmHg)"
    r"(?:\^?-?[123]|[²³]|⁻[¹²³])?"
)
_UNIT = re.compile(rf"(?:1/)?{_ROOT}(?:[ /·*.]{_ROOT})*")
_IN_BRACKETS = re.compile(r"(?P<words>.+?)\s*[(\[](?P<unit>[^()\[\]]{1,12})[)\]]")
_UNITS = "nm um µm mm cm dm m km ng ug µg mg g kg ml µl ul s ms h bp kb kDa Da °C"
_AT_END = re.compile(rf"(?P<words>.+?)[_ .](?P<unit>{'|'.join(_UNITS.split())})")
_BETWEEN = re.compile(r"[_\s]+|(?<=[^\W\d])\.(?=[^\W\d])")  # R writes Petal.Width
_BARE = re.compile(r"[+-]?[\d.,]+|\w|\W+|true|false|yes|no", re.IGNORECASE)
_PLURALS = {
    "mouse": "mice", "leaf": "leaves", "larva": "larvae", "pupa": "pupae",
    "bacterium": "bacteria", "person": "people", "child": "children", "man": "men",
    "woman": "women", "goose": "geese", "wolf": "wolves", "calf": "calves",
    "fish": "fish", "sheep": "sheep", "deer": "deer", "species": "species",
    "fungus": "fungi", "nucleus": "nuclei", "alga": "algae", "ovum": "ova",
}  # fmt: skip


def words_of(name: str) -> tuple[str, str]:
    """Read words and unit out of a column's name; the unit is "" if it names none.

    >>> words_of("carapace width (mm)"), words_of("body_mass_g"), words_of("ash")
    (('carapace width', 'mm'), ('body mass', 'g'), ('ash', ''))
    """
    found = _IN_BRACKETS.fullmatch(name)
    if found and not is_unit(found["unit"].strip()):
        found = None  # "radius (mean)"
    found = found or _AT_END.fullmatch(name)
    words, unit = (found["words"], found["unit"]) if found else (name, "")
    return " ".join(_BETWEEN.sub(" ", words).split()), unit.strip()


def is_unit(text: str) -> bool:
    """Tell whether a text is a unit and nothing else."""
    return _UNIT.fullmatch(text) is not None


def features_of(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return words and units of columns, none of which has the same words."""
    found = tuple(map(words_of, names))
    words = {words for words, _ in found}
    if len(words) == len(found):
        return found
    return tuple((" ".join(name.split()), "") for name in names)


def short_of(features: tuple[str, ...]) -> tuple[str, ...]:
    """Shorten names: without the words with which all begin or, at the end, finish.

    What follows " of " in a long name goes too, as long as they differ.

    >>> short_of(("bill length", "bill depth"))
    ('length', 'depth')
    >>> short_of(("od280/od315 of diluted wines", "proline"))
    ('od280/od315', 'proline')
    """
    split = [name.split() for name in features]
    while all(len(words) > 1 for words in split) and len({w[0] for w in split}) == 1:
        split = [words[1:] for words in split]
    while all(len(words) > 1 for words in split) and len({w[-1] for w in split}) == 1:
        split = [words[:-1] for words in split]
    whole = [" ".join(words) for words in split]
    cut = [name.split(" of ")[0] if len(name) > 16 else name for name in whole]
    for short in (cut, whole):
        if len(set(short)) == len(short):
            return tuple(short)
    return features


def class_shown(name: str, of: str) -> str:
    """Return a class as shown: a bare number or sign says of what it is one.

    >>> class_shown("1.0", "grade"), class_shown("wild_type", "genotype")
    ('grade 1', 'wild type')
    """
    if re.fullmatch(r"[+-]?\d+[.,]0+", name):
        name = re.split("[.,]", name)[0]
    shown = " ".join(name.replace("_", " ").split()) or name
    return f"{of} {shown}" if _BARE.fullmatch(shown) else shown


def classes_shown(names: tuple[str, ...], of: str) -> tuple[str, ...]:
    """Return classes as shown, no two of them the same."""
    shown = tuple(class_shown(name, of) for name in names)
    return shown if len(set(shown)) == len(shown) else names


def plural_of(noun: str) -> str:
    """Form a plural; whoever has another one says so in the settings.

    >>> plural_of("crab"), plural_of("field mouse"), plural_of("fly"), plural_of("ash")
    ('crabs', 'field mice', 'flies', 'ashes')
    """
    begin, last = noun[: noun.rfind(" ") + 1], noun.split(" ")[-1]
    if last in _PLURALS:
        return begin + _PLURALS[last]
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if re.search(r"(s|x|z|ch|sh)$", noun) else "s")
