"""Words for what a table names: columns, classes and rows.

What you can do here
--------------------
- read words and units out of columns' names: ``words_of``; tell a unit: ``is_unit``;
- shorten them where they say the same: ``short_of``;
- show a class: ``class_shown``;
- say what the classes are: ``kind_in_words``;
- form a plural: ``plural_of``.
"""

import re

USUAL = (  # names of a column of classes, the likeliest first
    "species", "class", "label", "target", "diagnosis", "cultivar", "variety",
    "subspecies", "strain", "genotype", "phenotype", "treatment", "condition",
    "outcome", "disease", "status", "group", "category", "type", "population",
    "tissue", "sex", "gender",
)  # fmt: skip
_ROOT = (
    r"(?:[fpnuµμmcdkMG]?(?:m|g|l|L|mol|M|s|Pa|Hz|J|W|V|A|N|Da|eV|b|bp|U|IU|cal|F|S|Ω|Bq"
    r"|Gy)|h|d|min|°[CF]?|K|%|‰|ppm|ppb|rpm|a\.u\.|years?|yrs?|months?|weeks?|days?"
    r"|hours?|px|mmHg|cells?|copies|CFU|cfu)(?:\^?-?[123]|[²³]|⁻[¹²³])?"
)
_OF_WHAT = (
    r"[pnuµμmk]?(?:mol|g) (?:CO2|O2|H2O|N2|NO3|NH4|PO4|CH4|ATP|DNA|RNA|N|C|P|DW|FW)"
)
_AMOUNT = rf"(?:{_OF_WHAT}|{_ROOT})"
_UNIT = re.compile(rf"(?:1/)?{_AMOUNT}(?:[ /·*.]{_AMOUNT})*|% of \w+")
_IN_BRACKETS = re.compile(r"(?P<words>.+?)\s*[(\[](?P<unit>[^()\[\]]{1,20})[)\]]")
_UNITS = "nm um µm mm cm dm m km ng ug µg mg g kg ml µl ul s ms h bp kb kDa Da °C %"
_AT_END = re.compile(
    rf"(?P<words>.+?)[_ .](?P<unit>(?:{'|'.join(_UNITS.split())})"
    r"|[pnuµmk]?(?:g|mol|M|U|IU)/[mdµu]?[lL])"
)
_HUMP = re.compile(r"(?<=[a-z]{3})([A-Z])(?=[a-z]{2})")  # JSON writes petalWidth
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_BETWEEN = re.compile(r"[_\s]+|(?<=[^\W\d])\.(?=[^\W\d])")  # R writes Petal.Width
_LETTER = re.compile(r"[^\W\d]")
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
    words = _HUMP.sub(lambda hump: f" {hump[1].lower()}", words)
    return " ".join(_BETWEEN.sub(" ", words).split()), unit.strip()


def kind_in_words(name: str) -> str:
    """Read what the classes are out of their column's name, to stand in a sentence.

    >>> kind_in_words("Species"), kind_in_words("Blattform")
    ('species', 'Blattform')
    """
    words = words_of(name)[0]
    return " ".join(w.lower() if w.lower() in USUAL else w for w in words.split())


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

    What stands in brackets or follows " of " in a long name goes too, as long as they
    differ; no name becomes one without a letter, as those of IL 6 and IL 8 would.

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
    cut = [_cut(name) if len(name) > 16 else name for name in whole]
    for short in (cut, whole):
        if len(set(short)) == len(short) and all(map(_LETTER.search, short)):
            return tuple(short)
    return features


def _cut(name: str) -> str:
    """Return a long name without what stands in brackets or follows " of "."""
    return _ASIDE.sub("", name).split(" of ")[0] or name


def class_shown(name: str, of: str) -> str:
    """Return a class as shown: a bare number or sign says of what it is one.

    >>> class_shown("1.0", "grade"), class_shown("wild_type", "genotype")
    ('grade 1', 'wild type')
    """
    if re.fullmatch(r"[+-]?\d+[.,]0+", name):
        name = re.split("[.,]", name)[0]
    shown = " ".join(name.replace("_", " ").split()) or name
    if re.fullmatch(r"[+/-]+", shown):
        shown = shown.replace("-", "−")  # of a genotype or a strand, as wide as +
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
