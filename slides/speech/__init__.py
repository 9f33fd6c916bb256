"""Narration as speech: words to say, how they sound, voices, and what they said."""
