"""Jobs and events arrive as they were sent; whoever breaks off is reported."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.record import Beat, Fault, Receipt, Recording
from slides.engine import pool
from slides.engine.jobs import (
    Draw,
    Event,
    Failed,
    Job,
    Length,
    Loaded,
    Reached,
    Rehearse,
    Render,
    Result,
    decode_event,
    decode_jobs,
    encode_event,
    encode_jobs,
)
from slides.engine.pool import Outcome, Pool
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
    st.builds(Render, *works, st.none() | numbers)
    | st.builds(Draw, *works)
    | st.builds(Rehearse, *works)
)
receipts = st.builds(
    Receipt,
    *(texts, texts, numbers, texts, st.none() | numbers | texts),
    st.lists(st.integers(1, 99), max_size=3).map(tuple),
    texts,
)
recordings = st.builds(
    Recording,
    *(texts, texts, texts, numbers),
    *(
        st.lists(each, max_size=2).map(tuple)
        for each in (st.builds(Beat), receipts, st.builds(Fault), texts)
    ),
    st.sampled_from(ASPECTS),
)
events = (
    st.just(Loaded())
    | st.builds(Length, numbers)
    | st.builds(Reached, numbers)
    | st.builds(Result, st.none() | recordings)
    | st.builds(Failed, texts, texts, texts, st.none() | st.integers(1), texts)
)


@given(st.lists(jobs, max_size=3))
def test_jobs_go_in_one_line(sent: list[Job]) -> None:
    line = encode_jobs(sent)
    assert line.count("\n") == 1
    assert decode_jobs(line) == sent


@given(st.integers(0, 99), events)
def test_each_event_goes_in_one_line(number: int, event: Event) -> None:
    line = encode_event(number, event)
    assert line.count("\n") == 1
    assert decode_event(line) == (number, event)


def do(monkeypatch: pytest.MonkeyPatch, folder: Path, code: str) -> list[Outcome]:
    """Let a worker of this code do two jobs."""
    program = folder / "worker.py"
    program.write_text(f"import sys\nfrom slides.engine.jobs import *\n{code}")
    real = pool.subprocess.Popen

    def start(_: object, **options: object) -> object:
        return real([sys.executable, str(program)], **options)

    monkeypatch.setattr(pool.subprocess, "Popen", start)
    with Pool(1) as workers:
        two = [Draw(name, {}, Variant("still"), folder) for name in ("a", "b")]
        return workers.do([two], lambda job, event: None)


FIRST = "sys.stdout.write(encode_event(0, Result()))\n"


def test_worker_that_dies_has_done_what_it_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first, second = do(monkeypatch, tmp_path, f"{FIRST}sys.exit('out of memory')")
    assert first.ended == Result()
    why = "the worker ended with code 1: out of memory"
    assert second.ended == Failed(why, traceback="out of memory\n")


def test_half_a_line_is_no_event(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    half = "sys.stdout.write(encode_event(1, Result())[:-9])\n"
    _, second = do(monkeypatch, tmp_path, FIRST + half)
    assert isinstance(second.ended, Failed)
    assert second.ended.why == "the worker ended with code 0: it left no message"


def test_worker_that_tells_no_event_has_failed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    code = f"{FIRST}print('hello', flush=True)\nimport time; time.sleep(60)"
    first, second = do(monkeypatch, tmp_path, code)
    assert first.ended == Result()
    assert second.ended.why.startswith("what the worker told cannot be read: Expecting")
