"""The best or the worst rows of a source."""
