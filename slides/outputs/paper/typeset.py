"""Sets pages with Typst: a template of ours, filled with values and pictures."""

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from scenes.caching.files import write_bytes
from slides.base.errors import LectureError
from slides.base.source_date import source_date
from slides.base.templates import Template
from slides.base.typst_pdf import typst_pdf

COMMON = Template("paper/common.typ")  # what several templates import


def typeset(
    template: Template,
    target: Path,
    values: Mapping[str, Any],
    pictures: Mapping[str, Path],
    scratch: Path,
) -> None:
    """Fill in a template and write a PDF file, whole or not at all.

    Parameters
    ----------
    template
        What is set.
    target
        PDF file to write.
    values
        What the template reads from ``data.json``.
    pictures
        Files, by the names under which the template finds them.
    scratch
        Where other files may lie meanwhile.
    """
    import typst  # heavy, and needed only when a page is set

    date = source_date()
    data = json.dumps({**values, "dated": date is not None})
    scratch.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=scratch) as made:
        folder = Path(made)
        shutil.copyfile(template.file, folder / "main.typ")
        shutil.copyfile(COMMON.file, folder / COMMON.file.name)
        (folder / "data.json").write_text(data, encoding="utf-8")
        for place, picture in pictures.items():
            _lay(picture, folder / place)
        try:
            pdf = typst_pdf(folder, date)
        except typst.TypstError as error:
            name = template.file.name
            raise LectureError(f"{target.name}: {name}: {error}") from error
    write_bytes(target, pdf)


def _lay(file: Path, place: Path) -> None:
    """Let a file lie at another place, too: a copy where it cannot have two names."""
    place.parent.mkdir(exist_ok=True)
    try:
        os.link(file, place)
    except OSError:
        shutil.copyfile(file, place)
