"""Raw files -> figures, by DuckDB."""

from scorecard.measuring.duck.file_source import FileSource

__all__ = ["FileSource"]
