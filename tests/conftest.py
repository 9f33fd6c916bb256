"""Settings of every test run."""

from hypothesis import settings

# The same examples in every run, and no time limit: a slow machine is no failure.
settings.register_profile("lecture", derandomize=True, deadline=None, max_examples=100)
settings.load_profile("lecture")
