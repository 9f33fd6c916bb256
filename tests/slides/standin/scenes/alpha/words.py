"""Words of the chapter alpha."""

TITLE = "Chapter Alpha & more"

BEATS: dict[str, dict[str, str]] = {
    "first": {"say": "The seed is {seed}. A < B, says the text."},
    "why_question": {"question": "Why is that so?"},
    "why": {"say": "It was chosen, so that the test can find it again."},
}
