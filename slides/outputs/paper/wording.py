"""Says in words what a number on screen is: as comments in the sources have it."""

import dataclasses
import inspect
import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from importlib import import_module
from typing import Any, get_args, get_origin, get_type_hints

from nnsim.spread import Spread
from scenes.record import Receipt

_INDEX = re.compile(r"\[[^\]]*\]")
_COMMENT = re.compile(r"^    (?P<name>\w+):.*?  # (?P<words>.+)$", re.MULTILINE)
_SHAPE = re.compile(r"^\([^)]*\),?\s*")  # "(n_birds, 2) bill length, mm"
# A comment that leans on its neighbours, or goes on in the next line, says nothing
# where it stands alone.
_LEANING = re.compile(
    r"^(?:of|in|on|as|at|to|over|for|and|the same)\b|``|…|[:,]$|\b(?:the|or|and|at|a)$|"
    r"\b(?:if|these|those|this|them|there|its|likewise|that \w+$)\b"
)
_FIGURE = re.compile(r"^[+\N{MINUS SIGN}]?\d")
_NUMBER = re.compile(r"[\d.,]*\d")


def chosen(
    receipts: Iterable[Receipt], say: str, known: Collection[str], most: int
) -> list[Receipt]:
    """Choose the numbers of a beat that are worth listing.

    Parameters
    ----------
    receipts
        Those of the beat.
    say
        Its narration: what it names goes first.
    known
        What was listed before; it is left out unless it is named.
    most
        How many to choose.
    """
    spoken, told = set(_NUMBER.findall(say)), set[str]()
    named, others = [], []
    for receipt in receipts:
        name = identity(receipt)
        if receipt.shape or not _FIGURE.match(receipt.text):
            continue
        if told & {name, receipt.text}:
            continue
        if _NUMBER.findall(receipt.text)[0] in spoken:
            named.append(receipt)
        elif name not in known and words(receipt.scene, receipt.path):
            others.append(receipt)
        else:
            continue
        told |= {name, receipt.text}
    return [*named, *others][:most]


def identity(receipt: Receipt) -> str:
    """Return what tells numbers apart: the last of 101 may also be the hundredth."""
    return f"{_INDEX.sub('', receipt.path)} {receipt.value}"


def words(chapter: str, path: str) -> str:
    """Say what stands at a path in a chapter's result; "" if its source does not.

    >>> words("neuron", "adelie.x[0]")
    'bill length and depth, mm'
    """
    names = _INDEX.sub("", path).split(".")
    kind = _holder(chapter, names)
    if kind is Spread:  # its fields say how repeats lie, not what was measured
        return ""
    comment = _comments(kind).get(names[-1], "") if kind else ""
    return _clear(_SHAPE.sub("", comment)) or _spelled(names[-1])


def _holder(chapter: str, names: Sequence[str]) -> Any:
    """Return the class whose field the last name is; None if it cannot be told."""
    kind: Any = import_module(f"nnsim.experiments.{chapter}").Result
    given: dict[Any, Any] = {}  # what a generic class is of
    for name in names[:-1]:
        hint = get_type_hints(kind).get(name) if kind else None
        hint = _dataclass_in(given.get(hint, hint))
        kind = get_origin(hint) or hint
        open_types = getattr(kind, "__parameters__", ()) if get_args(hint) else ()
        given = dict(zip(open_types, get_args(hint), strict=True))
    return kind


def _clear(comment: str) -> str:
    """Return a comment if it can stand alone: no mere unit, no reference."""
    return "" if len(comment) < 6 or _LEANING.search(comment) else comment


def _spelled(name: str) -> str:
    """Turn a name of the source into words, if it is more than one word."""
    first, _, rest = name.partition("_")
    if first == "n" and "_" not in rest and rest.endswith("s"):
        return f"number of {rest}"
    return name.replace("_", " ") if rest and first != "n" else ""


@cache
def _comments(kind: type) -> dict[str, str]:
    """Return the comment behind each field of a class."""
    found: dict[str, str] = {}
    for base in reversed(kind.__mro__):
        if dataclasses.is_dataclass(base):
            source = inspect.getsource(base)
            found |= {m["name"]: m["words"] for m in _COMMENT.finditer(source)}
    return found


def _dataclass_in(hint: Any) -> Any:
    """Return the class of a project's value, also of one in a tuple; or None."""
    if dataclasses.is_dataclass(get_origin(hint) or hint):  # Run[Network] is a Run
        return hint
    return next(filter(None, map(_dataclass_in, get_args(hint))), None)
