"""A million rows of a CSV file to fifteen figures of 24 months: our source against one query written by hand."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import duckdb

from scorecard.measuring.duck import FileSource
from scorecard.measuring.source import Evaluation, Expression
from scorecard.model import Source
from scorecard.period import Days, Period, parse_period, period_after
from tests.benchmarks.measured import in_turn, report

ROWS = 1_000_000
FORMULAS = {
    "reach": "sum(reach)",
    "impressions": "sum(impressions)",
    "likes": "sum(likes)",
    "comments": "sum(comments)",
    "shares": "sum(shares)",
    "clicks": "sum(clicks)",
    "spend": "sum(spend)",
    "posts": "count(*)",
    "like-rate": "sum(likes) / sum(reach)",
    "comment-rate": "sum(comments) / sum(reach)",
    "sharing-rate": "sum(shares) / sum(reach)",
    "click-rate": "sum(clicks) / sum(impressions)",
    "engagement": "(sum(likes) + sum(comments) + sum(shares)) / sum(reach)",
    "best": "max(reach)",
    "instagram": "sum(reach) filter (where network = 'instagram')",
}


def write_rows(path: Path) -> None:
    """Two years of posts, the same at every run."""
    chosen = random.Random(1)
    start = date(2024, 11, 1)
    with path.open("w", encoding="utf-8") as stream:
        stream.write("post_id,published,network,type,caption,reach,impressions,likes,comments,shares,clicks,spend\n")
        for number in range(ROWS):
            day = start + timedelta(days=number * 730 // ROWS)
            network = ("instagram", "facebook", "linkedin")[number % 3]
            reach = chosen.randrange(10, 100_000)
            likes, comments, shares, clicks = (chosen.randrange(most) for most in (500, 50, 30, 90))
            stream.write(
                f'p{number},{day},{network},reel,"Caption {number}, words",{reach},{reach * 2},'
                f"{likes},{comments},{shares},{clicks},{chosen.random() * 100:.2f}\n"
            )


def months(first: str, count: int) -> list[Days]:
    """So many months from one on."""
    periods: list[Period] = [parse_period(first)]
    while len(periods) < count:
        periods.append(period_after(periods[-1]))
    return [Days(period.start, period.end) for period in periods]


def main() -> None:
    """Print the comparison, once without and once with a split by network."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "posts.csv"
        write_rows(path)
        definition = Source.model_validate({"date": "published", "files": ["posts.csv"]})
        expressions = {name: Expression(formula=formula) for name, formula in FORMULAS.items()}
        windows = months("2024-11", 24)
        columns = ", ".join(FORMULAS.values())

        def ours(*dimensions: str) -> Evaluation:
            with FileSource("posts", definition, Path(folder), {}, dimensions, date(2026, 10, 31)) as source:
                return source.evaluate(expressions, windows, dimensions)

        def by_hand(group: str = "1") -> Sequence[object]:
            with duckdb.connect() as connection:
                query = f"select date_trunc('month', published), {columns} from read_csv('{path}') group by {group}"
                return connection.execute(query).fetchall()

        assert len(ours().values) == len(by_hand()) * len(FORMULAS)
        times = in_turn({"source": ours, "query": by_hand}, 11)
        report("1,000,000 rows, 15 figures of 24 months", times, "source", "query", "<= 1.5")
        split = "grouping sets ((1), (1, network))"
        times = in_turn({"source": lambda: ours("network"), "query": lambda: by_hand(split)}, 11)
        report("the same, by network too", times, "source", "query", "<= 1.5")


if __name__ == "__main__":
    main()
