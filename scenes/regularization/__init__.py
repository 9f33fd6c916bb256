"""What keeps a wide network from memorising: five remedies on the same birds."""
