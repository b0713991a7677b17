"""Judgements of influence in words."""

from __future__ import annotations

from scorecard.influence import Influence, Proposal
from scorecard.naming import counted
from scorecard.rendering.numbers import plain_number

READING = (
    "Prominence: how much a goal gives and receives over all paths. Net: what it gives less what it receives; above 0 "
    "it is more a cause, below 0 more an effect. Proposed weights follow the direct influence of the causes of a goal "
    "and keep their sum."
)


def title(found: Influence) -> str:
    """What was judged, and by how many."""
    of = f" · {found.map}" if found.map else ""
    return f"Influence of {counted(goal=len(found.goals))} on each other, judged by {counted(expert=found.experts)}{of}"


def number(value: float) -> str:
    """Three decimals with a sign where it is below 0: ``−0.857``."""
    return f"{value:.3f}".replace("-", "−") if round(value, 3) else "0.000"


def weight(value: float) -> str:
    """A weight as it is written in a map: two decimals at most."""
    return plain_number(round(value, 2))


def proposal_words(proposal: Proposal) -> str:
    """What the weight becomes: ``1 → 1.5``, ``as it is``, ``in doubt``."""
    if proposal.proposed is None:
        return "in doubt: no direct influence is seen"
    now, then = weight(proposal.weight), weight(proposal.proposed)
    return "as it is" if now == then else f"{now} → {then}"


def outside_words(found: Influence) -> str:
    """The goals of the map that nobody judged."""
    return f"Not judged, and their arrows not weighed: {', '.join(found.outside)}." if found.outside else ""
