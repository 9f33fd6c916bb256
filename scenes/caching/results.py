"""Results of experiments on disk, so that nobody waits twice for the same run.

What you can do here
--------------------
- run an experiment, or fetch the result of the same run: ``cached_run``.

The same run: the same configuration, sources of the experiment and of all it imports,
data beside them, and versions of Python and numpy. Results are pickles, and reading a
pickle may run code: whoever can write into the cache folder must be trusted like
whoever can write the sources. ``LECTURE_NO_CACHE=1`` computes everything afresh.
"""

import os
import pickle
import platform
import time
from contextlib import suppress
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from nnsim.computing import compute
from scenes.caching import sources
from scenes.caching.checked import read_regular
from scenes.caching.digests import digest, digest_of_value
from scenes.caching.facts import digest_of_file
from scenes.caching.files import clear, is_abandoned, make_folder, write_bytes
from scenes.caching.sealing import seal

SWITCH = "LECTURE_NO_CACHE"  # environment variable that turns the cache off
WORTH_KEEPING = 0.5  # s; what takes less is computed again
KEEP = 6  # results of one experiment
MAGIC = b"lecture result 1\n"
_STARTED = time.time()  # sources that changed later are not those that are loaded


def cached_run(experiment: ModuleType, config: Any, folder: Path | None) -> Any:
    """Run an experiment, or return what the same run gave before; arrays read-only.

    Parameters
    ----------
    experiment
        Module with ``run(config)``.
    config
        A dataclass of numbers, strings, tuples and other such dataclasses.
    folder
        Where results are kept; None keeps none.
    """
    key = _key(experiment, config) if folder and not os.environ.get(SWITCH) else None
    if folder is None or key is None:
        return seal(compute(experiment, config))
    file = folder / experiment.__name__.rpartition(".")[2] / f"{key}.result"
    result = _read(file, key)
    if result is None:
        begun = time.perf_counter()
        result = compute(experiment, config)
        if time.perf_counter() - begun >= WORTH_KEEPING:
            _write(file, key, result)
    return seal(result)


def _key(experiment: ModuleType, config: Any) -> str | None:
    """Return a text that changes when anything does; None if that cannot be told."""
    roots = [experiment.__name__, __name__]
    files = sources.modules(roots)
    if experiment.__name__ not in files:
        return None  # made up in a test or a notebook
    try:
        data = sources.data_files(roots)
        every = {**files, **{str(f.relative_to(f.parents[1])): f for f in data}}
        if max(file.stat().st_mtime for file in every.values()) > _STARTED:
            return None
        made_from = [
            [type(config).__qualname__, asdict(config)],
            experiment.__name__,
            sorted((name, digest_of_file(f)) for name, f in every.items()),
            platform.python_version(),
            np.__version__,
            _version("scikit-learn"),
        ]
        return digest_of_value(made_from)
    except (OSError, TypeError):  # a file that just went, settings of another kind
        return None


def _version(name: str) -> str:
    """Return the version of a package that only some experiments need."""
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"


def _read(file: Path, key: str) -> Any:
    """Return a kept result; None unless it is there, whole, and kept under this key."""
    try:
        pickled = _pickled(file, key)
        result = None if pickled is None else pickle.loads(pickled)
        with suppress(OSError):  # whoever may only read has the result all the same
            os.utime(file)  # used last: dropped last
    except Exception:  # whatever is wrong with the file, the run makes it good
        return None
    return result


def is_whole(file: Path) -> bool:
    """Tell whether a kept result can be believed."""
    return _pickled(file, file.stem) is not None


def _pickled(file: Path, key: str) -> bytes | None:
    """Return the pickle in a file; None unless it is whole and kept under this key."""
    data = read_regular(file)
    if not isinstance(data, bytes):
        return None
    head, _, pickled = data.partition(b"\n\n")
    is_meant = head == MAGIC + digest(key.encode() + pickled).encode()
    return pickled if is_meant else None


def _write(file: Path, key: str, result: Any) -> None:
    """Keep a result, whole or not at all; do without if it cannot be kept."""
    try:
        pickled = pickle.dumps(result, protocol=5)
        head = MAGIC + digest(key.encode() + pickled).encode()
        root = file.parents[1]  # the user may have linked it to another disk
        if not os.path.isdir(root):
            clear(root)
        make_folder(file.parent, root)
        if file.is_dir():
            clear(file)
        write_bytes(file, head + b"\n\n" + pickled)
        _tidy(file.parent)
    except (OSError, pickle.PicklingError, AttributeError, TypeError):
        return


def _tidy(folder: Path) -> None:
    """Drop the results used longest ago, and what killed writers left behind."""
    age = {file: time.time() - file.lstat().st_mtime for file in folder.iterdir()}
    results = sorted((f for f in age if f.suffix == ".result"), key=age.__getitem__)
    abandoned = [file for file in age if is_abandoned(file.name)]
    for file in [*results[KEEP:], *abandoned]:
        clear(file)
