"""Every number over time, one format per file."""
