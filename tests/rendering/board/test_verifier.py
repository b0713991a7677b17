"""The verifier finds nothing in a small picture that is in order, and each mistake that is put into it."""

from __future__ import annotations

from itertools import pairwise
from math import dist

import pytest

from tests.cards import make_card, make_goal, make_link
from tests.rendering.board.paths import PathError, level, pieces, sampled, upright
from tests.rendering.board.verifier import findings

GOOD = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 500" width="800" height="500">
<title id="name">A map</title>
<rect x="0" y="0" width="800" height="500" fill="#FFFFFF"/>
<g class="header"><text x="24" y="40" font-size="20" font-weight="700">A map</text></g>
<g id="band--top" class="band"><rect x="24" y="60" width="752" height="180" rx="14"/>
  <path d="M158,60 L158,240 L24,240 L24,60 Z" class="f-band-0-panel"/>
  <text x="38" y="150" font-size="15" font-weight="700">Results</text></g>
<g id="band--low" class="band"><rect x="24" y="250" width="752" height="180" rx="14"/>
  <path d="M158,250 L158,430 L24,430 L24,250 Z" class="f-band-1-panel"/>
  <text x="38" y="340" font-size="15" font-weight="700">Drivers</text></g>
<g class="theme"><rect x="380" y="46" width="100" height="23" rx="11.5"/>
  <text x="430" y="62" font-size="12" font-weight="600" text-anchor="middle">Growth</text></g>
<g class="links" fill="none">
<g id="edge--left--one" class="link driven-by strength-1" data-from="left" data-to="one"><title>left drives one</title>
  <path d="M280,320 L280,209" class="line" stroke-width="1.5"/>
  <path d="M280,201 L285,211 L280,209 L275,211 Z" class="head"/></g>
<g id="edge--left--two" class="link driven-by strength-2" data-from="left" data-to="two">
  <path d="M320,320 L320,299 Q320,290 329,290 L471,290 Q480,290 480,281 L480,209" class="line" stroke-width="2.1"/>
  <path d="M480,201 L485.6,211 L480,209 L474.4,211 Z" class="head"/></g>
<g id="edge--right--two" class="link hindered-by strength-1" data-from="right" data-to="two">
  <path d="M620,320 C620,270 540,254 540,204" class="line" stroke-width="1.5"/>
  <path d="M540,201 L547,201 L547,204.4 L533,204.4 L533,201 Z" class="head"/></g>
<g id="edge--two--right" class="link driven-by strength-3" data-from="two" data-to="right">
  <path d="M560,120 L560,104 L740,104 L740,424 L600,424 L600,409" class="line" stroke-width="3"/>
  <path d="M600,401 L606.8,411 L600,409 L593.2,411 Z" class="head"/></g>
<g class="delay-label" data-from="left" data-to="two"><rect x="360" y="282" width="70" height="16" rx="8"/>
  <text x="395" y="293.6" font-size="10.5" font-weight="500" text-anchor="middle">2 months</text></g>
</g>
<g class="goals">
<g id="goal--one" class="goal" data-goal="one"><rect x="200" y="122" width="160" height="80" rx="10" class="shadow"/>
  <rect x="200" y="120" width="160" height="80" rx="10" class="card"/>
  <text x="214" y="145" font-size="15" font-weight="600">First result</text>
  <text x="214" y="164" font-size="15" font-weight="600">of them all</text>
  <text x="346" y="180" font-size="12" text-anchor="end">77 %</text></g>
<g id="goal--two" class="goal" data-goal="two"><rect x="440" y="120" width="160" height="80" class="card"/></g>
<g id="goal--left" class="goal" data-goal="left"><rect x="220" y="320" width="160" height="80" class="card"/></g>
<g id="goal--right" class="goal" data-goal="right"><rect x="560" y="320" width="160" height="80" class="card"/></g>
</g>
</svg>
"""
CARD = make_card(
    ["top", "low"],
    [make_goal(name, "top", 0.7) for name in ("one", "two")]
    + [make_goal(name, "low", 0.7) for name in ("left", "right")],
    [
        make_link("left", "one"),
        make_link("left", "two", delay=2),
        make_link("right", "two", kind="hindered-by", share=None),
        make_link("two", "right", delay=0),
    ],
)

BROKEN = {
    "a card in the way of a link": (
        'x="440" y="120" width="160"',
        'x="440" y="120" width="330"',
        "runs through its own",
    ),
    "a foreign card in the way": (
        "L471,290 Q480,290",
        "L471,290 L600,350 L471,290 Q480,290",
        "link left → two: runs through card right",
    ),
    "overlapping cards": ('x="440" y="120" width="160"', 'x="350" y="120" width="250"', "cards one and two overlap"),
    "a card that leaves its band": (
        'x="220" y="320" width="160" height="80"',
        'x="220" y="320" width="160" height="120"',
        "card left is not inside its perspective low",
    ),
    "a tip that stops short": (
        "M280,201 L285,211",
        "M280,206 L285,216",
        "link left → one: its tip at (280.0, 206.0) is not under the lower edge",
    ),
    "a tip beside its card": (
        "M480,201 L485.6,211 L480,209 L474.4,211",
        "M430,201 L435.6,211 L430,209 L424.4,211",
        "left → two: its tip at (430.0, 201.0) is not",
    ),
    "a line without its head": (
        "480,281 L480,209",
        "480,281 L480,240",
        "its line ends at (480.0, 240.0), short of its head",
    ),
    "a line that begins in the air": (
        "M280,320 L280,209",
        "M280,312 L280,209",
        "link left → one: begins at (280.0, 312.0)",
    ),
    "a line from the side": (
        "M280,320 L280,209",
        "M220,330 L210,330 L210,260 L280,260 L280,209",
        "does not leave the upper edge",
    ),
    "a broken line": ("M320,320 L320,299", "M320,320 L320,310 M320,305 L320,299", "left → two: its line is broken"),
    "a link that goes round and comes in from nowhere": (
        "M600,401 L606.8,411 L600,409 L593.2,411",
        "M600,405 L606.8,415 L600,413 L593.2,415",
        "two → right: its tip at (600.0, 405.0) is not at the edge",
    ),
    "a link along its own card": (
        "L740,104 L740,424",
        "L720,104 L720,424",
        "two → right: touches its own card right on the way",
    ),
    "a link through its effect": (
        "M280,320 L280,209",
        "M280,320 L280,260 L361,260 L361,190 L280,209",
        "left → one: runs through its own card one",
    ),
    "a bar off its line": (
        "540,254 540,204",
        "540,254 540,209",
        "right → two: its line ends at (540.0, 209.0), short of",
    ),
    "a hindrance with an arrowhead": (
        "M540,201 L547,201 L547,204.4 L533,204.4 L533,201",
        "M540,201 L547,211 L540,209 L533,211",
        "right → two: hinders, but does not end in a flat bar",
    ),
    "a driver with a bar": (
        "M280,201 L285,211 L280,209 L275,211",
        "M280,201 L285,201 L285,204 L275,204 L275,201",
        "left → one: drives, but does not end in an arrowhead",
    ),
    "a text wider than its card": (
        "First result<",
        "The very first result<",
        "“The very first result” of goal--one does not fit its card",
    ),
    "a text near the edge of its card": (
        'x="346" y="180"',
        'x="357" y="180"',
        "“77 %” of goal--one does not fit its card",
    ),
    "a text below its card": ('x="214" y="164"', 'x="214" y="199"', "“of them all” of goal--one does not fit its card"),
    "a text wider than its panel": (
        ">Drivers<",
        ">Drivers of everything<",
        "“Drivers of everything” of band--low does not fit its panel",
    ),
    "a text wider than its pill": (
        ">Growth<",
        ">Growth in all places<",
        "“Growth in all places” of theme does not fit its pill",
    ),
    "a delay wider than its pill": (
        ">2 months<",
        ">2 long months<",
        "“2 long months” of label--left--two does not fit its pill",
    ),
    "a text beyond the page": (
        '<text x="24" y="40"',
        '<text x="760" y="40"',
        "“A map” of header does not fit the picture",
    ),
    "texts on each other": (
        'x="214" y="164"',
        'x="214" y="152"',
        "“First result” and “of them all” of goal--one cover each other",
    ),
    "a shape beyond the page": ("L740,104 L740,424", "L810,104 L810,424", "edge--two--right lies outside the view box"),
    "uprights too near": (
        "M280,320 L280,209",
        "M280,320 L280,300 L317,300 L317,312 L280,312 L280,209",
        "upright pieces of link left → one and link left → two run 3.0 px apart",
    ),
    "levels too near": (
        "M280,320 L280,209",
        "M280,320 L280,287 L400,287 L400,240 L280,240 L280,209",
        "level pieces of link left → one and link left → two run 3.0 px apart",
    ),
    "a link through a delay": (
        "M280,320 L280,209",
        "M280,320 L280,305 L400,305 L400,240 L280,240 L280,209",
        "left → one passes through the delay of left → two",
    ),
    "a delay on a card": (
        '<rect x="360" y="282"',
        '<rect x="560" y="312"',
        "the delay of left → two covers card right",
    ),
    "a delay on a panel": ('<rect x="360" y="282"', '<rect x="100" y="282"', "left → two covers the panel of low"),
    "a delay off its link": (
        '<rect x="360" y="282"',
        '<rect x="360" y="260"',
        "the delay of left → two does not stand on its link",
    ),
    "a delay on its head": ('<rect x="360" y="282"', '<rect x="440" y="198"', "the delay of left → two hides its head"),
    "an id twice": ('id="goal--right"', 'id="name"', "id name stands there 2 times"),
    "bands on each other": ('y="250" width="752"', 'y="235" width="752"', "bands top and low overlap"),
    "no XML": ("</svg>", "</svg", "not well-formed"),
    "a page of another size": (
        'width="800" height="500">\n<title',
        'width="800" height="400">\n<title',
        "not those of its view box",
    ),
    "a transform": ('<g class="goals"', '<g transform="scale(2)" class="goals"', "with a transform"),
    "an element that converters draw each in its way": ("<title id", '<image x="0"/><title id', "element image"),
    "a style that fetches": ("<title id", "<style>@import 'a.css'</style><title id", "element style"),
    "a style that moves": ("<title id", "<style>rect{x:5px}</style><title id", "element style"),
    "a relative path": ("M280,320 L280,209", "M280,320 v-111", "PathError 'v'"),
    "a missing goal": ('id="goal--right"', 'id="nobody"', "goal right is not in the picture"),
    "a missing perspective": ('id="band--low"', 'id="nobody"', "perspective low is not in the picture"),
    "a missing link": (
        'id="edge--two--right" class="link',
        'id="nobody" class="',
        "link two → right is not in the picture",
    ),
    "a missing head": ('L600,409 L593.2,411 Z" class="head"', 'L600,409 L593.2,411 Z"', "KeyError 'head'"),
    "a link of the other kind": ("hindered-by strength", "driven-by strength", "link right → two is not in the card"),
    "a missing delay": ('class="delay-label"', 'class="words"', "the delay of left → two is not written"),
}


def test_a_picture_in_order() -> None:
    assert findings(GOOD, CARD) == []


@pytest.mark.parametrize("mistake", BROKEN)
def test_a_mistake_is_found(mistake: str) -> None:
    before, after, sentence = BROKEN[mistake]
    assert GOOD.count(before) == 1
    found = findings(GOOD.replace(before, after), CARD)
    assert any(sentence in text for text in found), found


@pytest.mark.parametrize(
    ("way", "reach"),
    [
        ("M0,0 L100,0", 100.0),
        ("M0,0 H60 V80", 140.0),
        ("M0,0 L60,0 L60,80 Z", 240.0),
        ("M0,0 C0,0 100,0 100,0", 100.0),
        ("M0,0 Q50,0 100,0", 100.0),
        ("M0 0 10 0 10 -5.5", 15.5),
    ],
)
def test_points_along_a_path(way: str, reach: float) -> None:
    points = sampled(pieces(way), 2)
    steps = [dist(*pair) for pair in pairwise(points.tolist())]
    assert max(steps) < 2.0001
    assert sum(steps) == pytest.approx(reach)


def test_a_strongly_bent_curve_is_sampled_as_finely() -> None:
    points = sampled(pieces("M0,0 C0,900 0,-900 10,0"), 2)
    assert max(dist(*pair) for pair in pairwise(points.tolist())) < 2.0001


def test_stretches_of_a_path() -> None:
    path = pieces("M10,0 V50 H30 L40,60 C40,70 40,80 40,90")
    assert upright(path) == [(10.0, 0.0, 50.0), (40.0, 60.0, 90.0)]
    assert level(path) == [(50.0, 10.0, 30.0)]


@pytest.mark.parametrize("way", ["M0,0 l5,5", "M0,0 A5,5 0 0 1 9,9", "5,5 L9,9", "M0,0 L5", "M0,0 C1,1 2,2", "M0,0 #"])
def test_other_paths_are_refused(way: str) -> None:
    with pytest.raises(PathError):
        pieces(way)
