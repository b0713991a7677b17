"""Makes the sample figures of this template: two years of invented raw rows for three social networks.

EVERYTHING IN THESE FILES IS SYNTHETIC. There is no such organisation, nobody wrote these posts and nobody bought
anything. The figures are made so that a scorecard has something to show:

- a season: Valentine's Day, a quiet summer, a busy December
- a spring campaign: 13 April to 17 May 2026
- a crisis: in March 2026 a faulty delivery brings complaints, slow answers and lost followers
- figures that are missing: the service desk's rows of October 2026 have not come, three columns have run dry
- figures that are too old (the survey ends in March 2026) or too few (readability since September 2026)
- two alarms: people leave faster than they should, and posts that ask for a click cost the next post its reach

Run it in any folder: `python make_samples.py` writes the files beside itself. It needs Python 3.11 and nothing
else, and writes the same bytes on every machine: chance comes from a seed and all arithmetic is plain.
Delete it, and `sample_plan.py`, as soon as the files are your own.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import accumulate
from pathlib import Path
from typing import Any

from sample_plan import (
    AFTER_A_CLICK,
    AFTERMATH,
    BUDGETS,
    CRISIS,
    FIGURES,
    FOLLOWERS,
    HEADINGS,
    LOST,
    MONTHS,
    MORE_POSTS,
    NEGATIVE,
    NETWORKS,
    NO_SAVES,
    OCCASIONS,
    POSTS,
    PROVEN,
    READABLE,
    SEASON,
    SERVICE_ENDS,
    SURVEY,
    TEAM,
    TITLES,
    TOPICS,
    WEEKDAYS,
    Chance,
    Month,
    allot,
    busy,
    days_of,
    level,
)

Row = Sequence[object]
Post = dict[str, Any]


# ---- Posts ----


def post_days(chance: Chance, year: int, month: int, network: str) -> list[str]:
    """When the posts of a network appear in a month, in order."""
    count = POSTS[year][NETWORKS.index(network)]
    more = MORE_POSTS.get((year, month), 0)
    count += (more + (NETWORKS.index(network) == 0)) // 2 if network != "linkedin" else 0
    if (year, month) == (2026, 10):
        count += network == "instagram"
    days = days_of(year, month)
    found = []
    for at in range(count):
        day = days[int((at + 0.3 + 0.4 * chance.number()) * len(days) / count)]
        found.append(f"{day} {8 + int(12 * chance.number()):02}:{15 * int(4 * chance.number()):02}")
    return found


def new_posts(chance: Chance) -> dict[Month, list[Post]]:
    """The posts of each month with what is known of them before anybody has seen them."""
    posts: dict[Month, list[Post]] = {month: [] for month in MONTHS}
    for network in NETWORKS:
        number, after_click = 0, False
        for month in MONTHS:
            for published in post_days(chance, *month, network):
                number += 1
                theme = chance.one_of(tuple(TITLES))
                invites = not after_click and theme in ("product", "promotion", "useful") and chance.number() < 0.6
                promoted = not after_click and not invites and chance.number() < 0.2
                weight = chance.about(0.16) * (1.7 if promoted else 1)
                posts[month].append(
                    {
                        "network": network,
                        "post_id": f"{17 + NETWORKS.index(network)}9{number * 7919:014}",
                        "published": published,
                        "title": f"{chance.one_of(TITLES[theme])}: {chance.one_of(TOPICS)}",
                        "theme": theme,
                        "invites_click": invites,
                        "promoted": promoted,
                        "weight": weight * (AFTER_A_CLICK.get(month, 0.94) if after_click else 1),
                    }
                )
                after_click = invites
    return posts


def name_occasions(posts: dict[Month, list[Post]]) -> None:
    """Titles for the occasions of the year on the two larger networks."""
    for day, title in OCCASIONS.items():
        when = date.fromisoformat(day)
        for network in NETWORKS[:2]:
            of_network = [post for post in posts[when.year, when.month] if post["network"] == network]
            nearest = min(of_network, key=lambda post: abs(date.fromisoformat(post["published"][:10]) - when))
            nearest["title"] = title


def add_reach(chance: Chance, posts: dict[Month, list[Post]]) -> None:
    """How many saw the posts, and how often: every month adds up to what was planned for it."""
    planned, share = level(39_000, 46_500, 59_500), dict(zip(NETWORKS, (0.5, 0.35, 0.15), strict=True))
    for at, month in enumerate(MONTHS):
        count = {network: sum(post["network"] == network for post in posts[month]) for network in NETWORKS}
        weights = [share[post["network"]] / count[post["network"]] * post["weight"] for post in posts[month]]
        total = planned[at] * busy(month) * chance.about(0.03) * (1.1 if month == CRISIS else 1)
        for post, reached in zip(posts[month], allot(total, weights), strict=True):
            post["reach"] = reached
            post["impressions"] = round(reached * displays(post["network"], month) * chance.about(0.04))


def add_answers(chance: Chance, posts: dict[Month, list[Post]]) -> None:
    """What people did with the posts."""
    liking = {"instagram": 1.4, "facebook": 0.9, "linkedin": 0.7}
    plain: dict[str, float] = {}
    # By month; what the crisis made of it; how much single posts differ; on which networks there is more of it.
    plans: dict[str, tuple[list[float], float, float, dict[str, float]]] = {
        "likes": (level(1_800, 2_400, 3_300), 0.8, 0.3, liking),
        "comments": (level(130, 180, 363), 1.5, 0.5, plain),
        "shares": (level(225, 300, 506), 0.9, 0.5, liking),
        "saves": (level(110, 150, 245), 1, 0.4, {"facebook": 0, "linkedin": 0}),
        "clicks": (level(900, 1_250, 1_700), 1, 0.3, plain),
    }
    for at, month in enumerate(MONTHS):
        now = posts[month]
        for name, (planned, crisis, spread, more) in plans.items():
            weights = [post["reach"] * more.get(post["network"], 1) * chance.about(spread) for post in now]
            if name in ("clicks", "comments"):
                weights = [n * stirring(post, name) for n, post in zip(weights, now, strict=True)]
            total = planned[at] * busy(month) * chance.about(0.03) * (crisis if month == CRISIS else 1)
            for post, number in zip(now, allot(total, weights), strict=True):
                post[name] = number
        said = [post["comments"] for post in now]
        for post, number in zip(now, allot(sum(said) * NEGATIVE.get(month, 0.06), said), strict=True):
            post["negative_comments"] = number


def stirring(post: Post, name: str) -> float:
    """How much more a post makes people click or talk than others do."""
    if name == "clicks":
        return 4 if post["invites_click"] else 1
    return 3 if "faulty" in post["title"] else 1


def add_notes(chance: Chance, posts: dict[Month, list[Post]]) -> None:
    """What our own team notes about the posts."""
    quality, readable = level(5.2, 6.0, 7.3), level(47, 50, 52)
    for at, month in enumerate(MONTHS):
        now = posts[month]
        proven = allot(PROVEN[at], [1] * len(now))
        scored = allot(READABLE.get(month, len(now)), [1] * len(now))
        for n, post in enumerate(now):
            score = round(readable[at] + 12 * (chance.number() + chance.number() - 1))
            post["quality_points"] = round(quality[at] + 2.4 * (chance.number() + chance.number() - 1))
            post["proven_tactic"] = proven[n] == 1
            post["readability"] = score if scored[n] else ""


def displays(network: str, month: Month) -> float:
    """Displays for each account reached. From 2026 on two networks count every replay as a view."""
    usual = {"instagram": 1.6, "facebook": 1.5, "linkedin": 1.55}[network]
    return usual * (1.15 if month >= (2026, 1) and network != "linkedin" else 1)


def yes_no(truth: object) -> str:
    """How a cell says it."""
    return "yes" if truth else "no"


def export(network: str, posts: Iterable[Post]) -> Iterator[Row]:
    """The posts of a network in its own layout; only one of the three tells how often a post was saved."""
    yield HEADINGS[network]
    for post in posts:
        figures = FIGURES if network == "instagram" else NO_SAVES
        notes = [post["theme"], *(yes_no(post[name]) for name in ("invites_click", "promoted", "proven_tactic"))]
        own = (post["readability"], post["quality_points"])
        yield [post["post_id"], post["published"], post["title"], *(post[name] for name in figures), *notes, *own]


def as_on_4_january(post: Post) -> Post:
    """A post as the first of two exports has it: the youngest ones went on being seen."""
    young = post["published"] >= "2025-12-20"
    return post | ({name: post[name] * 9 // 10 for name in FIGURES} if young else {})


def dated_as_in_america(post: Post) -> Post:
    """The same with the month in front."""
    day, time = post["published"].split(" ")
    year, month, of_month = day.split("-")
    return post | {"published": f"{month}/{of_month}/{year} {time}"}


def post_files(posts: dict[Month, list[Post]]) -> dict[str, bytes]:
    """The exports of the three networks, each in its own layout."""
    of: dict[str, list[Post]] = {
        network: [post for month in MONTHS for post in posts[month] if post["network"] == network]
        for network in NETWORKS
    }
    first = [as_on_4_january(post) for post in of["instagram"] if post["published"] < "2026-01-04"]
    second = [post for post in of["instagram"] if post["published"] >= "2025-12-20"]
    american = text(export("facebook", map(dated_as_in_america, of["facebook"])), quoting=csv.QUOTE_ALL)
    facebook = "sep=,\n" + '"Facebook posts"\n' + american
    return {
        "instagram-2025.csv": text(export("instagram", first)).encode(),
        "instagram-2026.csv": text(export("instagram", second)).encode(),
        "facebook-posts.csv": b"\xff\xfe" + facebook.encode("utf-16-le"),
        "linkedin-posts.csv": text(export("linkedin", of["linkedin"])).encode(),
    }


# ---- Accounts, and the cases of the service desk ----


ACCOUNT_COLUMNS = (
    *("date", "network", "followers", "new_followers", "lost_followers", "profile_visits", "mentions", "tags"),
    *("private_questions", "reach"),
)
SITE_COLUMNS = (
    *("date", "sessions_social", "sessions_brand", "bounced", "seconds", "qualified", "leads", "orders", "revenue"),
    "subscribers",
)


def account_rows(chance: Chance, posts: dict[Month, list[Post]]) -> Iterator[Row]:
    """A row for each day and network."""
    visits, mentions, tags = level(1_400, 1_800, 2_300), level(110, 140, 190), level(31, 40, 58)
    questions, before = level(45, 60, 88), dict(zip(NETWORKS, (2_050, 1_520, 430), strict=True))
    yield ACCOUNT_COLUMNS
    for at, month in enumerate(MONTHS):
        usual = busy(month, 0.6) * chance.about(0.02)
        days, share = days_of(*month), 0.5 + 0.06 * at / len(MONTHS)
        after = allot(FOLLOWERS[at], (share, 0.89 - share - 0.02 * at / len(MONTHS), 0.11 + 0.02 * at / len(MONTHS)))
        parts = {
            "visits": allot(visits[at] * usual, (0.5, 0.33, 0.17)),
            "mentions": allot(mentions[at] * usual * (1.8 if month == CRISIS else 1), (0.45, 0.4, 0.15)),
            "tags": allot(tags[at] * usual, (0.6, 0.3, 0.1)),
            "questions": allot(questions[at] * usual * (1.4 if month == CRISIS else 1), (0.45, 0.42, 0.13)),
        }
        daily: dict[str, list[Row]] = {}
        for n, network in enumerate(NETWORKS):
            weights = [WEEKDAYS[day.weekday()] * chance.about(0.5) for day in days]
            lost = round(LOST[at] * before[network] * chance.about(0.05))
            gone = allot(lost, [chance.about(0.9) for _ in days])
            come = allot(after[n] - before[network] + lost, weights)
            followers = list(
                accumulate((new - old for new, old in zip(come, gone, strict=True)), initial=before[network])
            )
            before[network] = after[n]
            counted = [allot(of[n], [w * chance.about(0.6) for w in weights]) for of in parts.values()]
            gross = sum(post["reach"] for post in posts[month] if post["network"] == network)
            reach = [""] * (len(days) - 1) + [round(gross * 0.7 * chance.about(0.06)) if month < (2026, 9) else ""]
            daily[network] = list(zip(followers[1:], come, gone, *counted, reach, strict=True))
        for day in days:
            for network in NETWORKS:
                yield (day, network, *daily[network][day.day - 1])


def service_rows(chance: Chance, accounts: Iterable[Row]) -> Iterator[Row]:
    """A row for each private question and for each complaint, until the service desk's last export."""
    minutes, solved = level(800, 720, 270), level(0.62, 0.66, 0.87)
    complaints, solved_of = {CRISIS: 44, AFTERMATH: 22, (2026, 5): 12}, {CRISIS: 0.45, AFTERMATH: 0.6}
    days = [(date.fromisoformat(str(row[0])), str(row[1]), int(str(row[8]))) for row in accounts]
    yield ("opened", "network", "kind", "response_minutes", "resolved")
    for at, month in enumerate(MONTHS):
        if month > SERVICE_ENDS:
            return
        wait = minutes[at] * {CRISIS: 2.1, AFTERMATH: 1.4}.get(month, 1)
        here = [row for row in days if (row[0].year, row[0].month) == month]
        share = {"instagram": 0.35, "facebook": 0.5, "linkedin": 0.15}
        angry = allot(
            complaints.get(month, 7 + 5 * chance.number()),
            [share[network] * chance.about(0.9) for _, network, _ in here],
        )
        done = allot(sum(angry) * solved_of.get(month, solved[at]), [1] * sum(angry))
        for (day, network, questions), complained in zip(here, angry, strict=True):
            for kind in ["question"] * questions + ["complaint"] * complained:
                luck = chance.number()
                answer = round(wait * (0.25 + 2.25 * luck * luck)) if chance.number() > 0.03 else ""
                resolved = done.pop() if kind == "complaint" else answer != ""
                yield (day, network, kind, answer, yes_no(resolved))


# ---- Site, advertising, team, survey ----


def site_rows(chance: Chance) -> Iterator[Row]:
    """A row for each day of the web shop, whatever the network."""
    visits, brand, leads = level(1_750, 2_200, 2_600), level(1_020, 1_110, 1_190), level(235, 300, 400)
    bounced, seconds, qualified = level(0.62, 0.58, 0.46), level(62, 70, 98), level(240, 320, 425)
    sale, basket, subscribers = level(0.072, 0.08, 0.101), level(206, 236, 292), level(310, 400, 700)
    yield SITE_COLUMNS
    for at, month in enumerate(MONTHS):
        days = days_of(*month)
        usual, bad = busy(month, 0.7) * chance.about(0.03), 0.8 if month == CRISIS else 1
        weights = [WEEKDAYS[day.weekday()] * chance.about(0.3) for day in days]
        by_day = [
            allot(visits[at] * usual, weights),
            allot(brand[at] * (1 + 0.5 * (SEASON[month[1] - 1] - 1)) * chance.about(0.03), weights),
        ]
        sessions = [float(n) for n in by_day[0]]
        wanted = allot(leads[at] * usual * bad, [n * chance.about(0.4) for n in sessions])
        orders = allot(leads[at] * usual * bad * sale[at] * (0.9 if month == CRISIS else 1), [float(n) for n in wanted])
        paid = allot(sum(orders) * basket[at] * chance.about(0.03), [n * chance.about(0.3) for n in orders])
        by_day += [
            allot(sum(sessions) * bounced[at] * chance.about(0.02), sessions),
            allot(sum(sessions) * seconds[at] * chance.about(0.02), [n * chance.about(0.2) for n in sessions]),
            allot(qualified[at] * usual * bad, [n * chance.about(0.4) for n in sessions]),
            *(wanted, orders, paid),
        ]
        for n, day in enumerate(days):
            stock = round(subscribers[at] + (subscribers[1] - subscribers[0]) * n / len(days))
            yield (day, *(numbers[n] for numbers in by_day), stock if month < (2026, 9) else "")


def ads_rows(chance: Chance) -> Iterator[Row]:
    """Four bills a month for each network: what was paid, and what had been planned."""
    production, leads, split = level(320, 330, 930), level(120, 150, 130), (0.5, 0.35, 0.15)
    yield ("date", "network", "cost", "production", "clicks", "leads", "budget")
    for at, month in enumerate(MONTHS):
        planned = BUDGETS[at]
        bills = {
            "cost": allot(planned * chance.about(0.02) * 0.98, split),
            "production": allot(production[at] * chance.about(0.05), split),
            "clicks": allot(planned * 0.9 * chance.about(0.1), split),
            "leads": allot(leads[at] * planned / 2_000, split),
            "budget": allot(planned, split),
        }
        weeks = {name: [allot(of[n], (1.0,) * 4) for n in range(3)] for name, of in bills.items()}
        for week, first in enumerate((1, 8, 15, 22)):
            for n, network in enumerate(NETWORKS):
                yield (date(*month, first), network, *(of[n][week] for of in weeks.values()))


def team_rows() -> Iterator[Row]:
    """A row at the end of each month."""
    yield ("date", "people", "trained", "definition_agreed", "practices", "tests", "tactics_proven", "interviews")
    for month, row in zip(MONTHS, TEAM, strict=True):
        yield (days_of(*month)[-1], *row.split(","))


def survey_rows() -> Iterator[Row]:
    """A row at the end of each quarter, until nobody asked any more."""
    yield ("date", "answers", "satisfied", "profiles_checked", "profiles_known")
    yield from (row.split(",") for row in SURVEY)


# ---- Files ----


def text(rows: Iterable[Row], quoting: int = csv.QUOTE_MINIMAL) -> str:
    """Rows as comma-separated lines."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n", quoting=quoting).writerows(rows)  # type: ignore[arg-type]
    return out.getvalue()


def sample_files() -> dict[str, bytes]:
    """All files by name."""
    posts = new_posts(Chance(1))
    name_occasions(posts)
    for seed, add in enumerate((add_reach, add_answers, add_notes), start=11):
        add(Chance(seed), posts)
    accounts = list(account_rows(Chance(3), posts))
    tables = {
        "accounts.csv": accounts,
        "service.csv": service_rows(Chance(4), accounts[1:]),
        "site.csv": site_rows(Chance(5)),
        "ads.csv": ads_rows(Chance(6)),
        "team.csv": team_rows(),
        "survey.csv": survey_rows(),
    }
    return post_files(posts) | {name: text(rows).encode() for name, rows in tables.items()}


if __name__ == "__main__":
    for name, content in sample_files().items():
        (Path(__file__).parent / name).write_bytes(content)
