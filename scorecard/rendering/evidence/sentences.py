"""What the figures say of an arrow, as a sentence for a meeting."""

from __future__ import annotations

from collections.abc import Mapping
from math import floor

from scorecard.arrow_evidence import ArrowEvidence, Evidence, Verdict, WhyNot
from scorecard.naming import counted
from scorecard.period import Rhythm
from scorecard.rendering.words import delay_words

VERDICT_WORD: Mapping[Verdict, str] = {
    "supported": "supported",
    "contradicted": "contradicted",
    "not-seen": "not seen",
    "too-short": "too short to say",
    "no-data": "no data",
}
VERDICT_GLYPH: Mapping[Verdict, str] = {
    "supported": "✔",
    "contradicted": "✖",
    "not-seen": "○",
    "too-short": "…",
    "no-data": "∙",
}
VERDICT_STYLE: Mapping[Verdict, str] = {
    "supported": "good",
    "contradicted": "bad",
    "not-seen": "none",
    "too-short": "none",
    "no-data": "none",
}

WHY_WORD: Mapping[WhyNot, str] = {
    "no-figures": "one of the two has no figures with dates",
    "no-direction": "one of the two has no direction, so nothing says which way is better",
    "no-results": "the goal has no result that is measured apart from its drivers",
    "never-changes": "the figures of one of the two are always the same",
    "no-shared-period": "there are no two periods in a row in which both were measured",
    "same-kpi": "the two are measured by the same KPI",
    "few-changes": "the figures of one of the two hardly ever change",
    "few-periods": "too few periods in a row in which both are known",
}

NOTES = (
    "Compared are changes from one period to the next, without trend and seasons and what each tells of itself. "
    "r goes from −1 to 1; 0.1 is small, 0.3 medium, 0.5 large. Corrected p: for the search over delays and for all "
    "arrows of this map; supported or contradicted from 0.05 down.",
    "Supported is not proved: what moves both, the one a little earlier, looks the same, and within one period nothing "
    "shows which came first.",
)


def sentence(arrow: ArrowEvidence, rhythm: Rhythm) -> str:
    """What was seen of an arrow, in one sentence with its numbers; names are the map's and not made printable."""
    if arrow.verdict == "no-data":
        return f"{_hypothesis(arrow, rhythm)}: no data, {WHY_WORD[arrow.why or 'no-figures']}."
    span = counted(**{rhythm: arrow.periods})
    if arrow.why is not None:
        short = f", {WHY_WORD[arrow.why]}" if arrow.why == "few-changes" else ""
        return f"{_hypothesis(arrow, rhythm)}: too short to say with {span} in a row{short}."
    if arrow.verdict in ("supported", "contradicted"):
        seen = _hypothesis(arrow, rhythm, as_seen=True)
        if arrow.verdict == "supported":
            return f"{seen}: seen in {span} ({numbers(arrow)}){declared(arrow, rhythm)}."
        expected = "worse" if arrow.kind == "hindered-by" else "better"
        return f"{seen}: seen in {span} ({numbers(arrow)}), while the map says {expected}{declared(arrow, rhythm)}."
    chance = f"the chance to see a medium effect was {power_text(arrow.power)}"
    if arrow.verdict == "not-seen":
        return f"{_hypothesis(arrow, rhythm)}: not seen in {span} ({numbers(arrow)}), and {chance}."
    return f"{_hypothesis(arrow, rhythm)}: too short to say with {span} ({numbers(arrow)}); {chance}."


def numbers(arrow: ArrowEvidence) -> str:
    """The correlation with its interval, and the corrected p: ``r 0.52, 0.23 to 0.73, corrected p 0.004``."""
    return f"r {interval_text(arrow)}, corrected p {p_text(arrow.q)}"


def interval_text(arrow: ArrowEvidence) -> str:
    """``0.52, 0.23 to 0.73``, empty where nothing was tested."""
    if arrow.r is None or arrow.low is None or arrow.high is None:
        return ""
    return f"{_hundredths(arrow.r)}, {_hundredths(arrow.low)} to {_hundredths(arrow.high)}"


def p_text(p: float | None) -> str:
    """A p as ``0.21``, ``0.004`` or ``below 0.001``; one above 0.05 never reads 0.05."""
    if p is None:
        return ""
    if p < 0.001:
        return "below 0.001"
    text = f"{p:.3f}" if p < 0.1 else f"{p:.2f}"
    return f"{p:.4f}" if text == "0.050" and p > 0.05 else text


def power_text(power: float | None) -> str:
    """A power as whole per cent, cut and not rounded, so that 79.9 % does not read 80 %."""
    return "" if power is None else f"{floor(power * 100 + 1e-9)} %"


def declared(arrow: ArrowEvidence, rhythm: Rhythm) -> str:
    """What was declared where the figures speak for another delay: ``; declared was 1 month``."""
    if arrow.seen_delay is None or arrow.seen_delay == arrow.delay:
        return ""
    return f"; declared was {'the same ' + rhythm if not arrow.delay else delay_words(arrow.delay, rhythm)}"


def headline(found: Evidence) -> str:
    """How many arrows have each verdict: ``3 supported, 1 contradicted, 8 too short to say``."""
    counts = {verdict: sum(arrow.verdict == verdict for arrow in found.arrows) for verdict in VERDICT_WORD}
    said = [f"{count} {VERDICT_WORD[verdict]}" for verdict, count in counts.items() if count]
    return f"Of {counted(arrow=len(found.arrows))}: {', '.join(said)}" if said else "The map has no arrow."


def _hypothesis(arrow: ArrowEvidence, rhythm: Rhythm, *, as_seen: bool = False) -> str:
    """Cause and effect in words, as declared or as seen: ``Better “A” is followed by worse “B” 2 months later``."""
    delay, worse = arrow.delay, arrow.kind == "hindered-by"
    if as_seen and arrow.r is not None and arrow.seen_delay is not None:
        delay, worse = arrow.seen_delay, arrow.r < 0
    way = "worse" if worse else "better"
    if not delay:
        return f"Better “{arrow.cause_name}” goes with {way} “{arrow.effect_name}” in the same {rhythm}"
    return f"Better “{arrow.cause_name}” is followed by {way} “{arrow.effect_name}” {delay_words(delay, rhythm)} later"


def _hundredths(number: float) -> str:
    text = f"{number:.2f}"
    return "0.00" if text == "-0.00" else text.replace("-", "−")
