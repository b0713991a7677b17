"""Draws DOT text with pygraphviz; run as a program of its own, for a layout cannot be stopped from within.

Arguments: the format, the dots per inch. DOT text comes in on standard input, the picture leaves on standard output.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Draw what comes in."""
    from pygraphviz import AGraph  # type: ignore[import-untyped]

    picture_format, dpi = sys.argv[1:]
    graph = AGraph(string=sys.stdin.buffer.read().decode())
    sys.stdout.buffer.write(graph.draw(format=picture_format, prog="dot", args=f"-Gdpi={dpi}"))


if __name__ == "__main__":
    main()
