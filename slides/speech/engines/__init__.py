"""Engines of speech: each says words; more may be installed."""
