"""What the programs of poppler say of a PDF."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest


def told(program: str, pdf: bytes, folder: Path, *arguments: str) -> str:
    """What a program says of a PDF; the test is skipped where it is not installed, and fails where CI=true."""
    if shutil.which(program) is None:
        sentence = f"{program} is not installed; .ci/run installs it"
        if os.environ.get("CI", "").lower() in ("1", "true"):
            pytest.fail(sentence)
        pytest.skip(sentence)
    path = folder / "told.pdf"
    path.write_bytes(pdf)
    command = [program, *arguments, str(path), *(["-"] if program == "pdftotext" else [])]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def squashed(text: str) -> str:
    """A text without anything that setting it in lines may change: blanks, and marks that have no width."""
    return re.sub(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069]+", "", text)
