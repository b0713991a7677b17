"""The history in the terminal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.history import Compared, History, Series
from scorecard.period import parse_period
from scorecard.rendering.history.series_words import change, ends
from scorecard.rendering.history.sparkline import levels
from scorecard.rendering.history.table import MOST_WITH_VALUES, history_table
from scorecard.rendering.spans import as_text, cell_width
from tests.rendering.history.histories import SAMPLE, figures, make_history, scores

NARROW = [30, 40, 52, 64, 80, 100, 200]


def text(history: History, width: int | None = None, *, ascii: bool = False) -> str:
    return as_text(history_table(history, width=width, ascii=ascii), colour=False)


def test_a_sparkline_for_each_and_all_values_of_a_few(golden: Callable[[str, str], None]) -> None:
    golden("history/table.txt", text(SAMPLE))


def test_what_goes_first_on_a_narrow_terminal(golden: Callable[[str, str], None]) -> None:
    golden("history/narrow.txt", "\n".join(f"{width} cells\n{text(SAMPLE, width)}" for width in (72, 50, 30)))


@pytest.mark.parametrize("width", NARROW)
def test_every_width_is_kept_and_no_id_is_cut(width: int) -> None:
    many = replace(SAMPLE, series=SAMPLE.series * 2)
    for history in (SAMPLE, many, replace(SAMPLE, series=SAMPLE.series[:1])):
        lines = text(history, width).splitlines()
        assert max(map(cell_width, lines)) <= width
        for series in history.series:
            assert any(series.id in line.split() for line in lines)


def test_in_ascii_every_mark_has_another_one() -> None:
    shown = text(SAMPLE, ascii=True)
    assert shown.isascii()
    assert "_,|=.#" in shown
    bars = figures("a", *range(8))
    gap = scores("goal", "b", None, 0.0, 0.2, 0.4, 0.6, 0.8, 0.9, 1.0)
    ascii_text = text(make_history(bars, gap), ascii=True)
    assert "_,-~=+*#" in ascii_text
    assert "._,-=+*#" in ascii_text


def test_more_than_six_series_have_no_table_of_all_values() -> None:
    series = [scores("goal", f"g{number}", 0.5, 0.6, 0.7) for number in range(MOST_WITH_VALUES + 1)]
    assert "2026-09" not in text(make_history(*series))
    assert "2026-09" in text(make_history(*series[:-1]))


def test_nothing_selected_is_said() -> None:
    assert "Nothing is selected." in text(make_history())


def test_a_long_history_shows_its_newest_periods_where_all_do_not_fit() -> None:
    long = make_history(scores("goal", "loyal", *[0.2] * 60, *[0.9] * 40))
    shown = text(long, 110)
    assert max(map(cell_width, shown.splitlines())) <= 110
    bars = "".join(character for character in shown.splitlines()[3] if character in "▁▂▃▄▅▆▇█")
    assert 40 < len(bars) < 100
    assert bars == "▂" * (len(bars) - 40) + "▇" * 40
    assert f"The sparklines show the last {len(bars)} of 100 periods." in shown
    assert "The sparklines show" not in text(long)


def test_the_status_is_that_of_the_scored_period() -> None:
    history = make_history(scores("goal", "loyal", 0.9, 0.9, 0.2), scored=parse_period("2026-09"))
    assert "✔  Loyal" in text(history)
    assert "✖  Loyal" in text(replace(history, scored=parse_period("2026-10")))
    assert "✖  Loyal" in text(replace(history, scored=parse_period("2020-01")))


def test_a_number_without_enough_behind_it_stands_in_brackets() -> None:
    thin = scores("goal", "loyal", 0.9, 0.5, reasons=(None, "low-coverage"), statuses=("on-track", "no-data"))
    shown = text(make_history(thin))
    assert shown.count("(50 %)") == 2
    assert "In brackets: too little of it is known to give a colour." in shown
    assert "In brackets" not in text(SAMPLE)


def test_what_the_figures_lack_is_said_beside_them() -> None:
    lacking = figures("views", 5, 7, None, reasons=("partial", "small-sample", "stale"))
    shown = text(make_history(lacking))
    for words in ("5 (partial)", "7 (sample too small)", "last figure too old"):
        assert words in shown
    unscored = figures("views", 5, 7, reasons=("no-target", "not-scored"))
    assert "(" not in text(make_history(unscored)).split("Sparklines")[0]


def test_a_gap_between_closed_periods_is_explained() -> None:
    history = make_history(scores("goal", "g", 0.2, 0.4))
    apart = replace(history, periods=(parse_period("2026-05"), parse_period("2026-10")))
    sentence = "Values without dates are known of closed periods and of today only."
    assert sentence in text(apart)
    assert sentence not in text(history)


HOSTILE = ["\x1b[31mred", "a\nb", "tab\there", "\u202eevil", "顧客満足度を高める" * 4, "x" * 300]


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("width", [None, 40, 80])
def test_no_name_leaves_its_place(name: str, width: int | None) -> None:
    hostile = make_history(
        figures("a", 1, 2, 3, name=name, unit=name, breaks=((parse_period("2026-09"), name),)),
        scores("goal", "b", 0.1, 0.2, 0.3, name=name),
        map=name,
        currency=name,
        events=((parse_period("2026-09"), name),),
    )
    shown = text(hostile, width)
    assert not any(character < " " or character == "\u202e" for character in shown.replace("\n", ""))
    plain = text(make_history(figures("a", 1, 2, 3), scores("goal", "b", 0.1, 0.2, 0.3)), width)
    assert shown.count("\n") >= plain.count("\n")


@pytest.mark.parametrize(
    ("series", "expected"),
    [
        (scores("goal", "g", 0.62, 0.7, 0.78), ("62 %", "78 %", "+16 points")),
        (scores("goal", "g", 0.62, None, 0.61), ("62 %", "61 %", "−1 point")),
        (scores("goal", "g", None, 0.62, None), ("62 %", "62 %", "–")),
        (scores("goal", "g", None, None, None), ("–", "–", "–")),
        (scores("goal", "g", 0.5, 0.9, 0.5), ("50 %", "50 %", "±0 points")),
        (figures("k", 1000, 2350), ("1,000", "2,350", "+1,350")),
        (figures("k", 0.041, 0.034, unit="%"), ("4.1 %", "3.4 %", "−0.7 points")),
        (figures("k", 900.0, 700.0, unit="money"), ("EUR 900", "EUR 700", "−EUR 200")),
        (figures("k", 3.5, 3.5, unit="hours"), ("3.5 hours", "3.5 hours", "±0 hours")),
        (figures("k", 0, 1, unit="yes-no"), ("no", "yes", "changed")),
        (figures("k", 1, 1, unit="yes-no"), ("yes", "yes", "unchanged")),
        (figures("k", 100, 120, 30, compared=Compared(0, 1, 20.0)), ("100", "120", "+20")),
        (figures("k", 1, 2, 3, compared=Compared(0, 2, None, False)), ("1", "3", "not comparable")),
    ],
)
def test_first_last_and_what_changed(series: Series, expected: tuple[str, str, str]) -> None:
    assert (*ends(series, "EUR"), change(series, "EUR")) == expected


@pytest.mark.parametrize(
    ("series", "expected"),
    [
        (scores("goal", "g", 0.0, 0.5, 0.999, 1.0, 1.2), "▁▄▇██"),
        (scores("goal", "g", None, 0.14, 0.15), "∙▁▂"),
        (figures("k", 10, 12, 17, 11), "▁▃█▂"),
        (figures("k", 5, 5, None), "▄▄∙"),
        (figures("k", -1e308, 1e308), "▁█"),
        (figures("k", 0, 0), "▄▄"),
        (figures("k"), ""),
    ],
)
def test_bars(series: Series, expected: str) -> None:
    assert levels(series) == expected


@given(st.lists(st.one_of(st.none(), st.floats(-1e300, 1e300)), min_size=1, max_size=12))
def test_higher_values_never_have_lower_bars(values: list[float | None]) -> None:
    bars = levels(figures("k", *values))
    pairs = sorted((value, bar) for value, bar in zip(values, bars, strict=True) if value is not None)
    assert [bar for _, bar in pairs] == sorted(bar for _, bar in pairs)
    assert all((bar == "∙") == (value is None) for value, bar in zip(values, bars, strict=True))
