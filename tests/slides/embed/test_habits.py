"""Clips where notes are really written: strict sites, odd places, lists, feeds."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from tests.conftest import missing
from tests.slides.embed.conftest import SAYING, SITE, has_gem
from tests.slides.reading import soup

pytestmark = pytest.mark.slow
Build = Callable[[Path], Path]
BIRD, SUM = (
    f'{{% include lecture.html clip="neuron/{beat}" %}}' for beat in ("sample", "sum")
)
ODD = f"""---
layout: bare
---
A sentence with {BIRD} in it, *and* more.

| a | b |
| - | - |
| x | {SUM} |
| {BIRD} | y |

# Heading {SUM}

- {BIRD}
- point

  {SUM}

> {BIRD}

<div markdown="1">
{BIRD}
</div>

<span>{SUM}</span> **{BIRD}**

Term
: {SUM}

A note.[^1]

[^1]: {BIRD}

<p>{SUM}</p>

{BIRD}
and text at once after it
{SUM}{BIRD}

{{% assign names = "neuron/sample,neuron/sum" | split: "," %}}
{{% for name in names %}}

{{% include lecture.html clip=name loop=true %}}

{{% endfor %}}
"""
STRAIGHT = str.maketrans("“”‘’", "\"\"''")  # quotes, which Markdown may bend
POST = f"---\nlayout: bare\ntitle: A post\n---\n{BIRD}\n\nWords.\n\n{SUM}\n\n{BIRD}\n"
NONE = f"""---
layout: bare
---
{{% include lecture.html %}}

{BIRD}

{{% include lecture.html loop=true %}}
{{% include lecture.html clip="neuron/none" %}}

| {{% include lecture.html %}} |
"""
FRAME = "---\n---\n<html><body><main>{}</main></body></html>\n"
# As jekyll-seo-tag makes a description, jekyll-feed a summary, themes a teaser.
TEASERS = """---
---
{% for post in site.posts %}
<p>{{ post.excerpt | markdownify | strip_html | normalize_whitespace }}</p>
<p>{{ post.excerpt | strip_html | normalize_whitespace }}</p>
<p>{{ post.content | strip_html | normalize_whitespace | truncatewords: 6 }}</p>
{% endfor %}
"""
SITES = {
    "strict": "liquid: {error_mode: strict, strict_variables: true, "
    "strict_filters: true}\nkramdown: {parse_block_html: true}\n",
    "plain": "kramdown: {input: kramdown, parse_span_html: false}\n",
    "native": "kramdown: {html_to_native: true, hard_wrap: true, "
    "entity_output: symbolic, parse_block_html: true}\n",
    "commonmark": "markdown: CommonMark\nplugins: [jekyll-commonmark]\n"
    "whitelist: [jekyll-commonmark]\n"
    "commonmark: {options: [UNSAFE, SMART, FOOTNOTES], extensions: [table]}\n",
}


@pytest.fixture(scope="module")
def notes(
    embedded: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Give a site whose notes use clips in every place that comes to mind."""
    site = tmp_path_factory.mktemp("habits") / "site"
    shutil.copytree(SITE, site)
    (site / "neuron.md").write_text(ODD)
    (site / "_layouts/bare.html").write_text("<main>{{ content }}</main>")
    (site / "_posts").mkdir()
    for name in ("2026-01-01-a.md", "2026-01-02-b.md"):
        (site / "_posts" / name).write_text(POST)
    every = "{{% for post in site.posts %}}{{{{ post.{} }}}}{{% endfor %}}"
    for name in ("excerpt", "content"):
        (site / f"{name}.html").write_text(FRAME.format(every.format(name)))
    (site / "teasers.html").write_text(TEASERS)
    (site / "none.md").write_text(NONE)
    return embedded(site)


@pytest.fixture(scope="module", params=SITES)
def pages(
    request: pytest.FixtureRequest,
    notes: Path,
    jekyll: Build,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """Give this site as Jekyll builds it with other settings."""
    if request.param == "commonmark" and not has_gem("jekyll-commonmark"):
        missing("needs jekyll-commonmark; install it with: make test-tools")
    site = tmp_path_factory.mktemp(request.param) / "site"
    shutil.copytree(notes, site)
    settings = site / "_config.yml"
    settings.write_text("title: Notes\nbaseurl: /notes\n" + SITES[request.param])
    return jekyll(site)


def names(page: BeautifulSoup) -> list[str]:
    """Return all names of places on a page."""
    return [tag["id"] for tag in page.select("[id]")]


def test_clip_is_whole_wherever_it_stands(pages: Path) -> None:
    page = soup(pages / "neuron.html")
    clips = page.select(".lecture-clip")
    assert len(clips) == 18
    assert {len(clip.select("video source")) for clip in clips} == {4}
    words = {clip.select_one(".lecture-words").get_text() for clip in clips}
    assert {text.translate(STRAIGHT) for text in words} == {SAYING}
    assert len(page.select("td .lecture-clip")) == 2
    assert len(page.select("td")) == 4
    assert len(page.select("video[loop]")) == 2
    for clip in clips:
        clip.extract()
    assert "<" not in page.get_text()
    assert not re.search(r"lecture|video", page.get_text())


def test_clip_that_is_none_is_named_in_the_page(pages: Path) -> None:
    page = soup(pages / "none.html")
    told = [tag.get_text() for tag in page.select(".lecture-missing strong")]
    assert told == [
        f"There is no clip “{n}” here yet." for n in ("", "", "neuron/none", "")
    ]
    assert len(page.select(".lecture-clip")) == 1
    assert "<" not in page.select(".lecture-missing")[-1].get_text()


def test_names_are_unique_and_the_script_comes_once(pages: Path) -> None:
    for name in ("neuron", "content", "excerpt"):
        found = names(soup(pages / f"{name}.html"))
        assert len(found) == len(set(found)), name
    assert len(soup(pages / "neuron.html").select("script")) == 1
    # Each post brings it; browsers load a module once.
    scripts = soup(pages / "content.html").select("script")
    assert {script["type"] for script in scripts} == {"module"}


def test_excerpt_is_a_picture_that_leads_to_the_clip(pages: Path) -> None:
    page = soup(pages / "excerpt.html")
    assert not page.select("video, script, link, [id]")
    for link in page.select("a"):
        path, _, name = link["href"].removeprefix("/notes/").partition("#")
        assert name in names(soup(pages / path))
        image = link.select_one("img")
        assert isinstance(image, Tag)
        file = str(image["src"]).removeprefix("/notes/").partition("#")[0]
        assert (pages / file).is_file()


def test_teasers_read_as_title_and_narration(pages: Path) -> None:
    found = [p.get_text() for p in soup(pages / "teasers.html").select("p")]
    told = [text.translate(STRAIGHT) for text in found]
    whole = f"Start. {SAYING}"
    assert told == [whole, whole, "Start. The bill is 39.1 mm..."] * 2
