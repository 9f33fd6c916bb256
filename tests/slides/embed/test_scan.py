"""Which clips notes use."""

from pathlib import Path

import pytest

from slides.embed.scan import uses


@pytest.mark.parametrize(
    ("text", "clips"),
    [
        ('{% include lecture.html clip="a/b" %}', ["a/b"]),
        ("{%- include lecture.html loop=true clip = 'a/b' -%}", ["a/b"]),
        ('{% include lecture.html\n  clip="a/b"\n%} x', ["a/b"]),
        ('{%include lecture.html clip="a/b"%}{% include lecture.html clip="c/d" %}',
         ["a/b", "c/d"]),
        ('{% include lectures.html clip="a/b" %} clip="a/b"', []),
        ("{% include lecture.html clip=page.clip %}", []),
        ('{% include other.html %} clip="a/b" %}', []),
    ],
)  # fmt: skip
def test_includes_are_found(tmp_path: Path, text: str, clips: list[str]) -> None:
    (tmp_path / "a.md").write_text(text)
    assert [use.clip for use in uses(tmp_path)] == clips


def test_only_notes_are_read(tmp_path: Path) -> None:
    text = '\n{% include lecture.html clip="a/b" %}'
    for name in ("_posts/x.markdown", "y.html", "_site/z.html", ".git/z.md", "z.txt"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
    (tmp_path / "linked").symlink_to(tmp_path / "_posts")
    assert [use.place for use in uses(tmp_path)] == ["y.html:2", "_posts/x.markdown:2"]
