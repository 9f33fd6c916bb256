"""PDF files set with Typst, in faces that do not depend on the machine if they can."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

STANDARD = "ua-1"  # PDF for everyone: tags, alternative texts, language
FACE = "Source Sans Pro"
_NO_LETTER = "could not be displayed"  # so Typst says that a face lacks one
_KEPT = 10  # so many documents back Typst keeps in memory what they are made of


def typst_pdf(
    sources: Mapping[str, bytes] | Path, date: datetime | None = None
) -> bytes:
    """Return a PDF file.

    Letters that neither our face nor those that Typst carries have are taken from
    the fonts of the system.

    Parameters
    ----------
    sources
        The files of the document, which begins with ``main``; or a folder of them, in
        which it begins with ``main.typ``. Of a folder, no more is held in memory than
        Typst needs.
    date
        When it was made.

    Raises
    ------
    typst.TypstError
        If it cannot be set, or no font here has one of its letters.
    """
    # Heavy, and needed only when something is set.
    import font_source_sans_pro
    import typst

    compiled: Any = typst.compile  # its types do not know that it takes several files
    is_folder = isinstance(sources, Path)
    document = sources / "main.typ" if isinstance(sources, Path) else {**sources}
    options = {
        "root": str(sources) if is_folder else None,
        "font_paths": [str(Path(font_source_sans_pro.__file__).parent / "files")],
        "pdf_standards": [STANDARD],
        "timestamp": date,
    }
    try:
        pdf: bytes = compiled(document, ignore_system_fonts=True, **options)
    except typst.TypstError as error:
        if _NO_LETTER not in str(error):
            raise
        pdf = compiled(document, ignore_system_fonts=False, **options)
    if is_folder:  # of pictures: hundreds of megabytes
        for n in range(_KEPT + 1):
            compiled({"main": str(n).encode()}, ignore_system_fonts=True)
    return pdf
