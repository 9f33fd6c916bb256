"""Encoding stays as urgent as the rest of a build.

As root, SVT-AV1 gives itself and whoever opens it the highest priority in real time,
for as long as the process lives: on a machine of two cores nothing else runs any more.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import get_native_id

TASKS = Path("/proc/self/task")  # a folder for each thread of this process


@contextmanager
def as_urgent_as_before() -> Iterator[None]:
    """Give back what threads of this process take of real time within a ``with``.

    Threads that begin within it are given the policy of the one that waits.
    Where the system tells nothing of threads, nothing is done.
    """
    if not TASKS.is_dir():
        yield
        return
    before = _policies()
    own = before[get_native_id()]
    try:
        yield
    finally:
        for thread, policy in _policies().items():
            usual = before.get(thread, own)
            if policy != usual:
                with suppress(ProcessLookupError):  # it has ended meanwhile
                    os.sched_setscheduler(thread, usual[0], os.sched_param(usual[1]))


def _policies() -> dict[int, tuple[int, int]]:
    """Return of each thread of this process its policy and its priority."""
    found = {}
    for thread in (int(task.name) for task in TASKS.iterdir()):
        with suppress(ProcessLookupError):
            priority = os.sched_getparam(thread).sched_priority
            found[thread] = os.sched_getscheduler(thread), priority
    return found
