"""Clips within themes: their dark switches, and what they do to images."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.slides.embed.browsing import (
    Visit,
    is_playing,
    serve,
    visits,
    wait_until_it_plays,
)
from tests.slides.embed.conftest import SITE

pytestmark = pytest.mark.slow
SUM, BIRD = "#clip-neuron-sum", "#clip-neuron-sample"
# As Chirpy does: images get the base of the site, are put off, and become links.
REWRITING = """{% assign parts = content | split: '<img ' %}
{% capture changed %}{% for part in parts %}{% if forloop.first %}{{ part }}{% else %}
{% assign tag = part | split: '>' | first | remove: ' /' %}
{% assign rest = part | remove: tag %}
{% assign address = tag | split: 'src="' | last | split: '"' | first %}
{% unless address contains '://' %}
{% assign base = site.baseurl | append: '/' %}
{% assign tag = tag | replace: 'src="/', 'src="' | replace: 'src="', base %}
{% endunless %}
<a class="popup" href="{{ address }}"><img {{ tag }}></a{{ rest }}
{% endif %}{% endfor %}{% endcapture %}"""
LAZY = "{{ changed | replace: ' src=\"/', ' src=\"https://cdn.example/' }}"
HEAD = (
    '<!doctype html><html lang="en"{}><head><meta charset="utf-8"><title>T</title>'
    '<link rel="icon" href="{{{{ \'/assets/icon.svg\' | relative_url }}}}">'
    '<link rel="stylesheet" href="{{{{ \'/assets/{}.css\' | relative_url }}}}">'
    "</head><body><main><h1>T</h1>{}</main></body></html>"
)
LAYOUTS = {
    "rewriting": HEAD.format("", "site", REWRITING + LAZY),
    "stated": HEAD.format(' data-mode="dark"', "site", "{{ content }}"),
    "painted": HEAD.format("", "white", "{{ content }}"),
}
NOTE = """---
layout: {}
---
{{% include lecture.html clip="neuron/sum" %}}

{{% include lecture.html clip="neuron/sample" %}}
"""
# How sites say that they are dark, or that they are light.
SWITCHES = [
    *(f"document.{where}.setAttribute('{name}', '%s')"
      for where in ("documentElement", "body")
      for name in ("data-theme", "data-mode", "data-bs-theme", "class")),
    "document.documentElement.setAttribute('data-md-color-scheme', 'my-%s')",
    "document.body.className = 'post theme-%s wide'",
    "document.body.className = '%s-mode'",
    "document.documentElement.style.colorScheme = '%s'",
]  # fmt: skip


Build = Callable[[Path], Path]


@pytest.fixture(scope="module")
def themed(
    embedded: Build, jekyll: Build, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Path]:
    """Give a function that builds a site of all these layouts."""

    def themed(base: str) -> Path:
        site = shutil.copytree(SITE, tmp_path_factory.mktemp("themes") / "site")
        (site / "_config.yml").write_text(f"title: T\nbaseurl: '{base}'\n")
        for colours in ("white", "black"):
            style = f"html, body {{ background: {colours}; transition: all .1s; }}"
            (site / f"assets/{colours}.css").write_text(style)
        for name, layout in LAYOUTS.items():
            (site / f"_layouts/{name}.html").write_text(layout)
            (site / f"{name}.md").write_text(NOTE.format(name))
        (site / "_posts").mkdir()
        for name in ("2026-01-01-a.md", "2026-01-02-b.md"):
            (site / "_posts" / name).write_text(NOTE.format("painted"))
        every = "{% for post in site.posts %}{{ post.content }}{% endfor %}"
        (site / "posts.html").write_text(f"---\nlayout: painted\n---\n{every}")
        return jekyll(embedded(site))

    return themed


@pytest.fixture(scope="module")
def address(themed: Callable[[str], Path]) -> Iterator[str]:
    """Serve this site below an address."""
    with serve(themed("/notes").parent) as top:
        yield f"{top}/notes"


def wait_for_colours(page: Page, clip: str, colours: str) -> None:
    """Wait until poster and video of a clip have these colours."""
    page.locator(clip).scroll_into_view_if_needed()
    for tag in ("img", "video"):
        page.wait_for_function(
            "([clip, tag, end]) => document.querySelector(`${clip} ${tag}`)"
            ".currentSrc.split('#')[0].replace(/[.]\\w+$/, '').endsWith(end)",
            arg=[clip, tag, f"-{colours}"],
        )
    page.wait_for_function(
        "(clip) => document.querySelector(`${clip} img`).naturalWidth > 0", arg=clip
    )


def look_at_rewritten(visit: Visit) -> None:
    """Look for posters and a clip that plays in a theme that rewrites images."""
    for colours in ("dark", "light"):
        page = visit("/rewriting.html", color_scheme=colours)
        for clip in (SUM, BIRD):
            wait_for_colours(page, clip, colours)
        assert page.locator(".lecture-frame a").count() == 0
        page.locator(f"{SUM} .lecture-toggle").click()
        wait_until_it_plays(page, SUM)


def test_poster_survives_a_theme_that_rewrites_images(visit: Visit) -> None:
    look_at_rewritten(visit)


def test_poster_survives_it_at_the_top_of_a_site(
    themed: Callable[[str], Path], chromium: Browser
) -> None:
    with serve(themed("")) as address, visits(chromium, address) as visit:
        look_at_rewritten(visit)


def test_site_that_is_dark_by_itself_shows_dark_clips(visit: Visit, axe: str) -> None:
    page = visit("/stated.html", color_scheme="light")
    wait_for_colours(page, SUM, "dark")
    page.evaluate(axe)
    found = page.evaluate("axe.run('.lecture-clip')")["violations"]
    assert not [v for v in found if v["impact"] in ("serious", "critical")]


def test_colours_follow_each_kind_of_switch(visit: Visit) -> None:
    page = visit("/neuron.html", color_scheme="light", reduced_motion="reduce")
    for switch in SWITCHES:
        for colours in ("dark", "light", "dark"):
            page.evaluate(switch % colours)
            wait_for_colours(page, SUM, colours)
        page.evaluate(
            """() => [document.documentElement, document.body].forEach((e) =>
            [...e.attributes].forEach((a) => e.removeAttribute(a.name)))"""
        )
        wait_for_colours(page, SUM, "light")


@pytest.mark.parametrize("system", ["dark", "light"])
def test_colours_follow_another_style_sheet(visit: Visit, system: str) -> None:
    page = visit("/painted.html", color_scheme=system, reduced_motion="reduce")
    for colours, paper in [("dark", "black"), ("light", "white"), ("dark", "black")]:
        page.evaluate(
            "(paper) => { const link = document.querySelector('link[rel=stylesheet]');"
            "link.href = link.href.replace(/\\w+.css/, `${paper}.css`); }",
            paper,
        )
        wait_for_colours(page, SUM, colours)


@pytest.mark.parametrize("switch", ["site", "system"])
def test_clip_that_plays_goes_on_in_the_other_colours(
    visit: Visit, switch: str
) -> None:
    page = visit("/neuron.html", color_scheme="light", reduced_motion="reduce")
    video = f"document.querySelector('{SUM} video')"
    # So slowly that it does not end meanwhile, on a busy machine either.
    page.evaluate(f"{video}.playbackRate = .25")
    page.locator(f"{SUM} .lecture-toggle").click()
    page.wait_for_function(f"() => {video}.currentTime > .5")
    page.evaluate(
        f"const bar = document.querySelector('{SUM} .lecture-seek'); window.least = 9;"
        "setInterval(() => { least = Math.min(least, bar.value); }, 4)"
    )
    if switch == "site":
        page.evaluate("document.documentElement.dataset.theme = 'dark'")
    else:
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    page.wait_for_function(f"() => {video}.currentSrc.endsWith('-dark.webm')")
    page.wait_for_function(f"() => {video}.currentTime > .6")
    expect(page.locator(f"{SUM} canvas")).to_have_count(0)
    assert page.evaluate("least") > 0.2
    assert is_playing(page, SUM)
    assert page.evaluate(f"{video}.playbackRate") == 0.25
    expect(page.locator(f"{SUM} .lecture-toggle")).to_have_accessible_name("Pause")


def test_clip_that_was_paused_stays_where_it_was(visit: Visit) -> None:
    page = visit("/neuron.html", color_scheme="light", reduced_motion="reduce")
    video = f"document.querySelector('{SUM} video')"
    page.locator(f"{SUM} .lecture-toggle").click()
    page.wait_for_function(f"() => {video}.currentTime > .5")
    page.locator(f"{SUM} .lecture-toggle").click()
    place = page.evaluate(f"{video}.currentTime")
    for colours in ("dark", "light", "dark"):  # faster than it loads
        page.evaluate("(c) => document.body.className = c", colours)
    page.wait_for_function(
        f"([place]) => Math.abs({video}.currentTime - place) < .05 && {video}.paused"
        f"&& {video}.currentSrc.endsWith('-dark.webm') && !{video}.seeking",
        arg=[place],
    )


def test_list_of_posts_loads_the_script_once_and_names_each_clip(visit: Visit) -> None:
    page = visit("/posts.html")
    expect(page.locator(".lecture-ready")).to_have_count(4)
    loaded = page.evaluate(
        "performance.getEntriesByType('resource').map((e) => e.name)"
    )
    assert sum(name.endswith("/lecture.js") for name in loaded) == 1
    names = page.evaluate("[...document.querySelectorAll('[id]')].map((e) => e.id)")
    assert len(names) == len(set(names))


def test_short_name_leads_to_the_clip_of_a_post(visit: Visit) -> None:
    page = visit("/2026/01/01/a.html" + BIRD, reduced_motion="reduce")
    clip = page.locator(".lecture-clip").nth(1)
    expect(clip.locator(".lecture-frame")).to_be_in_viewport(ratio=0.9)
    expect(clip.locator(".lecture-player")).not_to_have_css("box-shadow", "none")
    clip.locator(".lecture-link").click()
    assert page.url.endswith(f"{BIRD}-in-2026-01-01-a")
    expect(clip.locator(".lecture-player")).not_to_have_css("box-shadow", "none")
