"""The lines for ``lecture.toml`` that let chapters be about a table."""

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from nnsim.problems.own_data import Curve, Measurements, OwnData, Sequences
from slides.building.verdicts import Verdict

# What a row is where nobody says it.
NOUNS: Mapping[type[OwnData], str] = {
    Measurements: "sample",
    Sequences: "sequence",
    Curve: "measurement",
}
REMARK = "  # say what a row is: crab, leaf, promoter"
Value = str | tuple[str, ...]


def lines(said: Mapping[str, Value], tried: Sequence[Verdict]) -> str:
    """Return lines that a reader of settings takes; "" if no chapter can be told.

    Parameters
    ----------
    said
        What is the same for all chapters, files named from where the settings are.
    tried
        What each chapter chose, or why it cannot be told.
    """
    told = [one for one in tried if not one.why]
    if tried and not told:
        return ""
    found = {one.chapter: _chosen(one, said) for one in told}
    choices = [*found.values()]
    if choices and all(one == choices[0] for one in choices):
        said, found = {**said, **choices[0]}, {}
    tables = {"data": said, **{f"{name}.data": one for name, one in found.items()}}
    parts = ["\n".join(_table(name, one)) for name, one in tables.items() if one]
    parts += ["\n".join(_left_out(one)) for one in tried if one.why]
    return "\n\n".join(parts) + "\n"


def place_of(file: Path, settings: Path) -> str:
    """Return the path of a file as the settings name it: from their own folder.

    Where that is longer, because they lie far apart, it is the whole path.
    """
    whole = Path(os.path.realpath(file.parent)) / file.name
    folder = os.path.realpath(settings.absolute().parent)
    try:
        near = Path(os.path.relpath(whole, folder))
    except ValueError:  # on another drive of Windows
        near = whole
    return min(near.as_posix(), whole.as_posix(), key=len)


def quoted(text: str) -> str:
    r"""Write a text as TOML does, in a line that every terminal shows.

    >>> quoted('width\t"of the head"')
    '"width\\u0009\\"of the head\\""'
    """
    return f'"{"".join(map(_written, text))}"'


def _written(character: str) -> str:
    """Write one character of a text in quotes."""
    if character in '"\\':
        return f"\\{character}"
    return character if character.isprintable() else _escaped(ord(character))


def _escaped(number: int) -> str:
    """Write a character by its number."""
    return f"\\u{number:04X}" if number < 1 << 16 else f"\\U{number:08X}"


def _chosen(one: Verdict, said: Mapping[str, Value]) -> dict[str, Value]:
    """Return what a chapter chose of what is not said."""
    if one.chosen is None:
        return {}
    choice = {"x": one.chosen.x, "classes": one.chosen.classes}
    return {key: names for key, names in choice.items() if names and key not in said}


def _table(name: str, values: Mapping[str, Value]) -> Iterator[str]:
    """Yield the lines of a table."""
    yield f"[{name}]"
    for key, value in values.items():
        remark = REMARK if key == "noun" and value in NOUNS.values() else ""
        yield f"{key} = {_value(value)}{remark}"


def _value(value: Value) -> str:
    """Write a text, or a list of them."""
    if isinstance(value, str):
        return quoted(value)
    return f"[{', '.join(map(quoted, value))}]"


def _left_out(one: Verdict) -> Iterator[str]:
    """Yield lines that let a chapter be told of its own data all the same.

    Where it is not the data that are unfit, no lecture can be built without them.
    """
    table = (f"[{one.chapter}.data]", 'file = ""')
    if one.is_fault:
        yield from table
    else:
        yield f"# {one.chapter} is left out; to tell it of the data that it comes with:"
        yield from (f"# {line}" for line in table)
