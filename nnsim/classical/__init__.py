"""Artificial intelligence from before deep learning: search, and scikit-learn."""
