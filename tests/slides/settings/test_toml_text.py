"""Settings beyond all need are refused at once; lines of keys are true."""

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from slides.settings.toml_lines import key_lines
from slides.settings.toml_text import ExcessError, TomlError, dotted, parse


@pytest.mark.parametrize(
    ("text", "why", "line"),
    [
        ("a = 1\nb = " + "9" * 5000, "has 5,000 characters: at most 100", 2),
        ("a = 0x" + "f" * 5000, "has 5,002 characters: at most 100", 1),
        ("\n" + "a" * 101 + " = 1", "has 101 characters: at most 100", 2),
        ("a = '" + "x" * 10_000 + "'", "has 10,002 characters: at most 10,000", 1),
        ("a = " + "[" * 5000, "is nested more than 20 deep", 1),
        ("a = [\n" * 5000, "is nested more than 20 deep", 21),
        ("a = " + "{ b = " * 5000, "is nested more than 20 deep", 1),
        ("a" + ".a" * 40 + " = 1", "is nested more than 20 deep", 1),
        ("a" + " . a" * 5000 + " = 1", "is nested more than 20 deep", 1),
        ("[a" + ".'a'" * 40 + "]", "is nested more than 20 deep", 1),
        ("k = 1\n" * 4000, "holds more than 10,000 keys, values and signs", 3334),
        ("k = [" + "1, " * 5000, "holds more than 10,000 keys, values and signs", 1),
    ],
)
def test_more_than_settings_need_is_refused(text: str, why: str, line: int) -> None:
    with pytest.raises(ExcessError) as caught:
        parse(text)
    assert why in caught.value.why
    assert caught.value.line == line


@pytest.mark.parametrize(
    ("text", "why", "line"),
    [
        ("a = 1\nb = ", "a value is neither a number, true, false, a list nor", 2),
        ("a = 1\nb = True\n", "in quotation marks (column 5)", 2),
        ("a = 1\n\na = 2", "a name is given a second time", 3),
        ("a = 1\n[a]\n", "a name is given a second time (column 3)", 2),
        ("[a]\n[a]\n", "a table is begun a second time: put all", 2),
        ("a = {}\na.b = 1\n", "a table in braces is continued elsewhere", 2),
        ("\nä = 1", "a line begins neither with a name nor with a table's [", 2),
        ("title: x", "no = stands behind a name (column 6)", 1),
        ("a = 1,5", "a text needs quotation marks, a number a decimal point", 1),
        ("a = 45 min", "something stands behind the value: a text needs", 1),
        ('a = "x\nb = 1', "a quotation mark opens that none closes (column 7)", 1),
        ("a = 1\nb = 'x", "a quotation mark opens that none closes", 2),
        ('a = """x\n\n', "a quotation mark opens that none closes", 1),
        ("a = [1\nb = 2]", "a list lacks a comma or its ]", 2),
        ("a = {b = 1", "a table in braces lacks a comma or its }", 1),
        ('a = "C:\\data"', "a backslash must be written twice, or the text in", 1),
        ("a = 2021-02-30", "invalid date or datetime (column 5)", 1),
        ('a = "\\ud800"', "escaped character is not a Unicode scalar value", 1),
    ],
)
def test_what_is_no_toml_names_its_line(text: str, why: str, line: int) -> None:
    with pytest.raises(TomlError) as caught:
        parse(text)
    assert caught.value.why.startswith("is no TOML: ")
    assert why in caught.value.why
    assert caught.value.line == line


TEXT = r'''a = 1
"b.c" = 2 # [x]
[t] # table
text = """
[no]
y = 3
"""""
'q"r'.s . "t\u0041" = 1979-05-27 07:32:00
list = [ [1, 2], [ "]", # ]
 {k = 1, 'l m' = [3,
4]} ], 1.5e3, 07:32:00, ]
[[all]]
n = 1
[all.sub]
m = 1
[[all]]
n = 2
[[all.deep]]
z = 1
["we[ir]d".'".'.x]
"" = '''
TEXT += """'''
[no]''''
f = {}
"""
LINES = {
    "a": 1, "'b.c'": 2, "t": 3, "t.text": 4, "t.'q\"r'": 8, "t.'q\"r'.s": 8,
    "t.'q\"r'.s.tA": 8, "t.list": 9, "t.list.0": 9, "t.list.0.0": 9, "t.list.0.1": 9,
    "t.list.1": 9, "t.list.1.0": 9, "t.list.1.1": 10, "t.list.1.1.k": 10,
    "t.list.1.1.'l m'": 10, "t.list.1.1.'l m'.0": 10, "t.list.1.1.'l m'.1": 11,
    "t.list.2": 11, "t.list.3": 11, "all": 12, "all.0": 12, "all.0.n": 13,
    "all.0.sub": 14, "all.0.sub.m": 15, "all.1": 16, "all.1.n": 17, "all.1.deep": 18,
    "all.1.deep.0": 18, "all.1.deep.0.z": 19, "'we[ir]d'": 20, "'we[ir]d'.'\".'": 20,
    "'we[ir]d'.'\".'.x": 20, "'we[ir]d'.'\".'.x.''": 21, "'we[ir]d'.'\".'.x.f": 23,
}  # fmt: skip


def test_lines_of_all_that_toml_can_say() -> None:
    assert key_lines(TEXT) == LINES
    assert set(places(tomllib.loads(TEXT))) == set(LINES)


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[str]:
    """Yield where all things are that the standard parser finds."""
    inside: Any = ()
    if isinstance(value, dict):
        inside = value.items()
    elif isinstance(value, list):
        inside = enumerate(value)
    for name, part in inside:
        yield dotted([*path, name])
        yield from places(part, (*path, name))
