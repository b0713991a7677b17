"""Raw files -> figures, by DuckDB."""

from scorecard.measuring.duck.file_source import FileSource
from scorecard.measuring.duck.files import database_of

__all__ = ["FileSource", "database_of"]
