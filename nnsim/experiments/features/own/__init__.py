"""What the chapter tells of sequences that a lecturer brings."""
