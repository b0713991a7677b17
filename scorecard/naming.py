"""Names made from ids, and things counted."""

from __future__ import annotations

_CAPITALS = frozenset(
    {"ai", "api", "arr", "b2b", "b2c", "clv", "cpa", "cpc", "cpm", "crm", "csat", "ctr", "esg", "eu", "gdp", "hr"}
    | {"it", "kpi", "ltv", "mrr", "nps", "pr", "roi", "seo", "sla", "uk", "us"}
)


def name_from(item_id: str) -> str:
    """Make a readable name of an id: ``engaging-content`` is "Engaging content", ``hr-cost`` "HR cost"."""
    words = [word.upper() if word in _CAPITALS else word for word in item_id.split("-")]
    return " ".join([words[0][:1].upper() + words[0][1:], *words[1:]])


def counted(**numbers: int) -> str:
    """``9 goals, 1 arrow``."""
    return ", ".join(f"{number} {word}{'' if number == 1 else 's'}" for word, number in numbers.items())
