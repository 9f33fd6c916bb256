"""Recordings of scenes: what each depends on, rendered in worker processes, kept."""
