"""Jobs and events arrive as they were sent."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from scenes.record import Beat, Fault, Receipt, Recording
from slides.engine.jobs import (
    Call,
    Draw,
    Event,
    Failed,
    Job,
    Loaded,
    Reached,
    Rehearse,
    Render,
    Result,
    decode_event,
    decode_job,
    encode,
)
from slides.settings.variants import ASPECTS, THEMES, Variant

texts = st.text(max_size=20)
numbers = st.floats(allow_nan=False)
settings = st.recursive(
    st.none() | st.booleans() | st.integers() | numbers | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner),
    max_leaves=6,
)
variants = st.builds(
    Variant,
    st.sampled_from(("draft", "720p30", "still")),
    st.sampled_from(THEMES),
    st.sampled_from(ASPECTS),
)
folders = st.from_regex(r"/[\w äß]+", fullmatch=True).map(Path)
works = (texts, st.dictionaries(texts, settings, max_size=3), variants, folders)
jobs = (
    st.builds(Render, *works)
    | st.builds(Draw, *works)
    | st.builds(Rehearse, *works)
    | st.builds(Call, texts, st.dictionaries(texts, settings, max_size=3))
)
receipts = st.builds(
    Receipt,
    *(texts, texts, numbers, texts, st.none() | numbers | texts),
    st.lists(st.integers(1, 99), max_size=3).map(tuple),
    texts,
)
beats = st.builds(Beat, start=numbers, motion=numbers, hold=numbers)
recordings = st.builds(
    Recording,
    *(texts, texts, texts, numbers),
    *(
        st.lists(each, max_size=2).map(tuple)
        for each in (
            st.builds(Beat, start=numbers, motion=numbers, hold=numbers),
            receipts,
            st.builds(Fault),
            texts,
        )
    ),
    st.sampled_from(ASPECTS),
)
events = (
    st.just(Loaded())
    | st.builds(Reached, st.integers(0))
    | st.builds(Result, st.none() | recordings, st.lists(texts, max_size=3).map(tuple))
    | st.builds(Failed, texts, texts, texts, st.none() | st.integers(1), texts)
)


@given(jobs)
def test_each_job_goes_in_one_line(job: Job) -> None:
    line = encode(job)
    assert line.count("\n") == 1
    assert decode_job(line) == job


@given(events)
def test_each_event_goes_in_one_line(event: Event) -> None:
    line = encode(event)
    assert line.count("\n") == 1
    assert decode_event(line) == event
