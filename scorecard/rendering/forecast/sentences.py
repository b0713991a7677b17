"""A forecast in the words of a meeting."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.forecasted import Estimate, Forecast, KpiForecast, OutlookForecast, Why
from scorecard.rendering.numbers import (
    NEARLY_NONE,
    NO_DATA,
    WHOLE,
    amount,
    amount_change,
    amount_range,
    chance,
    day,
    percent,
    plain_number,
)
from scorecard.rendering.words import STATUS_WORD, delay_words
from scorecard.result import Limits

CLAMPED = "*"
CLAMPED_LINE = f"{CLAMPED} would go beyond 0 or 100 %."
METHOD_LINE = (
    "No promise: every KPI goes on as it did, one independently of the other. Smoothing is used where it erred less "
    "than the last value in a backtest. Plans go on: what stands still falls behind them. In brackets: where it lies "
    "with a chance of 80 %."
)
OTHERS = "In no outlook now"
NOTHING = "No dated figures: nothing to forecast from."
WHY_WORD: dict[Why, str] = {
    "undated": "no dated figures",
    "yes-no": "yes or no",
    "to-date": "a sum that begins anew",
    "too-short": "too short",
    "short": "short history",
    "constant": "never changed",
    "no-better": "smoothing no better",
    "failed": "no fit found",
    "too-large": "too large",
}


def has_figures(forecast: Forecast) -> bool:
    """Whether any KPI has figures to forecast from."""
    return any(kpi.n for kpi in forecast.kpis)


def title(forecast: Forecast) -> str:
    """The map, the coming periods, and what they begin from."""
    ends = f"{forecast.periods[0]} to {forecast.periods[-1]}" if len(forecast.periods) > 1 else str(forecast.periods[0])
    return f"Forecast · {forecast.map} · {ends}, from {forecast.scored} · as of {day(forecast.as_of)}"


def sentence(item: OutlookForecast, forecast: Forecast) -> str:
    """When an outlook is expected on track: "Engaging content: outlook 61 % now, expected on track in 2027-02 (chance
    57 %)"."""
    if item.start is None or not item.estimates:
        return f"{item.name}: no outlook to forecast."
    start = f"{item.name}: outlook {percent(item.start, item.limits)} now"
    if item.coverage < 1:
        start += f" (coverage {percent(item.coverage, WHOLE)})"
    if item.chances[0]["no-data"]:
        return f"{start}, too little of it known to give a status."
    return f"{start}, {_when(item, forecast)}."


def _when(item: OutlookForecast, forecast: Forecast) -> str:
    last = len(forecast.periods) - 1
    within = f"within {delay_words(len(forecast.periods), forecast.rhythm)}"
    lost = next((place for place, status in enumerate(item.statuses) if status != "on-track"), None)
    if item.status == "on-track":
        if lost is None:
            return f"on track and expected to stay so (chance {_chance(item, last)} in {forecast.periods[last]})"
        return (
            f"expected {STATUS_WORD[item.statuses[lost]]} from {forecast.periods[lost]} on"
            if "on-track" not in item.statuses[lost:]
            else f"expected {STATUS_WORD[item.statuses[lost]]} in {forecast.periods[lost]}"
        ) + f" (chance to be on track then {_chance(item, lost)})"
    if item.expected_from is None:
        best = max(range(last + 1), key=lambda place: item.chances[place]["on-track"])
        if item.chances[best]["on-track"] < NEARLY_NONE:
            return f"not expected on track {within} (chance {_chance(item, best)} throughout)"
        return f"not expected on track {within} (chance at most {_chance(item, best)}, in {forecast.periods[best]})"
    place = forecast.periods.index(item.expected_from)
    lasts = all(status == "on-track" for status in item.statuses[place:])
    return (
        f"expected on track in {item.expected_from} (chance {_chance(item, place)}){'' if lasts else ', not lasting'}"
    )


def _chance(item: OutlookForecast, place: int) -> str:
    return chance(item.chances[place]["on-track"])


def outlook_words(estimate: Estimate, limits: Limits) -> str:
    """``63 % (55 to 70 %)``, held inside of 0 to 100 % and marked where it would go beyond."""
    mean = share(estimate.mean, limits)
    if estimate.low is None or estimate.high is None:
        return mean
    return f"{mean} ({share(estimate.low).removesuffix(' %')} to {share(estimate.high)})"


def share(value: float, limits: Limits | None = None) -> str:
    """A share inside of 0 to 100 %, marked where it would go beyond."""
    if -1e-9 <= value <= 1 + 1e-9:
        return percent(value, limits)
    return f"{percent(min(max(value, 0.0), 1.0), limits)}{CLAMPED}"


def is_clamped(forecast: Forecast) -> bool:
    """Whether any shown number goes beyond 0 or 100 %."""
    found = (number for one in forecast.outlooks for estimate in one.estimates for number in estimate)
    return any(number is not None and not -1e-9 <= number <= 1 + 1e-9 for number in found)


def value_words(kpi: KpiForecast, currency: str | None) -> str:
    """What is expected of the last period: ``7,090 (6,900 to 7,260)``."""
    if not kpi.values:
        return NO_DATA if kpi.why != "to-date" else "–"
    last = kpi.values[-1]
    mean = amount(last.mean, kpi.unit, currency)
    if last.low is None or last.high is None:
        return mean
    return f"{mean} ({amount_range(last.low, last.high, kpi.unit, currency, ' to ')})"


def method_words(kpi: KpiForecast) -> str:
    """How a KPI is forecast, and why not otherwise: ``damped trend, n 24``, ``last value (short history), n 6``."""
    words = kpi.model or {"naive": "last value", "held": "held"}.get(kpi.method, kpi.method)
    if kpi.why and kpi.why != "no-better":  # both errors say so
        words += f" ({WHY_WORD[kpi.why]})"
    words += f", n {kpi.n}" if kpi.n else ""
    return words if not kpi.gaps else f"{words}, {kpi.gaps} {'gap' if kpi.gaps == 1 else 'gaps'} bridged"


def method_sentence(kpi: KpiForecast, currency: str | None) -> str:
    """The same with both errors: ``damped trend, n 24; smoothing erred by 27.9, the last value by 38.5``."""
    if kpi.backtest is None:
        return method_words(kpi)
    own, naive = error_words(kpi, currency)
    return f"{method_words(kpi)}; smoothing erred by {own}, the last value by {naive}"


def error_words(kpi: KpiForecast, currency: str | None) -> tuple[str, str]:
    """The mean absolute error of smoothing in the backtest, and that of the last value, in the KPI's unit."""
    if kpi.backtest is None:
        return "–", "–"
    errors = kpi.backtest.error, kpi.backtest.naive_error
    own, naive = (amount_change(error, kpi.unit, currency).lstrip("+±") for error in errors)
    return own, naive


def backtest_sentence(forecast: Forecast) -> str:
    """The backtest in total; empty without one."""
    if forecast.mase is None or forecast.naive_mase is None:
        return ""
    count = "1 KPI" if forecast.backtests == 1 else f"{forecast.backtests} KPIs"
    used = sum(kpi.method == "smoothing" for kpi in forecast.kpis)
    return (
        f"Backtest of {count} over the last periods: smoothing erred by {plain_number(forecast.mase)} usual steps on "
        f"average (MASE), the last value by {plain_number(forecast.naive_mase)}; smoothing is used for {used}."
    )


def lead(items: Sequence[OutlookForecast], forecast: Forecast) -> list[str]:
    """The sentences of all outlooks."""
    return [sentence(item, forecast) for item in items]
