"""The screen of the meeting: left the order of business and the map, right what is talked about."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Footer, Static
from textual.worker import WorkerFailed, get_current_worker

from scorecard.api.explain import Before
from scorecard.history import History
from scorecard.meeting.comment_dialog import CommentDialog
from scorecard.meeting.decision_dialog import DecisionDialog
from scorecard.meeting.figure_dialog import FigureDialog
from scorecard.meeting.find_dialog import FindDialog
from scorecard.meeting.help_dialog import HelpDialog
from scorecard.meeting.look import CSS, THEME
from scorecard.meeting.map_box import MapBox
from scorecard.meeting.said import CAUGHT, sentence
from scorecard.meeting.same import same_row
from scorecard.meeting.session import Session
from scorecard.meeting.sheet import Sheet, rich_text
from scorecard.meeting.what_if_dialog import WhatIfDialog
from scorecard.rendering.columns import paragraph
from scorecard.rendering.decision_words import decision_words
from scorecard.rendering.kpi_words import kpis_of, standing
from scorecard.rendering.meeting.outline import outline
from scorecard.rendering.meeting.pages import page
from scorecard.rendering.meeting.rows import OVERVIEW, Place, Row
from scorecard.rendering.numbers import percent
from scorecard.rendering.spans import Line, Span, as_ascii, printable
from scorecard.rendering.status.terminal import first_line
from scorecard.rendering.words import period_words
from scorecard.result import GoalScore, KpiScore, Scorecard


class Meeting(App[None]):
    """The meeting; whatever is done in it is done by its `Session`."""

    TITLE = "scorecard review"
    ENABLE_COMMAND_PALETTE = False
    CSS = CSS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "comment", "Comment"),
        Binding("d", "decide", "Decide"),
        Binding("s", "set", "Set"),
        Binding("x", "close", "Done"),
        Binding("w", "what_if", "If"),
        Binding("n", "business(1)", "Next"),
        Binding("p", "business(-1)", "Previous", show=False),
        Binding("m", "map", "Map"),
        Binding("slash", "find", "Find", key_display="/"),
        Binding("question_mark", "help", "Help", key_display="?"),
        Binding("q", "quit", "Quit"),
        Binding("backspace,escape", "walk_back", "Where I was", show=False),
    ]

    def __init__(self, session: Session, *, ascii: bool = False) -> None:
        super().__init__(ansi_color=True)
        self.session = session
        self.place = OVERVIEW
        self._trail: list[Place] = []
        self._ascii = ascii
        self.set_class(ascii, "ascii")

    def hold(self) -> None:
        """Show the screen until the meeting is over; an error that ended it is raised."""
        self.run()
        error = self._exception
        if error is not None:
            raise error.error if isinstance(error, WorkerFailed) else error

    def _print_error_renderables(self) -> None:
        """Print nothing: the library would, with the names and figures at hand; `hold` raises the error."""
        if self._exception is None:
            super()._print_error_renderables()

    def compose(self) -> ComposeResult:
        """Top, the two sheets, what was said last, the keys."""
        yield Static(id="top")
        with Horizontal(id="middle"):
            yield Sheet(id="outline", ascii=self._ascii)
            yield Sheet(id="page", ascii=self._ascii)
        yield Static(id="said")
        yield Footer()

    def on_mount(self) -> None:
        """Begin with the first point of the order of business; the history comes when it is known."""
        self.register_theme(THEME)
        self.theme = THEME.name
        self._outline.focus()
        self._tell("? shows the keys")
        self.run_worker(self._look_back, thread=True, exclusive=True, group="score")

    @property
    def _below(self) -> Screen[object]:
        """The screen of the meeting, whatever box lies on it."""
        return self.screen_stack[0]

    @property
    def _outline(self) -> Sheet:
        return self._below.query_one("#outline", Sheet)

    @property
    def _page(self) -> Sheet:
        return self._below.query_one("#page", Sheet)

    # What is shown

    def on_sheet_fitted(self, event: Sheet.Fitted) -> None:
        """A sheet that has got another size is filled anew."""
        if event.sheet is self._outline:
            self._draw_outline()
        else:
            self._draw_page()
        self._draw_top()

    def _draw_top(self) -> None:
        card, width = self.session.shown.card, max(self.size.width - 2, 20)
        about = paragraph(f"{printable(card.map.name)} · review of {period_words(card)}", "muted", width=width)
        lines = [*first_line(card, width), *about]
        self._below.query_one("#top", Static).update(rich_text(as_ascii(lines) if self._ascii else lines))

    def _draw_outline(self) -> None:
        sheet, row = self._outline, self._row(self._outline)
        is_first = not sheet.rows
        rows = outline(self.session.shown, sheet.room)
        if is_first:
            chosen = next((number for number, row in enumerate(rows) if row.business), 0)
            sheet.show(rows, chosen)
            sheet.choose(chosen)
        else:
            sheet.show(rows, None if row is None else same_row(rows, row))
            if sheet.chosen is None:  # it is no point of business any more
                self._choose_on_the_left(self.place)

    def _draw_page(self, *, anew: bool = False) -> None:
        """The page of the place; ``anew``: from its top, with nothing chosen."""
        sheet = self._page
        rows = page(self.session.shown_at(self.place), self.place, sheet.room)
        row = None if anew else self._row(sheet)
        sheet.show(rows, None if row is None else same_row(rows, row))
        if anew:
            sheet.scroll_to(y=0, animate=False)
            if sheet.has_focus:
                sheet.on_focus()

    @staticmethod
    def _row(sheet: Sheet) -> Row | None:
        return None if sheet.chosen is None else sheet.rows[sheet.chosen]

    def on_sheet_chosen(self, event: Sheet.Chosen) -> None:
        """What is chosen on the left is shown on the right; from the right one walks on."""
        place = event.row.place
        if place is None:
            return
        if event.sheet is self._outline:
            self._trail.clear()
            self._show(place)
            if event.go:
                self._page.focus()
        elif event.go and place.kind != "decision":
            self.walk(place)

    def _show(self, place: Place) -> None:
        if place != self.place or not self._page.rows:
            self.place = place
            self._draw_page(anew=True)

    def walk(self, place: Place) -> None:
        """Show a place, remember where one came from, and choose its row of the map on the left."""
        self._trail.append(self.place)
        self._show(place)
        self._choose_on_the_left(place)

    def action_walk_back(self) -> None:
        """Back to where one came from."""
        if self._trail:
            place = self._trail.pop()
            self._show(place)
            self._choose_on_the_left(place)
        else:
            self._outline.focus()

    def _choose_on_the_left(self, place: Place) -> None:
        goal = self._goal()
        for meant in (place, None if goal is None else Place("goal", goal.id)):
            same = [number for number, row in enumerate(self._outline.rows) if row.place == meant]
            if meant is not None and same:
                self._outline.choose(same[-1], quietly=True)  # the last one stands in the map
                return

    def action_business(self, way: int) -> None:
        """The next or the previous point of the order of business."""
        sheet = self._outline
        points = [number for number, row in enumerate(sheet.rows) if row.business]
        now = -1 if sheet.chosen is None else sheet.chosen
        ahead = [number for number in points if (number - now) * way > 0]
        if ahead:
            sheet.choose(ahead[0] if way > 0 else ahead[-1])
        else:
            self._tell("that was the order of business" if way > 0 else "the order of business begins here")

    # What is done

    def _goal(self) -> GoalScore | None:
        """The goal that is talked about; of a KPI the one it was reached from, else the first that has it."""
        goals = {goal.id: goal for goal in self.session.shown.card.goals}
        if self.place.kind in ("goal", "decision"):
            return goals.get(self.place.id)
        if self.place.kind != "kpi":
            return None
        mine = [goal.id for goal in goals.values() if self.place.id in {kpi for _, kpi in kpis_of(goal)}]
        before = [place.id for place in reversed(self._trail) if place.id in mine]
        return next((goals[goal] for goal in (*before, *mine)), None)

    def action_comment(self) -> None:
        """A comment on the goal that is shown."""
        goal = self._goal()
        if goal is None:
            self._tell("choose a goal to comment on", wrong=True)
            return

        def note(text: str) -> str:
            return f"wrote a comment to {self.session.comment(goal.id, text)}"

        self.push_screen(CommentDialog(goal.name, note), self._after)

    def action_decide(self) -> None:
        """A decision on the goal that is shown."""
        goal = self._goal()
        if goal is None:
            self._tell("choose a goal to decide on", wrong=True)
            return
        self.push_screen(
            DecisionDialog(
                goal.name,
                goal.owner,
                lambda *fields: f"wrote a decision to {self.session.decide(goal.id, *fields)}",
            ),
            self._after,
        )

    def action_close(self) -> None:
        """Close the chosen decision, or open it again."""
        chosen = self._page.place if self._page.has_focus else self._outline.place
        place = chosen if chosen is not None and chosen.kind == "decision" else self.place
        decision = place.decision
        if decision is None:
            self._tell("choose a decision to close", wrong=True)
            return
        try:
            path = self.session.close(decision)
        except CAUGHT as error:
            self._tell(sentence(error), wrong=True)
            return
        if self.place.decision == decision:
            self.place = self.place._replace(decision=replace(decision, done=not decision.done))
        self._after(f"{'open again' if decision.done else 'done'}: {decision_words(decision)} · wrote {path}")

    def action_set(self) -> None:
        """Set the value of the chosen KPI, of the one that is shown, or of one of the goal."""
        self._with_kpi("Set the value of which KPI?", self._set)

    def action_what_if(self) -> None:
        """What another value of such a KPI would do to the goal and the index."""
        self._with_kpi("What if which KPI had another value?", self._what_if)

    def _with_kpi(self, title: str, act: Callable[[str], None]) -> None:
        """Do something with the chosen KPI, else the one that is shown, else one of the goal that is asked for."""
        chosen = self._page.place if self._page.has_focus else None
        for place in (chosen, self.place):
            if place is not None and place.kind == "kpi":
                act(place.id)
                return

        def found(place: Place | None) -> None:
            if place is not None and place.kind == "kpi":
                act(place.id)

        goal = self._goal()
        kpis = None if goal is None else {kpi for _, kpi in kpis_of(goal)}
        self.push_screen(FindDialog(title, self.session.shown.card, kpis=kpis, ascii=self._ascii), found)

    def _what_if(self, kpi_id: str) -> None:
        card, goal = self.session.shown.card, self._goal()
        kpi = next(kpi for kpi in card.kpis if kpi.id == kpi_id)
        words = f"{standing(kpi, card.map.currency)} in {card.period}"
        ask = partial(self.session.what_if, kpi_id)
        self.push_screen(WhatIfDialog(kpi.name, words, None if goal is None else goal.id, ask, ascii=self._ascii))

    def _set(self, kpi_id: str) -> None:
        card = self.session.shown.card
        kpi = next(kpi for kpi in card.kpis if kpi.id == kpi_id)
        try:
            self.session.refuse_unrecordable(kpi_id)
        except CAUGHT as error:
            self._tell(sentence(error), wrong=True)
            return
        words = f"{standing(kpi, card.map.currency)} in {card.period}"
        dialog = FigureDialog(
            kpi.name, words, self._usual_period(kpi), lambda *fields: self.session.record(kpi_id, *fields)
        )
        self.push_screen(dialog, self._after_record)

    def _usual_period(self, kpi: KpiScore) -> str:
        """The period under review for a KPI that is measured in it."""
        rhythm = self.session.shown.card.map.rhythm
        return str(self.session.period) if kpi.origin.cadence in (None, rhythm) else ""

    def _after(self, said: str | None) -> None:
        """Show what has changed, and say what was done."""
        if said is not None:
            self._tell(said)
            self._draw_top()
            self._draw_outline()
            self._draw_page()

    def _after_record(self, said: str | None) -> None:
        if said is not None:
            self._tell(f"{said.splitlines()[0]} · scoring anew …")
            self.run_worker(lambda: self._score_anew(said.splitlines()[0]), thread=True, exclusive=True, group="score")

    def _score_anew(self, said: str) -> None:
        """In a thread: the card and the history with the new figure."""
        try:
            card, history = self.session.scored(), self.session.told()
            before = self.session.before(card)
        except CAUGHT as error:
            words = sentence(error)
            self._hand_over(lambda: self._tell(words, wrong=True))
        else:
            self._hand_over(lambda: self._take(card, history, before, said))

    def _take(self, card: Scorecard, history: History, before: Before, said: str) -> None:
        index = self.session.shown.card.index.performance
        self.session.take(card, history, before)
        now, was = (percent(share, card.limits) for share in (card.index.performance, index))
        self._after(f"{said} · index {now}{'' if now == was else f', was {was}'}")

    def _look_back(self) -> None:
        """In a thread: the history for the sparklines, and the period before."""
        try:
            history, before = self.session.told(), self.session.before(self.session.shown.card)
        except CAUGHT as error:
            words = sentence(error)
            self._hand_over(lambda: self._tell(words, wrong=True))
        else:
            self._hand_over(lambda: self._remember(history, before))

    def _hand_over(self, show: Callable[[], None]) -> None:
        """From a thread to the screen, unless a newer one has taken its place or the meeting has ended meanwhile."""
        if not get_current_worker().is_cancelled:
            with suppress(RuntimeError):  # there is no loop any more
                self.call_later(show)

    def _remember(self, history: History, before: Before) -> None:
        self.session.take(history=history, before=before)
        self._draw_page()

    def action_find(self) -> None:
        """Find a goal or a KPI."""
        dialog = FindDialog("Find a goal or a KPI", self.session.shown.card, ascii=self._ascii)
        self.push_screen(dialog, self._found)

    def _found(self, place: Place | None) -> None:
        if place is not None:
            self.walk(place)
            self._page.focus()

    def action_map(self) -> None:
        """The strategy map, drawn over the whole screen."""
        goal = self._goal()
        box = MapBox(self.session.shown.card, None if goal is None else goal.id, ascii=self._ascii)
        self.push_screen(box, self._found)

    def action_help(self) -> None:
        """The keys."""
        self.push_screen(HelpDialog(self.session.shown.review.path, ascii=self._ascii))

    def _tell(self, words: str, *, wrong: bool = False) -> None:
        said = self._below.query_one("#said", Static)
        said.set_class(wrong, "wrong")
        lines: list[Line] = [(Span(f"error: {words}" if wrong else words),)]
        said.update(rich_text(as_ascii(lines) if self._ascii else lines))
