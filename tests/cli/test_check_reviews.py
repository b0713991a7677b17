"""``scorecard check`` looks at the files of reviews, too."""

from __future__ import annotations

from pathlib import Path

from tests.cli.coffee import coffee
from tests.cli.commands import called


def test_doubts_and_errors_with_their_places(tmp_path: Path) -> None:
    path = coffee(tmp_path)
    (tmp_path / "reviews").mkdir()
    (tmp_path / "reviews/2026-09.md").write_bytes(b"## Goal (goal)\n\n- caf\xe9\n")
    (tmp_path / "reviews/2026-10.md").write_text("## Goal (goal)\n\n- [ ] stop: it \u00b7 Ann \u00b7 31.12.2026\n")
    ran = called("check", path, "--format", "concise")
    assert ran.code == 1
    assert "reviews/2026-09.md:3:6: error[review-file]" in ran.out
    assert "reviews/2026-10.md:3:24: warning[bad-due] `31.12.2026` is not a date" in ran.out
    assert called("rule", "bad-due").out.startswith("warning[bad-due]: A decision is due on a day")
