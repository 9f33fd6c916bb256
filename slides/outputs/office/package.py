"""The file of a presentation, the same whenever it is written."""

import zipfile
from datetime import datetime
from pathlib import Path

EARLIEST, LATEST = datetime(1980, 1, 1), datetime(2107, 12, 31, 23, 59, 58)  # of ZIP
PRESSED = {".mp4", ".m4a", ".jpg", ".jpeg", ".png"}  # pressing them again gains nothing


def repack(source: Path, target: Path, date: datetime | None) -> None:
    """Copy a ZIP archive; give all that it holds one date.

    Parameters
    ----------
    source, target
        The archive as it is and the one to write.
    date
        When it was made; the earliest that ZIP can tell if None.
    """
    when = min(max(date.replace(tzinfo=None), EARLIEST), LATEST) if date else EARLIEST
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, when.timetuple()[:6])
            is_pressed = Path(name).suffix in PRESSED
            method = zipfile.ZIP_STORED if is_pressed else zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name), method)
