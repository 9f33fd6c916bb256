"""Build engine, outputs and the command ``lecture``: every output from one rendering."""
