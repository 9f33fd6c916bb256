"""What a thing is made from: read from the sources, nothing imported.

What you can do here
--------------------
- find where a package or a module lies: ``package_folder``, ``module_file``;
- list all of the project's modules that some modules import, also indirectly:
  ``modules``;
- list with them the data and the templates that they name: ``made_from``.
"""

import errno
import importlib.util
import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from scenes.caching.facts import Facts, facts

PACKAGES = ("nnsim", "scenes", "slides")
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
    found: dict[str, Path] = {}
    waiting = list(roots)
    seen = set(waiting)
    while waiting:
        # Importing a.b.c runs a/__init__.py and a/b/__init__.py first.
        for module in _with_parents(waiting.pop()):
            file = None if module in found else module_file(module)
            if file is None:
                continue
            found[module] = file
            new = [m for m in _said(module, file).imports if m not in seen]
            seen.update(new)
            waiting += [name for name in new if _is_ours(name)]
    return found


def made_from(roots: Iterable[str]) -> set[Path]:
    """Return the files of these modules, of all they import, and all these name.

    Raises
    ------
    FileNotFoundError
        If there is no such module, or one names a file that there is not.
    """
    roots = list(roots)
    files = modules(roots)
    for root in roots:
        if root not in files:
            raise FileNotFoundError(errno.ENOENT, "no such module", root)
    return {*files.values(), *data_files(files)}


def data_files(files: dict[str, Path]) -> set[Path]:
    """Return the data and templates that modules name."""
    found = set()
    for module, file in files.items():
        said = _said(module, file)
        named = [file.with_name(name) for name in said.data]
        named += [_template(name) for name in said.templates]
        for one in named:
            if not one.is_file():
                why = f"is missing, and {file.name} names it"
                raise FileNotFoundError(errno.ENOENT, why, str(one))
        found.update(named)
    return found


def _template(name: str) -> Path:
    """Return where a template lies."""
    package, folder = TEMPLATES
    return (package_folder(package) or Path()) / folder / name


def _said(module: str, file: Path) -> Facts:
    """Return what the file of a module says."""
    is_package = file.name == "__init__.py"
    return facts(file, module if is_package else module.rpartition(".")[0])


@cache
def _is_ours(module: str) -> bool:
    """Tell whether a module is the project's, and no mere onlooker."""
    is_onlooker = any(f"{module}.".startswith(f"{one}.") for one in ONLOOKERS)
    return module.split(".")[0] in PACKAGES and not is_onlooker


@cache
def _with_parents(module: str) -> tuple[str, ...]:
    """Return a module's packages, outermost first, and the module."""
    parts = module.split(".")
    return tuple(".".join(parts[:n]) for n in range(1, len(parts) + 1))
