"""Data set up as questions that several chapters put to networks."""
