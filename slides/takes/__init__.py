"""What a lecturer recorded, one file a beat, and whether it still says the words."""
