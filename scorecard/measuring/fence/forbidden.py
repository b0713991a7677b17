"""What is refused, by the name that a reader of the map would give it."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from scorecard.measuring.fence.aggregates import AGGREGATE_WORDS
from scorecard.measuring.fence.functions import SCALAR_WORDS
from scorecard.measuring.fence.parse import Tree
from scorecard.measuring.fence.reader import Reader, Scope, Term
from scorecard.measuring.fence.refused import RefusedError, shortened
from scorecard.measuring.fence.windows import WINDOW_WORDS

_CLASSES: Mapping[str, str] = {
    "SUBQUERY": "a subquery",
    "LAMBDA": "a lambda",
    "POSITIONAL_REFERENCE": "a column by its position",
    "COLLATE": "a collation",
    "DEFAULT": "a default",
    "LAMBDA_REF": "a lambda",
}
_OPERATORS: Mapping[str, str] = {
    "ARRAY_EXTRACT": "an item of a list",
    "ARRAY_SLICE": "a slice of a list",
    "STRUCT_EXTRACT": "a field of a struct",
    "ARRAY_CONSTRUCTOR": "a list",
    "ARROW": "a lambda",
    "OPERATOR_UNPACK": "an unpacked list",
    "OPERATOR_TRY": "`try`",
    "GROUPING_FUNCTION": "`grouping`",
}
_MADE_BY_SYNTAX: Mapping[str, str] = {
    "list_value": "a list",
    "list_apply": "a list made by a loop",
    "list_filter": "a list made by a loop",
    "struct_pack": "a struct",
    "row": "a tuple",
    "map": "a map",
    "array_extract": "an item of a list",
    "struct_extract": "a field of a struct",
    "timezone": "a time zone",
    "like_escape": "`like … escape`",
    "not_like_escape": "`like … escape`",
    "~~*": "`ilike`",
    "!~~*": "`not ilike`",
    "~~~": "`glob`",
    "regexp_matches": "a regular expression (`regexp_matches`)",
    "regexp_full_match": "a regular expression (`regexp_full_match`)",
    "to_days": "an interval",
    "to_months": "an interval",
    "to_years": "an interval",
    "to_hours": "an interval",
    "to_seconds": "an interval",
}
_INSTEAD: Mapping[str, str] = {
    "mean": "avg",
    "average": "avg",
    "stddev_samp": "stddev",
    "quantile_disc": "quantile",
    "quantile_cont": "quantile",
    "percentile_cont": "quantile",
    "pow": "power",
    "^": "power",
    "**": "power",
    "ceiling": "ceil",
    "ifnull": "coalesce",
    "datediff": "date_diff",
    "datepart": "date_part",
    "strpos": "contains",
    "position": "contains",
    "^@": "starts_with",
    "prefix": "starts_with",
    "arg_max": "last",
    "last_value": "last",
    "first_value": "first",
    "any_value": "first",
    "lcase": "lower",
    "ucase": "upper",
}
_ADVICE: Mapping[str, str] = {
    "~~*": "write `lower(x) like 'abc%'`",
    "if": "write `case when … then … else … end`",
    "iff": "write `case when … then … else … end`",
    "count_if": "write `count(*) filter (where …)`",
    "countif": "write `count(*) filter (where …)`",
    "sum_if": "write `sum(…) filter (where …)`",
    "year": "write `date_part('year', …)`",
    "month": "write `date_part('month', …)`",
    "day": "write `date_part('day', …)`",
    "log10": "write `ln(x) / ln(10)`",
    "log": "write `ln(x) / ln(10)`",
}


def other(reader: Reader, tree: Tree, scope: Scope) -> Term:
    """Everything that is not listed.

    Raises:
        RefusedError: always.
    """
    raise reader.refusal(tree, "{what} cannot stand in an expression", _classes_hint(tree), what=_called(tree))


def function(reader: Reader, tree: Tree, name: str, scope: Scope) -> RefusedError:
    """What is said of a function that is not listed."""
    if what := _MADE_BY_SYNTAX.get(name):
        return reader.refusal(tree, "{what} cannot stand in an expression", _ADVICE.get(name, ""), what=what)
    words = (
        *(AGGREGATE_WORDS if scope.aggregates else ()),
        *SCALAR_WORDS,
        *(WINDOW_WORDS if scope.windows else ()),
    )
    near = _INSTEAD.get(name) or next(iter(get_close_matches(name[:80], words, n=1, cutoff=0.81)), "")
    hint = _ADVICE.get(name) or ("did you mean `{meant}`?" if near else "there are {words}")
    sentence = "`{name}` is not among the functions that {of} may use"
    if name in WINDOW_WORDS:
        sentence, hint = "`{name}` looks at other rows", "say which ones in `derive`: `{name}(…) over (order by …)`"
    return reader.refusal(tree, sentence, hint, name=shortened(name), of=scope.of, meant=near, words=", ".join(words))


def qualified(reader: Reader, tree: Tree, name: str) -> RefusedError:
    """What is said of a function with something before a point."""
    before = ".".join(part for part in (tree["catalog"], tree["schema"]) if part)
    return reader.refusal(
        tree,
        "a function is called by its name alone, not `{before}.{name}`",
        "write `{name}(…)`",
        before=shortened(before),
        name=shortened(name),
    )


def _called(tree: Tree) -> str:
    if tree["class"] == "STAR":
        return "`columns`" if tree.get("columns") else "a star (`*`)"
    return _CLASSES.get(tree["class"]) or _OPERATORS.get(tree["type"]) or "this"


def _classes_hint(tree: Tree) -> str:
    return "name the columns one by one" if tree["class"] in {"STAR", "POSITIONAL_REFERENCE"} else ""
