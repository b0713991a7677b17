"""How to read the page: statuses, numbers, diagnoses."""

from __future__ import annotations

from scorecard.rendering.numbers import limit_percent
from scorecard.rendering.report.element import Html, el, joined, name
from scorecard.rendering.report.history_chart import legend
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.marks import status_word
from scorecard.rendering.report.section import section
from scorecard.rendering.words import SCALE_LINE
from scorecard.result import Status

LIMITS = f"{SCALE_LINE} Goals and KPIs may have limits of their own."
ABOUT = "About this strategy"


def guide(found: Lookup) -> Html:
    """The statuses with their limits, and the words in which numbers are told."""
    return section(
        "guide",
        "How to read this",
        el(
            "dl",
            joined(joined((el("dt", status_word(key)), el("dd", said))) for key, said in status_meanings(found)),
            class_="facts",
        ),
        el("p", LIMITS),
        el(
            "dl",
            joined(joined((el("dt", key), el("dd", said))) for key, said in number_meanings(found)),
            class_="facts",
        ),
        _about(found),
        legend(found) if found.report.audience == "team" else None,
    )


def status_meanings(found: Lookup) -> tuple[tuple[Status, str], ...]:
    """When a goal or a KPI has which status."""
    limits, facts = found.card.limits, found.card.map
    return (
        ("on-track", f"from {limit_percent(limits.on_track)}"),
        ("at-risk", f"from {limit_percent(limits.at_risk)}"),
        ("off-track", f"below {limit_percent(limits.at_risk)}"),
        ("no-data", f"nothing is known, or less than {limit_percent(facts.min_coverage)} of it"),
    )


def number_meanings(found: Lookup) -> tuple[tuple[str, str], ...]:
    """The words in which numbers are told."""
    return (
        ("Results", "what was achieved: the weighted mean of the lagging KPIs of a goal"),
        ("Drivers", "what should bring the results: its leading KPIs and the results of the goals that drive it"),
        (
            "Outlook",
            "where the drivers pull, carried up all arrows; it is no forecast. Drivers make "
            f"{limit_percent(found.card.map.drivers_share)} of it",
        ),
        ("Coverage", "how much of what should be known is known; what is missing is never counted as 0"),
        ("Trend", "better or worse since the period before, never just up or down"),
        ("Guardrail", "a KPI that is watched beside a goal and never part of its score"),
    )


def about_facts(found: Lookup) -> list[tuple[str, str]]:
    """What the map says of itself beside its name and its mission, and its themes."""
    facts = found.card.map
    pairs = (
        ("Strategy", facts.description),
        ("Vision", facts.vision),
        ("Horizon", facts.horizon),
        ("Owner", facts.owner),
        *((f"Theme {theme.name}", theme.description) for theme in found.card.themes),
    )
    return [(word, said) for word, said in pairs if said]


def _about(found: Lookup) -> Html | None:
    lines = [joined((el("dt", name(word)), el("dd", name(said)))) for word, said in about_facts(found)]
    return joined((el("h3", ABOUT), el("dl", joined(lines), class_="facts"))) if lines else None
