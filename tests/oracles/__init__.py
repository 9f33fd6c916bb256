"""Independent implementations to compare with; none imports nnsim."""
