"""Features made by hand, and features that a network finds in raw DNA."""
