"""The font of pictures and pages, which comes with the install."""

from __future__ import annotations

from pathlib import Path


def inter_file() -> Path:
    """The variable font Inter: weights from 100 to 900, optical sizes from 14 to 32."""
    import fontpkg_inter  # type: ignore[import-untyped]

    return Path(fontpkg_inter.ROOT) / "files" / "Inter[opsz,wght].ttf"
