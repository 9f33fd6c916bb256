"""Puts clips of the lecture into notes: the command ``lecture embed``."""
