"""What the synthetic sample figures of this template are meant to show, month by month; see make_samples.py."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import accumulate
from random import Random

Month = tuple[int, int]

MONTHS: tuple[Month, ...] = tuple((2024 + month // 12, month % 12 + 1) for month in range(10, 34))
PLAN_BEGINS = 13.5  # between the months 13 and 14: December 2025 and January 2026
NETWORKS = ("instagram", "facebook", "linkedin")
CRISIS, AFTERMATH = (2026, 3), (2026, 4)
CAMPAIGN = {(2026, 4): 1.12, (2026, 5): 1.16}
SERVICE_ENDS = (2026, 9)

SEASON = (0.94, 1.06, 1.0, 1.0, 1.0, 0.96, 0.86, 0.84, 0.97, 1.0, 1.07, 1.2)  # January to December
POSTS = {2024: (6, 5, 3), 2025: (7, 5, 3), 2026: (9, 7, 5)}  # in a month: Instagram, Facebook, LinkedIn
MORE_POSTS = {(2024, 12): 2, (2025, 12): 2, (2026, 2): 1, (2026, 4): 2, (2026, 5): 2, (2026, 7): -3, (2026, 8): -4}

# Month by month, November 2024 to October 2026.
FOLLOWERS = (
    *(4050, 4160, 4230, 4330, 4410, 4490, 4570, 4640, 4690, 4740, 4830, 4920),
    *(5040, 5200, 5310, 5470, 5400, 5580, 5880, 6010, 6080, 6150, 6320, 6500),
)
LOST = (
    *(0.013, 0.012, 0.014, 0.013, 0.012, 0.013, 0.014, 0.012, 0.013, 0.013, 0.014, 0.013),
    *(0.012, 0.013, 0.013, 0.014, 0.044, 0.033, 0.018, 0.015, 0.015, 0.016, 0.019, 0.023),
)
AFTER_A_CLICK = {(2025, 12): 0.76, (2026, 9): 0.74, (2026, 10): 0.70}  # reach of the next post; else 0.94
NEGATIVE = {CRISIS: 0.46, AFTERMATH: 0.21, (2026, 5): 0.1}  # share of the comments; else 0.06
BUDGETS = (  # planned for advertising
    *(2000, 2300, 1900, 2000, 2000, 2000, 2000, 2000, 1900, 1900, 2000, 2000),
    *(2000, 2300, 1900, 2000, 2000, 2600, 2500, 1900, 1700, 1600, 1450, 1300),
)
PROVEN = (1, 1, 1, 2, 1, 1, 2, 1, 1, 1, 2, 1, 1, 2, 2, 2, 2, 3, 3, 2, 3, 2, 4, 4)
READABLE = {(2026, 8): 11, (2026, 9): 6, (2026, 10): 5}  # posts with a score; else all

TEAM = (  # people, trained, definition agreed, practices, tests, tactics proven, interviews
    *("5,0,0,0,0,0,0", "5,0,0,0,1,0,0", "5,0,0,0,1,0,0", "5,0,0,0,1,0,0", "5,0,0,0,0,0,0", "5,0,0,0,1,0,0"),
    *("5,0,0,0,1,1,0", "5,1,0,0,0,0,0", "5,1,0,0,1,0,0", "5,1,0,0,0,0,0", "5,1,0,0,1,0,1", "5,1,0,0,1,0,0"),
    *("5,1,0,0,1,0,0", "5,1,0,0,1,0,1", "6,2,0,1,1,0,1", "6,2,0,2,2,0,2", "6,3,0,2,1,0,0", "6,3,0,3,2,1,2"),
    *("7,4,1,4,2,0,3", "7,4,1,5,3,0,2", "7,5,1,6,2,1,", "7,5,1,7,2,0,", "7,6,1,7,4,1,", "7,6,1,8,4,0,"),
)
SURVEY = (  # answers, satisfied, profiles checked, profiles known
    *("2024-12-31,64,49,400,82", "2025-03-31,71,55,400,90", "2025-06-30,58,46,420,97"),
    *("2025-09-30,66,53,440,105", "2025-12-31,74,60,450,113", "2026-03-31,81,52,460,138"),
)

FIGURES = ("impressions", "reach", "likes", "comments", "negative_comments", "shares", "saves", "clicks")
NO_SAVES = tuple(name for name in FIGURES if name != "saves")
OWN = ("Theme", "Invites click", "Boosted", "Proven tactic", "Readability", "Quality points")
HEADINGS = {
    "instagram": (
        *("Post ID", "Publish time", "Description", "Views", "Reach", "Likes", "Comments", "Negative", "Shares"),
        *("Saves", "Link taps", *OWN),
    ),
    "facebook": (
        *("Post ID", "Publish time", "Title", "Impressions", "Reach", "Reactions", "Comments", "Negative comments"),
        *("Shares", "Link Clicks", *OWN),
    ),
    "linkedin": (
        *("post_id", "published", "title", *NO_SAVES, "theme", "invites_click", "promoted", "proven_tactic"),
        *("readability", "quality_points"),
    ),
}

TITLES = {
    "product": ("New in the range", "How it is made", "Old and new side by side", "Asked and answered"),
    "promotion": ("Order by Sunday", "Free delivery this week", "Last chance", "A try-out account, free"),
    "useful": ("Three mistakes to avoid", "Step by step", "Checklist", "How to choose"),
    "entertainment": ("Guess what this is", "Before the café opens", "Your pictures", "A small contest"),
    "lifestyle": ("A quiet morning", "Made by hand", "Weekend idea", "Ten years ago"),
}
TOPICS = ("gifts", "colours", "care", "first order", "storage", "repairs", "small rooms", "the season")
OCCASIONS = {  # the post nearest to the day gets the title
    "2024-12-19": "In time for Christmas",
    "2025-02-11": "Valentine's Day: last orders",
    "2025-12-19": "In time for Christmas",
    "2026-02-11": "Valentine's Day: last orders",
    "2026-03-10": "About the faulty delivery, and what we do now",
    "2026-04-14": "Spring campaign: one thing less",
}
WEEKDAYS = (1.1, 1.15, 1.1, 1.1, 1.0, 0.8, 0.75)


def level(*knots: float) -> list[float]:
    """A figure for each month: from the first knot (November 2024) over the second (the turn of 2025/26) to the
    last (October 2026)."""
    first, turn, last = knots
    return [
        first + (turn - first) * at / PLAN_BEGINS
        if at < PLAN_BEGINS
        else turn + (last - turn) * (at - PLAN_BEGINS) / (len(MONTHS) - 1 - PLAN_BEGINS)
        for at in range(len(MONTHS))
    ]


def days_of(year: int, month: int) -> list[date]:
    """All days of a month."""
    first = date(year, month, 1)
    return [day for day in (first + timedelta(days=n) for n in range(31)) if day.month == month]


def busy(month: Month, share: float = 1) -> float:
    """How much more or less there is in a month: so large a share of the season, and the campaign."""
    return (1 + share * (SEASON[month[1] - 1] - 1)) * CAMPAIGN.get(month, 1)


class Chance:
    """Seeded chance that is the same on every machine and in every version of Python."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)

    def number(self) -> float:
        """From 0 up to 1."""
        return self._random.random()

    def about(self, spread: float) -> float:
        """Around 1, at most ``spread`` away from it."""
        return 1 + spread * (self.number() + self.number() - 1)

    def one_of(self, things: Sequence[str]) -> str:
        """Any one of them."""
        return things[int(self.number() * len(things))]


def allot(total: float, weights: Sequence[float]) -> list[int]:
    """Whole numbers in the proportion of the weights whose sum is ``total``, rounded."""
    up_to = list(accumulate(weights))  # not `sum`: it rounds otherwise from Python 3.12 on
    ends = [int(round(total) * so_far / up_to[-1] + 0.5) for so_far in up_to]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]
