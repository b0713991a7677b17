"""What stands in the browser while there is no page: what is wrong with the map."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from scorecard.rendering.palette import DARK, LIGHT, Palette
from scorecard.rendering.spans import Line, Span, printable


def no_page(lines: Iterable[Line], kept: str | None) -> str:
    """A page without scripts that shows these lines; ``kept`` is the file in which the last good page still stands, if
    there ever was one."""
    last = "" if kept is None else f"The last good page is still in {_text(kept)}. "
    text = "\n".join("".join(map(_span, line)) for line in lines)
    return f"""\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>The map cannot be shown</title>
<style>
{_STYLE}</style>
</head>
<body>
<main>
<h1>The map cannot be shown</h1>
<p>{last}This one changes as soon as the map or its data do.</p>
<pre tabindex="0">{text}</pre>
</main>
</body>
</html>
"""


def _text(text: str) -> str:
    return escape(printable(text))


def _span(span: Span) -> str:
    return f'<span class="{span.style}">{_text(span.text)}</span>' if span.style else _text(span.text)


def _colours(palette: Palette) -> str:
    text = palette.status_text
    return (
        f":root {{ --page: {palette.page}; --ink: {palette.ink}; --muted: {palette.muted}; --card: {palette.card}; "
        f"--outline: {palette.outline}; --good: {text['on-track']}; --caution: {text['at-risk']}; "
        f"--bad: {text['off-track']}; }}"
    )


_STYLE = f"""\
{_colours(LIGHT)}
@media (prefers-color-scheme: dark) {{ {_colours(DARK)} }}
:root {{ color-scheme: light dark; }}
body {{ margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }}
main {{ max-width: 70rem; margin: 0 auto; padding: 1.5rem; }}
h1 {{ margin: 0; font-size: 1.5rem; }}
pre {{ overflow-x: auto; padding: 1rem; background: var(--card); }}
pre {{ border: 1px solid var(--outline); border-radius: 8px; }}
pre {{ font: 14px/1.45 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }}
.strong {{ font-weight: 700; }}
.good {{ color: var(--good); }}
.caution {{ color: var(--caution); }}
.bad {{ color: var(--bad); }}
.muted, .none {{ color: var(--muted); }}
"""
