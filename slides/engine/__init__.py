"""Recordings of scenes, and keeping them; workers, which render and make outputs."""
