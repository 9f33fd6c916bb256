"""What beats show, read back from their shapes, and compared with the result."""
