"""The command ``lecture data``: a table looked at, tried, and put in the settings."""
