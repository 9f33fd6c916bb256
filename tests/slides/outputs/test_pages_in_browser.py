"""The pages of a build in a real browser: no barrier, no complaint, a strict policy."""

import re
from pathlib import Path

import pytest
from PIL import Image

from slides.outputs.pages.gallery import GALLERY
from tests.slides.conftest import Project
from tests.slides.outputs.conftest import Open, barriers

pytestmark = pytest.mark.slow
POLICY = re.compile('<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def test_every_page_of_a_build_has_a_strict_policy(built: Project) -> None:
    pages = list(built.out.rglob("*.html"))
    assert {page.name for page in pages} == {"index.html", "lecture.html"}
    for page in pages:
        head = page.read_text(encoding="utf-8").partition("<title>")[0]
        policy = POLICY.search(head)
        assert policy
        assert "unsafe" not in policy[1]
        assert "http" not in policy[1]
        strict = {"default-src", "connect-src", "object-src", "base-uri", "form-action"}
        assert {f"{name} 'none'" for name in strict} <= {*policy[1].split("; ")}


def test_index_works_under_its_policy(open_page: Open, built: Project) -> None:
    page = open_page(built.out / "index.html")
    page.locator("[data-time]").last.click()
    page.wait_for_function("() => document.querySelector('#whole').currentTime > 0")
    posters = "() => document.querySelectorAll('video[poster]').length"
    assert page.evaluate(posters) > 2
    assert page.evaluate("document.querySelector('#whole').textTracks[0].mode")


def test_pages_have_no_barrier(
    open_page: Open, built: Project, tmp_path: Path, axe: str
) -> None:
    texts = {"summary": "A band.", "more": "More of it.", "example": "A band, drawn"}
    gallery = tmp_path / "index.html"
    page = GALLERY.fill(components=[{"name": "band", **texts}])
    gallery.write_text(page, encoding="utf-8")
    for theme in ("light", "dark"):
        Image.new("RGB", (4, 4)).save(tmp_path / f"band-{theme}.png")
    for file in (built.out / "index.html", gallery):
        page = open_page(file)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert barriers(page, axe) == []
