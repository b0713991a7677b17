"""From events to data: what YAML allows and a map does not."""

from __future__ import annotations

import pytest
from yaml import YAMLError

from scorecard.reading import compose
from scorecard.reading.compose import Composer, TooMuchError
from tests.reading.found import MAP, document, hint, marked, message, only, place, problems, rules


@pytest.mark.parametrize(
    "written", ["no", "Yes", "on", "null", "~", "1e3", "0x1F", "18:30", "2026-07-14", ".inf", "=", "<<"]
)
def test_every_scalar_is_the_text_that_stands_there(written: str) -> None:
    assert document(f"a: {written}\nb: [{written}]\n").data == {"a": written, "b": [written]}


def test_keys_are_texts_too() -> None:
    assert document("{no: 1, 5: 2, null: 3, ~: 4}").data == {"no": "1", "5": "2", "null": "3", "~": "4"}


def test_question_in_braces_is_text() -> None:
    """The pure parser of PyYAML reads this differently."""
    assert document("{question: How?, b: Why? Because}").data == {"question": "How?", "b": "Why? Because"}


def test_doubled_key_is_said_once_for_every_time_and_the_last_is_kept() -> None:
    text = "a: 1\nb: 2\na: 3\na: 4\n"
    composer = Composer(text)
    found = composer.document()
    assert found.data == {"a": "4", "b": "2"}
    assert [(problem.rule, place(problem)) for problem in composer.problems] == [
        ("doubled-key", (3, 1)),
        ("doubled-key", (4, 1)),
    ]
    assert composer.problems[0].params["line"] == 1


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        (MAP + "kpis: {offers: {direction: none}}\n", "keep one `kpis:` and put everything under it"),
        ("name: a\nname: b\n" + MAP, "keep one of the two, or give one of them another name"),
        (MAP.replace("value: 5", "value: 5, value: 6"), "keep one of the two, or give one of them another name"),
    ],
)
def test_doubled_section_is_to_be_joined(text: str, mend: str) -> None:
    assert hint(next(problem for problem in problems(text) if problem.rule == "doubled-key")) == mend


def test_alias_repeats_what_its_anchor_names() -> None:
    found = document("a: &plan {unit: count, list: [1, 2]}\nb: *plan\nc: [*plan]\n")
    assert found.data["b"] == found.data["c"][0] == {"unit": "count", "list": ["1", "2"]}


_LIST = f"[{', '.join(['x'] * 999)}]"
_MAPPING = f"{{{', '.join(f'k{number}: x' for number in range(999))}}}"


def _repeated(value: str, times: int) -> str:
    return f"a: &a {value}\nb: [{', '.join(['*a'] * times)}]\n"


@pytest.mark.parametrize("thousand", [_LIST, _MAPPING], ids=["list", "mapping"])
def test_aliases_stand_for_a_hundred_thousand_items_and_no_more(thousand: str) -> None:
    """What is repeated counts as one, and each item in it as one more."""
    assert len(document(_repeated(thousand, 100)).data["b"]) == 100
    with pytest.raises(TooMuchError) as caught:
        Composer(_repeated(thousand, 101)).document()
    assert caught.value.problem.rule == "alias-limit"


def test_items_behind_aliases_of_aliases_are_counted() -> None:
    text = "a: &a [1, 2, 3, 4, 5, 6, 7, 8, 9]\n"
    for name, below in zip("bcdefghijk", "abcdefghij", strict=True):
        text += f"{name}: &{name} [{', '.join([f'*{below}'] * 9)}]\n"
    problem = only(text + MAP)
    assert problem.rule == "alias-limit"
    assert place(problem)[0] == 6


def test_alias_inside_what_it_names_is_refused() -> None:
    assert rules("x-a: &a [*a]\n" + MAP) == ["yaml-mark"]
    assert rules("x-a: &a {b: *a}\n" + MAP) == ["yaml-mark"]


def test_last_anchor_of_a_name_counts() -> None:
    assert document("a: &x [1]\nb: *x\nc: &x [2]\nd: *x\n").data["d"] == ["2"]


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}")])
def test_nesting_goes_64_levels_deep_and_no_deeper(opening: str, closing: str) -> None:
    document(opening * 64 + "x" + closing * 64)
    with pytest.raises(TooMuchError) as caught:
        Composer(opening * 65 + "x" + closing * 65).document()
    problem = caught.value.problem
    assert problem.rule == "nesting"
    assert place(problem) == (1, 64 * len(opening) + 1)


def test_nesting_is_counted_in_keys_too() -> None:
    with pytest.raises(TooMuchError):
        Composer("? " + "[" * 65 + "]" * 65 + "\n: x\n").document()


@pytest.mark.parametrize("text", ["[a, b, c, d, e, f]", "{a: 1, b: 2, c: 3, d: 4, e: 5, f: 6}", "[[a, b], [c], [d]]"])
def test_file_has_a_limited_number_of_items(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(compose, "MOST_ITEMS", 5)
    with pytest.raises(TooMuchError) as caught:
        Composer(text).document()
    assert caught.value.problem.rule == "file-too-large"


def test_more_than_a_thousand_mistakes_are_not_listed() -> None:
    found = rules("a: 1\n" * 1_001 + MAP)
    assert found.count("doubled-key") == 1_000
    assert "too-many-mistakes" not in found
    found = rules("a: 1\n" * 1_002 + MAP)
    assert found.count("doubled-key") == 1_000
    assert "too-many-mistakes" in found


@pytest.mark.parametrize(
    "text",
    [
        "goals:\n  growth:\n    <<: {owner: Ana}\n    perspective: financial\n",
        "<<: {name: Coffee}\ngoals: {growth: {perspective: financial}}\n",
        "goals: {growth: {perspective: financial, lagging: {<<: {weight: 1}}}}\n",
    ],
)
def test_merge_keys_are_refused(text: str) -> None:
    assert set(rules(text)) == {"yaml-feature"}


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("goals: !!map {growth: {perspective: financial}}\n", "!!map"),
        ("name: !!int 5\n" + MAP, "!!int"),
        ("x-own: !own {a: b}\n" + MAP, "!own"),
        ("x-own: !<tag:example.org,2026:x> [a]\n" + MAP, "!<tag:example.org,2026:x>"),
        ("!key name: Coffee\n" + MAP, "!key"),
    ],
)
def test_tags_are_refused(text: str, tag: str) -> None:
    problem = next(problem for problem in problems(text) if problem.severity == "error")
    assert problem.rule == "yaml-mark"
    assert tag in hint(problem)


def test_anchor_that_nothing_repeats_was_meant_as_text() -> None:
    problem = only("name: &growth\n" + MAP)
    assert problem.rule == "yaml-mark"
    assert hint(problem) == 'write `name: "&growth"`'
    assert rules("x-plan: &plan {a: b}\n" + MAP) == []


@pytest.mark.parametrize("text", [MAP + "---\n" + MAP, MAP + "---\n", MAP + "...\n---\nname: b\n"])
def test_several_documents_are_refused(text: str) -> None:
    problem = only(text)
    assert problem.rule == "yaml-feature"
    assert "---" in hint(problem)


@pytest.mark.parametrize("text", ["---\n" + MAP, MAP + "...\n", "%YAML 1.2\n---\n" + MAP])
def test_one_document_may_say_where_it_begins_and_ends(text: str) -> None:
    assert rules(text) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [("? [a]\n: b\n", "a list"), ("{a: b}: c\n", "a block"), ("x-a: &a [1]\n*a : b\n", "an alias")],
)
def test_key_is_plain_text(text: str, what: str) -> None:
    problem = problems(text + MAP)[0]
    assert problem.rule == "yaml-feature"
    assert what.split()[-1] in message(problem)


def test_what_stands_behind_an_odd_key_is_still_read() -> None:
    composer = Composer("? [a, b]\n: c\nd: e\n")
    assert composer.document().data["d"] == "e"


def test_two_odd_keys_are_two_keys() -> None:
    assert set(rules("? [a]\n: b\n? [a]\n: c\n" + MAP)) == {"yaml-feature"}


def test_text_that_is_no_yaml_is_left_to_the_caller() -> None:
    with pytest.raises(YAMLError):
        Composer("a: [b\n").document()


def test_unknown_alias_is_shown_at_its_place() -> None:
    text = "name: *best\n" + MAP
    problem = only(text)
    assert marked(text, problem.position) == "*"
    assert hint(problem).startswith('write `name: "*best"`')
