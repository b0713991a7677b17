"""Tables that fold into blocks on a narrow page and stay tables for screen readers."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from scorecard.rendering.report.element import Child, Html, el, joined


def table(
    caption: Child,
    headings: Sequence[str],
    rows: Sequence[Sequence[Child]],
    *,
    numbers: Collection[int] = (),
    kind: str = "",
    hidden_caption: bool = False,
    folds: bool = True,
) -> Html:
    """A table whose first column names the rows; the columns ``numbers`` are set to the right; nothing without rows.

    Where the page is narrow, each row becomes a block, unless the table is small enough for any page (``folds``). Roles
    are written out, because browsers forget what a table is once its rows are laid out in another way.
    """
    if not rows:
        return Html("")
    head = el(
        "tr",
        *(
            el("th", heading, scope="col", role="columnheader", class_="n" if column in numbers else None)
            for column, heading in enumerate(headings)
        ),
        role="row",
    )
    body = joined(_row(headings, row, numbers) for row in rows)
    return el(
        "table",
        el("caption", caption, class_="hidden" if hidden_caption else None) if caption else None,
        el("thead", head, role="rowgroup"),
        el("tbody", body, role="rowgroup"),
        role="table",
        class_=" ".join(filter(None, ("fold" if folds else "", kind))) or None,
    )


def _row(headings: Sequence[str], cells: Sequence[Child], numbers: Collection[int]) -> Html:
    first, *rest = cells
    return el(
        "tr",
        el("th", first, scope="row", role="rowheader"),
        *(
            el(
                "td",
                # One child, so that a label before it and the content are two columns of a folded row.
                el("span", cell),
                role="cell",
                class_="n" if column in numbers else None,
                data_label=headings[column],
            )
            for column, cell in enumerate(rest, 1)
        ),
        role="row",
    )
