"""Which files of one's own settings name, be they there and right or not."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from nnsim.texts import TextError, read_text
from slides.settings.overrides import override
from slides.settings.project import known_chapters
from slides.settings.toml_text import MOST_BYTES, TomlError, parse
from slides.settings.values import DATA, FILES, placed


def files_named(file: Path, overrides: Sequence[str]) -> set[Path]:
    """Return the tables that settings name, for whichever chapter.

    Parameters
    ----------
    file, overrides
        As ``lecture.read`` takes them; a file that is no TOML names none.
    """
    try:
        raw = parse(read_text(file, MOST_BYTES))
    except (TextError, TomlError):
        return set()
    override(raw, overrides, known_chapters())
    folder = file.absolute().parent
    tables = [one for one in (raw, *raw.values()) if isinstance(one, Mapping)]
    told = [placed(one[DATA], folder) for one in tables if DATA in one]
    found = [one.get(key) for one in told if isinstance(one, Mapping) for key in FILES]
    return {Path(name) for name in found if isinstance(name, str) and name}
