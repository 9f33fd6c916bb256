"""Every script is printed, or the letter that cannot be is named with its line."""

from pathlib import Path
from typing import Any

import pytest
import typst

from slides.base.errors import UsageError
from slides.base.typst_pdf import typst_pdf
from slides.settings.lecture import read
from slides.settings.letters import unprintable

HEAD = """title = "{title}"
author = "{author}"
language = "en"
chapters = ["neuron"]
"""


@pytest.fixture
def no_fonts_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: Any = typst.compile

    def alone(*args: Any, **options: Any) -> Any:
        return compiled(*args, **{**options, "ignore_system_fonts": True})

    monkeypatch.setattr(typst, "compile", alone)


@pytest.mark.usefixtures("no_fonts_of_the_system")
@pytest.mark.parametrize(
    "text",
    [
        "Glubokoe učenie, ẞ, Ạ, œuvre", "Глубокое обучение, Љ", "Βαθιά μάθηση, ΐό",
        "التعلم العميق", "למידה עמוקה", "गहन शिक्षण", "ღრმა სწავლა", "e\u0301 a\u0308",
        "a\u200bb\u00adc\u202fd\u200e", "#let $x = _1_", "‘x’ – “y” … — z",
    ],
)  # fmt: skip
def test_our_faces_have_these_scripts(text: str) -> None:
    assert unprintable(text) == ""


@pytest.mark.usefixtures("no_fonts_of_the_system")
@pytest.mark.parametrize(
    ("text", "letter", "package"),
    [
        ("深度学习", "'深' (U+6DF1)", "fonts-noto-cjk"),
        ("Kim 민준", "'민' (U+BBFC)", "fonts-noto-cjk"),
        ("1\ufe0f\u20e3", "'1️⃣' (U+0031 U+FE0F U+20E3)", "fonts-noto-color-emoji"),
        ("cells 🧬", "'🧬' (U+1F9EC)", "fonts-noto-color-emoji"),
        ("การเรียนรู้", "'ก' (U+0E01)", "fonts-noto-core"),
        ("\U0003fff0", "'\\U0003fff0' (U+3FFF0)", "fonts-noto-cjk"),
    ],
)
def test_letter_that_no_font_has_is_named_with_a_remedy(
    text: str, letter: str, package: str
) -> None:
    assert unprintable(text) == (
        f"no font here has the letter {letter}; install one (on Debian {package}) "
        "or write it otherwise"
    )


def test_mark_that_no_paper_may_hold_is_named() -> None:
    assert unprintable("a\ufeff") == (
        "should hold nothing that cannot be printed, as U+FEFF"
    )


@pytest.mark.usefixtures("no_fonts_of_the_system")
def test_it_is_told_with_its_line_when_settings_are_read(tmp_path: Path) -> None:
    file = tmp_path / "lecture.toml"
    file.write_text(HEAD.format(title="深度学习", author="王伟"), encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read(file)
    first, second = caught.value.lines
    assert first.startswith(f"{file}:1: title: no font here has the letter '深'")
    assert second.startswith(f"{file}:2: author: no font here has the letter '王'")


def test_letter_is_looked_for_as_bold_as_titles_are() -> None:
    sheet = """#set document(title: "x", date: none)
    #set text(font: "Source Sans Pro", weight: "semibold", lang: "en")
    Q\u0337"""
    try:  # it hangs on the fonts that are here
        typst_pdf({"main": sheet.encode()})
    except typst.TypstError:
        assert "the letter 'Q\u0337' (U+0051 U+0337)" in unprintable("Q\u0337")
