"""A page's policy allows what stands in the page, and nothing else."""

from base64 import b64encode
from hashlib import sha256

import pytest

from slides.base.policy import BESIDE, CHARSET, policy, with_policy


def digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def rules(*pages: str, **also: str) -> dict[str, str]:
    """Return the rules by their names."""
    parts = [rule.partition(" ") for rule in policy(pages, **also).split("; ")]
    return {name: given for name, _, given in parts}


def test_nothing_is_allowed_to_an_empty_page() -> None:
    assert set(rules("<p>").values()) == {"'none'"}
    names = {"default", "connect", "object", "frame"}
    expected = {f"{name}-src" for name in names} | {"base-uri", "form-action"}
    assert rules("<p>").keys() == expected


def test_inline_texts_are_allowed_by_digest_and_data_are_not_run() -> None:
    script = "if (a < b && 'é') {}\n"
    made = rules(
        f"<style>a {{ }}</style><script>{script}</script><script></script>"
        '<script type="text/plain">data:x</script>'
        "<noscript><style>b { }</style></noscript>"
    )
    assert made["style-src"] == f"{digest('a { }')} {digest('b { }')}"
    assert made["script-src"] == f"{digest(script)} {digest('')}"


@pytest.mark.parametrize(
    ("markup", "kind", "place"),
    [
        ('<script src="a.js" defer></script>', "script-src", BESIDE),
        ('<link rel="stylesheet" href="a.css">', "style-src", BESIDE),
        ('<link rel="icon" href="data:,">', "img-src", "data:"),
        ('<img src="data:image/png;base64,AA=">', "img-src", "data:"),
        ('<source srcset="a.avif">', "img-src", BESIDE),
        ('<video src="a.mp4"></video>', "media-src", BESIDE),
        ('<video poster="a.jpg"></video>', "img-src", BESIDE),
        ('<video><track src="data:text/vtt,"></video>', "media-src", "data:"),
    ],
)
def test_what_is_loaded_is_allowed_by_kind(markup: str, kind: str, place: str) -> None:
    made = rules(markup)
    assert made.pop(kind) == place
    assert set(made.values()) == {"'none'"}


def test_pages_within_and_what_is_loaded_later_are_allowed_too() -> None:
    made = rules("<script>a()</script>", "<script>b()</script>", connect="'self'")
    assert made["script-src"] == f"{digest('a()')} {digest('b()')}"
    assert made["connect-src"] == "'self'"


@pytest.mark.parametrize(
    "markup",
    [
        '<p style="color: red">',
        '<p onclick="a()">',
        '<img src="https://example.org/a.png">',
        '<script src="//example.org/a.js"></script>',
    ],
)
def test_what_no_policy_should_allow_is_refused(markup: str) -> None:
    with pytest.raises(ValueError, match=r"forbids|elsewhere"):
        policy([markup])


def test_policy_comes_before_all_that_it_governs() -> None:
    page = f"<head>{CHARSET}<script>a()</script></head>"
    made = with_policy(page)
    place = made.index('<meta http-equiv="Content-Security-Policy"')
    assert made.index(CHARSET) < place < made.index("<script>")
    with pytest.raises(ValueError, match="lacks"):
        with_policy("<head></head>")
