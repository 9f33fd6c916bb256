"""Names that beats had once, and what to read in their place.

Old names stand in notes, in settings and in addresses: who meets one there follows it
to the beat's present name, and says so.
"""

from collections.abc import Mapping

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
