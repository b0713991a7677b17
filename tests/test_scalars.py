"""What a text in a map means."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from scorecard import scalars
from scorecard.scalars import read_entry, read_fraction, read_number


def _refused(read: Callable[[object], object], written: object) -> PydanticCustomError:
    with pytest.raises(PydanticCustomError) as caught:
        read(written)
    return caught.value


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("12", 12),
        ("0", 0),
        ("-0", 0),
        ("+12", 12),
        ("-0.5", -0.5),
        (".5", 0.5),
        ("5.", 5),
        ("007", 7),
        ("1_000", 1000),
        ("1_000.000_5", 1000.0005),
        ("1e3", 1000),
        ("1E+3", 1000),
        ("2.5e-3", 0.0025),
        ("80k", 80_000),
        ("80K", 80_000),
        ("1.2M", 1_200_000),
        ("-1.2M", -1_200_000),
        ("2%", 0.02),
        ("+12%", 0.12),
        ("10.1%", 0.101),
        ("0.07%", 0.0007),
        ("110%", 1.1),
        ("0x1F", 31),
        ("0o17", 15),
        ("yes", 1),
        ("no", 0),
        (12, 12),
        (0.25, 0.25),
        ("999999999999999", 999_999_999_999_999),
        ("1e15", 1e15),
        ("-1e15", -1e15),
        ("1000000000000000", 1e15),
        ("1e-12", 1e-12),
        ("0.0000000001%", 1e-12),
        ("0e99", 0),
        ("0." + "0" * 400, 0),
    ],
)
def test_every_form_of_a_number(written: object, number: float) -> None:
    assert read_number(written) == number


@pytest.mark.parametrize(
    "written",
    [
        *("", " ", "-", ".", "e3", "1e", "1e3k", "1_", "_1", "1__0", "1,200", "3,5", "1 200", "1.2.3", "12 %", "% 12"),
        *("12%%", "12k%", "5 days", "€5", ".nan", ".inf", "nan", "inf", "-.inf", "null", "~", "true", "Yes", "NO"),
        *("on", "off", "y", "0x", "0xG", "0b1", "-0x1F", "0X1F", "٣", "１２", "²", "1\n", "--5", "+-5"),
    ],
)
def test_what_is_no_number(written: str) -> None:
    error = _refused(read_number, written)
    assert error.type == "bad-number"
    assert error.context == {"text": written}


@pytest.mark.parametrize(
    ("written", "large"),
    [
        ("1e16", True),
        ("1000000000000001", True),
        ("-1.1e15", True),
        ("1000000001M", True),
        ("9" * 400, True),
        ("1e999", True),
        ("0x" + "f" * 400, True),
        ("0o" + "7" * 400, True),
        (10**400, True),
        (float("inf"), True),
        ("1e-13", False),
        ("-0.00000000009%", False),
        ("1e-300", False),
    ],
)
def test_numbers_that_no_figure_can_be(written: object, large: bool) -> None:
    error = _refused(read_number, written)
    assert error.type == "bad-number"
    assert error.context is not None
    assert error.context["large"] is large


def test_number_that_is_not_a_number_is_refused() -> None:
    assert _refused(read_number, float("nan")).type == "bad-number"


@given(st.integers(-(10**14), 10**14), st.integers(0, 6), st.sampled_from([("", 0), ("%", -2), ("k", 3), ("M", 6)]))
def test_number_is_the_float_nearest_to_what_is_written(digits: int, places: int, sign: tuple[str, int]) -> None:
    mark, power = sign
    written = f"{digits // 10**places}.{digits % 10**places:0{places}}" if places and digits >= 0 else str(digits)
    exact = Fraction(written) * Fraction(10) ** power
    if exact == 0 or Fraction(1, 10**12) <= abs(exact) <= 10**15:
        assert read_number(written + mark) == float(exact)


@given(st.one_of(st.just(0.0), st.floats(1e-12, 1e15), st.floats(-1e15, -1e-12)))
def test_every_figure_can_be_written_out_and_read_again(number: float) -> None:
    assert read_number(repr(number)) == read_number(number) == number


@pytest.mark.parametrize(
    ("written", "found"),
    [([1], "list"), ({"a": 1}, "block of keys"), (True, "yes or no"), (False, "yes or no")],
)
def test_what_has_not_the_shape_of_a_number(written: object, found: str) -> None:
    error = _refused(read_number, written)
    assert error.type == "wrong-shape"
    assert error.context == {"wanted": "number", "found": found}


@pytest.mark.parametrize(
    ("written", "share"), [("60%", 0.6), ("0.6", 0.6), ("0", 0), ("100%", 1), (1, 1), ("1e-3", 0.001)]
)
def test_shares(written: object, share: float) -> None:
    assert read_fraction(written) == share


@pytest.mark.parametrize("written", ["60", "101%", "-1%", "1.0001", 2])
def test_what_is_no_share(written: object) -> None:
    assert _refused(read_fraction, written).type == "not-a-share"


@pytest.mark.parametrize(("written", "whole"), [("3", 3), ("3.0", 3), ("1k", 1000), (4, 4), ("200%", 2)])
def test_whole_numbers(written: object, whole: int) -> None:
    assert scalars.read_whole(written) == whole


@pytest.mark.parametrize("written", ["2.5", "50%", 0.1])
def test_what_is_not_whole(written: object) -> None:
    assert _refused(scalars.read_whole, written).type == "not-whole"


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2026-07-14", date(2026, 7, 14), date(2026, 7, 14)),
        ("2026-07", date(2026, 7, 1), date(2026, 7, 31)),
        ("2026-Q3", date(2026, 7, 1), date(2026, 9, 30)),
        ("2026-W31", date(2026, 7, 27), date(2026, 8, 2)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("1900", date(1900, 1, 1), date(1900, 12, 31)),
        ("2199-12-31", date(2199, 12, 31), date(2199, 12, 31)),
        (2026, date(2026, 1, 1), date(2026, 12, 31)),
        (date(2026, 7, 14), date(2026, 7, 14), date(2026, 7, 14)),
    ],
)
def test_periods_stand_for_their_first_and_last_day(written: object, first: date, last: date) -> None:
    assert scalars.read_first_day(written) == first
    assert scalars.read_last_day(written) == last


@pytest.mark.parametrize(
    "written",
    [
        *("2026-02-30", "2026-13", "2026-Q5", "2026-W54", "2025-W53", "2026-7-14", "26-07-14", "1899", "2200", "0000"),
        *("31/12/2026", "2026-07-14T10:00", "Q3 2026", "tomorrow", "", "2026-q3", "99999", 5),
    ],
)
def test_what_is_no_date(written: object) -> None:
    assert _refused(scalars.read_first_day, written).type == "bad-date"


@pytest.mark.parametrize("written", [True, 2026.0, [2026], {"by": 2026}])
def test_what_has_not_the_shape_of_a_date(written: object) -> None:
    error = _refused(scalars.read_last_day, written)
    assert error.type == "wrong-shape"
    assert error.context is not None
    assert error.context["wanted"] == "date"


@pytest.mark.parametrize("written", ["+12%", "-500", "+0.5pp", "+80k", "-1.2M", "+1_000", "+0"])
def test_change_stays_as_it_was_written(written: str) -> None:
    assert scalars.read_change(written) == written


def test_change_that_is_a_number_gets_its_sign() -> None:
    assert scalars.read_change(500) == "+500"
    assert scalars.read_change(-0.5) == "-0.5"


@pytest.mark.parametrize("written", ["12%", "500", "", "plus 5", "+5 %", "+1,200", "+", "+5e3", [5], None])
def test_what_is_no_change(written: object) -> None:
    assert _refused(scalars.read_change, written).type == "bad-change"


@pytest.mark.parametrize("written", ["+1e", "+99999999999999999999%", "-0.00000000000000001", "+0.00000000000001pp"])
def test_change_is_a_figure(written: str) -> None:
    assert _refused(scalars.read_change, written).type in ("bad-change", "bad-number")


def test_target_with_a_plus_sign_could_be_a_change() -> None:
    assert scalars.read_target_number("-12%") == -0.12
    assert scalars.read_target_number("12%") == 0.12
    assert _refused(scalars.read_target_number, "+12%").type == "bad-change"
    assert _refused(scalars.read_target_number, "+many").type == "bad-number"


@pytest.mark.parametrize(
    ("written", "direction"),
    [("maximize", "maximise"), ("minimize", "minimise"), ("maximise", "maximise"), ("none", "none"), (5, 5)],
)
def test_both_spellings_of_the_directions(written: object, direction: object) -> None:
    assert scalars.read_direction(written) == direction


def test_units_in_per_cent_are_one() -> None:
    assert scalars.read_unit("percent") == scalars.read_unit("%") == "%"
    assert scalars.read_unit("hours") == "hours"


def test_one_text_stands_for_a_list_and_a_name_for_an_item() -> None:
    assert scalars.read_texts("Why?") == ["Why?"]
    assert scalars.read_texts(["Why?", "How?"]) == ["Why?", "How?"]
    assert scalars.read_named("Money") == {"name": "Money"}
    assert scalars.read_named({"weight": "2"}) == {"weight": "2"}


@pytest.mark.parametrize(
    ("written", "entries"),
    [
        (["a", {"b": "2"}], ["a", {"b": "2"}]),
        ({"a": "1", "b": {"delay": "1"}}, [{"a": "1"}, {"b": {"delay": "1"}}]),
        ([], []),
        ({}, []),
    ],
)
def test_entries_have_one_form(written: object, entries: object) -> None:
    assert scalars.read_entries(written) == entries


def test_text_is_no_list_of_entries() -> None:
    assert _refused(scalars.read_entries, "a, b").type == "wrong-shape"


@pytest.mark.parametrize(
    ("written", "entry"),
    [
        ("a", {"id": "a"}),
        ({"a": "2"}, {"id": "a", "weight": "2"}),
        ({"a": {"weight": "2", "because": "b"}}, {"id": "a", "weight": "2", "because": "b"}),
        ({"a": {}}, {"id": "a"}),
    ],
)
def test_entry_has_one_form(written: object, entry: object) -> None:
    assert read_entry(written) == entry


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ({"a": "1", "weight": "2"}, "two-keys"),
        ({}, "two-keys"),
        ({"a": {"id": "b"}}, "unknown-key"),
        (["a"], "wrong-shape"),
        (5, "wrong-shape"),
    ],
)
def test_what_is_no_entry(written: object, rule: str) -> None:
    assert _refused(read_entry, written).type == rule


def test_pairs_and_curves() -> None:
    assert scalars.read_pair(["900", "1.1k"]) == (900, 1100)
    assert scalars.read_number_or_pair("5") == 5
    assert scalars.read_number_or_pair((1, 2)) == (1, 2)
    assert scalars.read_curve([["10", "0%"], ["20", "100%"]]) == ((10, 0), (20, 1))
    assert scalars.read_curve([]) == ()


@pytest.mark.parametrize(
    ("read", "written", "context"),
    [
        (scalars.read_pair, ["1"], {"wanted": "pair of numbers", "found": "list of 1 number"}),
        (scalars.read_pair, ["1", "2", "3"], {"wanted": "pair of numbers", "found": "list of 3 numbers"}),
        (scalars.read_pair, "1-2", {"wanted": "pair of numbers", "found": "text"}),
        (scalars.read_pair, ["1", "many"], {"text": "many", "at": (1,)}),
        (scalars.read_curve, {"10": "0%"}, {"wanted": "list of points", "found": "block of keys"}),
        (scalars.read_curve, [["1", "0"], ["2"]], {"wanted": "point", "found": "list of 1 number", "at": (1,)}),
        (scalars.read_curve, [["1", "0"], ["2", "x"]], {"text": "x", "at": (1, 1)}),
    ],
)
def test_error_says_which_number_of_a_list_is_wrong(
    read: Callable[[object], object], written: object, context: dict[str, object]
) -> None:
    assert _refused(read, written).context == context


@pytest.mark.parametrize(
    ("written", "shape"),
    [
        ({}, "block of keys"),
        ([], "list"),
        ((), "list"),
        (True, "yes or no"),
        ("a", "text"),
        ("5%", "number"),
        (5, "number"),
    ],
)
def test_shapes_in_words(written: object, shape: str) -> None:
    assert scalars.shape_of(written) == shape
