"""One item of a scorecard with everything behind it."""
