"""Whole pages come with their policy; what goes into others' pages does not."""

import pytest

from slides.base.templates import TEMPLATES, Template

LECTURE = {"title": "T", "author": "A", "language": "en"}
WHOLE = {
    "pages/index.html": {
        "lecture": LECTURE, "has": (), "papers": (), "chapters": (), "left_out": (),
        "credit": "",
    },
    "pages/gallery.html": {"components": ()},
    "record/record.html": {
        "title": "T", "language": "en", "folder": "f", "css": "", "js": "",
    },
    "watch/watch.html": {"chapter": "neuron", "css": "", "js": ""},
    "embed/page.html": {"lecture": LECTURE, "folder": "f", "head": "", "clips": ()},
}  # fmt: skip
APART = {"deck/deck.html", "deck/speaker.html"}  # filled in by others


@pytest.mark.parametrize("name", WHOLE)
def test_page_has_a_policy(name: str) -> None:
    page = Template(name).fill(**WHOLE[name])
    assert page.count('<meta http-equiv="Content-Security-Policy"') == 1


def test_every_page_is_looked_at() -> None:
    pages = {
        file.relative_to(TEMPLATES).as_posix()
        for file in TEMPLATES.rglob("*.html")
        if "<!doctype" in file.read_text(encoding="utf-8").lower()
    }
    assert pages == WHOLE.keys() | APART
