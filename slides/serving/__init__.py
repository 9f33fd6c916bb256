"""A folder shown in the browser: its files, whole or in part, to this machine alone."""
