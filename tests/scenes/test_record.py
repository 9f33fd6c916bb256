"""A recording comes back from JSON as it was."""

import json

from hypothesis import given
from hypothesis import strategies as st

from scenes.record import Beat, Fault, Receipt, Recording, Rest

times = st.floats(0, 1e4)
words = st.text(max_size=12)
shapes = st.lists(st.integers(0, 300), max_size=3).map(tuple)
values = st.none() | st.booleans() | st.integers() | words | st.floats(allow_nan=False)
rests = st.sampled_from([(), (Rest("loss", 3, 1),), (Rest("a", 0, 1), Rest("", 7, 3))])
beats = st.builds(Beat, start=times, motion=times, hold=times, rests=rests)
receipts = st.builds(Receipt, time=times, value=values, shape=shapes)
recordings = st.builds(
    Recording,
    duration=times,
    beats=st.lists(beats, max_size=3).map(tuple),
    receipts=st.lists(receipts, max_size=3).map(tuple),
    faults=st.lists(st.builds(Fault), max_size=3).map(tuple),
    segments=st.lists(words, max_size=3).map(tuple),
    data=st.lists(st.tuples(words, words), max_size=3).map(tuple),
)


@given(recordings)
def test_there_and_back(recording: Recording) -> None:
    back = Recording.from_json(recording.to_json())
    assert back == recording
    assert hash(back) == hash(recording)  # tuples inside, not lists


def test_file_can_be_read_by_people() -> None:
    receipt = Receipt("neuron", "sum", 1.5, "other.z", -6.6, (), "−6.6")
    text = Recording("neuron", "Ω", "dark", 2.0, (), (receipt,), (), ()).to_json()
    assert '"−6.6"' in text
    assert "Ω" in text
    assert json.loads(text)["receipts"][0]["value"] == -6.6
    assert text.count("\n") > 10


def test_end_of_a_beat() -> None:
    beat = Beat("sum", "Sum", "It adds.", False, False, 2.0, 3.5, 0.75, 0, 1, 2)
    assert beat.end == 6.25
