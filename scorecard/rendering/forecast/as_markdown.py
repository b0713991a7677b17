"""A forecast as Markdown."""

from __future__ import annotations

from scorecard.forecasted import Forecast, KpiForecast, OutlookForecast
from scorecard.rendering.forecast import sentences
from scorecard.rendering.markdown import markdown_id, markdown_table, markdown_text
from scorecard.rendering.numbers import WHOLE, amount, chance, percent
from scorecard.rendering.words import STATUS_GLYPH, STATUS_WORD


def forecast_markdown(forecast: Forecast) -> str:
    """The sentences, every outlook period by period, and how each KPI is forecast."""
    lines = [f"## {markdown_text(sentences.title(forecast))}", ""]
    if not sentences.has_figures(forecast):
        return "\n".join([*lines, sentences.NOTHING]) + "\n"
    lines += [f"- {markdown_text(text)}" for text in sentences.lead(forecast.outlooks, forecast)]
    lines.append("")
    periods = [str(period) for period in forecast.periods]
    lines += markdown_table(
        ("Outlook", "Now", *periods, "Chance of on track"),
        [_outlook(item) for item in forecast.outlooks if item.estimates],
        right=range(1, 3 + len(periods)),
    )
    lines += markdown_table(
        ("KPI", "Now", periods[-1], "Smoothing erred by", "Last value by", "Used"),
        [_kpi(kpi, forecast.currency) for kpi in forecast.kpis],
        right=(1, 2, 3, 4),
    )
    notes = [sentences.backtest_sentence(forecast), sentences.METHOD_LINE]
    notes.append(sentences.CLAMPED_LINE if sentences.is_clamped(forecast) else "")
    return "\n".join([*lines, f"<sub>{markdown_text(' '.join(filter(None, notes)))}</sub>"]) + "\n"


def _outlook(item: OutlookForecast) -> tuple[str, ...]:
    name = markdown_text(item.name)
    chances = item.chances[-1]
    return (
        name if item.kind == "index" else f"{name}<br>{markdown_id(item.id)}",
        "<br>".join(_now(item)),
        *(markdown_text(sentences.outlook_words(one, item.limits)) for one in item.estimates),
        "–" if chances["no-data"] else chance(chances["on-track"]),
    )


def _now(item: OutlookForecast) -> list[str]:
    """The outlook now, its status, and how much of it is known."""
    words = [percent(item.start, item.limits), f"{STATUS_GLYPH[item.status]} {STATUS_WORD[item.status]}"]
    return words + ([f"coverage {percent(item.coverage, WHOLE)}"] if item.coverage < 1 else [])


def _kpi(kpi: KpiForecast, currency: str | None) -> tuple[str, ...]:
    now = "–" if kpi.value is None else amount(kpi.value, kpi.unit, currency)
    return (
        f"{markdown_text(kpi.name)}<br>{markdown_id(kpi.id)}",
        markdown_text(now),
        markdown_text(sentences.value_words(kpi, currency)),
        *map(markdown_text, sentences.error_words(kpi, currency)),
        markdown_text(sentences.method_words(kpi)),
    )
