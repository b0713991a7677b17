"""Names made from ids, the names of months, and things counted."""

from __future__ import annotations

_CAPITALS = frozenset(
    {"ai", "api", "arr", "b2b", "b2c", "clv", "cpa", "cpc", "cpm", "crm", "csat", "ctr", "esg", "eu", "gdp", "hr"}
    | {"it", "kpi", "ltv", "mrr", "nps", "pr", "roi", "seo", "sla", "uk", "us"}
)

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_GERMAN = (
    *(("Januar",), ("Februar",), ("März", "Mrz"), ("April",), ("Mai",), ("Juni",)),
    *(("Juli",), ("August",), ("September",), ("Oktober",), ("November",), ("Dezember",)),
)


def name_from(item_id: str) -> str:
    """Make a readable name of an id: ``engaging-content`` is "Engaging content", ``hr-cost`` "HR cost"."""
    words = [word.upper() if word in _CAPITALS else word for word in item_id.split("-")]
    return " ".join([words[0][:1].upper() + words[0][1:], *words[1:]])


def month_number(word: str) -> int | None:
    """The number of a month by its English or German name, which may be cut short; None where it is no month's, or
    several months' as ``Ju`` is."""
    named = [
        number
        for number, (english, german) in enumerate(zip(MONTHS, _GERMAN, strict=True), 1)
        if any(name.lower().startswith(word.lower()) for name in (english, *german))
    ]
    return named[0] if len(named) == 1 else None


def counted(**numbers: int) -> str:
    """``9 goals, 1 arrow``."""
    return ", ".join(f"{number} {word}{'' if number == 1 else 's'}" for word, number in numbers.items())
