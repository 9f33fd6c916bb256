"""What a thing is made from: read from the sources, nothing imported.

What you can do here
--------------------
- find where a package or a module lies: ``package_folder``, ``module_file``;
- list all of the project's modules that some modules import, also indirectly:
  ``modules``;
- list the data and the templates that these name: ``data_files``; tell of all what
  they hold: ``made_from``.
"""

import errno
import importlib.util
import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from scenes.caching.facts import Facts, digest_of_file, facts

TEMPLATES = ("slides", "templates")  # package and folder in which templates lie
# Looks at what was drawn: nothing is made from it.
ONLOOKERS = ("scenes.checks",)


@cache
def package_folder(name: str) -> Path | None:
    """Return the folder of a top-level package, without importing it."""
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(next(iter(spec.submodule_search_locations))).resolve()


def module_file(module: str) -> Path | None:
    """Return the source file of a module or package, without importing it."""
    top, _, rest = module.partition(".")
    folder = package_folder(top)
    return _source(folder, rest) if folder else None


@cache
def _source(folder: Path, name: str) -> Path | None:
    """Return the file of a module, by its name within the package in `folder`."""
    parent, _, last = name.rpartition(".")
    place = folder.joinpath(*parent.split(".")) if parent else folder
    if not last:
        return folder / "__init__.py" if "__init__.py" in _names(folder) else None
    if last in _names(place) and "__init__.py" in _names(place / last):
        return place / last / "__init__.py"
    return place / f"{last}.py" if f"{last}.py" in _names(place) else None


@cache
def _names(folder: Path) -> frozenset[str]:
    """Return the names of what lies in a folder."""
    try:
        return frozenset(os.listdir(folder))
    except OSError:
        return frozenset()


def modules(roots: Iterable[str]) -> dict[str, Path]:
    """Map the project's modules that `roots` import, also indirectly, onto files."""
    return {module: file for module, (file, _) in _walk(roots).items()}


def made_from(roots: Iterable[str]) -> dict[Path, str]:
    """Return these modules, all they import and all these name: file and digest.

    Raises
    ------
    FileNotFoundError
        If there is no such module, or one names a file that there is not.
    """
    roots = list(roots)
    found = _walk(roots)
    for root in roots:
        if root not in found:
            raise FileNotFoundError(errno.ENOENT, "no such module", root)
    sources = {file: said.digest for file, said in found.values()}
    return {**sources, **{file: digest_of_file(file) for file in _named(found)}}


def data_files(roots: Iterable[str]) -> set[Path]:
    """Return the data and templates that these modules and all they import name."""
    return _named(_walk(roots))


def _walk(roots: Iterable[str]) -> dict[str, tuple[Path, Facts]]:
    """Find modules, their files and what these say, beginning at `roots`."""
    found: dict[str, tuple[Path, Facts]] = {}
    waiting = list(roots)
    seen = set(waiting)
    while waiting:
        # Importing a.b.c runs a/__init__.py and a/b/__init__.py first.
        for module in _with_parents(waiting.pop()):
            file = None if module in found else module_file(module)
            if file is None:
                continue
            is_package = file.name == "__init__.py"
            said = facts(file, module if is_package else module.rpartition(".")[0])
            found[module] = file, said
            new = [name for name in said.imports if name not in seen]
            seen.update(new)
            waiting += [name for name in new if not _is_onlooker(name)]
    return found


def _named(found: dict[str, tuple[Path, Facts]]) -> set[Path]:
    """Return the data and templates that modules name."""
    named = set()
    for file, said in found.values():
        files = [file.with_name(name) for name in said.data]
        files += [_template(name) for name in said.templates]
        for one in files:
            if not one.is_file():
                why = f"is missing, and {file.name} names it"
                raise FileNotFoundError(errno.ENOENT, why, str(one))
        named.update(files)
    return named


def _template(name: str) -> Path:
    """Return where a template lies."""
    package, folder = TEMPLATES
    return (package_folder(package) or Path()) / folder / name


@cache
def _is_onlooker(module: str) -> bool:
    """Tell whether nothing is made from a module."""
    return any(f"{module}.".startswith(f"{one}.") for one in ONLOOKERS)


@cache
def _with_parents(module: str) -> tuple[str, ...]:
    """Return a module's packages, outermost first, and the module."""
    parts = module.split(".")
    return tuple(".".join(parts[:n]) for n in range(1, len(parts) + 1))
