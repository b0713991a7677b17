"""What the figures say of the links, on the board: lines, marks, legend and words."""

from __future__ import annotations

import random
import re
from datetime import date
from xml.etree import ElementTree

import pytest

from scorecard.api.board import BoardOptions, board
from scorecard.api.evidence import evidence
from scorecard.api.examine import load
from scorecard.arrow_evidence import ArrowEvidence, Evidence, Verdict
from scorecard.rendering.board.evidence_marks import MEANINGS
from scorecard.result import Scorecard
from tests.rendering.board.verifier import findings
from tests.rendering.picture_cards import hostile_card, large_card, loop_card, sample_card
from tests.test_gallery import MAPS, card_of

SVG = "{http://www.w3.org/2000/svg}"
VERDICTS: tuple[Verdict, ...] = ("supported", "contradicted", "not-seen", "too-short", "no-data")


def said_of(card: Scorecard, seed: int = 0) -> Evidence:
    """Some verdict for every link."""
    chosen = random.Random(seed)
    arrows = []
    for link in card.links:
        verdict = chosen.choice(VERDICTS)
        seen = verdict in ("supported", "contradicted", "not-seen")
        arrows.append(
            ArrowEvidence(
                kind=link.kind,
                cause=link.cause,
                cause_name=link.cause,
                effect=link.effect,
                effect_name=link.effect,
                delay=link.delay,
                verdict=verdict,
                why=None if seen else "few-periods" if verdict == "too-short" else "no-figures",
                periods=60,
                seen_delay=link.delay if seen else None,
                r=0.5 if seen else None,
                low=0.3 if seen else None,
                high=0.7 if seen else None,
                q=0.01 if seen else None,
                power=0.9 if seen else None,
            )
        )
    return Evidence(map="Test", as_of=date(2026, 1, 1), rhythm=card.map.rhythm, alpha=0.05, arrows=tuple(arrows))


def drawn(card: Scorecard, found: Evidence | None, **options: object) -> str:
    return board(card, BoardOptions(engine="builtin", evidence=found, **options)).svg  # type: ignore[arg-type]


@pytest.mark.parametrize("name", MAPS)
@pytest.mark.parametrize("detail", ["full", "standard", "chip"])
def test_pictures_of_the_gallery_are_in_order(name: str, detail: str) -> None:
    card = card_of(name)
    assert findings(drawn(card, said_of(card), detail=detail), card) == []


@pytest.mark.parametrize("card", [sample_card(), loop_card(), hostile_card()], ids=["sample", "loop", "hostile"])
@pytest.mark.parametrize("seed", range(4))
def test_other_pictures_are_in_order(card: Scorecard, seed: int) -> None:
    assert findings(drawn(card, said_of(card, seed)), card) == []


def test_a_line_is_solid_where_the_figures_support_it_and_dashed_elsewhere() -> None:
    card = card_of("bike-workshop")
    found = evidence(load(MAPS["bike-workshop"]), card.as_of, folder=MAPS["bike-workshop"].parent)
    root = ElementTree.fromstring(drawn(card, found))
    groups = {element.get("id"): element for element in root.iter(f"{SVG}g") if "link" in element.get("class", "")}
    verdicts = {f"edge--{arrow.cause}--{arrow.effect}": arrow.verdict for arrow in found.arrows}
    assert {"supported", "contradicted", "not-seen", "too-short"} <= {arrow.verdict for arrow in found.arrows}
    for name, group in groups.items():
        if name is None:
            continue
        (line,) = (path for path in group.iter(f"{SVG}path") if "line" in path.get("class", ""))
        assert ("stroke-dasharray" in line.attrib) == (verdicts[name] != "supported"), name
        said = group.findtext(f"{SVG}title") or ""
        assert {"supported": "seen in 208 weeks", "contradicted": "while the map says", "not-seen": "not seen"}[
            verdicts[name]
        ] in said
    legend = drawn(card, found).partition('class="legend"')[2]
    assert [text for text in MEANINGS.values() if text in legend] == list(MEANINGS.values())[:3]


def test_without_evidence_nothing_is_marked() -> None:
    card = card_of("bike-workshop")
    svg = drawn(card, None)
    assert svg == board(card, BoardOptions(engine="builtin")).svg
    assert not re.search("figures|stroke-dasharray", svg.partition('class="links"')[2].partition('class="goals"')[0])


def test_many_links_have_their_marks() -> None:
    card = large_card()
    svg = drawn(card, said_of(card))
    assert svg.count('class="delay-label"') == len(card.links)
