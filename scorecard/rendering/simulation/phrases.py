"""What scenarios change and what comes of it, in words: the same for the terminal, Markdown and pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scorecard.naming import counted
from scorecard.rendering.numbers import WHOLE, amount, amount_range, day, from_to, in_points, percent, points
from scorecard.rendering.spans import printable
from scorecard.rendering.words import STATUS_WORD, period_words
from scorecard.result import Limits, Scorecard, Status
from scorecard.scenario import Scenario, Weighted
from scorecard.simulation import HindranceEffect, KpiMove, Move, Outcome, Path, ScoreMove, Simulation

_STILL = points(0.0)
_MOST = 6
AFTER = (
    "After: everything else stays as it is, and every arrow has run through. It says where the drivers would pull; "
    "it is no forecast."
)
"""Printed once below every table of before and after."""


NOTHING = "Nothing is changed: the numbers are those of the status."


def changes_something(outcome: Outcome) -> bool:
    """Whether numbers may be others, and not only less certain."""
    scenario = outcome.scenario
    return bool(outcome.kpis or scenario.dropped or scenario.weights) or outcome.distribution is None


def title(simulation: Simulation) -> str:
    """What is shown: one scenario by its name, or how many."""
    if len(simulation.outcomes) == 1:
        return f"What if: {simulation.outcomes[0].scenario.name}"
    return f"What if: {counted(scenario=len(simulation.outcomes))} side by side"


def headline(outcome: Outcome) -> str:
    """What comes of a scenario in one sentence: the index, its outlook, and how many outlooks come on track."""
    index = outcome.scores[-1]
    goals = [score for score in outcome.scores if score.kind == "goal"]
    gained = sum(score.outlook_status_after == "on-track" != score.outlook_status_before for score in goals)
    lost = sum(score.outlook_status_before == "on-track" != score.outlook_status_after for score in goals)
    ways = [f"The index {_way(index.performance, index.limits)}, its outlook {_way(index.outlook, index.limits)}"]
    if gained:
        ways.append(f"{_outlooks_of(gained)} {'comes' if gained == 1 else 'come'} on track")
    if lost:
        ways.append(f"{_outlooks_of(lost)} {'is' if lost == 1 else 'are'} no longer on track")
    coverage = _coverage(index)
    return f"{'; '.join(ways)}{f' ({coverage})' if coverage else ''}."


def _outlooks_of(goals: int) -> str:
    return f"the {'outlook' if goals == 1 else 'outlooks'} of {counted(goal=goals)}"


def score_sentence(score: ScoreMove) -> str:
    """One goal, perspective or the index as one says it in a meeting."""
    numbers = f"{_way(score.performance, score.limits)}, its outlook {_way(score.outlook, score.limits)}"
    said = f" ({', '.join(remarks(score))})" if remarks(score) else ""
    return f"{score.name} {numbers}{said}."


def _way(move: Move, limits: Limits) -> str:
    """``goes from 78 % to 85 %``, ``stays at 78 %``, ``has no data``."""
    if move.after is None:
        return "has no data" if move.before is None else f"has no data any more (it was {percent(move.before, limits)})"
    if move.before is None:
        return f"has data now: {percent(move.after, limits)}"
    before, after, change = from_to(move.before, move.after, limits)
    return f"stays at {after}" if change == _STILL else f"goes from {before} to {after}"


def about(card: Scorecard) -> str:
    """The map and the period that is changed."""
    return f"{card.map.name} · {period_words(card)} · as of {day(card.as_of)}"


def letter(place: int) -> str:
    """What a scenario is called in the head of a column: ``A``, ``B`` … ``Z``, ``27``."""
    return chr(ord("A") + place) if place < 26 else str(place + 1)


def names_of(card: Scorecard) -> dict[str, str]:
    """The names of goals, perspectives and KPIs by kind and id: ``goal:growth``."""
    return {
        **{f"goal:{goal.id}": goal.name for goal in card.goals},
        **{f"perspective:{item.id}": item.name for item in card.perspectives},
        **{f"kpi:{kpi.id}": kpi.name for kpi in card.kpis},
    }


def values(kpi: KpiMove, currency: str | None) -> str:
    """``11,960 → 12,280``; one value where it is still the same."""
    before, after = kpi.value.before, kpi.value.after
    if before is None or after is None:
        return printable(" → ".join(amount(value, kpi.unit, currency) for value in (before, after)))
    if before == after:
        return printable(amount(after, kpi.unit, currency))
    return printable(amount_range(before, after, kpi.unit, currency, joint=" → "))


def kpi_words(kpi: KpiMove, currency: str | None) -> str:
    """``86 → 100 %; performance 93 % → 100 %, +7 points, on track``."""
    both, change = ends(kpi.performance, kpi.limits)
    parts = [
        f"performance {both}",
        in_points(change) if change not in ("", _STILL) else "",
        STATUS_WORD[kpi.status_after],
    ]
    return f"{values(kpi, currency)}; {', '.join(filter(None, parts))}"


def ends(move: Move, limits: Limits) -> tuple[str, str]:
    """A number before and after, and the change in points: ``63 % → 65 %``, ``+2``; they never contradict."""
    if move.before is None or move.after is None:
        if move.before is None and move.after is None:
            return "no data", ""
        return f"{percent(move.before, limits)} → {percent(move.after, limits)}", ""
    before, after, change = from_to(move.before, move.after, limits)
    return (after if change == _STILL else f"{before} → {after}"), change


def after_and_change(move: Move, limits: Limits) -> str:
    """``65 % +2``; the change alone is left out where there is none to tell."""
    if move.before is None or move.after is None:
        return percent(move.after, limits)
    _, after, change = from_to(move.before, move.after, limits)
    return f"{after} {change}"


def shows(move: Move) -> bool:
    """Whether a change can be seen in whole points, or data came or went."""
    if move.change is None:
        return (move.before is None) != (move.after is None)
    return points(move.change) != _STILL


def moves(score: ScoreMove) -> bool:
    """Whether anything of a goal, a perspective or the index is seen to be otherwise."""
    return (
        score.status_before != score.status_after
        or score.outlook_status_before != score.outlook_status_after
        or any(map(shows, (score.performance, score.lagging, score.leading, score.outlook)))
    )


def remarks(score: ScoreMove) -> list[str]:
    """What its numbers do not say: other statuses, coverage, and what hindrances would take."""
    statuses = {"outlook": new_outlook_status(score), "performance": new_status(score)}
    found = [f"{word} {said}" for word, said in statuses.items() if said]
    if shows(score.leading) and not shows(score.performance) and not shows(score.outlook):
        found.append(f"drivers {ends(score.leading, score.limits)[0]}")
    found += [coverage] if (coverage := _coverage(score)) else []
    if points(score.hindered) != _STILL:
        found.append(f"hindrances would take {in_points(points(-score.hindered).lstrip('+'))} of it in the end")
    return found


def _coverage(score: ScoreMove) -> str:
    """``coverage: performance 94 %, outlook 82 %``; empty where all is known."""
    numbers = (
        ("performance", score.performance.after, score.performance_coverage),
        ("outlook", score.outlook.after, score.coverage),
    )
    known = [f"{word} {percent(share, WHOLE)}" for word, number, share in numbers if number is not None and share < 1]
    return f"coverage: {', '.join(known)}" if known else ""


def new_outlook_status(score: ScoreMove) -> str:
    """``at risk → on track``; empty where it is the same."""
    return _from_to_status(score.outlook_status_before, score.outlook_status_after)


def new_status(score: ScoreMove) -> str:
    """The same of the status, which stands on the performance."""
    return _from_to_status(score.status_before, score.status_after)


def _from_to_status(before: Status | None, after: Status | None) -> str:
    return "" if before == after else f"{STATUS_WORD[before or 'no-data']} → {STATUS_WORD[after or 'no-data']}"


def changes(scenario: Scenario, names: Mapping[str, str]) -> list[str]:
    """The arrows that are dropped and the weights that are others, each in a line."""
    found = [f"arrow dropped: {_link(one.cause, one.effect, names)}" for one in scenario.dropped]
    return found + [f"weight {one.weight:g}: {_weighed(one, names)}" for one in scenario.weights]


def _link(cause: str, effect: str, names: Mapping[str, str]) -> str:
    return f"{names[f'goal:{cause}']} → {names[f'goal:{effect}']} ({cause}:{effect})"


def _weighed(one: Weighted, names: Mapping[str, str]) -> str:
    if one.kind == "link":
        return _link(one.id, one.of or "", names)
    if one.kind == "kpi":
        return f"{names[f'kpi:{one.id}']} in {names[f'goal:{one.of}']} ({one.of}/{one.id})"
    return f"{names[f'{one.kind}:{one.id}']} ({one.id})"


def steps(scenario: Scenario) -> list[str]:
    """What comes in steps: ``crew-trained: 70% from 2026-Q4, 90% from 2027-Q2``."""
    return [
        f"{setting.kpi}: " + ", ".join(f"{step.written} from {step.since or 'now'} on" for step in setting.steps)
        for setting in scenario.settings
        if len(setting.steps) > 1 or setting.steps[0].since is not None
    ]


def why_words(kpi: KpiMove) -> str:
    """Why a KPI is otherwise: ``set to its target``, ``changed by +10%``, ``worked out anew``."""
    if kpi.why == "set" and kpi.written.casefold() == "target":
        return "set to its target"
    if kpi.why == "set" and kpi.value.change == 0:
        return "as it is now"
    return {
        "set": f"changed by {kpi.written}" if kpi.written.startswith(("+", "-", "−")) else "set",
        "computed": "worked out anew",
        "stands in": "another figure stands in for it",
        "target": "its target is another one now",
    }[kpi.why]


def notes(outcome: Outcome, names: Mapping[str, str]) -> list[str]:
    """What to know of a scenario before its numbers are believed."""
    found = []
    if outcome.reshared:
        has, it = ("has", "it") if len(outcome.reshared) == 1 else ("have", "them")
        found.append(
            f"{_listed(outcome.reshared, names)} {has} data in only one of before and after, so the shares of what "
            f"stands beside {it} change, too."
        )
    if outcome.unmoved:
        ids = ", ".join(outcome.unmoved[:_MOST])
        found.append(f"Worked out from what is set, and not moved with it: {ids}{_more(len(outcome.unmoved))}.")
    if _shares_rows(outcome):
        found.append("What is set counts alone: other KPIs that are worked out from the same rows keep their value.")
    if outcome.scenario.dropped or outcome.scenario.weights:
        found.append("Weights and arrows count at once; only figures take their time along the arrows.")
    found += [hindrance_sentence(effect, names) for effect in outcome.hindrances if shows_hindrance(effect)]
    return found


def _shares_rows(outcome: Outcome) -> bool:
    """Whether a KPI that keeps its value is worked out from the rows of one that is set."""
    moved = {kpi.id: kpi.why for kpi in outcome.kpis}
    sources = {kpi.origin.source for kpi in outcome.after.kpis if moved.get(kpi.id) == "set"} - {None}
    return any(kpi.origin.source in sources and kpi.id not in moved for kpi in outcome.after.kpis)


def _listed(kpis: Sequence[str], names: Mapping[str, str]) -> str:
    return ", ".join(f"{names[f'kpi:{kpi}']} ({kpi})" for kpi in kpis[:_MOST]) + _more(len(kpis))


def _more(count: int) -> str:
    return f" and {count - _MOST} more" if count > _MOST else ""


def shows_hindrance(effect: HindranceEffect) -> bool:
    """Whether what a hindrance takes can be seen in whole points."""
    return points(effect.taken) != _STILL


def hindrance_sentence(effect: HindranceEffect, names: Mapping[str, str]) -> str:
    """``Fast ground turnaround gains 10 points and takes 2 points from Crew rest: a hindrance, …``."""
    gains = "gains" if effect.change > 0 else "loses"
    takes = "takes {} from" if effect.taken > 0 else "gives {} back to"
    moved, taken = (in_points(points(abs(number)).lstrip("+")) for number in (effect.change, effect.taken))
    return (
        f"{names[f'goal:{effect.cause}']} {gains} {moved} and {takes.format(taken)} {names[f'goal:{effect.effect}']}: "
        "a hindrance, which the outlook after leaves out."
    )


CLAMPED = "*"
CLAMPED_LINE = f"{CLAMPED} Held at 0 or 100 %: the changes together go beyond."


def path_value(value: float | None, limits: Limits) -> str:
    """A number of a path, held inside of 0 to 100 % and marked where it would go beyond: ``100 %*``."""
    if value is None or -1e-9 <= value <= 1 + 1e-9:
        return percent(value, limits)
    return f"{percent(min(max(value, 0.0), 1.0), limits)}{CLAMPED}"


def is_clamped(path: Path) -> bool:
    """Whether a path goes beyond 0 or 100 % anywhere."""
    return any(CLAMPED in path_value(value, path.limits) for value in path.values)


def when_on_track(path: Path) -> str:
    """From when on the outlook is on track: ``on track from 2027-Q1 on``, ``stays on track``, ``not on track``."""
    if path.start is None and all(value is None for value in path.values):
        return "no data"
    if path.statuses[-1] == "no-data":
        return "too little is known for a status"
    if path.on_track_from is None:
        return "no longer on track" if path.was_on_track else "not on track"
    if path.was_on_track and all(status == "on-track" for status in path.statuses):
        return "stays on track"
    return f"on track from {path.on_track_from} on"


def path_remarks(path: Path) -> list[str]:
    """What the numbers of a path do not say: from when it is on track, worse before better, how much is known."""
    words = [when_on_track(path)]
    if path.worse_first:
        words.append(f"worse before better: {lowest_words(path)}")
    if path.coverage < 1 and path.values[-1] is not None:
        words.append(f"coverage {percent(path.coverage, WHOLE)}")
    return words


def sentence(path: Path) -> str:
    """A path as one says it in a meeting: where it begins, where it ends, when it is on track, worse before better."""
    if path.start is None or path.values[-1] is None:
        return f"{path.name}: no outlook to follow."
    before, after, change = from_to(path.start, path.values[-1], path.limits)
    ends_at = path_value(path.values[-1], path.limits)
    way = (
        f"stays at {after}" if change == _STILL else f"goes from {before} to {ends_at if CLAMPED in ends_at else after}"
    )
    tail = f" Worse before better: {lowest_words(path)}." if path.worse_first else ""
    known = f" (coverage {percent(path.coverage, WHOLE)})" if path.coverage < 1 else ""
    return f"{path.name}: the outlook {way}{known}, {when_on_track(path)}.{tail}"


def lowest_words(path: Path) -> str:
    """The lowest value of a path, and when: ``62 % in 2026-Q4``."""
    low = min((value for value in path.values if value is not None), default=None)
    return f"{path_value(low, path.limits)} in {path.lowest}"
