"""What people hear when their data are wrong: every case ends with code 2, or 1 from check, and a sentence with a
place. All the sentences together are a golden file, to be read aloud."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.commands import called

MAP = """\
name: Shop
as_of: 2026-10-31
dimensions: [network]
goals:
  sales: {perspective: customer, lagging: [reach, rate, calls]}
sources:
  posts:
    date: published
    files:
      - {file: data/posts.csv, set: {network: instagram}, columns: {reach: Reach}}
kpis:
  reach: {unit: count, source: posts, formula: sum(reach), direction: none}
  rate: {unit: "%", source: posts, formula: sum(shares) / sum(reach), worst: 0%, best: 2%}
  calls: {unit: count, kind: flow, direction: none}
"""
POSTS = "published,title,Reach,shares\n2026-10-01,One,100,2\n2026-10-02,Two,50,1\n"
FIGURES = "date,kpi,value\n2026-10,calls,7\n"

CASES: dict[str, dict[str, str | bytes | None]] = {
    "a missing file": {"data/posts.csv": None},
    "an empty file": {"data/posts.csv": ""},
    "only headings": {"data/posts.csv": "published,title,Reach,shares\n"},
    "a column renamed": {"data/posts.csv": POSTS.replace("Reach", "Reached")},
    "text in a number column": {"data/posts.csv": POSTS.replace("50", "many")},
    "a decimal comma": {"data/posts.csv": POSTS.replace(",50,", ',"50,5",')},
    "a thousands separator": {"data/posts.csv": POSTS.replace(",50,", ',"1,250",')},
    "a date that cannot be": {"data/posts.csv": POSTS.replace("2026-10-02", "2026-02-30")},
    "a date in another order": {"data/posts.csv": POSTS.replace("2026-10-02", "03/04/2026")},
    "no date": {"data/posts.csv": POSTS.replace("2026-10-02", "")},
    "a row cut in the middle": {"data/posts.csv": POSTS[:-4]},
    "an open quote": {"data/posts.csv": POSTS.replace("Two", '"Two')},
    "no UTF-8": {"data/posts.csv": POSTS.replace("Two", "Grün").encode("cp1252")},
    "a workbook that is none": {"strategy.yaml": MAP.replace("posts.csv", "posts.xlsx"), "data/posts.xlsx": POSTS},
    "a formula with an unknown column": {"strategy.yaml": MAP.replace("sum(reach)", "sum(reech)", 1)},
    "a formula that reads a file": {"strategy.yaml": MAP.replace("sum(reach)", "sum(length(read_text('x')))", 1)},
    "a formula that never ends": {"strategy.yaml": MAP.replace("sum(reach)", "sum(len(range(1000000000)))", 1)},
    "a formula that returns text": {
        "strategy.yaml": MAP.replace("sum(reach)", "case when sum(reach) > 9 then 'many' end", 1)
    },
    "a formula without an aggregate": {"strategy.yaml": MAP.replace("sum(reach)", "reach", 1)},
    "a file outside": {"strategy.yaml": MAP.replace("data/posts.csv", "../posts.csv")},
    "recorded figures cut in the middle": {"data/actuals.csv": FIGURES + "2026-09,ca"},
    "a recorded figure that is none": {"data/actuals.csv": FIGURES.replace("7", "seven")},
    "a recorded decimal comma": {"data/actuals.csv": FIGURES.replace("7", '"7,5"')},
    "a recorded figure of nothing": {"data/actuals.csv": FIGURES + "2026-10,cals,7\n"},
    "a figure recorded twice": {"data/actuals.csv": FIGURES + "2026-10,calls,8\n"},
    "a figure recorded beside a formula": {"data/actuals.csv": FIGURES + "2026-10,reach,8\n"},
    "a figure of a quarter": {"data/actuals.csv": FIGURES + "2026-Q3,calls,8\n"},
}
FINE = ("only headings",)


def folder_with(folder: Path, files: dict[str, str | bytes | None]) -> Path:
    """A map and its data in a folder; what is None is not there."""
    for name, content in {"strategy.yaml": MAP, "data/posts.csv": POSTS, "data/actuals.csv": FIGURES, **files}.items():
        if content is not None:
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def test_the_data_are_right_before_they_are_wrong(tmp_path: Path) -> None:
    folder_with(tmp_path, {})
    assert called("check", tmp_path).out == f"No problems in {tmp_path}/strategy.yaml: 1 goal, 3 KPIs, 0 arrows\n"


def test_rows_with_the_same_key_are_counted_whether_or_not_there_are_problems(tmp_path: Path) -> None:
    keyed = MAP.replace("date: published", "date: published\n    key: title")
    folder_with(tmp_path, {"strategy.yaml": keyed, "data/posts.csv": POSTS + "2026-10-03,Two,70,1\n"})
    twice = "; 1 row of posts twice, of which the later ones count\n"
    assert called("check", tmp_path).out.endswith(f"1 goal, 3 KPIs, 0 arrows{twice}")
    (tmp_path / "strategy.yaml").write_text(f"{keyed}  spare: {{unit: count, kind: flow, direction: none}}\n")
    assert called("check", tmp_path).out.endswith(f"1 warning in {tmp_path}/strategy.yaml{twice}")
    (tmp_path / "data/actuals.csv").write_text(FIGURES + "2026-10,cals,7\n")
    assert f"strategy.yaml{twice}" in called("check", tmp_path).out
    assert '"replaced": {"posts": 1}' in called("check", tmp_path, "--format", "json").out


@pytest.mark.parametrize("case", [case for case in CASES if case not in FINE])
def test_wrong_data_have_a_place_and_an_exit_code(case: str, tmp_path: Path) -> None:
    folder_with(tmp_path, CASES[case])
    checked = called("check", tmp_path, "--format", "concise")
    assert checked.code == 1
    shown = called("status", tmp_path)
    assert (shown.code, shown.out) == (2, "")
    for line in checked.out.splitlines():
        assert line.startswith(f"{tmp_path}{os.sep}"), line
        if "data/" in line.partition(" error[")[0] and "UTF-8" not in line:
            assert line.split(":")[1].isdigit(), line
    assert called("check", tmp_path, "--no-data").code == 0


def test_a_division_by_zero_is_no_value(tmp_path: Path) -> None:
    folder_with(tmp_path, {"data/posts.csv": POSTS.replace("100", "0").replace("50", "0")})
    assert called("check", tmp_path).code == 0
    assert '"id": "rate", ' in (document := called("status", tmp_path, "--format", "json").out)
    assert '"value": null' in document[document.index('"id": "rate"') :].partition("\n")[0]


def test_the_sentences(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    pages = []
    for number, (case, files) in enumerate(CASES.items()):
        folder = tmp_path / f"case-{number}"
        folder.mkdir()
        folder_with(folder, files)
        shown = called("check", folder, "--color", "never").out.replace(f"{folder}{os.sep}", "")
        pages.append(f"## {case}\n{shown}")
    golden("messages-of-data.txt", "\n".join(pages))
