"""The tests of one file run in one process, whatever the number of processes."""

import re
import subprocess
import sys
from collections import defaultdict

from tests.test_architecture import ROOT

FILES = ("test_clock.py", "test_language.py")


def test_the_tests_of_a_file_run_in_one_process() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-v", "-p", "no:cacheprovider", "-n", "2",
         "--dist", "loadgroup", *(f"tests/slides/base/{name}" for name in FILES)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    workers = defaultdict(set)
    for worker, name in re.findall(r"\[(gw\d)\].* PASSED \S+?/(\w+\.py)::", run.stdout):
        workers[name].add(worker)
    assert {*workers} == {*FILES}
    assert all(len(found) == 1 for found in workers.values())
