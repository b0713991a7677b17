"""Golden files: what the tests expect as text, one file each under ``tests/golden``.

``golden(path, text)`` compares a text with its file. ``pytest --update-golden`` writes the files instead. A run of
all tests fails when a golden file is left over that no test asked for, and deletes it when updating.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

GOLDEN = Path(__file__).parent / "golden"

_update = pytest.StashKey[bool]()
_asked = pytest.StashKey[set[Path]]()
_complete = pytest.StashKey[bool]()

# A time limit for each example says more about the machine than about the code.
settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch that writes golden files."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files instead of comparing them")


def pytest_configure(config: pytest.Config) -> None:
    """Prepare the bookkeeping of golden files."""
    config.stash[_update] = bool(config.getoption("--update-golden"))
    config.stash[_asked] = set()
    config.stash[_complete] = False


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Note whether every test file takes part in this run."""
    files = set(Path(__file__).parent.rglob("test_*.py"))
    config.stash[_complete] = files <= {item.path for item in items}


def pytest_deselected(items: list[pytest.Item]) -> None:
    """A run without some tests says nothing about golden files that are left over."""
    for item in items[:1]:
        item.config.stash[_complete] = False


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """After a complete and green run, no golden file is left over."""
    stash = session.config.stash
    if exitstatus != pytest.ExitCode.OK or not stash[_complete] or session.config.option.collectonly:
        return
    for path in sorted(_left_over(stash[_asked])):
        if stash[_update]:
            path.unlink()
        else:
            print(f"\nno test asks for {path.relative_to(GOLDEN.parent)}; delete it, or run pytest --update-golden")
            session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _left_over(asked: set[Path]) -> Iterator[Path]:
    return (path for path in GOLDEN.rglob("*") if path.is_file() and path not in asked)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """``golden(path, text)``: the text is that of the file ``tests/golden/path``, byte for byte."""

    def compare(path: str, text: str) -> None:
        file = GOLDEN / path
        request.config.stash[_asked].add(file)
        if request.config.stash[_update]:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="")
            return
        assert file.is_file(), f"there is no tests/golden/{path} yet; run pytest --update-golden and read it"
        assert text == file.read_bytes().decode("utf-8")

    return compare
