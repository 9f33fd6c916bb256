"""What the settings of a Jekyll site say about where its files lie."""

import os
import posixpath
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import Any

from scenes.caching.checked import read_regular
from slides.base.errors import UsageError
from slides.base.paths import problem

CONFIGS = ("_config.yml", "_config.yaml", "_config.toml")  # Jekyll reads the first
RIVALS = (".yml", ".yaml", ".csv", ".tsv")  # data of the same name, which would win
# What Jekyll leaves out unless told otherwise.
EXCLUDED = (
    ".sass-cache", ".jekyll-cache", "gemfiles", "Gemfile", "Gemfile.lock",
    "node_modules", "vendor/bundle/", "vendor/cache/", "vendor/gems/", "vendor/ruby/",
)  # fmt: skip
_LINE = re.compile(r"(\w+)[ \t]*:[ \t]*([\"']?)([^\"'#\n]*)\2")


@dataclass(frozen=True)
class Layout:
    """Where a site's files lie: paths from its top, with slashes; "" is the top."""

    source: str = ""
    includes: str = "_includes"  # from the top of the site, too
    data: str = "_data"
    destination: str = "_site"
    include: tuple[str, ...] = (".htaccess",)
    exclude: tuple[str, ...] = ()
    raw_html: bool = True  # whether Markdown may hold it
    hides_data: str = ""  # the setting that does

    def at(self, path: str) -> str:
        """Return the path from the top of the site for one from its source."""
        return f"{self.source}/{path}" if self.source else path

    def rivals(self, root: Path) -> list[str]:
        """Say which data of the site would hide ours."""
        data = root / self.data
        found = [data / f"lecture{ending}" for ending in RIVALS] + [data / "lecture"]
        hidden = f"{root}: the site's settings hide the data that clips need: rename "
        return [
            *([hidden + self.hides_data] if self.hides_data else []),
            *(
                f"{file}: has the name that clips need (site.data.lecture); rename it"
                for file in found
                if file.exists()
            ),
        ]

    def hidden(self, path: str) -> str:
        """Say why Jekyll would not publish a file of the source; "" if it does."""
        out = self.destination
        if self.at(path).startswith(f"{out}/"):
            return (
                f"{path} would lie in {out}, where Jekyll removes what is not its own"
            )
        left_out = [pattern for pattern in self.exclude if pattern not in self.include]
        whole = PurePosixPath(path)
        for place in (whole, *whole.parents[:-1]):
            if _matches(self.include, str(place)) or _matches(self.include, place.name):
                continue
            if found := [p for p in left_out if _matches((p,), str(place))]:
                return f"{path} would be left out: the site excludes {found[0]!r}"
        return ""

    def shows(self, name: str) -> bool:
        """Tell whether Jekyll takes a folder with a dot in front."""
        return _matches(self.include, name)


def is_site(root: Path) -> bool:
    """Tell whether a folder holds a Jekyll site."""
    return any((root / name).is_file() for name in CONFIGS)


def layout(root: Path, configs: Sequence[str] = ()) -> Layout:
    """Return where a site's files lie.

    Parameters
    ----------
    root
        Folder in which ``jekyll build`` is called.
    configs
        Its settings, the last one first believed; Jekyll's own choice if empty.

    Raises
    ------
    UsageError
        If they cannot be read, or say what cannot be done.
    """
    names = configs or [name for name in CONFIGS if (root / name).is_file()][:1]
    said: dict[str, Any] = {}
    for name in names:
        said |= _settings(root / name)
    source = _source(root, said)
    places = {
        key: _within(root, source, _text(said, f"{key}_dir", f"_{key}"))
        for key in ("includes", "data")
    }
    return Layout(
        source,
        **places,
        destination=os.path.relpath(root / _text(said, "destination", "_site"), root),
        include=_texts(said, "include", (".htaccess",)),
        exclude=(*EXCLUDED, *_texts(said, "exclude", ())),
        raw_html=_allows_html(said),
        hides_data=_hides_data(said),
    )


def _settings(file: Path) -> dict[str, Any]:
    """Return what a file of settings says."""
    data = read_regular(file)
    if not isinstance(data, bytes):
        why = data.why if data else "is not there"
        raise UsageError(
            f"{file}: {why}; name the site's settings with --jekyll-config"
        )
    text = data.decode("utf-8-sig", errors="replace")
    try:
        found = tomllib.loads(text) if file.suffix == ".toml" else _yaml(text)
    except ValueError as error:
        raise UsageError(f"{file}: cannot be read: {error}") from None
    return found if isinstance(found, dict) else {}


def _yaml(text: str) -> Any:
    """Return what YAML says; single lines of it, where only Ruby can read it all."""
    import yaml

    class Loader(yaml.SafeLoader):  # type: ignore[misc]  # it ships without types
        """Reads what Jekyll reads, but for types that Ruby alone knows."""

    Loader.add_multi_constructor("!", lambda loader, tag, node: None)
    try:
        return yaml.load(text, Loader)  # derived from the safe loader
    except Exception:  # a value that is not of the type it claims raises anything
        lines = [_LINE.match(line) for line in text.splitlines()]
        return {found[1]: found[3].strip() for found in lines if found}


def _source(root: Path, said: Mapping[str, Any]) -> str:
    """Return the folder of the notes, as a path from the top of the site."""
    value = _text(said, "source", ".")
    path = os.path.relpath(root.absolute() / value, root.absolute())
    if path == ".":
        return ""
    if (why := problem(root, path.replace(os.sep, "/"), is_folder=True)) is None:
        return path.replace(os.sep, "/")
    raise UsageError(f"{root}: the site's settings say source: {value}, which {why}")


def _within(root: Path, source: str, value: str) -> str:
    """Return a folder of the source as Jekyll finds it, from the top of the site."""
    top = str((root / source).absolute())
    # Whatever leads out of the source begins anew at its top.
    path = posixpath.normpath("/" + value.removeprefix(top)).lstrip("/")
    return posixpath.join(source, path) if path else source


def _text(said: Mapping[str, Any], key: str, default: str) -> str:
    """Return a setting that is a text."""
    value = said.get(key)
    return value if isinstance(value, str) and value else default


def _texts(
    said: Mapping[str, Any], key: str, default: tuple[str, ...]
) -> tuple[str, ...]:
    """Return a setting that is a list of texts."""
    value = said.get(key, default)
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list):
        return default
    return tuple(one for one in values if isinstance(one, str))


def _hides_data(said: Mapping[str, Any]) -> str:
    """Return the setting that takes the place of the site's data; "" if none does."""
    collections = said.get("collections")
    if isinstance(collections, list | dict) and "data" in collections:
        return "the collection 'data'"
    # As in Ruby, anything but these two is true.
    is_set = said.get("data") is not None and said.get("data") is not False
    return "the setting 'data'" if is_set else ""


def _allows_html(said: Mapping[str, Any]) -> bool:
    """Tell whether the site's Markdown may hold HTML."""
    if _text(said, "markdown", "").lower() != "commonmark":
        return True
    options = said.get("commonmark")
    listed = _texts(options, "options", ()) if isinstance(options, dict) else ()
    return "UNSAFE" in {one.upper() for one in listed}


def _matches(patterns: Sequence[str], path: str) -> bool:
    """Tell whether Jekyll takes a path for one of these patterns."""
    whole = [pattern.removeprefix("/") for pattern in patterns]
    return any(
        fnmatchcase(path, p) or (p and path.startswith(p)) or p == path + "/"
        for p in whole
    )
