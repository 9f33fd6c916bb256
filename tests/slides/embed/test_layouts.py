"""Sites whose files lie elsewhere than usual, as their settings say."""

import itertools
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from slides.base.errors import UsageError
from slides.embed.jekyll import Layout, layout
from tests.slides.embed.conftest import SITE, Run
from tests.slides.reading import soup

Build = Callable[..., Path]
NOTE = '---\n---\n{% include lecture.html clip="neuron/sample" %}\n'
# Settings, where in the site notes lie, and where our three places should.
LAYOUTS = {
    "source": ("source: src", "src", "src/_includes", "src/_data", "src/lecture"),
    "both": (
        "source: ./src/site/\nincludes_dir: parts\ndata_dir: ./more/data/",
        "src/site", "src/site/parts", "src/site/more/data", "src/site/lecture",
    ),
    "out": (
        "source: src\nincludes_dir: ../_parts\ndata_dir: /_my",
        "src", "src/_parts", "src/_my", "src/lecture",
    ),
    "quoted": (
        "%TAG ! x\n---\n@bad: [\nincludes_dir: 'parts'  # here\n",
        "", "parts", "_data", "lecture",
    ),
    "ruby": (
        "x: !ruby/regexp /a/\nincludes_dir: parts\nexclude: [drafts, '*.tmp']\n",
        "", "parts", "_data", "lecture",
    ),
    "typed": (
        'x: !!int ""\ny: !!bool maybe\nz: !!timestamp x\nincludes_dir: parts\n',
        "", "parts", "_data", "lecture",
    ),
    "top": ("includes_dir: .", "", "", "_data", "lecture"),
    "collections": (
        "collections_dir: kept\ncollections: {texts: {output: true}}\n",
        "kept/_texts", "_includes", "_data", "lecture",
    ),
    "pages": ("include: [_pages]", "_pages", "_includes", "_data", "lecture"),
}  # fmt: skip


# Nine lists, each of nine times the one before.
BOMB = "a: &a [x]\n" + "".join(
    f"{new}: &{new} [{', '.join(['*' + old] * 9)}]\n"
    for old, new in itertools.pairwise("abcdefghij")
) + "exclude: [*j]\nmarkdown: kramdown\n"  # fmt: skip


def made(root: Path, settings: str, notes: str) -> Path:
    """Make a site with these settings and one note."""
    (root / notes).mkdir(parents=True, exist_ok=True)
    (root / "_config.yml").write_text(settings)
    (root / notes / "note.md").write_text(NOTE)
    return root


@pytest.mark.parametrize("name", LAYOUTS)
def test_files_go_where_the_settings_say(tmp_path: Path, name: str, run: Run) -> None:
    settings, notes, includes, data, folder = LAYOUTS[name]
    site = made(tmp_path / "site", settings, notes)
    run(site)
    clips = json.loads((site / data / "lecture.json").read_text())["clips"]
    assert list(clips) == ["neuron/sample"]
    assert (site / includes / "lecture.html").is_file()
    assert (site / folder / "neuron/sample-dark.mp4").is_file()
    assert "nothing was written" in run(site)


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(LAYOUTS.keys() - {"quoted", "ruby", "typed"}))
def test_jekyll_finds_them_there(
    tmp_path: Path, name: str, run: Run, jekyll: Build
) -> None:
    settings, notes, *_ = LAYOUTS[name]
    site = made(tmp_path / "site", settings, notes)
    run(site)
    out = jekyll(site)
    (page,) = out.rglob("note*.html")
    (clip,) = soup(page).select(".lecture-clip")
    for tag in clip.select("[src]"):
        assert (out / str(tag["src"]).lstrip("/").split("#")[0]).is_file()


@pytest.mark.slow
def test_several_files_of_settings_are_read_and_remembered(
    tmp_path: Path, run: Run, jekyll: Build
) -> None:
    site = made(tmp_path / "site", "source: nowhere", "src")
    (site / "_config.dev.yml").write_text("source: src\nincludes_dir: parts")
    names = ("_config.yml", "_config.dev.yml")
    run(site, configs=names)
    assert "nothing was written" in run(site)
    (page,) = jekyll(site, "--config", ",".join(names)).glob("note.html")
    assert soup(page).select(".lecture-clip")


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ("data: {a: b}", "the setting 'data'"),
        ("data: 0", "the setting 'data'"),
        ("collections: [data]", "the collection 'data'"),
        ("collections: {data: {output: true}}", "the collection 'data'"),
    ],
)
def test_settings_that_hide_the_data_of_a_site_are_refused(
    tmp_path: Path, settings: str, named: str, run: Run
) -> None:
    site = made(tmp_path / "site", settings, "")
    with pytest.raises(UsageError, match=f"rename {named}"):
        run(site)
    (site / "_config.yml").write_text("data: ~\ncollections: [texts]")
    run(site)


def test_settings_in_toml_are_read(tmp_path: Path) -> None:
    (tmp_path / "_config.toml").write_text('source = "src"\nexclude = ["a"]\n')
    assert layout(tmp_path).includes == "src/_includes"


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("source: ../elsewhere", "source: ../elsewhere, which leads outside"),
        ("source: /etc", "which leads outside"),
        ("exclude: [lecture]", "the site excludes 'lecture'"),
        ("exclude: [lec]", "the site excludes 'lec'"),  # the beginning is enough
        ("exclude: [lecture/neuron/]", "the site excludes 'lecture/neuron/'"),
        ("exclude: ['*.webm']", "the site excludes '*.webm'"),
        ("destination: lecture", "where Jekyll removes what is not its own"),
    ],
)
def test_what_jekyll_would_not_publish_is_refused(
    tmp_path: Path, settings: str, told: str, run: Run
) -> None:
    site = made(tmp_path / "site", settings, "")
    with pytest.raises(UsageError) as error:
        run(site)
    assert told in str(error.value)
    assert len(str(error.value).splitlines()) == 1
    assert {f.name for f in site.iterdir()} == {"_config.yml", "note.md"}


def test_what_is_included_again_is_published(tmp_path: Path, run: Run) -> None:
    settings = "exclude: [lecture]\ninclude: [lecture]"
    assert "files written" in run(made(tmp_path / "site", settings, ""))


@pytest.mark.parametrize(
    "settings",
    ["", "- a", "7", "source: 7", "source: [a]", "exclude: {a: b}", "\0", BOMB],
)
def test_odd_settings_say_nothing(tmp_path: Path, settings: str) -> None:
    (tmp_path / "_config.yml").write_text(settings)
    assert layout(tmp_path) == Layout(exclude=layout(tmp_path).exclude)


@pytest.mark.parametrize("name", ["_config.dev.yml", "../x.yml"])
def test_missing_settings_are_named(site: Path, run: Run, name: str) -> None:
    with pytest.raises(UsageError, match="is not there; name the site's settings"):
        run(site, configs=(name,))


def test_picture_lies_in_the_source(tmp_path: Path, run: Run) -> None:
    site = made(tmp_path / "site", "source: src", "src")
    shutil.copytree(SITE / "images", site / "src/images")
    before = (site / "src/images/map.png").read_bytes()
    run(site, stills=("neuron=images/map.png",))
    assert (site / "src/images/map.png").read_bytes() != before
    assert not (site / "images").exists()


@pytest.mark.parametrize(
    ("options", "is_told"), [("[SMART]", True), ("[UNSAFE, SMART]", False)]
)
def test_markdown_without_html_is_named(
    tmp_path: Path, run: Run, options: str, is_told: bool
) -> None:
    settings = f"markdown: CommonMark\ncommonmark: {{options: {options}}}"
    assert ("add UNSAFE" in run(made(tmp_path / "s", settings, ""))) is is_told
