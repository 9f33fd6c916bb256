"""The settings of the lecture: read, checked, and reported with their lines."""
