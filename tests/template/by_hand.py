"""The figures of the social-media template worked out by hand: the rows are read with ``csv``, the rest is adding up.

Nothing of the package is used here, so that a figure on which both agree is right. What a KPI means is written down
once more, from its description: `values` gives every KPI and measure of a month, `targets` the targets that come from
the figures of another time.
"""

from __future__ import annotations

import csv
import io
from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[2] / "templates/social-media/data"
NETWORKS = ("instagram", "facebook", "linkedin")
PURCHASES_PER_YEAR, YEARS_AS_CUSTOMER = 2, 4

Row = dict[str, Any]
Month = tuple[int, int]
Value = float | None


def cell(text: str) -> Any:
    """A whole number, yes or no, nothing, or else the text."""
    if text in ("yes", "no"):
        return text == "yes"
    if text == "":
        return None
    return int(text) if text.isdigit() and len(text) < 12 else text


def table(name: str, *, encoding: str = "utf-8", skip: int = 0) -> list[Row]:
    """The rows of a file by the names of its columns."""
    lines = (DATA / name).read_bytes().decode(encoding).splitlines(keepends=True)[skip:]
    return [{column: cell(text) for column, text in row.items()} for row in csv.DictReader(io.StringIO("".join(lines)))]


def renamed(rows: Iterable[Row], names: dict[str, str], **more: Any) -> list[Row]:
    """The same rows with our names of the columns."""
    return [{names.get(column, column.lower()): value for column, value in row.items()} | more for row in rows]


OWN = {
    "Post ID": "post_id",
    "Publish time": "published",
    "Invites click": "invites_click",
    "Boosted": "promoted",
    "Proven tactic": "proven_tactic",
    "Quality points": "quality_points",
}


def posts() -> list[Row]:
    """All posts of three networks, each once, as the later of two exports shows it, in order of time."""
    instagram = OWN | {"Description": "title", "Views": "impressions", "Negative": "negative_comments"}
    facebook = OWN | {"Reactions": "likes", "Negative comments": "negative_comments"}
    rows = [
        *renamed(table("instagram-2025.csv"), instagram, network="instagram"),
        *renamed(table("instagram-2026.csv"), instagram, network="instagram"),
        *renamed(table("facebook-posts.csv", encoding="utf-16", skip=2), facebook, network="facebook", saves=None),
        *renamed(table("linkedin-posts.csv"), {}, network="linkedin", saves=None),
    ]
    for row in rows:
        form = "%m/%d/%Y %H:%M" if row["network"] == "facebook" else "%Y-%m-%d %H:%M"
        row["published"] = datetime.strptime(row["published"], form)
        row["day"] = row["published"].date()
    once = {row["post_id"]: row for row in rows}
    found = sorted(once.values(), key=lambda row: row["published"])
    for network in NETWORKS:
        one = [row for row in found if row["network"] == network]
        for row, after in zip(one, [*one[1:], None], strict=True):
            row["next_reach"] = after["reach"] if after else None
    return found


def dated(name: str, column: str = "date") -> list[Row]:
    """The rows of a file with a day each."""
    return [row | {"day": date.fromisoformat(row[column])} for row in table(name)]


def first_day(month: Month) -> date:
    """The first of a month."""
    return date(*month, 1)


def last_day(month: Month) -> date:
    """The last day of a month."""
    return date(*month, monthrange(*month)[1])


def within(rows: Iterable[Row], start: date, end: date) -> list[Row]:
    """The rows of some days, both ends inside."""
    return [row for row in rows if start <= row["day"] <= end]


def added(rows: Iterable[Row], column: str) -> Value:
    """The sum of what there is; nothing when there is nothing."""
    there = [row[column] for row in rows if row[column] is not None]
    return sum(there) if there else None


def counted(rows: Iterable[Row], column: str) -> int:
    """How many rows have something there."""
    return sum(row[column] is not None for row in rows)


def at_the_end(rows: list[Row], column: str, take: Callable[..., date] = max) -> Value:
    """The last figure of each network (or of the whole, without networks), added up."""
    found = []
    for network in sorted({str(row.get("network", "")) for row in rows}):
        there = [row for row in rows if str(row.get("network", "")) == network and row[column] is not None]
        if there:
            day = take(row["day"] for row in there)
            (only,) = [row[column] for row in there if row["day"] == day]
            found.append(only)
    return sum(found) if found else None


def ratio(above: Value, below: Value) -> Value:
    """A share; nothing when a part is missing or the divisor is 0."""
    return None if above is None or not below else above / below


def mean(numbers: list[float]) -> Value:
    """The plain mean; nothing of nothing."""
    return sum(numbers) / len(numbers) if numbers else None


def of_posts(month: Month) -> dict[str, Value]:
    """What the posts of a month came to."""
    rows = within(POSTS, first_day(month), last_day(month))
    reach, count = added(rows, "reach"), len(rows)
    done = sum(added(rows, column) or 0 for column in ("likes", "comments", "shares", "saves"))
    return {
        "comments": added(rows, "comments"),
        "comments-per-post": ratio(added(rows, "comments"), count),
        "impressions": added(rows, "impressions"),
        "organic-impressions": added([row for row in rows if not row["promoted"]], "impressions"),
        "likes": added(rows, "likes"),
        "shares-per-post": ratio(added(rows, "shares"), count),
        "posting-frequency": count,
        "readability-index": mean([row["readability"] for row in rows if row["readability"] is not None]),
        "content-quality-index": ratio(added(rows, "quality_points"), counted(rows, "quality_points")),
        "posts-with-proven-tactics": ratio(sum(row["proven_tactic"] for row in rows), count),
        "interactions": done,
        "engagement-rate-by-reach": ratio(done, reach),
        "sharing-rate": ratio(added(rows, "shares"), reach),
        "next-post-reach-ratio": mean(
            [row["next_reach"] / row["reach"] for row in rows if row["invites_click"] and row["next_reach"] is not None]
        ),
        "negative-comment-share": ratio(added(rows, "negative_comments"), added(rows, "comments")),
    }


def of_accounts(month: Month) -> dict[str, Value]:
    """What the accounts of a month came to."""
    rows = within(ACCOUNTS, first_day(month), last_day(month))
    return {
        "private-questions": added(rows, "private_questions"),
        "brand-mentions": added(rows, "mentions"),
        "people-tagged": added(rows, "tags"),
        "profile-visits": added(rows, "profile_visits"),
        "followers": at_the_end(rows, "followers"),
        "unfollow-rate": ratio(added(rows, "lost_followers"), at_the_end(rows, "followers", min)),
        "reach": at_the_end(rows, "reach"),
    }


def of_site(month: Month) -> dict[str, Value]:
    """What the site of a month, of the year so far and of twelve months came to."""
    year, number = month
    rows = within(SITE, first_day(month), last_day(month))
    so_far = within(SITE, date(year, 1, 1), last_day(month))
    twelve = within(SITE, date(year - (number < 12), number % 12 + 1, 1), last_day(month))
    return {
        "qualified-interactions": added(rows, "qualified"),
        "leads": added(rows, "leads"),
        "lead-to-sale-rate": ratio(added(rows, "orders"), added(rows, "leads")),
        "social-revenue": added(so_far, "revenue"),
        "subscribers": at_the_end(rows, "subscribers"),
        "direct-traffic": added(rows, "sessions_social"),
        "indirect-traffic": added(rows, "sessions_brand"),
        "time-on-site": ratio(added(rows, "seconds"), added(rows, "sessions_social")),
        "bounce-rate": ratio(added(rows, "bounced"), added(rows, "sessions_social")),
        "average-order-value": ratio(added(twelve, "revenue"), added(twelve, "orders")),
    }


def of_service(month: Month) -> dict[str, Value]:
    """How questions and complaints of a month were dealt with."""
    rows = within(SERVICE, first_day(month), last_day(month))
    complaints = [row for row in rows if row["kind"] == "complaint"]
    minutes = ratio(added(rows, "response_minutes"), counted(rows, "response_minutes"))
    return {
        "first-response-time": None if minutes is None else minutes / 60,
        "complaint-resolution-rate": ratio(sum(row["resolved"] for row in complaints), len(complaints)),
    }


def of_team(month: Month) -> dict[str, Value]:
    """What the team of a month, and of the year so far, came to."""
    rows = within(TEAM, first_day(month), last_day(month))
    so_far = within(TEAM, date(month[0], 1, 1), last_day(month))
    return {
        "team-trained": ratio(at_the_end(rows, "trained"), at_the_end(rows, "people")),
        "qualified-interaction-agreed": at_the_end(rows, "definition_agreed"),
        "best-practices-adopted": at_the_end(rows, "practices"),
        "proven-tactics": added(so_far, "tactics_proven"),
        "tests-concluded": added(rows, "tests"),
        "customer-interviews": added(rows, "interviews"),
    }


def of_survey(month: Month) -> dict[str, Value]:
    """What the last quarter that is over has answered."""
    year, number = month
    ends = (year, number - number % 3) if number >= 3 else (year - 1, 12)
    rows = within(SURVEY, date(ends[0], ends[1] - 2, 1), last_day(ends))
    return {
        "followers-with-known-profile": ratio(added(rows, "profiles_known"), added(rows, "profiles_checked")),
        "csat": ratio(added(rows, "satisfied"), added(rows, "answers")),
    }


def values(month: Month) -> dict[str, Value]:
    """Every KPI and measure of a month, by id."""
    ads = within(ADS, first_day(month), last_day(month))
    found = {
        "ad-spend": added(ads, "cost"),
        "production-cost": added(ads, "production"),
        "social-media-budget": added(ads, "budget"),
    }
    for part in (of_posts, of_accounts, of_site, of_service, of_team, of_survey):
        found |= part(month)
    spent, basket = found["ad-spend"], found["average-order-value"]
    cost = None if spent is None or found["production-cost"] is None else spent + found["production-cost"]
    found["cost-per-lead"] = ratio(cost, found["leads"])
    found["customer-lifetime-value"] = None if basket is None else basket * PURCHASES_PER_YEAR * YEARS_AS_CUSTOMER
    if found["reach"] is None:
        found["reach"] = found["impressions"]
    return found


def targets(month: Month) -> dict[str, Value]:
    """The targets that lie in the figures of another time, or that change in the course of time."""
    year, number = month
    before = of_site((year - 1, number))["indirect-traffic"]
    revenue = {2025: 60_000, 2026: 130_000}[year]
    elapsed = (last_day(month) - date(year, 1, 1)).days + 1
    return {
        "indirect-traffic": None if before is None else before * 1.2,
        "social-revenue": revenue * elapsed / ((date(year, 12, 31) - date(year, 1, 1)).days + 1),
    }


def performances(month: Month) -> dict[str, Value]:
    """How good six KPIs are, one for each kind of scale that depends on time or on another figure."""
    found, wanted = values(month), targets(month)
    year = month[0]
    passed = ((last_day(month) - date(2026, 1, 1)).days + 1) / 365 if year == 2026 else 0
    followers = ((found["followers"] or 0) - 5_200) / 1_800
    posts_now, bounce = found["posting-frequency"] or 0, found["bounce-rate"] or 0
    asked = {(2026, 3): 0.2, (2026, 10): 0.5}.get(month)
    tactics = found["posts-with-proven-tactics"] or 0
    brand, brand_wanted = found["indirect-traffic"] or 0, wanted["indirect-traffic"]
    before = None if brand_wanted is None else brand_wanted / 1.2
    return {
        "followers": clamp(1 - max(0, passed - followers)),
        "posting-frequency": clamp((posts_now - 8) / 12) if posts_now < 20 else 1,
        "bounce-rate": clamp((0.75 - bounce) / 0.35),
        "posts-with-proven-tactics": None if asked is None else clamp((tactics - 0.1) / (asked - 0.1)),
        "indirect-traffic": None if before is None else clamp((brand - before) / (0.2 * before)),
        "social-revenue": clamp((found["social-revenue"] or 0) / (wanted["social-revenue"] or 1)),
    }


def clamp(number: float) -> float:
    """The nearest number from 0 to 1."""
    return min(1.0, max(0.0, number))


POSTS = posts()
ACCOUNTS, SITE, ADS, TEAM, SURVEY = (dated(f"{name}.csv") for name in ("accounts", "site", "ads", "team", "survey"))
SERVICE = dated("service.csv", "opened")
