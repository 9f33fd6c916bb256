"""Languages' tags of any valid form are taken; what is none is refused."""

import pytest

from slides.base.language import Language, is_language, take_apart


@pytest.mark.parametrize(
    ("tag", "parts"),
    [
        ("en", ("en", "", "eng")),
        ("en-GB", ("en", "GB", "eng")),
        ("EN-gb", ("en", "GB", "eng")),
        ("de-CH-1996", ("de", "CH", "deu")),
        ("zh-Hans-CN", ("zh", "CN", "zho")),
        ("zh-cmn-Hans-CN", ("zh", "CN", "zho")),
        ("es-419", ("es", "", "spa")),  # a part of the world is no country
        ("sl-rozaj-biske-1994", ("sl", "", "slv")),
        ("de-DE-u-co-phonebk", ("de", "DE", "deu")),
        ("en-US-x-twain", ("en", "US", "eng")),
        ("gsw", ("gsw", "", "gsw")),
        ("i-klingon", ("tlh", "", "tlh")),  # of old, with a name of today
        ("x-ours", ("und", "", "und")),
        ("x-a", ("und", "", "und")),
        ("und", ("und", "", "und")),
    ],
)
def test_tags_are_taken_apart(tag: str, parts: tuple[str, str, str]) -> None:
    assert is_language(tag)
    assert take_apart(tag) == Language(*parts)


@pytest.mark.parametrize(
    "tag",
    ["", "e", "e n", "english", "en_GB", "en-", "-en", "en--GB", "en-GB-GB", "xx",
     "en-G", "root", "419", "x-", "en-x", "en\n", "en\0", "ｅｎ",
     "ar-a-aaa-b-bbb-a-ccc"],
)  # fmt: skip
def test_what_is_no_tag_is_refused(tag: str) -> None:
    assert not is_language(tag)
