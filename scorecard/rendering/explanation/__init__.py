"""The explanation of a number, one format per file; `sentences` says each line as a person would."""
