"""What may stand in the place of a beat's narration."""

from typing import Any

import pytest

from slides.settings.overrides import override
from slides.settings.own_words import LONGEST, say_faults
from slides.settings.schema import TableError, configure, resolve


@pytest.mark.parametrize(
    ("say", "key", "why"),
    [
        ("It.", "say", "must be a table of beats"),
        ({"sums": "x"}, "say.sums", "unknown beat 'sums'; did you mean 'sum'?"),
        ({"sum": 3}, "say.sum", "must be words, not 3"),
        ({"sum": " "}, "say.sum", "must be words, not ' '"),
        ({"sum": "a\nb"}, "say.sum", "must be one line"),
        ({"sum": "a" * (LONGEST + 1)}, "say.sum", "has 601 characters, over 600"),
        ({"sum": "z is {other.z"}, "say.sum", "has a brace that belongs to no"),
        ({"weights": "More weight."}, "say.weights", "says 'more', and nothing that"),
    ],
)
def test_what_cannot_be_said_is_told(say: Any, key: str, why: str) -> None:
    ((where, told),) = say_faults("neuron", say)
    assert where == key
    assert told.startswith(why)
    with pytest.raises(TableError) as error:
        resolve("neuron", {"say": say})
    assert error.value.faults == [(where, told)]


def test_words_that_rest_on_claims_may_compare() -> None:
    say = {"sum": "z is {{mark:z}}{other.z:.1f}, below zero.", "weights": "By eye."}
    assert not [*say_faults("neuron", say)]
    table = resolve("neuron", {"say": say, "n_epochs": 30})
    assert table["say"] == say
    assert configure("neuron", table).n_epochs == 30


def test_own_words_can_be_set_beside_others() -> None:
    raw: dict[str, Any] = {"neuron": {"say": {"sample": "A bird."}}}
    given, faults = override(raw, ["neuron.say.sum=It is {other.z}."], ["neuron"])
    assert not faults
    assert raw == {"neuron": {"say": {"sample": "A bird.", "sum": "It is {other.z}."}}}
    assert set(given) == {"neuron.say.sum"}
