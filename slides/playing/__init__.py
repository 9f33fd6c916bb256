"""A chapter played step by step by parked processes, which take up changed sources."""
