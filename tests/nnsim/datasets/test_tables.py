"""Reading tables, and saying what is wrong with a bad one."""

from pathlib import Path

import pytest

from nnsim.datasets import puromycin
from nnsim.datasets.table import categories, numbers, parse, read_table
from nnsim.errors import InputError

T = Path("t.csv")
COLUMNS = ["a", "b"]


def test_columns_of_text() -> None:
    assert parse(T, ["a,b", "1,x", "2,y"], COLUMNS) == {
        "a": ["1", "2"],
        "b": ["x", "y"],
    }


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([], "line 1: the columns must be a,b"),
        (["a,c", "1,x"], "line 1: the columns must be a,b"),
        (["a,b", "1,x", "2"], "line 3: 1 values, not 2"),
        (["a,b"], "line 2: the table has no rows"),
    ],
)
def test_malformed_table_names_file_line_and_remedy(
    lines: list[str], message: str
) -> None:
    with pytest.raises(InputError, match=rf"t\.csv, {message}.*Restore the file"):
        parse(T, lines, COLUMNS)


def test_numbers_may_be_missing() -> None:
    column = numbers(T, "a", ["1.5", "NA"])
    assert column[0] == 1.5
    assert column[1] != column[1]  # NaN


def test_number_that_is_none_names_its_line() -> None:
    with pytest.raises(InputError, match=r"t\.csv, line 3: a is 'big', neither"):
        numbers(T, "a", ["1", "big"])


def test_unknown_category_names_its_line() -> None:
    with pytest.raises(InputError, match=r"line 2: b is 'z', not one of x, y"):
        categories(T, "b", ["z"], ("x", "y"))


def test_shipped_table_with_other_columns_is_refused() -> None:
    with pytest.raises(InputError, match=r"puromycin\.csv, line 1"):
        read_table(puromycin.TABLE, COLUMNS)
