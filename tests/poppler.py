"""What the programs of poppler say of a PDF."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from tests.needs import needs


def told(program: str, pdf: bytes, folder: Path, *arguments: str) -> str:
    """What a program says of a PDF."""
    needs(program)
    path = folder / "told.pdf"
    path.write_bytes(pdf)
    command = [program, *arguments, str(path), *(["-"] if program == "pdftotext" else [])]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def squashed(text: str) -> str:
    """A text without anything that setting it in lines may change: blanks, and marks that have no width."""
    return re.sub(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069]+", "", text)
