"""The bundled templates as files."""

from __future__ import annotations

from pathlib import Path

from scorecard.reading.templates import Template, template_files, templates_in


def _template(folder: Path, text: str) -> None:
    folder.mkdir()
    (folder / "strategy.yaml").write_text(text, encoding="utf-8")


def test_templates_are_the_folders_with_a_map_in_them(tmp_path: Path) -> None:
    _template(tmp_path / "b", 'description: name\nname:   "Coffee shop"  \n')
    _template(tmp_path / "a", "goals: {}\n")
    (tmp_path / "empty").mkdir()
    (tmp_path / "file.txt").touch()
    assert [(template.id, template.name) for template in templates_in(tmp_path)] == [("a", "a"), ("b", "Coffee shop")]
    assert templates_in(tmp_path / "nowhere") == ()


def test_files_whose_names_begin_with_a_dot_are_kept_without_it(tmp_path: Path) -> None:
    for name in ("gitignore", "github/workflows/check.yml", "data/gitignore", "strategy.yaml", "x.pyc"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    files = template_files(Template(id="t", name="t", folder=tmp_path))
    assert files == {
        ".gitignore": b"gitignore",
        ".github/workflows/check.yml": b"github/workflows/check.yml",
        "data/gitignore": b"data/gitignore",
        "strategy.yaml": b"strategy.yaml",
    }
