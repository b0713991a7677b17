"""The database of a source reads its files and nothing else, and its settings cannot be changed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from scorecard.measuring.duck.database import connect
from scorecard.measuring.sql_text import identifier, literal
from tests.measuring.duck.raw import csv


def test_only_the_named_files_can_be_read(tmp_path: Path) -> None:
    name = csv(tmp_path, "a\n1\n", "it's.csv")
    other = csv(tmp_path, "a\n1\n", "other.csv")
    connection = connect([tmp_path / name])
    assert connection.execute(f"select * from read_csv({literal(str(tmp_path / name))})").fetchall() == [(1,)]
    for path in (tmp_path / other, "/etc/passwd", tmp_path / "*.csv", "https://example.org/a.csv"):
        with pytest.raises(duckdb.Error):
            connection.execute(f"select * from read_csv({literal(str(path))})").fetchall()
    connection.close()


@pytest.mark.parametrize(
    "statement",
    [
        "set enable_external_access = true",
        "set memory_limit = '100GB'",
        "set allowed_paths = ['/etc/passwd']",
        "set lock_configuration = false",
        "reset lock_configuration",
        "install httpfs",
        "load httpfs",
        "copy (select 1) to '{}/out.csv'",
        "attach '{}/out.db'",
        "export database '{}/out'",
        "select * from glob('{}/*')",
        "select * from read_text('/etc/passwd')",
    ],
)
def test_the_database_is_locked(tmp_path: Path, statement: str) -> None:
    connection = connect([])
    with pytest.raises(duckdb.Error):
        connection.execute(statement.format(tmp_path)).fetchall()
    connection.close()
    assert list(tmp_path.iterdir()) == []


def test_variables_of_python_are_no_tables() -> None:
    secret = {"a": [1]}
    connection = connect([])
    with pytest.raises(duckdb.Error):
        connection.execute("select * from secret")
    connection.close()
    assert secret


@pytest.mark.parametrize("text", ["", "'", "it''s", '"', 'a"b', "a;b--c", "é\n\t", "%s {x} $1 ?"])
def test_texts_and_names_stay_what_they_are(text: str) -> None:
    connection = connect([])
    cursor = connection.execute(f"select {literal(text)} as {identifier(text or 'x')}")
    assert cursor.fetchall() == [(text,)]
    assert cursor.description[0][0] == (text or "x")
    connection.close()


_SCRIPT = """
import sys
from datetime import date
from pathlib import Path
from tests.measuring.duck.raw import evaluated, source, window
found = evaluated(
    source(Path(sys.argv[1]), [{"file": "a.csv", "date_format": "%b %d, %Y %I:%M %p"}], dimensions=["network"]),
    "sum(x)", "last(x)", "count(*)", windows=[window("2026-01"), window("2026-02")], by=["network"],
)
assert not found.problems, found.problems
print(found)
"""


def test_the_same_bytes_in_any_time_zone_and_locale(tmp_path: Path) -> None:
    text = (
        'date,network,x\n"Jan 31, 2026 11:59 PM",İ,0.1\n"Feb 1, 2026 12:00 AM",i,1234.5\n"Feb 1, 2026 12:00 AM",I,3\n'
    )
    csv(tmp_path, text, "a.csv")
    outputs = set()
    for zone, locale in (("UTC", "C"), ("Pacific/Kiritimati", "de_DE.UTF-8"), ("America/New_York", "tr_TR.UTF-8")):
        environment = {
            **os.environ,
            "TZ": zone,
            "LC_ALL": locale,
            "PYTHONPATH": os.getcwd(),
            "PYTHONHASHSEED": "random",
        }
        command = [sys.executable, "-c", _SCRIPT, str(tmp_path)]
        outputs.add(subprocess.run(command, env=environment, check=True, capture_output=True).stdout)
    assert len(outputs) == 1
