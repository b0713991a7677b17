"""The monthly meeting in the terminal: what ``scorecard review`` opens, the extra ``[tui]``."""
