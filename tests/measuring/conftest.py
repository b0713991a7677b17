"""The map that the docstring of a test tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.measuring.told import Told, text_of


@pytest.fixture
def told(request: pytest.FixtureRequest, tmp_path: Path) -> Told:
    """A map and its data as the docstring of the test tells them."""
    return Told(tmp_path, text_of(request.function))
