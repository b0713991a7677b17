"""The explanation as Markdown: a table of the paths, or of what moved the number, each with its sentence."""

from __future__ import annotations

from scorecard.explanation import Explanation
from scorecard.rendering.explanation import sentences
from scorecard.rendering.markdown import markdown_id, markdown_table, markdown_text
from scorecard.rendering.numbers import day, exact_change, exact_percent, exact_points
from scorecard.rendering.words import SCALE_LINE, STATUS_GLYPH


def explanation_markdown(explanation: Explanation) -> str:
    """The explanation for a ticket or a report."""
    words = sentences.outlook_words(explanation)
    mark = f"{STATUS_GLYPH[explanation.status]} " if explanation.number == "performance" else ""
    sentence = sentences.change_sentence if explanation.change else sentences.head_sentence
    lines = [
        f"## {markdown_text(explanation.name)}: {mark}{words}",
        "",
        f"{markdown_id(explanation.id)}, {sentences.when(explanation)}, as of {day(explanation.as_of)}",
        "",
        markdown_text(sentence(explanation)),
        "",
    ]
    if explanation.change is None:
        lines += [*_paths(explanation), *_missing(explanation)]
    else:
        lines += [*_moves(explanation), *_steps(explanation)]
    return "\n".join([*lines, f"<sub>{markdown_text(SCALE_LINE)}</sub>"]) + "\n"


def _paths(explanation: Explanation) -> list[str]:
    if explanation.value is None:
        return []
    points = sentences.points_of(explanation)
    rows = [
        (
            text,
            markdown_text(sentences.path_sentence(explanation, path, text)) + f"<br>{markdown_id(path.end.id)}",
            exact_percent(path.share),
            exact_percent(path.value),
        )
        for path, text in zip(explanation.paths, points, strict=False)
    ]
    if rest := sentences.rest_sentence(explanation, points[-1]):
        rows.append((points[-1], markdown_text(rest), exact_percent(explanation.rest_share), ""))
    total = exact_percent(explanation.value).removesuffix(" %")
    rows.append((f"**{total}**", "**in all**", "**100.00 %**", ""))
    return markdown_table(("Points", "What gives them", "Share", "Value"), rows, right=(0, 2, 3))


def _missing(explanation: Explanation) -> list[str]:
    if not explanation.missing:
        return []
    rows = [
        f"- {markdown_text(sentences.missing_sentence(explanation, row))} {markdown_id(row.id)}"
        for row in explanation.missing
    ]
    return ["**What is missing**", "", *rows, "", markdown_text(sentences.SHARES_LINE), ""]


def _moves(explanation: Explanation) -> list[str]:
    change = explanation.change
    if change is None or change.before is None or change.now is None:
        return []
    points = sentences.points_of_moves(explanation)
    rows = [
        (text, markdown_text(sentences.move_sentence(explanation, move, text)) + f"<br>{markdown_id(move.id)}")
        for move, text in zip(change.moves, points, strict=False)
    ]
    if more := sentences.more_moves_sentence(explanation, points[-1]):
        rows.append((points[-1], markdown_text(more)))
    rows.append((f"**{exact_change(change.before, change.now)}**", "**in all**"))
    lines = markdown_table(("Points", "What brought or took them"), rows, right=(0,))
    reported = sentences.reported_sentence(explanation)
    return [*lines, *([markdown_text(reported), ""] if reported else [])]


def _steps(explanation: Explanation) -> list[str]:
    """Every sum on the way that moved, with what each part had of it."""
    change = explanation.change
    still = exact_points(0.0)
    moved = [split for split in change.splits if exact_points(split.change) != still] if change else []
    lines: list[str] = []
    for split in moved:
        lines += [f"**{markdown_text(sentences.split_sentence(split))}**", ""]
        cells = [tuple(map(markdown_text, row)) for row in sentences.split_rows(split)]
        lines += markdown_table([word.capitalize() for word in sentences.SPLIT_HEAD], cells, right=(3, 4))
    return [*lines, sentences.SPLIT_LINE, ""] if lines else []
