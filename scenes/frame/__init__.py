"""The frame all is drawn in: theme, shapes, rooms, safe area, contrast."""
