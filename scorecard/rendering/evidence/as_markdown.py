"""The evidence as Markdown: a table, and a sentence for each arrow."""

from __future__ import annotations

from scorecard.arrow_evidence import ArrowEvidence, Evidence
from scorecard.rendering.evidence.sentences import (
    NOTES,
    VERDICT_GLYPH,
    VERDICT_WORD,
    headline,
    interval_text,
    p_text,
    power_text,
    sentence,
)
from scorecard.rendering.markdown import markdown_id, markdown_table, markdown_text
from scorecard.rendering.numbers import day

_HEADS = ("Verdict", "Arrow", "Declared", "Seen", "Periods", "r", "Corrected p", "Power")


def evidence_markdown(found: Evidence) -> str:
    """The evidence for a ticket or a report."""
    lines = [f"## {markdown_text(found.map)}: does the data support the arrows?", ""]
    lines += [f"{headline(found)}, as of {day(found.as_of)}", ""]
    lines += markdown_table(_HEADS, [_row(arrow) for arrow in found.arrows], right=(2, 3, 4, 5, 6, 7))
    said = [f"- {markdown_text(sentence(arrow, found.rhythm))}" for arrow in found.arrows]
    lines += [*said, ""] if said else []
    return "\n".join([*lines, *(f"<sub>{markdown_text(note)}</sub>" for note in NOTES)]) + "\n"


def _row(arrow: ArrowEvidence) -> tuple[str, ...]:
    return (
        f"{VERDICT_GLYPH[arrow.verdict]} {VERDICT_WORD[arrow.verdict]}",
        f"{markdown_id(arrow.cause)} {'⊣' if arrow.kind == 'hindered-by' else '→'} {markdown_id(arrow.effect)}",
        str(arrow.delay),
        "" if arrow.seen_delay is None else str(arrow.seen_delay),
        str(arrow.periods or ""),
        interval_text(arrow),
        p_text(arrow.q),
        power_text(arrow.power),
    )
