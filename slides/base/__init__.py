"""What every room of the package uses: errors, files."""
