"""The review of a whole scorecard: one format per file, and the blocks of lines the terminal is made of."""
