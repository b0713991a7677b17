"""The file of a closed period, beside the map."""

from __future__ import annotations

import os
from pathlib import Path

from scorecard.writing.text import write_bytes


class OutsideError(Exception):
    """The folder of closed periods leads out of that of the map; the message says so."""


def write_closed(path: Path, text: str) -> None:
    """Write the file of a closed period whole, in its folder, which is made when it is not there.

    Raises:
        OutsideError: when the folder is a link that leads somewhere else.
        OSError: when the file cannot be written; what stood there before is untouched.
    """
    folder = path.parent
    if folder.exists() and Path(os.path.realpath(folder)).parent != Path(os.path.realpath(folder.parent)):
        raise OutsideError(f"{folder.name} is a link that leads out of the folder of the map; nothing is written there")
    folder.mkdir(exist_ok=True)
    write_bytes(path, text.encode("utf-8", "replace"))
