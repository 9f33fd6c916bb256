"""Which clips notes use, and in how many steps that is found out."""

import os
import time
from pathlib import Path

import pytest

from slides.embed.scan import Use, mentions, uses
from slides.embed.texts import Text, texts


def found(text: str) -> list[Use]:
    """Return the uses in one note."""
    return [*uses(Text("a.md", text))]


@pytest.mark.parametrize(
    ("text", "clips"),
    [
        ('{% include lecture.html clip="a/b" %}', ["a/b"]),
        ("{%- include lecture.html loop=true clip = 'a/b' -%}", ["a/b"]),
        ('{% include lecture.html\n  clip="a/b"\n%} x', ["a/b"]),
        ('{%include lecture.html clip="a/b"%}{% include lecture.html clip="c/d" %}',
         ["a/b", "c/d"]),
        ('{% include lectures.html clip="a/b" %} clip="a/b"', []),
        ("{% include lecture.html clip=page.clip %}", [None]),
        ("{% include lecture.html clip=c loop=true %}", [None]),
        ('{% include {{ page.kind }}.html clip="a/b" %}', ["a/b"]),
        ('{% include other.html %} clip="a/b" %}', []),
        ('{% include_relative ../_includes/lecture.html clip="a/b" %}', ["a/b"]),
        ("{% render 'lecture.html', clip: 'a/b' %}", ["a/b"]),
        ('{% liquid\n assign x = 1\n include lecture.html clip="a/b"\n%}', ["a/b"]),
        ('{{ "{%" }} {% include lecture.html clip="a/b" %}', ["a/b"]),
        ('{% include lecture.html {% include lecture.html clip="a/b" %}', ["a/b"]),
        ('{% include lecture.html my-clip="a/b" clip="c/d" %}', ["c/d"]),
        ('{% include lecture.html note="the clip: x/y" clip="a/b" %}', ["a/b"]),
        ("{% include lecture.html note=\"clip='x/y'\" clip='a/b' %}", ["a/b"]),
        (r'{% include lecture.html note="\"clip=x\"" clip="a/b" %}', ["a/b"]),
        ('{% include lecture.html clip="x/y" clip="a/b" %}', ["a/b"]),
        ('{{ "{% raw %}" }}{% include lecture.html clip="a/b" %}', ["a/b"]),
        ("{% raw %}{% include lecture.html clip=x/y %}{% endraw %}", []),
        ("{%- raw -%}{% include lecture.html %}{%- endraw -%}"
         '{% include lecture.html clip="a/b" %}', ["a/b"]),
    ],
)  # fmt: skip
def test_includes_are_found(text: str, clips: list[str | None]) -> None:
    assert [use.clip for use in found(text)] == clips


@pytest.mark.parametrize(
    ("text", "clip", "told"),
    [
        ("{% include lecture.html clip=a/b %}", "a/b", 'write clip="a/b"'),
        ("{% include lecture.html clip=“a/b” %}", "a/b", 'write clip="a/b"'),
        ('{% include_cached lecture.html clip="a/b" %}', "a/b", "write include"),
        ("{% include lecture.html %}", "", "names no clip"),
    ],
)
def test_what_jekyll_would_not_take_is_named(text: str, clip: str, told: str) -> None:
    (use,) = found(f"\n{text}")
    assert use.clip == clip
    assert use.place == "a.md:2"
    assert told in use.fault


INCLUDE = '{% include lecture.html clip="a/b" %}'


@pytest.mark.parametrize(
    ("text", "is_code"),
    [
        ("    @", True),
        ("\t@", True),
        ("---\nlist:\n- a\n---\n\n    @", True),
        ("Text.\n\n    @\n", True),
        ("{% for c in all %}\n    @\n{% endfor %}", True),
        ("Text.\n\n    code\n    @", True),
        ("- a\n\nText.\n\n    @", True),
        ("Text\n    @", False),
        ("   @", False),
        ("- point\n\n    @", False),
        ("1. point\n\n    @\n\n    @", False),
        ("- point\n\n    more\n\n    @", False),
        ("[^1]: note\n\n    @", False),
        ("x @", False),
        ("1. point\n\n   more\n\n    @", False),
        ("---\r\nlist:\r\n- a\r\n---\r\n\r\n    @", True),
        ("a\u2028\x0c\n\n    code\n\n@", False),
    ],
)
def test_clip_that_markdown_would_show_as_code_is_named(
    text: str, is_code: bool
) -> None:
    uses = found(text.replace("@", INCLUDE))
    assert ["shows it as code" in use.fault for use in uses] == [is_code] * len(uses)
    assert len(uses) == text.count("@")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("```\n@\n```", "block of code"),
        ("- a\n\n  ~~~~ html\n  @\n  ~~~\n  ~~~~", "block of code"),
        ("```\nx\n```\n@", ""),
        ("```\n@", ""),
        ("```x``` @", ""),
        ("<!-- @ -->", "HTML comment"),
        ("<!--\n{% if x %}\n@\n{% endif %}\n-->", "HTML comment"),
        ("<!-- x -->\n@", ""),
        ("`<!--` @", ""),
        ("\ufeff---\n---\n@", "byte order mark"),
    ],
)
def test_clip_that_jekyll_would_write_to_no_use_is_named(text: str, told: str) -> None:
    (use,) = found(text.replace("@", INCLUDE))
    assert use.clip == "a/b"
    assert told in use.fault
    assert bool(told) == bool(use.fault)


def test_byte_order_mark_hides_no_post() -> None:
    (use,) = uses(Text("_posts/2026-01-01-a.md", f"\ufeff---\n---\n{INCLUDE}"))
    assert not use.fault


def test_names_are_found_wherever_they_stand() -> None:
    text = "clips: [a/b, 'c/d']\nx/a/b/c\na/bc\n"
    assert [*mentions(Text("x.yml", text), {"a/b", "c/d", "b/c"})] == [
        "a/b", "c/d", "a/b", "b/c"
    ]  # fmt: skip


def test_texts_of_a_site_are_read_once_links_followed(tmp_path: Path) -> None:
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    files = (
        "_posts/x.markdown", "y.html", "_layouts/l.liquid", "z.txt", "_site/z.md",
        ".git/z.md", "node_modules/z.md", "vendor/bundle/z.md", "vendor/z.md",
    )  # fmt: skip
    for file in (*(site / f for f in files), elsewhere / "note.md"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("{% include lecture.html clip='a/b' %}")
    (site / "picture.png").write_bytes(
        b"\x89PNG\0{% include lecture.html clip='x/y' %}"
    )
    (site / "linked").symlink_to(elsewhere)
    (site / "again").symlink_to(site / "_posts")
    (site / "loop").symlink_to(site)
    (site / "vendor/up").symlink_to(tmp_path)
    (site / "broken.md").symlink_to(site / "nowhere")
    os_names = [text.name for text in texts(site, skipped={"_site"})]
    assert os_names == [
        "y.html", "z.txt", "_layouts/l.liquid", "_posts/x.markdown", "linked/note.md",
        "vendor/z.md",
    ]  # fmt: skip
    notes = [use.place for text in texts(site, "", {"_site"}) for use in uses(text)]
    assert "z.txt:1" not in notes  # copied as it stands
    assert len(notes) == 5


def test_pipe_in_a_site_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    assert [*texts(tmp_path)] == []


def test_name_of_any_bytes_can_be_printed(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"\xff\x1b[31m.md")).write_text("x")
    (text,) = texts(tmp_path)
    assert text.name == "\ufffd\ufffd[31m.md"
    assert text.text == "x"


@pytest.mark.parametrize(
    "text",
    [
        "{% include lecture.html ",
        "    {% include lecture.html clip='a/b' %}\n",
        "{% include lecture.html clip=",
        '{% include lecture.html clip="',
        "{% include lecture.html clip='a",
        "{% include a/",
        "{%",
        "clip ",
        "a/",
        "a",
        "{{ ",
    ],
)
@pytest.mark.parametrize("end", ["", "%}", '"%}', "x"])
def test_four_times_the_text_takes_four_times_as_long(text: str, end: str) -> None:
    few, many = (effort(text * n + end) for n in (2_000, 8_000))
    assert many < 8 * few + 0.001  # sixteen times, if each were compared with each


def effort(text: str) -> float:
    """Return the least time that looking through a text took, of several, in s."""

    def once() -> float:
        start = time.process_time()
        found(text)
        list(mentions(Text("a.md", text), {"a/b"}))
        return time.process_time() - start

    return min(once() for _ in range(5))
