"""Finds what a text says beyond its numbers, and what of it counts on luck.

- :func:`open_words` finds what compares or quantifies: "all", "still", "wider", "two".
  It may be false of other settings or data, so it rests on a claim;
- :func:`literal_indices` finds fields that take a part of the result by its number,
  ``{curve[-1]}``: results name their elements.

"Each", "any", "zero", "again" and "between" are let pass: most often they say how a
thing is made, not how it came out. A wrong guess at a comparative (``-er``, ``-est``)
is mended in the lists of other words below.
"""

import re

from scenes.lookup import FIELD

_PHRASES = """
    at least, at most, at best, at worst, no one, no longer, no more, no less, each of,
    not any, as many, as much, as few, as little, as often, as good, as large, as small,
    as high, as low, as long, as wide, as deep, do as well, does as well, about as,
    about half, about right, about the same, about equal, for ever
"""
_QUANTITIES = """
    all, none, no, nobody, nothing, nowhere, every, everybody, everyone, everything,
    everywhere, both, either, neither, only, alone, never, always, often, seldom,
    rarely, usually, mostly, many, much, little, more, most, few, several, some, less,
    least, enough, too, majority, minority, half, twice, double, triple, quarter, dozen
"""
_COMPARISONS = """
    better, best, worse, worst, farther, further, same, equal, equals, equally, alike,
    identical, similar, different, differ, differs, agree, agrees, disagree, unlike,
    exactly, perfect, perfectly, maximum, minimum, maximal, minimal, above, below,
    first, second, third, last, still, already, nearly, almost, hardly, barely,
    scarcely, slightly, roughly, approximately, win, wins, won, beat, beats, overtake,
    overtakes, outweigh, outweighs, outnumber, outnumbers, exceed, exceeds
"""
_CHANGES = """
    rise, rises, rose, fall, falls, fell, fallen, grow, grows, grew, grown, shrink,
    shrinks, shrank, climb, climbs, climbed, drop, drops, dropped, lowers, lowered,
    raises, raised, gain, gains, gained, increase, increases, increased, decrease,
    decreases, decreased, improve, improves, improved, worsen, worsens, halves, halved,
    doubles, doubled
"""
_NUMBERS = """
    one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, hundred,
    thousand, million, billion, hundreds, thousands, millions, billions, dozens,
    fourth, fifth, sixth, seventh, eighth, ninth, tenth
"""
# End in -er or -est, and compare nothing.
_OTHERS = """
    administer, after, alter, another, answer, banner, barrier, beaker, bitter, border,
    brother, buffer, butter, cancer, carrier, center, chapter, character, classifier,
    clever, cluster, computer, consider, copper, corner, counter, cover, customer,
    daughter, deliver, diameter, dimer, dinner, discover, eager, enhancer, enter, error,
    ester, ether, ever, father, feather, fever, fiber, filler, filter, finger, flipper,
    flower, folder, former, gather, header, helper, however, hunter, infer, inner,
    initializer, ladder, latter, layer, learner, lecturer, letter, linker, liter, liver,
    lobster, manner, marker, master, matter, member, meter, mother, number, offer,
    optimizer, order, other, outer, over, oyster, palmer, paper, parameter, pepper,
    pioneer, plover, pointer, polymer, power, prefer, primer, promoter, proper, rather,
    reader, recover, refer, register, remember, reporter, river, salamander, scanner,
    scatter, shutter, silver, sister, slider, sober, speaker, spider, suffer, summer,
    super, teacher, tender, tiger, timer, together, tower, transfer, transformer,
    transporter, trigger, under, upper, user, utter, viewer, water, weather, whether,
    wherever, winter, worker, writer,
    arrest, chest, contest, crest, digest, forest, guest, harvest, honest, ingest,
    interest, invest, manifest, modest, nest, pest, protest, quest, request, rest,
    suggest, test, vest, west
"""


def _listed(*lists: str) -> list[str]:
    return [word.strip() for words in lists for word in words.split(",")]


_NAMED = sorted(
    _listed(_PHRASES, _QUANTITIES, _COMPARISONS, _CHANGES, _NUMBERS),
    key=len,
    reverse=True,  # a phrase before its parts
)
_NOT_COMPARED = {*_listed(_OTHERS)}
_OPEN = re.compile(
    rf"(?<![\w-])(?:as (?!well\b)\w+ as|{'|'.join(_NAMED)}"
    r"|(?P<compared>\w\w+(?:er|est)))(?![\w-]|['’]\w)"
    r"|-fold\b|\b(?:two|three|four|five|ten|hundred|thousand|many)fold\b",
    re.IGNORECASE,
)
# Where the words of the lists say something else.
_HARMLESS = re.compile(
    r"\bhow (?:much|many|often|little|few)\b"  # asks
    r"|\btoo\b(?! \w)"  # "also"
    r"|\b(?:once more|one by one|one another|a second|a little)\b"
    r"|\bx (?:one|two|three)\b"  # names of inputs, as they are spoken
    r"|\bno site\b"  # the name of a class
    r"|(?-i:(?<=[a-z,] )[A-Z]\w+er\b)",  # the name of a person or a place
    re.IGNORECASE,
)
# "The one", "a negative one": no number, but a word for what was named before.
_SOME_ONE = re.compile(
    r"\b(an?|the|this|that|each|which|another)( [\w-]+|) one\b", re.IGNORECASE
)
_PLACE = re.compile(r"[\[,] *-?\d+ *[\],]")


def open_words(text: str) -> list[str]:
    """Return the words of a text or template that compare or quantify, in order.

    >>> open_words("All {n} birds are right, {share:.0%} more than before.")
    ['all', 'more']
    """
    return [
        match[0].lower()
        for match in _OPEN.finditer(_without_harmless(FIELD.sub(" ", text)))
        if (match["compared"] or "").lower() not in _NOT_COMPARED
    ]


def _without_harmless(text: str) -> str:
    return _SOME_ONE.sub(r"\1\2 ", _HARMLESS.sub(" ", text))


def literal_indices(text: str) -> list[str]:
    """Return the paths in a template that take a part by its number.

    >>> literal_indices("from {loss[0]:.2f} to {loss[-1]:.2f}, {scores['line']}")
    ['loss[0]', 'loss[-1]']
    """
    paths = [field[1] for field in FIELD.finditer(text)]
    return [path for path in paths if _PLACE.search(path)]
