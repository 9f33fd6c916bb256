"""What Manim does, done quicker: copies, families, boxes, colours."""
