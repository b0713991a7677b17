from __future__ import annotations

import json
from datetime import date

import pytest

from scorecard.rendering.json_text import Json, document, json_text, rows


def test_everything_comes_back() -> None:
    fields = {"text": 'ä"\\\n\x00', "yes": True, "no": None, "list": (1, 2.5, "x"), "inner": {"a,b": [False]}}
    assert json.loads(document(fields)) == {**fields, "list": [1, 2.5, "x"]}


def test_days_are_iso_and_finished_text_stays() -> None:
    assert json_text(date(2026, 12, 31)) == '"2026-12-31"'
    assert json_text(Json('{"a": 1}')) == '{"a": 1}'


def test_rows_stand_on_their_own_lines() -> None:
    assert rows(["1", "2"]) == "[\n    1,\n    2\n  ]"
    assert rows([]) == "[]"


def test_what_is_not_json_is_refused() -> None:
    with pytest.raises(TypeError):
        json_text(object())
