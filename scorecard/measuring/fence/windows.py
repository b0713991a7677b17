"""lag, lead and row_number: what a row of ``derive`` may know of its neighbours."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.measuring.fence.functions import arguments, count_arguments, whole_number
from scorecard.measuring.fence.kinds import of_kind
from scorecard.measuring.fence.parse import Tree
from scorecard.measuring.fence.reader import Reader, Scope, Term
from scorecard.measuring.sql_text import identifier

_WINDOWS = {"WINDOW_LAG": "lag", "WINDOW_LEAD": "lead", "WINDOW_ROW_NUMBER": "row_number"}
WINDOW_WORDS = tuple(_WINDOWS.values())
_PLAIN_FRAME: Mapping[str, object] = {
    "start": "UNBOUNDED_PRECEDING",
    "end": "CURRENT_ROW_RANGE",
    "start_expr": None,
    "end_expr": None,
    "offset_expr": None,
    "default_expr": None,
    "exclude_clause": "NO_OTHER",
    "ignore_nulls": False,
    "has_ignore_nulls": False,
    "distinct": False,
    "filter_expr": None,
    "arg_orders": [],
}
_OFFSETS = range(1, 1001)


def window(reader: Reader, tree: Tree, scope: Scope) -> Term:
    """``lag(x, 1) over (partition by a, b order by c desc)``."""
    shown = str(tree["function_name"]).lower()[:40]
    name = _WINDOWS.get(tree["type"])
    if not scope.windows:
        raise reader.refusal(
            tree,
            "a window (`{name}(…) over (…)`) can stand in `derive` only"
            if not scope.within
            else "a window (`{name}(…) over (…)`) stands inside of `{within}`",
            name=shown,
            within=scope.within,
        )
    if name is None or shown != name or tree["schema"] or tree["catalog"]:
        raise reader.refusal(
            tree, "`{name}` cannot stand before `over`", "it may be lag, lead or row_number", name=shown
        )
    if any(tree[key] != usual for key, usual in _PLAIN_FRAME.items()):
        raise reader.refusal(
            tree, "a window has `partition by` and `order by`, nothing else", "leave frames and nulls out"
        )
    call, slot = _call(reader, tree, name, scope.inside(name))
    order = _order(reader, tree, name)
    partitions = [_column(reader, item).sql for item in tree["partitions"]]
    partition = f"PARTITION BY {', '.join(partitions)} " if partitions else ""
    return (
        Term(f"{call} OVER ({partition}ORDER BY {order})", slot)
        if name != "row_number"
        else Term(f"CAST({call} OVER ({partition}ORDER BY {order}) AS DOUBLE)", slot)
    )


def _call(reader: Reader, tree: Tree, name: str, scope: Scope) -> Term:
    trees = arguments(reader, tree, name)
    if name == "row_number":
        count_arguments(reader, tree, name, trees, 0, 0)
        return Term("row_number()", of_kind("number"))
    count_arguments(reader, tree, name, trees, 1, 2)
    term = reader.walk(trees[0], scope)
    offset = whole_number(reader, trees[1], name, _OFFSETS) if len(trees) == 2 else 1
    return Term(f"{name}({term.sql}, {offset})", term.slot)


def _order(reader: Reader, tree: Tree, name: str) -> str:
    orders = tree["orders"]
    if not orders:
        raise reader.refusal(tree, "`{name}` does not say in which order the rows stand", "add `order by`", name=name)
    items = []
    for order in orders:
        if order["null_order"] != "ORDER_DEFAULT":
            raise reader.refusal(order["expression"], "the order of a window says nothing of nulls", "leave it out")
        way = "DESC" if order["type"] == "DESCENDING" else "ASC"
        items.append(f"{_column(reader, order['expression']).sql} {way} NULLS LAST")
    return ", ".join([*items, *(f"{identifier(tie)} ASC NULLS LAST" for tie in reader.ties)])


def _column(reader: Reader, tree: Tree) -> Term:
    if tree["class"] != "COLUMN_REF":
        raise reader.refusal(tree, "a window is split and ordered by columns, not by `{part}`", "derive a column first")
    return reader.column(tree)
