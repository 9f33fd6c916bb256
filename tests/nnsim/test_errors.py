"""Unknown names get the nearest known one, or the list of all."""

import pytest

from nnsim.errors import InputError, Table, UnknownNameError, unknown
from nnsim.network.activations import ACTIVATIONS
from nnsim.network.initializers import INITIALIZERS
from nnsim.network.losses import LOSSES


@pytest.mark.parametrize("table", [ACTIVATIONS, INITIALIZERS, LOSSES])
def test_unknown_name_lists_the_known(table: Table) -> None:
    with pytest.raises(UnknownNameError) as caught:
        table["nonsense"]
    assert all(name in str(caught.value) for name in table)
    assert table.kind in str(caught.value)


def test_near_miss_is_suggested() -> None:
    with pytest.raises(InputError, match="did you mean 'sigmoid'"):
        ACTIVATIONS["sigmoit"]


def test_nothing_known_is_told() -> None:
    assert unknown("beat", "line", []) == "unknown beat 'line'; there are: none"


def test_bad_input_is_a_value_error() -> None:
    assert issubclass(UnknownNameError, InputError)
    assert issubclass(InputError, ValueError)


@pytest.mark.parametrize("table", [ACTIVATIONS, LOSSES])
def test_keys_are_the_names_of_the_entries(table: Table) -> None:
    assert list(table) == [entry.name for entry in table.values()]
