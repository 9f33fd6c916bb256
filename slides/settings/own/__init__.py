"""Data of one's own in the settings: dealt to the chapters, and what is wrong."""
