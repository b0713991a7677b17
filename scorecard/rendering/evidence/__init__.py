"""What the figures say of the arrows, one format per file."""
