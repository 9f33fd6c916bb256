"""One digest: the same for the same, another for anything else."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.caching.digests import LENGTH, digest, digest_of_value
from scenes.caching.facts import digest_of_file

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


def test_known_digest_stays() -> None:
    # The first 128 bits of SHA-256 of nothing: what is kept under it is found again.
    assert digest(b"") == "e3b0c44298fc1c149afbf4c8996fb924"


@given(st.binary(max_size=4), st.binary(max_size=4))
def test_other_bytes_have_another(first: bytes, second: bytes) -> None:
    assert (digest(first) == digest(second)) == (first == second)
    assert len(digest(first)) == LENGTH


@given(values, values)
def test_other_values_have_another(first: object, second: object) -> None:
    same = digest_of_value(first) == digest_of_value(second)
    assert same == (repr(by_key(first)) == repr(by_key(second)))


def by_key(value: object) -> object:
    """Return a value with the keys of its dictionaries in order."""
    if isinstance(value, dict):
        return {key: by_key(value[key]) for key in sorted(value)}
    return [by_key(item) for item in value] if isinstance(value, list) else value


def test_order_of_keys_does_not_count() -> None:
    assert digest_of_value({"a": 1, "b": 2}) == digest_of_value({"b": 2, "a": 1})


def test_what_looks_another_way_next_time_is_refused() -> None:
    with pytest.raises(TypeError):
        digest_of_value([object()])


def test_changed_file_has_another(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("one")
    before = digest_of_file(file)
    assert before == digest(b"one")
    file.write_text("other")
    assert digest_of_file(file) == digest(b"other") != before
