"""Names and texts from strangers: nothing in them is markup, none moves the cursor or breaks the screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from scorecard.meeting.map_box import Chart
from scorecard.meeting.sheet import Sheet
from tests.meeting.cafe import MAP, cafe, meeting, october
from tests.meeting.driven import Driven, drive

NAMES = {
    "markup": "[red]x[/red] [@click=app.quit]y[/] [/nope] [bold",
    "escape": "a\\x1b[2Jb\\x07c\\u202e\\u200f back",
    "long": "w" * 500,
    "wide": "戦略マップ 顧客満足度を高める 👩‍💻 🇩🇪 " * 6,
    "html": "<script>alert(1)</script> &amp; ]]> $(rm) `x`",
    "braces": "{0} {name} %s ${variable}",
}
KEYS = (
    "n",
    "n",
    "n",
    "tab",
    "down",
    "down",
    "enter",
    "end",
    "enter",
    "backspace",
    "pagedown",
    "m",
    "down",
    "escape",
    "question_mark",
    "escape",
)


def hostile(name: str) -> str:
    text = MAP.replace("name: Corner café", f'name: "{name}"')
    for old in ("Guests come back", "The coffee is quick", "The café pays a living", "A second grinder"):
        text = text.replace(f"name: {old}", f'name: "{name} {old}"')
    for old, new in (
        ("owner: Owner", f'owner: "{name}"'),
        ("because: People who come back spend more", f'because: "{name}"'),
        ("guests: {unit: count", f'guests: {{name: "{name}", unit: count'),
        ("mission: Good coffee for the street", f'mission: "{name}"'),
    ):
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
@pytest.mark.parametrize("size", [(80, 24), (40, 12)], ids=["usual", "tiny"])
def test_names_of_the_map(name: str, size: tuple[int, int], tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        for key in KEYS:
            await held.press(key)
            for sheet in (*held.app.screen.query(Sheet), *held.app.screen.query(Chart)):
                strips = [sheet.render_line(y) for y in range(sheet.size.height)]
                assert {strip.cell_length for strip in strips} <= {sheet.size.width}
                shown = "".join(part.text for strip in strips for part in strip)
                assert all(character.isprintable() for character in shown if character != "\u200d")
        await held.press("n", "slash")
        await held.type("a")
        await held.press("escape", "c")
        await held.type("said")
        await held.press("enter", "d")
        await held.type("done")
        await held.press("ctrl+s")
        held.svg()
        assert "- said\n" in october(tmp_path)

    drive(meeting(cafe(tmp_path, hostile(name.strip()))), story, size)


def test_texts_of_reviews(tmp_path: Path) -> None:
    folder = cafe(tmp_path)
    for name in NAMES.values():
        text = name.encode().decode("unicode_escape") if "\\x" in name else name
        with (folder / "reviews/2026-09.md").open("a", encoding="utf-8") as file:
            file.write(f"- [ ] change: {text} · {text} · – · quick-coffee\n")
        with (folder / "reviews/2026-10.md").open("a", encoding="utf-8") as file:
            file.write(f"## X (quick-coffee)\n\n- {text}\n")

    async def story(held: Driven) -> None:
        for _ in range(10):
            await held.press("n")
            text = "\n".join([*held.lines("outline"), *held.lines("page")])
            assert "\x1b" not in text
            assert "\u202e" not in text
        await held.press("home", "n", "n", "x")
        assert held.said.startswith("done: change: ")

    drive(meeting(folder), story)


def test_what_is_typed_is_text(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        await held.press("c")
        await held.type("[/] # no heading")
        await held.press("enter")
        assert "- \\[/] # no heading\n" in october(tmp_path)
        assert "- [/] # no heading" in held.all_lines("page")
        held.app._tell("[/] [red]x", wrong=True)
        assert held.said == "error: [/] [red]x"

    drive(meeting(cafe(tmp_path)), story)
