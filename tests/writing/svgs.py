"""Small pictures to be drawn."""

from __future__ import annotations

FONTS = "Inter, 'Segoe UI', Arial, 'DejaVu Sans', sans-serif"


def svg_of(text: str, weight: int = 700, size: float = 26) -> str:
    """A line of text on white, 400 × 60 px."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 60" width="400" height="60" font-family="{FONTS}">'
        '<rect width="400" height="60" fill="#FFFFFF"/>'
        f'<text x="24" y="42" font-size="{size:g}" font-weight="{weight}" fill="#16202E">{text}</text></svg>'
    )
