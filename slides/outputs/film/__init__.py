"""The films of the lecture and its chapters, and the clips."""
