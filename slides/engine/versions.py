"""Versions of all that draws, encodes or computes, found without loading it."""

import ctypes
import platform
from collections.abc import Callable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

DISTRIBUTIONS = (
    "manim",
    "manim-slides",
    "numpy",
    "scikit-learn",
    "typst",
    "av",
    "pycairo",
    "cairocffi",
    "manimpango",
    "pillow",
    "openpyxl",
    "font-source-sans-pro",
)
CARRIED = ("../av.libs", ".dylibs")  # where its package keeps libraries
UNKNOWN = "unknown"  # where a package carries the library, its own version tells


@cache
def versions() -> dict[str, str]:
    """Return the versions of Python and of all that draws or computes."""
    return {
        "Python": platform.python_version(),
        **dict(installed(*DISTRIBUTIONS)),
        "cairo": library("libcairo.so.2", "libcairo.2.dylib", _text("cairo")),
        "pango": library("libpango-1.0.so.0", "libpango-1.0.0.dylib", _text("pango")),
        "fontconfig": library(
            "libfontconfig.so.1", "libfontconfig.1.dylib", _fontconfig
        ),
        "x264": _encoder(),
    }


def installed(*distributions: str) -> Iterator[tuple[str, str]]:
    """Yield distributions with their versions."""
    for name in distributions:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            yield name, "missing"


def library(linux: str, mac: str, ask: Callable[[ctypes.CDLL], str]) -> str:
    """Ask a library of the system for its version."""
    try:
        return ask(ctypes.CDLL(mac if platform.system() == "Darwin" else linux))
    except (OSError, AttributeError):
        return UNKNOWN


def _text(name: str) -> Callable[[ctypes.CDLL], str]:
    """Return what asks a library that answers in text."""

    def ask(library: ctypes.CDLL) -> str:
        function = library[f"{name}_version_string"]
        function.restype = ctypes.c_char_p
        return str(function().decode())

    return ask


def _fontconfig(library: ctypes.CDLL) -> str:
    """Ask fontconfig, which answers with a number."""
    return str(library.FcGetVersion())


def _encoder() -> str:
    """Return the H.264 encoder that the video library carries, by its file's name."""
    spec = find_spec("av")
    places = (spec.submodule_search_locations if spec else None) or ()
    folders = [Path(place, name) for place in places for name in CARRIED]
    found = [file.name for folder in folders for file in folder.glob("*x264*")]
    return " ".join(sorted(found)) or UNKNOWN
