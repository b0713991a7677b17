"""Two periods of a map side by side."""
