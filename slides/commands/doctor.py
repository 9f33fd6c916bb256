"""``lecture doctor``: is all there that the lecture needs, and how to get it."""

import platform
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from tempfile import gettempdir

import click

from slides.base.disks import refusal
from slides.base.errors import LectureError
from slides.building.plan import CACHE
from slides.commands.deep import damages
from slides.commands.place import other_lecture
from slides.commands.present import REMEDY as QT_REMEDY
from slides.engine.progress import Progress
from slides.outputs.deck.reveal import REMEDY as REVEAL_REMEDY
from slides.outputs.deck.reveal import read
from slides.settings.project import ROOT
from slides.speech.engines.model import model
from slides.speech.engines.registry import EXTRA as VOICE_REMEDY
from slides.speech.engines.registry import make_engine
from slides.speech.voice import Voice

LIBRARIES = {
    "Linux": "sudo apt install libcairo2-dev libpango1.0-dev pkg-config gcc "
    "(Fedora: sudo dnf install cairo-devel pango-devel pkgconf gcc), then make",
    "Darwin": "brew install cairo pango pkgconf, then make",
}
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "firefox")
OFFICES = ("soffice", "libreoffice")
SPACE = 2  # GB that a build of the lecture may need


@dataclass(frozen=True)
class Finding:
    """One thing that was looked for."""

    name: str
    found: str  # version or place; "" if it is missing
    remedy: str  # one command
    needed: bool = True  # False where something works without it


def examine() -> Iterator[Finding]:
    """Yield what was found, as it is found."""
    version = platform.python_version() if sys.version_info >= (3, 11) else ""
    yield Finding("Python 3.11 or newer", version, "make PYTHON=python3.12")
    libraries = LIBRARIES.get(platform.system(), LIBRARIES["Linux"])
    yield _look("cairo", _cairo, libraries)
    yield _look("pango", _pango, libraries)
    yield _look("Manim", _version("manim"), "make")
    yield _look("manim-slides", _version("manim_slides"), "make")
    yield _look("Typst (formulas)", _typst, "pip install typst")
    yield _look("H.264 encoder", _encoder, "pip install --force-reinstall av")
    yield _look("Source Sans Pro", _font, "pip install font-source-sans-pro")
    yield _look("openpyxl (own .xlsx)", _version("openpyxl"), "pip install openpyxl")
    yield _look("reveal.js", _reveal, REVEAL_REMEDY)
    yield _look("this lecture", _lecture, "make, in the folder where you are")
    yield _look("room on the disk", _room, "make clean")
    yield _look("cache", _cache, "lecture build --cache FOLDER, one that you may write")
    yield _look("temporary files", gettempdir, "export TMPDIR=FOLDER, as above")
    yield Finding("browser", _program(BROWSERS), "sudo apt install chromium", False)
    yield replace(_look("Qt (lecture present)", _qt, QT_REMEDY), needed=False)
    yield replace(_look("voice (lecture say)", _voice, VOICE_REMEDY), needed=False)
    office = "sudo apt install libreoffice-impress"
    yield Finding("LibreOffice", _program(OFFICES), office, False)


def show(findings: Iterator[Finding]) -> bool:
    """Print findings with remedies; return whether all that is needed is there."""
    whole = True
    for one in findings:
        if one.found:
            click.echo(f"  ok       {one.name}: {one.found}")
        else:
            word = "missing " if one.needed else "optional"
            click.echo(f"  {word} {one.name}: {one.remedy}")
            whole &= not one.needed
    click.echo("all that is needed is there" if whole else "something is missing")
    return whole


def look_deep(out: Path, cache: Path) -> bool:
    """Read all that was made, name what is damaged; return whether all is whole."""
    with Progress() as progress:
        n_looks, found = damages(cache.absolute(), out.absolute(), progress)
        for line in found:
            progress.say(f"  damaged  {line}")
        progress.say(
            f"{len(found)} of {n_looks} are damaged; the next build makes them anew"
            if found
            else f"all {n_looks} are whole"
        )
    return not found


def _look(name: str, find: Callable[[], str], remedy: str) -> Finding:
    """Look for one thing; whatever goes wrong, it is not usable."""
    try:
        return Finding(name, find(), remedy)
    except (ImportError, OSError, LectureError, ValueError, AttributeError):
        return Finding(name, "", remedy)


def _version(module: str) -> Callable[[], str]:
    """Return a look at a module's version: one that can be imported."""

    def find() -> str:
        return str(import_module(module).__version__)

    return find


def _cairo() -> str:
    return str(import_module("cairo").cairo_version_string())


def _pango() -> str:
    return str(import_module("manimpango").pango_version())


def _typst() -> str:
    typst = import_module("typst")
    typst.compile(b"$x^2$", format="svg")
    return str(typst.__version__)


def _encoder() -> str:
    av = import_module("av")
    return str(av.Codec("libx264", "w").long_name)


def _font() -> str:
    package = Path(str(import_module("font_source_sans_pro").__file__)).parent
    font = package / "files" / "SourceSansPro-Regular.ttf"
    return font.name if font.is_file() else ""


def _reveal() -> str:
    # Its first lines name it: " * reveal.js 5.2.0".
    return read("dist/reveal.js").split("\n")[1].removeprefix(" * reveal.js ")


def _qt() -> str:
    return str(import_module("PySide6").__version__)


def _voice() -> str:
    make_engine(Voice(engine="kokoro"))
    model("")
    return f"Kokoro, onnxruntime {import_module('onnxruntime').__version__}"


def _lecture() -> str:
    return "" if other_lecture() else str(ROOT)


def _cache() -> str:
    return "" if refusal(CACHE / "any") else str(CACHE)


def _room() -> str:
    free = shutil.disk_usage(Path.cwd()).free / 1e9
    return f"{free:.0f} GB free" if free >= SPACE else ""


def _program(names: tuple[str, ...]) -> str:
    """Return where the first of several programs lies; "" if none does."""
    return next((place for name in names if (place := shutil.which(name))), "")
