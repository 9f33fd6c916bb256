"""The command ``lecture record``: a page that shows the words and takes the voice."""
