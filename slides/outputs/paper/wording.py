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
_PLACE = re.compile(r"\[(-?\d+)")
_SHAPE = re.compile(r"^\((?P<n>\d*)[^)]*\),?\s*")  # "(n_birds, 2) bill length, mm"
# A comment that leans on its neighbours, or goes on in the next line, says nothing
# where it stands alone.
_LEANING = re.compile(
    r"^(?:of|in|on|as|at|to|over|for|and|where|the same)\b|^\W|``|…|[:,]$|"
    r"\b(?:the|or|and|at|a)$|"
    r"\b(?:if|these|those|this|them|there|its|likewise|that \w+$)\b"
)
# What only readers of sources understand: "train_loss", "W[0]", "fit.test", "w * x".
_CODE = re.compile(r"\w_\w|\w\[|[A-Za-z]\.[A-Za-z]|[*=]|'s$")
_REPEATS = {  # what the fields of a Spread say of what was repeated
    "mean": "mean",
    "sd": "standard deviation",
    "low": "mean less standard deviation",
    "high": "mean plus standard deviation",
    "n": "number of repeats",
}
_STATISTICS = {"mean", "means", "spread", "spreads"}  # they do not say of what
_FIGURE = re.compile(r"^[+\N{MINUS SIGN}]?\d")
_NUMBER = re.compile(r"[\d.,]*\d")


def chosen(
    receipts: Iterable[Receipt],
    say: str,
    known: Collection[str],
    most: int,
    *,
    is_own: bool = False,
) -> list[Receipt]:
    """Choose the numbers of a beat that are worth listing: none without words.

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
    is_own
        Whether they are of data of one's own.
    """
    spoken, told = set(_NUMBER.findall(say)), set[str]()
    named, others = [], []
    for receipt in receipts:
        name = identity(receipt)
        if receipt.shape or not _FIGURE.match(receipt.text):
            continue
        if told & {name, receipt.text}:
            continue
        if not words(receipt.scene, receipt.path, is_own=is_own):
            continue
        if _NUMBER.findall(receipt.text)[0] in spoken:
            named.append(receipt)
        elif name not in known:
            others.append(receipt)
        else:
            continue
        told |= {name, receipt.text}
    return [*named, *others][:most]


def listed(
    receipts: Iterable[Receipt], *, is_own: bool = False
) -> list[dict[str, str]]:
    """Return numbers with their words; those that share their words share a line."""
    lines: dict[str, list[Receipt]] = {}
    for receipt in receipts:
        said = words(receipt.scene, receipt.path, is_own=is_own)
        lines.setdefault(said, []).append(receipt)
    return [
        {
            "text": "; ".join(one.text for one in sorted(line, key=_places)),
            "words": said,
        }
        for said, line in lines.items()
    ]


def _places(receipt: Receipt) -> list[tuple[bool, int]]:
    """Return what sorts numbers by their places, those counted from the end last."""
    places = map(int, _PLACE.findall(receipt.path))
    return [(place < 0, place) for place in places]


def identity(receipt: Receipt) -> str:
    """Return what tells numbers apart: the last of 101 may also be the hundredth."""
    return f"{_INDEX.sub('', receipt.path)} {receipt.value}"


@cache
def words(chapter: str, path: str, *, is_own: bool = False) -> str:
    """Say what stands at a path in a chapter's result; "" if its source does not.

    Of data of one's own a chapter may have a result of another class.

    >>> words("neuron", "other.x[0]")
    'both measurements'
    """
    names = _INDEX.sub("", path).split(".")
    kind = _holder(_result(chapter, is_own=is_own), names)
    if kind is Spread:  # its fields say how repeats lie; what holds it, of what
        holder, _, field = path.rpartition(".")
        place = holder + field.removeprefix(names[-1])
        measured = words(chapter, place, is_own=is_own)
        said = _REPEATS.get(names[-1], "")
        return f"{measured}, {said}" if measured and said else ""
    comment = _comments(kind).get(names[-1], "") if kind else ""
    return _clear(_named(comment, path)) or _spelled(names[-1])


def _named(comment: str, path: str) -> str:
    """Return a comment without shape; of a list as long as the array, what is meant.

    >>> _named("(2, n_splits) share right: the line, the network", "held_out[1]")
    'share right: the network'
    """
    shape = _SHAPE.match(comment)
    said = comment[shape.end() :] if shape else comment
    place = _PLACE.search(path.rpartition(".")[2])
    head, colon, tail = said.rpartition(": ")
    items = tail.split(", ")
    # Two words without a colon may be a quantity and its unit.
    is_list = len(items) > (1 if colon else 2)
    if not (is_list and shape and place and shape["n"] == str(len(items))):
        return said
    item = items[int(place[1])]
    if item is not items[0] and " " not in "".join(items[1:]):  # all share its start
        item = f"{items[0].rpartition(' ')[0]} {item}".strip()
    return head + colon + item


def _result(chapter: str, *, is_own: bool) -> Any:
    """Return the class of what an experiment finds: that of one's own comes last."""
    found = get_type_hints(import_module(f"nnsim.experiments.{chapter}").run)["return"]
    return (get_args(found) or (found,))[-1 if is_own else 0]


def _holder(kind: Any, names: Sequence[str]) -> Any:
    """Return the class whose field the last name is; None if it cannot be told.

    Parameters
    ----------
    kind
        The class in which the first name is a field.
    names
        Of fields, each of what the one before holds.
    """
    given: dict[Any, Any] = {}  # what a generic class is of
    for name in names[:-1]:
        hint = get_type_hints(kind).get(name) if kind else None
        hint = _dataclass_in(given.get(hint, hint))
        kind = get_origin(hint) or hint
        open_types = getattr(kind, "__parameters__", ()) if get_args(hint) else ()
        given = dict(zip(open_types, get_args(hint), strict=True))
    return kind


def _clear(comment: str) -> str:
    """Return a comment if it can stand alone: no mere unit, no reference, no code."""
    said = comment.partition(";")[0]
    unclear = len(said) < 6 or _LEANING.search(said) or _CODE.search(said)
    return "" if unclear else said


def _spelled(name: str) -> str:
    """Turn a name of the source into words, if it is more than one word."""
    first, *rest = name.split("_")
    if first == "n" and len(rest) == 1 and rest[0].endswith("s"):
        return f"number of {rest[0]}"
    is_plain = rest and all(len(part) > 2 for part in (first, *rest))
    is_plain = is_plain and not _STATISTICS & {*rest}
    return name.replace("_", " ") if is_plain else ""


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
