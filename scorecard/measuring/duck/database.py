"""A DuckDB of its own for one source: in memory, locked, and able to open the source's files and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from scorecard.measuring.sql_text import literal

if TYPE_CHECKING:
    import duckdb


def connect(files: Sequence[Path]) -> duckdb.DuckDBPyConnection:
    """Open a database that may read ``files``. The order matters: the paths are fixed when access is closed."""
    import duckdb

    connection = duckdb.connect(config={"autoload_known_extensions": "false", "autoinstall_known_extensions": "false"})
    paths = ", ".join(literal(str(path)) for path in files)
    for setting in (
        "temp_directory = ''",
        f"allowed_paths = [{paths}]",
        "enable_external_access = false",
        "python_enable_replacements = false",
        "TimeZone = 'UTC'",
        "memory_limit = '1GB'",
        "ieee_floating_point_ops = false",
        "error_on_division_by_zero = false",
        "lock_configuration = true",
    ):
        connection.execute(f"set {setting}")
    return connection
