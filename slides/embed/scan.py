"""Finds out which clips the notes of a site use."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ENDINGS = {".md", ".markdown", ".mkd", ".mkdn", ".mkdown", ".html", ".htm"}
SKIPPED = {"_site", "node_modules", "vendor"}
_INCLUDE = re.compile(r"\{%-?\s*include\s+lecture\.html\s(.*?)-?%\}", re.DOTALL)
_CLIP = re.compile(r"\bclip\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


@dataclass(frozen=True)
class Use:
    """One place where a note uses a clip."""

    clip: str  # "chapter/beat", as it stands there
    place: str  # file and line


def uses(root: Path) -> Iterator[Use]:
    """Yield all uses in a site, in the order of files and lines."""
    for file in _notes(root):
        text = file.read_text(encoding="utf-8", errors="replace")
        for include in _INCLUDE.finditer(text):
            line = text.count("\n", 0, include.start()) + 1
            for name in _CLIP.findall(include[1]):
                clip = "".join(name)
                yield Use(clip, f"{file.relative_to(root).as_posix()}:{line}")


def _notes(root: Path) -> Iterator[Path]:
    """Yield the files in which notes stand; links to elsewhere are not followed."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(f for f in folders if f not in SKIPPED and f[0] != ".")
        for name in sorted(names):
            file = Path(folder, name)
            if file.suffix.lower() in ENDINGS and not file.is_symlink():
                yield file
