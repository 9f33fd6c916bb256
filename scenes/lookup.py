"""Look values up in a result by path, and turn them into words.

- :func:`lookup` reads ``"gradients.dW[1][0, 2]"`` out of a result;
- :func:`fill` fills a template such as ``"The loss is {loss:.2f}."``; in one such as
  ``"{n} {n:plural(bird)} {n:plural(is,are)} wrong"`` words agree with their numbers,
  and in ``"{x:.0f} {x:.0f plural(gram)}"`` with a measurement as it is written.
  Marks, ``"then {{mark:loss}}the loss"``, are for the voice: they are left out.
"""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from operator import attrgetter, index, itemgetter
from typing import Any

from scenes.spelling import in_words, spell

FIELD = re.compile(r"\{([^{}:]+)(?::([^{}]*))?\}")
AGREEMENT = re.compile(r"(?:(\S+) )?plural\(([^()]*)\)")
MARK = re.compile(r"\{\{mark:([a-z0-9_]+)\}\}\s*")


@dataclass(frozen=True)
class Filled:
    """One field of a template, filled in."""

    path: str
    value: Any
    text: str


def lookup(result: object, path: str) -> Any:
    """Return what stands at ``path`` in ``result``.

    A path is made of names, indices and slices: ``"history.loss[-1]"``,
    ``"forward.z[0][0, 2]"``, ``"penguins[:, 0]"``.

    Raises
    ------
    KeyError
        If the path is malformed or leads nowhere; the message says where.
    """
    value = result
    try:
        for step in _steps(path):
            value = step(value)
    except (SyntaxError, AttributeError, LookupError, TypeError, ValueError) as error:
        name = type(result).__name__
        raise KeyError(f"nothing at {path!r} in {name}: {error}") from error
    return value


@cache  # numbers in motion ask for the same path at every frame
def _steps(path: str) -> tuple[Callable[[Any], Any], ...]:
    """Parse a path into functions that each take a value one name or index further."""
    return tuple(_walk(ast.parse(f"_.{path}", mode="eval").body))


def _walk(node: ast.expr) -> Iterator[Callable[[Any], Any]]:
    """Yield the steps of a path, the first one first; names, indices, slices only."""
    match node:
        case ast.Name(id="_"):
            return
        case ast.Attribute(value=value, attr=name) if not name.startswith("_"):
            yield from _walk(value)
            yield attrgetter(name)
        case ast.Subscript(value=value, slice=index):
            yield from _walk(value)
            yield itemgetter(_index(index))
        case _:
            raise KeyError("a path has public names, indices and slices only")


def _index(node: ast.expr) -> Any:
    """Turn the index part of a path into a Python index."""
    match node:
        case ast.Tuple(elts=parts):
            return tuple(_index(part) for part in parts)
        case ast.Slice(lower=lower, upper=upper, step=step):
            bounds = [None if part is None else _index(part) for part in
                     (lower, upper, step)]  # fmt: skip
            return slice(*bounds)
    return ast.literal_eval(node)


def is_agreement(spec: str) -> bool:
    """Tell whether a field shows a word that agrees with its value, not the value."""
    return AGREEMENT.fullmatch(spec) is not None


def agree(path: str, spec: str, result: object) -> Filled:
    """Return the word that agrees with a count; it has no path if it is no result.

    Parameters
    ----------
    path
        Place of the count in the result.
    spec
        ``plural(bird)`` if the plural ends in s, ``plural(is,are)`` if not,
        ``plural(question.nouns)`` for the place of both in the result; before it, the
        format of a number that is no count, ``.0f plural(gram)``.
    result
        Where they are.

    Raises
    ------
    ValueError
        If a count without format is no whole number, or there are no two words.
    """
    count = lookup(result, path)
    match = AGREEMENT.fullmatch(spec)
    assert match is not None, spec
    written, given = match.groups()
    try:
        is_plural = spell(count, written) != "1" if written else index(count) != 1
    except TypeError:
        raise ValueError(f"{path} is {count!r}, no whole number: no {spec}") from None
    words = [word.strip() for word in given.split(",")]
    is_place = len(words) == 1 and "." in given
    if is_place:
        words = [*lookup(result, given)]
    elif len(words) == 1:
        words.append(f"{given}s")
    if len(words) != 2 or not all(words):
        raise ValueError(f"{spec}: not a word and its plural")
    word = words[is_plural]
    return Filled(f"{given}[{is_plural:d}]" if is_place else "", word, word)


def unmarked(template: str) -> str:
    """Return a template without the marks at which a voice starts a motion."""
    return MARK.sub("", template)


def fill(template: str, result: object) -> tuple[str, tuple[Filled, ...]]:
    """Fill ``{path:format}`` fields from the result; say what was filled in.

    A word of the template that agrees with a number is not: it is no result.
    """
    filled: list[Filled] = []

    def one(match: re.Match[str]) -> str:
        path, spec = match[1], match[2] or ""
        if is_agreement(spec):
            field = agree(path, spec, result)
        else:
            value = lookup(result, path)
            field = Filled(path, value, in_words(spell(value, spec), spec))
        if field.path:
            filled.append(field)
        return field.text

    return FIELD.sub(one, unmarked(template)), tuple(filled)
