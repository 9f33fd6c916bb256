"""Which source files a module depends on: read from the source, nothing imported.

What you can do here
--------------------
- find where a package or a module lies: ``package_folder``, ``module_file``;
- list all of the project's modules that a module imports, also indirectly, and the
  data beside them: ``modules``, ``data_files``;
- read a file again only when it changed: ``read``.
"""

import ast
import importlib.util
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

PACKAGES = ("nnsim", "scenes")
_NOT_DATA = {".py", ".pyc", ".md"}


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
    path = folder.joinpath(*name.split(".")) if name else folder
    candidates = [path / "__init__.py", *([path.with_suffix(".py")] if name else [])]
    return next((file for file in candidates if file.is_file()), None)


def modules(roots: Iterable[str]) -> dict[str, Path]:
    """Map the project's modules that `roots` import, also indirectly, onto files."""
    found: dict[str, Path] = {}
    waiting = list(roots)
    while waiting:
        name = waiting.pop()
        # Importing a.b.c runs a/__init__.py and a/b/__init__.py first.
        for module in _with_parents(name):
            file = module_file(module)
            if module in found or file is None:
                continue
            found[module] = file
            package = module if file.name == "__init__.py" else _parent(module)
            waiting += [m for m in imported(read(file), package) if _is_ours(m)]
    return found


def data_files(files: Iterable[Path]) -> set[Path]:
    """Return the data (tables and the like) that lie beside packages' sources."""
    folders = {file.parent for file in files}
    return {
        path
        for folder in folders
        for path in folder.iterdir()
        if path.is_file()
        and path.suffix not in _NOT_DATA
        and not path.name.startswith(".")
    }


def read(file: Path) -> bytes:
    """Return what a file holds; it is read again only when it changed."""
    status = file.stat()
    return _read(file, status.st_mtime_ns, status.st_size)


@cache
def _read(file: Path, _mtime: int, _size: int) -> bytes:
    return file.read_bytes()


@cache
def imported(source: bytes | str, package: str) -> frozenset[str]:
    """Return the names of all modules that a source may import, anywhere in it."""
    return frozenset(_imported(source, package))


def _imported(source: bytes | str, package: str) -> Iterator[str]:
    try:
        tree = ast.parse(source)
    except SyntaxError:  # the worker that imports it tells where
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parts = package.split(".")
            above = parts[: len(parts) + 1 - node.level] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield base
            # What follows "import" may be a module or a name within one.
            yield from (f"{base}.{alias.name}" for alias in node.names)


@cache
def declared_data(source: bytes | str) -> frozenset[str]:
    """Return the names of the data files that a module says it reads.

    It says so where it names them: ``Path(__file__).with_name("penguins.csv")``.
    """
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return frozenset()
    return frozenset(_named_beside(tree))


def _named_beside(tree: ast.Module) -> Iterator[str]:
    """Yield the names of files beside a module that it takes by ``__file__``."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(
                func=ast.Attribute(
                    value=ast.Call(args=[ast.Name("__file__")]), attr="with_name"
                ),
                args=[ast.Constant(str() as name)],
            ):
                yield name


def _is_ours(module: str) -> bool:
    """Tell whether a module belongs to the project's simulation or scenes."""
    return module.split(".")[0] in PACKAGES


def _parent(module: str) -> str:
    """Return the package that holds a module."""
    return module.rpartition(".")[0]


def _with_parents(module: str) -> list[str]:
    """Return a module's packages, outermost first, and the module."""
    parts = module.split(".")
    return [".".join(parts[:n]) for n in range(1, len(parts) + 1)]
