"""What every room of the package uses: errors, templates, names of beats, times."""
