"""A small table of posts, in a database with the settings that sources are read with."""

from __future__ import annotations

from collections.abc import Mapping

import duckdb

from scorecard.measuring.fence import ColumnKind

KINDS: Mapping[str, ColumnKind] = {
    "post": "text",
    "network": "text",
    "published": "date",
    "reach": "number",
    "likes": "number",
    "promoted": "truth",
    "Link Clicks": "number",
    "long": "text",
}
COLUMNS = tuple(KINDS)

_ROWS = """
create table posts as select * from (values
    ('a', 'instagram', timestamp '2026-01-05 10:00', 100.0::double, 10.0::double, false, 1.0::double, ''),
    ('b', 'instagram', timestamp '2026-01-06 11:30', 300.0, 20.0, true, null, ''),
    ('c', 'facebook', timestamp '2026-02-01', 600.0, 0.0, false, 4.0, ''),
    ('d', 'linkedin', timestamp '2026-03-31 23:59', null, 5.0, null, 5.0, repeat('a', 100000))
) as v(post, network, published, reach, likes, promoted, "Link Clicks", long)
"""


def posts() -> duckdb.DuckDBPyConnection:
    """The table in a database of its own."""
    database = duckdb.connect(config={"enable_external_access": "false", "threads": "1", "memory_limit": "500MB"})
    database.execute("set ieee_floating_point_ops = false; set error_on_division_by_zero = false")
    database.execute(_ROWS)
    return database
