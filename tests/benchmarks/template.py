"""The template over a million raw rows: all its figures of 24 months against one query a source written by hand.

The rows lie in the template's own files: 700,000 posts, 150,000 visits, 150,000 questions and complaints, and the other
tables as they are. The queries by hand read the same files, keep the last of two posts with one key, derive the reach
of the next post, and give the same aggregates by month; windows longer than a month are added up from them.
"""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

import duckdb

from scorecard.api.examine import load
from scorecard.measuring import measure
from scorecard.measuring.plan import items_of
from tests.benchmarks.measured import ROOT, in_turn, report

TEMPLATE = ROOT / "templates/social-media"
POSTS, VISITS, CASES = 700_000, 150_000, 150_000
START, DAYS = datetime(2024, 11, 1), 730
AS_OF = date(2026, 10, 31)

_INSTAGRAM = """
    select "Post ID" as post_id, "Publish time" as published, 'instagram' as network, "Views" as impressions,
        "Reach" as reach, "Likes" as likes, "Comments" as comments, "Negative" as negative_comments, "Shares" as shares,
        "Saves" as saves, "Link taps" as clicks, "Invites click" as invites_click, "Boosted" as promoted,
        "Proven tactic" as proven_tactic, "Readability" as readability, "Quality points" as quality_points,
        {place} as place
    from read_csv('{data}/{name}')"""
_BY_HAND: Mapping[str, str] = {
    "posts": """
        with every as (
            {instagram_2025} union all {instagram_2026} union all
            select post_id, published, 'linkedin', impressions, reach, likes, comments, negative_comments, shares,
                null, clicks, invites_click, promoted, proven_tactic, readability, quality_points, 3
            from read_csv('{data}/linkedin-posts.csv')
        ),
        once as (
            select * from every qualify row_number() over (partition by post_id order by place desc) = 1
        ),
        rows as (
            select *, lead(reach) over (partition by network order by published, post_id) as next_reach from once
        )
        select date_trunc('month', published), sum(impressions), sum(likes), sum(comments), count(*),
            sum(comments) / count(*), sum(shares) / count(*), avg(readability), count(readability),
            sum(quality_points) / count(quality_points), count(*) filter (where proven_tactic) / count(*),
            (sum(likes) + sum(comments) + sum(shares) + coalesce(sum(saves), 0)) / sum(reach),
            sum(shares) / sum(reach), avg(next_reach / reach) filter (where invites_click),
            sum(negative_comments) / sum(comments), sum(impressions) filter (where not promoted)
        from rows group by 1""",
    "site": """
        select date_trunc('month', date), sum(qualified), sum(leads), sum(orders), sum(revenue), sum(sessions_social),
            sum(sessions_brand), sum(seconds) / sum(sessions_social), sum(bounced) / sum(sessions_social),
            sum(orders) / sum(leads), arg_max(subscribers, date)
        from read_csv('{data}/site.csv') group by 1""",
    "service": """
        select date_trunc('month', opened), sum(response_minutes) / count(response_minutes) / 60,
            count(*) filter (where kind = 'complaint' and resolved) / count(*) filter (where kind = 'complaint')
        from read_csv('{data}/service.csv') group by 1""",
    "accounts": """
        select month, sum(private_questions), sum(mentions), sum(tags), sum(profile_visits), sum(last), sum(lost),
            sum(first), sum(reach)
        from (
            select date_trunc('month', date) as month, network, sum(private_questions) as private_questions,
                sum(mentions) as mentions, sum(tags) as tags, sum(profile_visits) as profile_visits,
                arg_max(followers, date) as last, sum(lost_followers) as lost, arg_min(followers, date) as first,
                arg_max(reach, date) as reach
            from read_csv('{data}/accounts.csv') group by 1, 2
        ) group by 1""",
    "ads": """
        select date_trunc('month', date), sum(cost), sum(production), sum(budget)
        from read_csv('{data}/ads.csv') group by 1""",
    "team": """
        select date_trunc('month', date), sum(tests), sum(tactics_proven), sum(interviews), arg_max(trained, date),
            arg_max(people, date), arg_max(definition_agreed, date), arg_max(practices, date)
        from read_csv('{data}/team.csv') group by 1""",
    "survey": """
        select date_trunc('quarter', date), sum(profiles_known) / sum(profiles_checked), sum(satisfied) / sum(answers),
            sum(answers)
        from read_csv('{data}/survey.csv') group by 1""",
}


def write_rows(data: Path) -> None:
    """Fill three tables with many rows, the same at every run; the posts of one network go, as their file is UTF-16
    with two lines above its headings, which a query by hand would first have to be given in another form."""
    chosen = random.Random(1)
    with (data / "linkedin-posts.csv").open("w", encoding="utf-8") as stream:
        stream.write(
            "post_id,published,title,impressions,reach,likes,comments,negative_comments,shares,clicks,theme,"
            "invites_click,promoted,proven_tactic,readability,quality_points\n"
        )
        for number, when in enumerate(_moments(POSTS)):
            reach, likes, comments = chosen.randrange(10, 9000), chosen.randrange(500), chosen.randrange(50)
            yes = [("no", "yes")[chosen.random() < 0.2] for _ in range(3)]
            stream.write(
                f'{number},{when},"Post {number}, with words",{reach * 2},{reach},{likes},{comments},{comments // 9},'
                f"{chosen.randrange(30)},{chosen.randrange(90)},useful,{','.join(yes)},{chosen.randrange(30, 80)},"
                f"{chosen.randrange(10)}\n"
            )
    with (data / "site.csv").open("w", encoding="utf-8") as stream:
        stream.write("date,sessions_social,sessions_brand,bounced,seconds,qualified,leads,orders,revenue,subscribers\n")
        for number, when in enumerate(_moments(VISITS)):
            figures = [chosen.randrange(1, most) for most in (90, 50, 40, 5000, 20, 15, 5, 300)]
            stream.write(f"{when},{','.join(map(str, figures))},{300 + number // 300}\n")
    with (data / "service.csv").open("w", encoding="utf-8") as stream:
        stream.write("opened,network,kind,response_minutes,resolved\n")
        for when in _moments(CASES):
            kind, done = chosen.choice(("question", "complaint")), chosen.choice(("yes", "no"))
            stream.write(f"{when},linkedin,{kind},{chosen.randrange(2000)},{done}\n")


def _moments(count: int) -> Sequence[datetime]:
    """So many moments of the two years, evenly apart and each once."""
    step = timedelta(days=DAYS) / count
    return [(START + number * step).replace(microsecond=0) for number in range(count)]


def queries(data: Path) -> Mapping[str, str]:
    """The queries by hand for the files in a folder."""
    exports = {
        f"instagram_{year}": _INSTAGRAM.format(data=data, name=f"instagram-{year}.csv", place=place)
        for place, year in enumerate((2025, 2026), start=1)
    }
    return {source: query.format(data=data, **exports) for source, query in _BY_HAND.items()}


def main() -> None:
    """Print the comparison, after a look whether both sides say the same."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(TEMPLATE, folder, dirs_exist_ok=True)
        path = Path(folder) / "strategy.yaml"
        text = path.read_text(encoding="utf-8")
        begins, ends = text.index("      # This network does not tell"), text.index("      - {file: data/linkedin")
        path.write_text(text[:begins] + text[ends:], encoding="utf-8")
        write_rows(path.parent / "data")
        strategy_map = load(path)
        by_source = queries(path.parent / "data")

        def ours() -> Mapping[str, float | None]:
            measured = measure(strategy_map, path.parent, AS_OF)
            assert not measured.problems, measured.problems
            return {
                key[0]: figure.value for key, figure in measured.actuals.figures.items() if str(key[1]) == "2026-02"
            }

        def by_hand() -> Mapping[str, Sequence[tuple[object, ...]]]:
            with duckdb.connect() as connection:
                return {source: connection.execute(query).fetchall() for source, query in by_source.items()}

        february = datetime(2026, 2, 1)
        found, known = ours(), by_hand()
        post = next(row for row in known["posts"] if row[0] == february)
        assert (found["impressions"], found["organic-impressions"]) == (post[1], post[-1]), (found, post)
        assert abs((found["next-post-reach-ratio"] or 0) - float(str(post[13]))) < 1e-9
        title = f"{POSTS + VISITS + CASES:,} rows to {len(items_of(strategy_map))} figures of 24 months"
        report(title, in_turn({"ours": ours, "by hand": by_hand}, 7), "ours", "by hand", "at most 1.5")


if __name__ == "__main__":
    main()
