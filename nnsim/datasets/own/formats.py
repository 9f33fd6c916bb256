"""What a file is by how it begins, whatever its name says.

What you can do here
--------------------
- tell a sheet from a text, and refuse what is neither: ``is_sheet``.
"""

import io
import re
import zipfile

from nnsim.texts import TextError

_AS_TABLE = "save the table as .xlsx or as .csv"
_KINDS = {
    b"\xd0\xcf\x11\xe0": "a spreadsheet of before 2007 (.xls), or has a password: "
    "save it as .xlsx without one",
    b"%PDF": f"a PDF: {_AS_TABLE}",
    b"{\\rtf": f"a document: {_AS_TABLE}",
    b"\x1f\x8b": "packed (.gz): unpack it",
    b"BZh": "packed (.bz2): unpack it",
    b"\xfd7zXZ": "packed (.xz): unpack it",
    b"7z\xbc\xaf": "packed (.7z): unpack it",
    b"Rar!": "packed (.rar): unpack it",
    b"\x89PNG": f"a picture: {_AS_TABLE}",
    b"\xff\xd8\xff": f"a picture: {_AS_TABLE}",
    b"PAR1": f"a Parquet file: {_AS_TABLE}",
    b"\x89HDF": f"an HDF5 file: {_AS_TABLE}",
    b"SQLite format 3": f"a database: {_AS_TABLE}",
}
_MARKUP = re.compile(rb"\s*<(!doctype|html|\?xml|table|head|body)\b", re.IGNORECASE)


def is_sheet(content: bytes) -> bool:
    """Tell whether a file is an .xlsx; if not, it may be a text.

    Raises
    ------
    TextError
        If it is known to be neither; with the remedy.
    """
    if content.startswith(b"PK\x03\x04"):
        return _is_workbook(content)
    for begin, kind in _KINDS.items():
        if content.startswith(begin):
            raise TextError(f"is {kind}")
    if _MARKUP.match(content.removeprefix(b"\xef\xbb\xbf")[:1000]):
        raise TextError(f"is a page of markup (HTML or XML): {_AS_TABLE}")
    return False


def _is_workbook(content: bytes) -> bool:
    """Tell whether an archive is an .xlsx; refuse all others."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeError):
        raise TextError(
            f"is a spreadsheet or an archive, and damaged: {_AS_TABLE}"
        ) from None
    if "xl/workbook.bin" in names:
        raise TextError("is an .xlsb: save it as .xlsx")
    if "mimetype" in names and "content.xml" in names:
        raise TextError(f"is an .ods or a document: {_AS_TABLE}")
    if not any(name.startswith("xl/") for name in names):
        raise TextError("is an archive (.zip): unpack it, and name the table in it")
    return True
