"""The clips in a site that the real Jekyll builds, in its safe mode."""

import html
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from slides.embed.formats import data_text
from tests.slides.embed.conftest import BEATS, SAYING, Run
from tests.slides.reading import soup

pytestmark = pytest.mark.slow
Build = Callable[[Path], Path]
# What YAML, HTML, Liquid or Markdown might change on the way.
ODD = [
    SAYING,
    "a\tb\x7fc\x85d\u2028e\ufefff", "🧠 é ſ 数", "'\"\\/\\u0041", ": - # & *a |",
    "{% endraw %}{{ 'x' | upcase }}", "<!-- --> ]]> </script>", "$$ \\(x\\) $$", "null",
    "1e3",
]  # fmt: skip


def test_note_shows_its_clips(published: Path) -> None:
    page = soup(published / "neuron.html")
    figures = page.select("main > .lecture-clip")
    assert [f["id"] for f in figures] == [
        f"clip-{c}-{beat}" for c, beats in BEATS.items() for beat in beats
    ]
    assert {p.get_text() for p in page.select(".lecture-words")} == {SAYING}
    assert [f["id"] for f in figures if f.video.has_attr("loop")] == [
        "clip-neuron-learn"
    ]
    assert not page.select("p .lecture-clip, pre")


def test_addresses_lie_under_the_base_and_exist(published: Path) -> None:
    page = soup(published / "neuron.html")
    tags = page.select(".lecture-clip :is([src], [srcset], [href])")
    links = [t.get("src") or t.get("srcset") or t.get("href") for t in tags]
    files = {link.split("#")[0] for link in links} - {""}
    assert all(link.startswith("/notes/lecture/") for link in files)
    assert not [
        f for f in files if not (published / f.removeprefix("/notes/")).is_file()
    ]
    assert len(files) > 50


def test_style_and_script_are_loaded_once(published: Path) -> None:
    page = soup(published / "neuron.html")
    assert len(page.select(".lecture-clip link[rel=stylesheet]")) == 1
    assert len(page.select("script")) == 1


def test_nothing_of_ours_but_the_folder_is_published(published: Path) -> None:
    assert not [*published.rglob("*originals*"), *published.rglob("*.lecture*")]
    assert {f.name for f in published.iterdir()} == {
        "assets", "images", "index.html", "lecture", "neuron.html"
    }  # fmt: skip


def test_unknown_clip_is_named_in_the_page(site: Path, run: Run, jekyll: Build) -> None:
    note = site / "neuron.md"
    note.write_text(
        "---\n---\n{% include lecture.html clip='neuron/<b>' %}\n\n"
        "{% include lecture.html %}\n\n"
        '{% include lecture.html clip="neuron/sum" %}\n\n'
        '{% include lecture.html clip="neuron/sum" %}\n'
    )
    run(site)
    page = soup(jekyll(site) / "neuron.html")
    told = page.select_one(".lecture-missing").get_text()
    assert "no clip “neuron/<b>” here" in told
    assert "lecture embed" in told
    names = [figure["id"] for figure in page.select(".lecture-clip")]
    assert names == ["clip-neuron-sum", "clip-neuron-sum-2"]


def test_odd_texts_arrive_unchanged(site: Path, jekyll: Build) -> None:
    (site / "_data").mkdir()
    clips = {f"n/{n}": {"words": text} for n, text in enumerate(ODD)}
    (site / "_data/lecture.json").write_text(data_text(clips), encoding="utf-8")
    loop = (
        "{% for c in site.data.lecture.clips %}{{ c[1].words | jsonify }},{% endfor %}"
    )
    (site / "odd.txt").write_text(f"---\n---\n[{loop}0]")
    for note in site.glob("*.md"):
        note.unlink()
    *found, _ = json.loads((jekyll(site) / "odd.txt").read_text(encoding="utf-8"))
    assert found == ODD


def test_site_without_clips_is_built(site: Path, run: Run, jekyll: Build) -> None:
    (site / "neuron.md").write_text("---\nlayout: note\ntitle: x\n---\nNo clip.\n")
    run(site)
    assert "No clip." in html.unescape((jekyll(site) / "neuron.html").read_text())
