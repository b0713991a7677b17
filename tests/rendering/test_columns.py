from __future__ import annotations

from scorecard.rendering.columns import bar, folded, line_width, natural_width, paragraph, table
from scorecard.rendering.spans import Line, Span, as_text


def row(*texts: str) -> tuple[Line, ...]:
    return tuple((Span(text),) for text in texts)


def test_columns_are_aligned_and_empty_ones_left_out() -> None:
    rows = [row("goal", "", "7 %"), row("日本", "", "100 %")]
    assert as_text(table(rows, right=(2,), indent=2), colour=False) == "  goal    7 %\n  日本  100 %\n"


def test_only_the_folding_column_is_folded() -> None:
    rows = [row("an-id-of-some-length", "a name of several words that is long", "12")]
    lines = table(rows, width=40, folding=1)
    text = as_text(lines, colour=False)
    assert "an-id-of-some-length" in text
    assert " ".join(text.split()) == "an-id-of-some-length a name of 12 several words that is long"
    assert max(map(line_width, lines)) <= 42
    assert natural_width(rows) == 20 + 2 + 36 + 2 + 2


def test_a_table_without_rows_is_nothing() -> None:
    assert table([]) == []


def test_paragraphs_are_indented_on_every_line() -> None:
    lines = paragraph("one two three four", indent=4, width=16)
    assert as_text(lines, colour=False) == "    one two\n    three four\n"


def test_a_bar_is_full_at_the_whole_only() -> None:
    def drawn(share: float) -> str:
        return "".join(span.text for span in bar(share, 10, "good"))

    assert drawn(1.0) == drawn(1.25) == "━" * 10
    assert drawn(0.999) == "━" * 9 + "─"
    assert drawn(0.001) == "━" + "─" * 9
    assert drawn(0.0) == drawn(-0.2) == "─" * 10


def test_a_styled_line_keeps_its_styles_when_folded() -> None:
    lines = folded((Span("one two ", "strong"), Span("three four", "muted")), 12, indent=2)
    assert as_text(lines, colour=False) == "one two\n  three four\n"
    assert {span.style for span in lines[1] if span.text.strip()} == {"muted"}
    shifted = folded((Span("    one two three"),), 16, indent=2)
    assert as_text(shifted, colour=False) == "    one two\n  three\n"
    assert folded((Span("one two"),), None) == [(Span("one two"),)]
