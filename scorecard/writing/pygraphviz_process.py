"""Lays out DOT text with pygraphviz; run as a program of its own, for a layout cannot be stopped from within.

Arguments: those of ``dot``, the format (``-Tsvg``) first. DOT text comes in on standard input, the picture leaves on
standard output.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Draw what comes in."""
    from pygraphviz import AGraph  # type: ignore[import-untyped]

    picture_format, *arguments = sys.argv[1:]
    graph = AGraph(string=sys.stdin.buffer.read().decode())
    picture = graph.draw(format=picture_format.removeprefix("-T"), prog="dot", args=" ".join(arguments))
    sys.stdout.buffer.write(picture)


if __name__ == "__main__":
    main()
