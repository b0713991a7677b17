"""Figures written down: what changes in the files, and that nothing else does."""

from __future__ import annotations

import csv
import os
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.actuals import DimensionValues
from scorecard.measuring.recorded import read_recorded
from scorecard.period import Period, parse_period, period_of
from scorecard.recorded import NewFigure, one_line
from scorecard.writing.figure_table import UnfitFileError
from scorecard.writing.lock import LockedError, locked
from scorecard.writing.recorded import FILE, LOCK, record

UNITS = {"followers": "count", "sharing-rate": "%", "agreed": "yes-no"}
HERE: DimensionValues = (("network", "instagram"),)


def figure(
    kpi: str = "followers",
    value: float = 12280,
    period: str = "2026-10",
    *,
    n: float | None = None,
    note: str | None = None,
    dimensions: DimensionValues = (),
) -> NewFigure:
    return NewFigure(
        kpi=kpi,
        period=parse_period(period),
        value=value,
        unit=UNITS.get(kpi),
        n=n,
        note=note,
        dimensions=dimensions,
    )


def file(folder: Path, content: str | bytes | None = None, name: str = "actuals.csv") -> Path:
    path = folder / "data" / name
    path.parent.mkdir(exist_ok=True)
    if content is not None:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_the_first_figure_makes_the_file(tmp_path: Path) -> None:
    (written,) = record(tmp_path, [figure()])
    assert file(tmp_path).read_bytes() == b"date,kpi,value\n2026-10,followers,12280\n"
    assert (written.path, written.before) == (FILE, None)
    assert sorted(path.name for path in (tmp_path / "data").iterdir()) == [Path(LOCK).name, "actuals.csv"]


@pytest.mark.parametrize("content", ["", "\n", "\ufeff"])
def test_an_empty_file_is_begun(content: str, tmp_path: Path) -> None:
    file(tmp_path, content)
    record(tmp_path, [figure(n=3)])
    assert file(tmp_path).read_text(encoding="utf-8") == "date,kpi,value,n\n2026-10,followers,12280,3\n"


def test_values_are_written_as_people_write_them(tmp_path: Path) -> None:
    values = [("sharing-rate", 0.025), ("agreed", 1.0), ("agreed", 0.0), ("other", -1e-12), ("other", 1e15)]
    record(tmp_path, [figure(kpi, value, f"2026-0{month}") for month, (kpi, value) in enumerate(values, 1)])
    texts = [line.split(",")[2] for line in file(tmp_path).read_text(encoding="utf-8").splitlines()[1:]]
    assert texts == ["2.5%", "yes", "no", "-0.000000000001", "1000000000000000"]


def test_only_the_cells_of_the_figure_change(tmp_path: Path) -> None:
    before = b'\xef\xbb\xbfkpi,value,date,note,n\r\nfollowers, "1", 2026-10 ,"old, one",5\r\n\r\nagreed,yes,2026,,\r\n'
    file(tmp_path, before)
    (written,) = record(tmp_path, [figure(note="new")])
    after = before.replace(b'"1"', b"12280").replace(b'"old, one",5', b"new,")
    assert file(tmp_path).read_bytes() == after
    assert written.before == "1"


def test_a_new_figure_is_added_in_the_order_and_with_the_line_ends_of_the_file(tmp_path: Path) -> None:
    before = b"kpi,value,date,network\r\nfollowers,1,2026-10,instagram"
    file(tmp_path, before)
    record(tmp_path, [figure(), figure(value=2, dimensions=HERE)])
    assert file(tmp_path).read_bytes() == before.replace(b",1,", b",2,") + b"\r\nfollowers,12280,2026-10,\r\n"


def test_columns_that_are_new_stand_at_the_end(tmp_path: Path) -> None:
    file(tmp_path, 'date,kpi,value\n\n2026-09,followers,"1"\n,,\n2026-09,agreed,yes')
    record(tmp_path, [figure(note="=1+1", dimensions=HERE)])
    assert file(tmp_path).read_text(encoding="utf-8") == (
        'date,kpi,value,note,network\n\n2026-09,followers,"1",,\n,,,,\n2026-09,agreed,yes,,\n'
        "2026-10,followers,12280,'=1+1,instagram\n"
    )
    assert read_recorded(tmp_path, UNITS, ["network"])[1] == ()


@pytest.mark.parametrize("note", ["=HYPERLINK(1)", "+1", "-1", "@sum", "\t=1", "\n=1", '"=1"', "a\n=1", "'=1"])
def test_no_note_begins_like_a_formula(note: str, tmp_path: Path) -> None:
    record(tmp_path, [figure(value=-5, note=note)])
    lines = file(tmp_path).read_text(encoding="utf-8").splitlines()
    assert len(lines) == 2
    assert lines[1].startswith("2026-10,followers,-5,")
    assert next(csv.reader(lines[1:]))[3].lstrip()[0] not in "=+-@"
    assert [found.note for found in read_recorded(tmp_path, UNITS, [])[0]] == [one_line(note)]


def test_a_figure_goes_into_the_file_of_its_owner(tmp_path: Path) -> None:
    file(tmp_path, "date,kpi,value\n2026-09,followers,1\n", "actuals-anna.csv")
    file(tmp_path, "date,kpi,value\n2026-09,agreed,no\n2026-10,sharing-rate,1%\n", "actuals-ben.csv")
    file(tmp_path, "date,kpi,value\n2026-09,sharing-rate,1%\n")
    rows = [figure(), figure("agreed", 1), figure("sharing-rate", 0.5), figure("sharing-rate", 0.5, "2026-11")]
    assert [written.path for written in record(tmp_path, [*rows, figure("new")])] == [
        "data/actuals-anna.csv",
        "data/actuals-ben.csv",
        "data/actuals-ben.csv",  # there it stands
        FILE,  # two files have figures of this KPI
        FILE,
    ]
    assert "2026-10,sharing-rate,50%\n" in file(tmp_path, name="actuals-ben.csv").read_text(encoding="utf-8")
    found, problems = read_recorded(tmp_path, {**UNITS, "new": None}, [])
    assert (len(found), problems) == (8, ())


def test_the_later_of_two_equal_figures_counts(tmp_path: Path) -> None:
    first, second = record(tmp_path, [figure(value=1), figure(value=2)])
    assert (first.before, second.before) == (None, "1")
    assert file(tmp_path).read_text(encoding="utf-8") == "date,kpi,value\n2026-10,followers,2\n"


def test_a_figure_that_is_there_changes_nothing(tmp_path: Path) -> None:
    record(tmp_path, [figure()])
    inode = file(tmp_path).stat().st_ino
    record(tmp_path, [figure()])
    record(tmp_path, [])
    assert file(tmp_path).stat().st_ino == inode


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("date,kpi,value\n2026,foll", "line 2 a row that is not whole: 2 cells"),
        ('date,kpi,value\n2026,agreed,"yes\n', "line 2 a quote in the wrong place"),
        ("a,b\n", "does not begin with a line that names date, kpi and value"),
        (b"date,kpi,value\n2026,agreed,\xff\n", "not saved as UTF-8"),
        (b"date,kpi,value\n2026,agreed,\0\n", "zero byte"),
    ],
)
def test_a_broken_file_is_not_made_worse(content: str | bytes, reason: str, tmp_path: Path) -> None:
    path = file(tmp_path, content)
    file(tmp_path, "date,kpi,value\n2026,sharing-rate,1%\n", "actuals-ben.csv")
    before = path.read_bytes()
    with pytest.raises(UnfitFileError, match=reason):
        record(tmp_path, [figure("sharing-rate", 0.5), figure()])
    assert path.read_bytes() == before
    assert file(tmp_path, name="actuals-ben.csv").read_bytes() == b"date,kpi,value\n2026,sharing-rate,1%\n"
    record(tmp_path, [figure("sharing-rate", 0.5)])  # what goes elsewhere is none of its business


@pytest.mark.parametrize("bad", [figure(value=float("nan")), figure(n=float("inf")), figure(note="x" * 10_000)])
def test_what_is_no_figure_is_refused(bad: NewFigure, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"no figure|10,000 characters"):
        record(tmp_path, [figure(), bad])
    assert not file(tmp_path).exists()


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_nothing_is_written_outside_of_the_folder(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "map"
    outside.mkdir()
    folder.mkdir()
    target = outside / "actuals.csv"
    target.write_text("date,kpi,value\n", encoding="utf-8")
    file(folder).symlink_to(target)
    with pytest.raises(UnfitFileError, match="leads out of the folder"):
        record(folder, [figure()])
    file(folder).unlink()
    (folder / LOCK).unlink()
    (folder / LOCK).symlink_to(outside / "lock")
    with pytest.raises(OSError, match="lock"):
        record(folder, [figure()])
    (folder / "data").rename(folder / "elsewhere")
    (folder / "data").symlink_to(outside)
    with pytest.raises(UnfitFileError, match="leads out of the folder"):
        record(folder, [figure()])
    assert [path.name for path in outside.iterdir()] == ["actuals.csv"]
    assert target.read_text(encoding="utf-8") == "date,kpi,value\n"


def test_whoever_waits_too_long_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    with locked(tmp_path / LOCK, 0), pytest.raises(LockedError, match=r"\.actuals\.lock is locked: another process"):
        record(tmp_path, [figure()], wait=0)
    record(tmp_path, [figure()], wait=0)


def test_whoever_waits_gets_the_turn(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    with locked(tmp_path / LOCK, 0):
        waiting = threading.Thread(target=record, args=(tmp_path, [figure()]))
        waiting.start()
        waiting.join(0.1)
        assert not file(tmp_path).exists()
    waiting.join()
    assert file(tmp_path).exists()


TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from(",\"'=+-@\n\r; "), max_size=12)
PERIODS = st.builds(
    period_of,
    st.dates(min_value=parse_period("1900").start, max_value=parse_period("2199-11").end),
    st.sampled_from(["day", "week", "month", "quarter", "year"]),
).filter(lambda period: period.start.year >= 1900)
FIGURES = st.builds(
    NewFigure,
    kpi=st.sampled_from(["a", "b", "c"]),
    period=PERIODS,
    value=st.floats(-1e12, 1e12).map(lambda value: value if abs(value) > 1e-9 else 0.0),
    unit=st.just("%"),
    n=st.none() | st.integers(0, 1000).map(float),
    note=st.none() | TEXTS,
    dimensions=st.lists(TEXTS, max_size=2).map(lambda values: tuple(zip(("network", "country"), values, strict=False))),
)


def expected(rows: list[NewFigure]) -> dict[tuple[str, Period, DimensionValues], tuple[float, float | None, str]]:
    found = {}
    for row in rows:
        dimensions = tuple((name, one_line(value)) for name, value in row.dimensions if one_line(value))
        found[row.kpi, row.period, dimensions] = (row.value, row.n, one_line(row.note or ""))
    return found


@given(calls=st.lists(st.lists(FIGURES, max_size=4), max_size=4))
def test_what_is_written_is_what_is_read(
    calls: list[list[NewFigure]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("any")
    file(folder, "date,kpi,value\n1900,a,1%\n", "actuals-a.csv")
    for rows in calls:
        record(folder, rows)
    found, problems = read_recorded(folder, {"a": "%", "b": "%", "c": "%"}, ["network", "country"])
    assert problems == ()
    start = NewFigure(kpi="a", period=parse_period("1900"), value=0.01)
    assert {
        (figure.kpi, figure.period, figure.dimensions): (figure.value, figure.n, figure.note or "") for figure in found
    } == expected([start, *(row for rows in calls for row in rows)])
