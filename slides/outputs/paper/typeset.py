"""Sets pages with Typst: a template of ours, filled with values and pictures."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scenes.caching.files import whole
from slides.base.errors import LectureError
from slides.base.source_date import source_date
from slides.base.templates import Template
from slides.base.typst_pdf import typst_pdf

COMMON = Template("paper/common.typ")  # what several templates import


def typeset(
    template: Template,
    target: Path,
    values: Mapping[str, Any],
    files: Mapping[str, bytes],
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
    files
        Pictures, by the names under which the template finds them.
    """
    import typst  # heavy, and needed only when a page is set

    date = source_date()
    sources = {
        "main": template.file.read_bytes(),
        "common.typ": COMMON.file.read_bytes(),
        "data.json": json.dumps({**values, "dated": date is not None}).encode(),
        **files,
    }
    try:
        pdf = typst_pdf(sources, date)
    except typst.TypstError as error:
        raise LectureError(f"{target.name}: {template.file.name}: {error}") from error
    with whole(target) as partial:
        partial.write_bytes(pdf)
