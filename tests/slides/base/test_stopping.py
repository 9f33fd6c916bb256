"""A request to end is heard, wherever it comes, and told in one line."""

import signal
import subprocess
import sys

import pytest

HEAD = """
import os, signal, sys, time
from slides.base import stopping
from slides.base.errors import Stopped
def press(number=signal.SIGINT):
    os.kill(os.getpid(), number)
"""


def run(code: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", HEAD + code], capture_output=True, text=True, timeout=30
    )


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_before_anything_is_begun_the_process_ends_at_once(
    number: signal.Signals,
) -> None:
    ended = run(f"stopping.end_at_once(); press({int(number)}); time.sleep(20)")
    assert ended.returncode == 128 + number
    assert ended.stderr == "stopped; the next build carries on from here\n"


def test_later_it_is_raised_once() -> None:
    ended = run("""
stopping.end_in_order()
try:
    press()
    time.sleep(20)
except Stopped as stopped:
    press()
    print(stopped.exit_code)
""")
    assert (ended.stdout, ended.stderr) == ("130\n", "")


def test_raised_where_python_drops_it_it_is_raised_again() -> None:
    ended = run("""
class Dying:
    def __del__(self):
        press()
        time.sleep(0.1)
stopping.end_in_order()
dying = Dying()
try:
    del dying
    time.sleep(20)
except Stopped as stopped:
    print(stopped.exit_code)
""")
    assert (ended.stdout, ended.stderr) == ("130\n", "")


def test_turned_into_another_error_it_is_known() -> None:
    ended = run("""
stopping.end_in_order()
try:
    try:
        press()
        time.sleep(20)
    except BaseException:
        raise ImportError("so says what is written in C")
except ImportError:
    try:
        stopping.check()
    except Stopped as stopped:
        print(stopped.exit_code)
""")
    assert (ended.stdout, ended.stderr) == ("130\n", "")
