"""The Mermaid text of a map."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from scorecard.rendering.mermaid import mermaid
from scorecard.result import Scorecard
from tests.cards import make_card, make_goal, make_link
from tests.rendering import picture_cards as cards


def test_whole_text_of_a_small_map() -> None:
    goals = [
        make_goal("end", "top", 0.796, name="Profit & growth"),
        make_goal("crew-is-ready", "bottom", None),
        make_goal("prices", "bottom", 0.3),
    ]
    links = [
        make_link("crew-is-ready", "end", share=0.5, delay=1, because="Ready crews: no delay"),
        make_link("prices", "end", share=0.2),
        make_link("prices", "crew-is-ready", kind="hindered-by", share=None),
    ]
    assert mermaid(make_card(("top", "bottom"), goals, links, name="Plan; 2026")) == (
        "flowchart BT\n"
        "    accTitle: Plan#59; 2026\n"
        "    accDescr: Strategy map, 2026-10, as of 31 October 2026,"
        " 1 at risk, 1 off track, 1 no data, index 55 %\n"
        '    subgraph perspective_top["Top · ▲ at risk 79.6 %"]\n'
        "        direction BT\n"
        '        goal_end["Profit #38; growth<br/>▲ at risk 79.6 %"]:::at_risk\n'
        "    end\n"
        '    subgraph perspective_bottom["Bottom · ✖ off track 30 %"]\n'
        "        direction BT\n"
        '        goal_crew_is_ready["Crew is ready<br/>○ no data"]:::no_data\n'
        '        goal_prices["Prices<br/>✖ off track 30 %"]:::off_track\n'
        "    end\n"
        '    goal_crew_is_ready -->|"1 month · Ready crews#58; no delay"| goal_end\n'
        "    goal_prices --> goal_end\n"
        "    goal_prices --x goal_crew_is_ready\n"
        "    linkStyle 0 stroke:#5C6B80,stroke-width:3px\n"
        "    linkStyle 1,2 stroke:#5C6B80,stroke-width:1.5px\n"
        "    classDef at_risk fill:#FFFFFF,stroke:#CC8000,stroke-width:3px,color:#8A5300\n"
        "    classDef off_track fill:#FFFFFF,stroke:#B42318,stroke-width:3px,color:#A01F16\n"
        "    classDef no_data fill:#FFFFFF,stroke:#8892A4,stroke-width:3px,color:#4E5B6E\n"
        "    style perspective_top fill:#EDF3FC,stroke:#D5E3F8,color:#2456A6\n"
        "    style perspective_bottom fill:#E9F6F4,stroke:#CDEAE6,color:#14706A\n"
    )


def test_arrows_that_run_down_are_drawn_upwards_and_say_so() -> None:
    text = mermaid(cards.loop_card())
    reason = "Money earned today is work on the product later"
    assert f'    goal_invest ---|"↓ drives · 2 months · {reason}"| goal_revenue\n' in text
    assert '    goal_helpful_support x--x|"↓ hinders · 1 month · Newcomers ask most"| goal_customers_join\n' in text


def test_a_long_reason_is_left_out() -> None:
    goals = [make_goal("cause", "low", 0.9), make_goal("effect", "high", 0.9)]
    link = make_link("cause", "effect", because="b" * 61)
    assert "goal_cause --> goal_effect\n" in mermaid(make_card(("high", "low"), goals, [link]))


def test_perspectives_without_arrows_between_them_are_kept_in_order() -> None:
    text = mermaid(cards.no_links_card())
    assert "    goal_b_one ~~~ goal_a_one\n    goal_c_one ~~~ goal_b_one\n" in text
    empty = mermaid(cards.empty_perspective_card())
    assert "    perspective_nothing ~~~ goal_effect\n    goal_cause ~~~ perspective_nothing\n" in empty
    assert "~~~" not in mermaid(cards.loop_card())


def test_unseen_links_do_not_shift_the_styles_of_links() -> None:
    text = mermaid(cards.empty_perspective_card())
    assert text.index("goal_cause --> goal_effect") < text.index("~~~")
    assert "linkStyle 0 " in text


def labels(text: str) -> list[str]:
    return re.findall(r'(?:\["|\|")(.*?)(?:"\]|"\|)', text)


def decoded(label: str) -> str:
    return re.sub(r"#(\d+);", lambda match: chr(int(match[1])), label)


def test_hostile_names_are_entities_that_read_as_the_names() -> None:
    text = mermaid(cards.hostile_card())
    found = labels(text)
    assert any(decoded(label).startswith("<script>alert('1')</script><br/>") for label in found)
    assert any(decoded(label).startswith('say "yes" & <b>no</b> \\N \\G \\l \\<br/>') for label in found)
    assert any(decoded(label).startswith("&amp; &lt;b&gt; ]]> --> <!-- %%{init}%%<br/>") for label in found)
    assert any(decoded(label).startswith("end; subgraph style x: #35; `code` [x](y) {z} |pipe|") for label in found)
    for label in found:
        assert not set(label.replace("<br/>", "")) & set('<>"&`[]{}|\\*_~')
        assert not re.search(r"(?<!#)\b\d+;|;(?<!\d;)", label)
    assert all(character.isprintable() or character in "\n\u200c\u200d" for character in text)


@pytest.mark.parametrize("name", ["1) first", "2. second", "- third", "+ fourth", "* fifth", "# sixth", "> seventh"])
def test_names_that_markdown_would_take_for_lists_are_no_lists(name: str) -> None:
    (band, goal) = labels(mermaid(make_card(("only",), [make_goal("goal", "only", 0.5, name=name)])))
    assert band.startswith("Only")
    assert decoded(goal).startswith(f"{name}<br/>")
    assert not re.match(r"\d+[.)]|[-+*#>]\s", goal)


def test_names_of_any_length_are_cut() -> None:
    text = mermaid(make_card(("only",), [make_goal("goal", "only", 0.5, name="w" * 500)]))
    assert f'goal_goal["{"w" * 79}…<br/>' in text


@pytest.mark.parametrize("make", [cards.sample_card, cards.large_card, cards.loop_card, cards.one_goal_card])
def test_every_goal_and_every_link_occurs_once(make: Callable[[], Scorecard]) -> None:
    card = make()
    text = mermaid(card)
    assert len(re.findall(r"^        goal_\w+\[", text, re.MULTILINE)) == len(card.goals)
    assert len(re.findall(r"^    goal_\w+ (?:-->|--x|---|x--x)", text, re.MULTILINE)) == len(card.links)
    styled = re.findall(r"linkStyle ([\d,]+) ", text)
    numbers = sorted(int(number) for group in styled for number in group.split(","))
    assert numbers == list(range(len(card.links)))
