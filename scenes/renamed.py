"""Names that beats and places in results had once, and what to read in their stead.

Old names stand in notes, in settings and in addresses: who meets one there follows it
to the present name, and says so.
"""

import re
from collections.abc import Iterator, Mapping

# "chapter/beat" by the name before; what is no more leads to its nearest successor.
NOW: Mapping[str, str] = {
    "neuron/bird": "neuron/sample",
    "neuron/two_species": "neuron/two_classes",
    "neuron/gentoo": "neuron/another_sample",
    "neuron/all_birds": "neuron/all_samples",
    "overfitting/birds": "overfitting/samples",
    "overfitting/too_little": "overfitting/narrow",
    "overfitting/too_much": "overfitting/wide",
    "overfitting/level": "overfitting/right_answers",
}


def present(name: str) -> str:
    """Return the present name of a beat; any name that is not an old one stays.

    >>> present("neuron/bird")
    'neuron/sample'
    """
    while name in NOW:
        name = NOW[name]
    return name


def told(name: str) -> str:
    """Say what to write in place of an old name; "" for any other.

    >>> told("neuron/bird")
    'neuron/bird is now neuron/sample: write that'
    """
    return f"{name} is now {present(name)}: write that" if name in NOW else ""


# Places in a chapter's result by the name before; the longer of two goes first.
PLACES: Mapping[str, Mapping[str, str]] = {
    "loss": {"enzyme": "curve"},
    "neuron": {
        "adelie.length": "other.first",
        "adelie.depth": "other.second",
        "adelie": "other",
        "gentoo.length": "asked.first",
        "gentoo.depth": "asked.second",
        "gentoo": "asked",
        "n_birds": "question.n_samples",
    },
}
_PLACE = re.compile(r"(?<=\{)[^{}:]+")  # in a template


def present_places(chapter: str, template: str) -> str:
    """Return words with the present places of what they are filled with.

    >>> present_places("loss", "The loss is {enzyme.losses[0]:.2f}.")
    'The loss is {curve.losses[0]:.2f}.'
    """
    return _PLACE.sub(lambda match: _present_place(chapter, match[0]), template)


def told_places(chapter: str, template: str) -> Iterator[str]:
    """Yield what to write in place of each old place in words.

    >>> [*told_places("loss", "The loss is {enzyme.losses[0]:.2f}.")]
    ['{enzyme.losses[0]} is now {curve.losses[0]}: write that']
    """
    for old in dict.fromkeys(_PLACE.findall(template)):
        if (now := _present_place(chapter, old)) != old:
            yield f"{{{old}}} is now {{{now}}}: write that"


def _present_place(chapter: str, path: str) -> str:
    """Return the present name of a place in a chapter's result."""
    for old, now in PLACES.get(chapter, {}).items():
        if re.match(rf"{re.escape(old)}(?!\w)", path):
            return now + path[len(old) :]
    return path
