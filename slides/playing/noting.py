"""Notes which functions of the scenes run, from how these are imported.

Each function begins by noting its name: that costs far less than tracing all calls,
those of Manim among them, and tells from where on a changed function matters.
"""

import ast
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import ModuleType
from typing import Any

from slides.playing.definitions import definitions, functions

RAN: set[str] = set()  # "scenes.neuron.scene:Neuron.bill"
TEXTS: dict[str, str] = {}  # of modules, as they are loaded now
LINES: dict[str, int] = {}  # in which each function begins, by the names as in RAN
_NOTE = "__note_run__"


def install(package: str) -> None:
    """Note the runs of functions of a package that has not been imported yet."""
    sys.meta_path.insert(0, _Finder(package))


def load(module: str, text: str, file: str) -> ast.Module:
    """Return a module's code with the notes in it; remember its text and lines."""
    tree = noted(ast.parse(text, file), module)
    found = definitions(text, file)
    TEXTS[module] = text
    LINES.update({f"{module}:{name}": line for name, line in found.lines.items()})
    return tree


def noted(tree: ast.Module, module: str) -> ast.Module:
    """Let each function of a module begin by noting its name."""
    for name, node, _ in functions(tree):
        note = ast.Call(
            ast.Name(_NOTE, ast.Load()), [ast.Constant(f"{module}:{name}")], []
        )
        at = int(ast.get_docstring(node) is not None)
        node.body.insert(at, ast.copy_location(ast.Expr(note), node))
        ast.fix_missing_locations(node)
    return tree


class _Finder(MetaPathFinder):
    """Finds the modules of a package as Python does, and loads them with notes."""

    def __init__(self, package: str) -> None:
        self.package = package

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,
        target: ModuleType | None = None,
    ) -> ModuleSpec | None:
        """Return how to load a module of the package; None for all others."""
        if fullname.partition(".")[0] != self.package:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec and isinstance(spec.loader, SourceFileLoader):
            spec.loader = _Loader(spec.loader.name, spec.loader.path)
        return spec


class _Loader(SourceFileLoader):
    """Loads a module from its source alone, with notes."""

    def get_code(self, fullname: str) -> Any:
        """Return the module's code."""
        text = self.get_data(self.path).decode("utf-8")
        tree = load(fullname, text, self.path)
        return compile(tree, self.path, "exec", dont_inherit=True)

    def exec_module(self, module: ModuleType) -> None:
        """Run the module's code."""
        vars(module)[_NOTE] = RAN.add
        super().exec_module(module)
