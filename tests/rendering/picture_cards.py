"""Scorecards for tests of pictures: many goals, links of every kind, hostile texts."""

from __future__ import annotations

from random import Random

from scorecard.result import Scorecard
from tests.cards import make_card, make_goal, make_kpi, make_link

HOSTILE_NAMES = (
    "<script>alert('1')</script>",
    'say "yes" & <b>no</b> \\N \\G \\l \\',
    "&amp; &lt;b&gt; ]]> --> <!-- %%{init}%%",
    "two\nlines\tand\r\nbells \x07 \x1b[31m \x00",
    "🚀 ✈️ café 日本語の戦略 مرحبا \u200fRTL\u202e override \ud800",
    "w" * 500,
    "end; subgraph style x: #35; `code` [x](y) {z} |pipe| www.example.com",
)

FOUR = (
    ("stakeholders", {"name": "Stakeholders' interests", "questions": ("What results do our owners expect?",)}),
    ("customer", {"questions": ("What must customers experience?",)}),
    ("internal", {"name": "Internal processes", "questions": ("What must we excel at?",)}),
    ("learning", {"name": "Learning and growth", "questions": ("What must our people learn?",)}),
)


def sample_card() -> Scorecard:
    """Nine goals in four perspectives with every status, a goal judged by its drivers and one without data."""
    kpis = (
        make_kpi("qualified-interactions", 0.71),
        make_kpi("lead-to-sale-rate", 0.52, unit="%", value=0.031, target=0.04),
        make_kpi("social-revenue", 0.9, unit="money", value=23400.0, target=26000.0),
        make_kpi("impressions", 0.62, value=104000.0, target=120000.0),
        make_kpi("followers", 0.66, value=12280.0, target=13000.0),
        make_kpi("likes", 0.7),
        make_kpi("comments", 0.81),
        make_kpi("shares-per-post", 0.7),
        make_kpi("cost-per-reach", 0.41, unit="money", value=11.8, target=8.0),
        make_kpi("response-time", 0.88, unit="hours", value=3.5, target=2.0),
        make_kpi("profiles-understood", None, unit="%"),
    )
    goals = (
        make_goal(
            "business-results",
            "stakeholders",
            0.7133,
            name="Achieve valuable business results",
            leading=0.74,
            kpis_lagging=("qualified-interactions", "lead-to-sale-rate", "social-revenue"),
        ),
        make_goal(
            "personal-interaction",
            "customer",
            0.82,
            name="Personal brand interaction",
            leading=0.85,
            heading="rising",
            url="https://example.org/a?b=1&c=2",
        ),
        make_goal(
            "engaging-content",
            "customer",
            0.66,
            leading=0.7,
            heading="falling",
            kpis_lagging=("impressions", "followers", "likes", "comments"),
            kpis_leading=("shares-per-post",),
        ),
        make_goal(
            "communicate",
            "internal",
            0.88,
            name="Communicate with social media users",
            leading=0.91,
            kpis_lagging=("response-time",),
        ),
        make_goal("post-engaging-content", "internal", 0.64, leading=0.8, performance_coverage=0.75),
        make_goal(
            "paid-ads",
            "internal",
            0.41,
            name="Access wider audience via paid ads",
            leading=0.55,
            heading="falling",
            kpis_lagging=("cost-per-reach",),
        ),
        make_goal("train-team", "learning", 0.9, name="Train team to interact on social media"),
        make_goal(
            "learn-tactics",
            "learning",
            0.796,
            name="Learn social media tactics that work for us",
            basis="leading",
            lagging=None,
            leading=0.796,
            lagging_status="no-data",
        ),
        make_goal(
            "customer-profile",
            "learning",
            None,
            name="Understand customer profile",
            kpis_lagging=("profiles-understood",),
        ),
    )
    links = (
        make_link("personal-interaction", "business-results", share=0.25),
        make_link(
            "engaging-content",
            "business-results",
            share=0.5,
            delay=2,
            because="People who share our posts start trials",
        ),
        make_link("communicate", "personal-interaction"),
        make_link("post-engaging-content", "engaging-content", share=0.6),
        make_link("paid-ads", "engaging-content", share=0.2),
        make_link("train-team", "communicate"),
        make_link("learn-tactics", "post-engaging-content"),
        make_link("customer-profile", "post-engaging-content", share=0.4),
    )
    return make_card(
        FOUR,
        goals,
        links,
        kpis=kpis,
        organisation="A coffee roaster",
        mission="People who care about good coffee find us and stay",
    )


def large_card() -> Scorecard:
    """Twenty-five goals with links inside a perspective and more goals in one than fit a row."""
    sizes = {"stakeholders": 4, "customer": 6, "internal": 8, "learning": 7}
    goals = [
        make_goal(
            f"{band}-{number}",
            band,
            None if number == 7 else (0.35 + 0.17 * (number + 3 * len(band))) % 1,
            name=f"{band.capitalize()} goal number {number} with a name",
            leading=0.2 + number / 10,
        )
        for band, size in sizes.items()
        for number in range(1, size + 1)
    ]
    links = [
        make_link(f"{below}-{number}", f"{above}-{(number * step) % sizes[above] + 1}", share=share)
        for below, above in (("learning", "internal"), ("internal", "customer"), ("customer", "stakeholders"))
        for step, share in ((1, 0.6), (2, 0.2))
        for number in range(1, sizes[below] + 1)
        if step == 1 or number % 2
    ]
    links += [make_link("internal-1", "internal-5", share=0.5), make_link("internal-2", "internal-5", share=0.5)]
    return make_card(FOUR, goals, links)


def loop_card() -> Scorecard:
    """A loop closed by a delayed arrow that runs down, and a hindrance that runs down."""
    goals = (
        make_goal("revenue", "money", 0.84, leading=0.7),
        make_goal("customers-stay", "customers", 0.7, leading=0.6),
        make_goal("customers-join", "customers", 0.9, leading=0.6, heading="rising"),
        make_goal("product", "product", 0.6, leading=0.8),
        make_goal("helpful-support", "product", 0.3, leading=0.9, heading="rising"),
        make_goal("invest", "foundation", 0.55, leading=0.7),
    )
    links = (
        make_link("customers-stay", "revenue", share=0.6),
        make_link("customers-join", "revenue", share=0.4),
        make_link("product", "customers-stay", share=0.5),
        make_link("helpful-support", "customers-stay", share=0.5),
        make_link("product", "customers-join"),
        make_link("invest", "product"),
        make_link("revenue", "invest", delay=2, because="Money earned today is work on the product later"),
        make_link(
            "customers-join", "helpful-support", kind="hindered-by", share=None, delay=1, because="Newcomers ask most"
        ),
    )
    return make_card(("money", "customers", "product", "foundation"), goals, links, name="A growth loop")


def same_row_card() -> Scorecard:
    """Links that stay inside one perspective: a chain, a loop of two with a delay, and a hindrance."""
    goals = [make_goal(name, "only", 0.6) for name in ("first", "second", "third", "fourth")]
    links = (
        make_link("first", "second"),
        make_link("second", "first", delay=1),
        make_link("third", "second"),
        make_link("fourth", "third", kind="hindered-by", share=None, delay=1),
    )
    return make_card(("only",), goals, links)


def one_goal_card() -> Scorecard:
    """One goal in one perspective."""
    return make_card(("financial",), [make_goal("profit", "financial", 0.5)])


def no_links_card() -> Scorecard:
    """Goals in three perspectives and not a single link."""
    return make_card(
        ("a", "b", "c"),
        [
            make_goal("a-one", "a", 0.9),
            make_goal("b-one", "b", 0.6),
            make_goal("b-two", "b", None),
            make_goal("c-one", "c", 0.2),
        ],
    )


def empty_perspective_card() -> Scorecard:
    """A perspective without goals between two with one each."""
    return make_card(
        ("top", "nothing", "bottom"),
        [make_goal("effect", "top", 0.9), make_goal("cause", "bottom", 0.6)],
        [make_link("cause", "effect")],
    )


def random_card(seed: int) -> Scorecard:
    """Up to six perspectives and 26 goals with links of every kind: most climb, some run down, stay or close loops."""
    random = Random(seed)
    bands = [f"band-{number}" for number in range(random.randint(1, 6))]
    goals = [
        make_goal(
            f"goal-{number}",
            random.choice(bands),
            random.choice([None, random.random()]),
            leading=random.random(),
            name="Name " * random.randint(1, 9),
        )
        for number in range(random.randint(2, 26))
    ]
    links = {}
    for _ in range(random.randint(0, 2 * len(goals))):
        cause, effect = random.sample(goals, 2)
        if bands.index(cause.perspective) <= bands.index(effect.perspective) and random.random() < 0.85:
            cause, effect = effect, cause
        links[cause.id, effect.id] = make_link(
            cause.id,
            effect.id,
            kind="hindered-by" if random.random() < 0.1 else "driven-by",
            share=random.random(),
            delay=random.choice([0, 0, 0, 0, 1, 2]),
        )
    return make_card(bands, goals, list(links.values()))


def hostile_card() -> Scorecard:
    """Every text a map can carry, hostile; and ids that are words of the languages of graphs."""
    ids = ("end", "graph", "node", "subgraph", "default", "style", "click")
    goals = [
        make_goal(
            goal_id,
            "strict" if number < 4 else "class",
            0.9 - number / 10,
            name=name,
            owner=name,
            url="javascript:alert(1)" if number % 2 else 'https://example.org/"><script>?a=1&b=2 \\',
            kpis_lagging=(f"kpi-{number}",),
        )
        for number, (goal_id, name) in enumerate(zip(ids, HOSTILE_NAMES, strict=True))
    ]
    kpis = [make_kpi(f"kpi-{number}", 0.5, name=name, unit=name) for number, name in enumerate(HOSTILE_NAMES)]
    links = [
        make_link(cause, "end", share=0.2, because=name) for cause, name in zip(ids[4:], HOSTILE_NAMES, strict=False)
    ]
    texts = {"questions": HOSTILE_NAMES, "name": HOSTILE_NAMES[1]}
    return make_card(
        (("strict", texts), ("class", texts | {"name": HOSTILE_NAMES[5]})),
        goals,
        links,
        kpis=kpis,
        name=HOSTILE_NAMES[0],
        mission=HOSTILE_NAMES[4],
        organisation=HOSTILE_NAMES[1],
    )
