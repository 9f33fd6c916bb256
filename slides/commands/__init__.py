"""The command ``lecture``: each of its commands, their options and tables."""
