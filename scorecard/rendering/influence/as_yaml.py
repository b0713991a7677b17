"""Proposed weights as YAML to be pasted into a map."""

from __future__ import annotations

from scorecard.influence import Influence, Proposal
from scorecard.rendering.influence.phrases import weight


def influence_yaml(found: Influence) -> str:
    """The causes of each goal with their proposed weights; ids need no quotes. Other keys of an arrow are not there."""
    effects: dict[str, list[Proposal]] = {}
    for one in found.proposals:
        effects.setdefault(one.effect, []).append(one)
    lines = ["# Weights of causes from judgement; keep the delay and because of each arrow.", "goals:"]
    for effect, causes in effects.items():
        lines += [f"  {effect}:", "    driven_by:", *map(_cause, causes)]
    return "\n".join(lines if effects else ["# No arrow runs between goals that were judged."]) + "\n"


def _cause(one: Proposal) -> str:
    if one.proposed is None:
        return f"      {one.cause}: {{weight: {weight(one.weight)}}}  # no direct influence is seen"
    return f"      {one.cause}: {{weight: {max(float(weight(one.proposed).replace(',', '')), 0.01):g}}}"
