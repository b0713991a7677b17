"""The exceptions whose message is a sentence for the person at the keyboard."""

from __future__ import annotations

from scorecard.api.close import CloseError
from scorecard.api.diff import OldDataError
from scorecard.api.evidence import ReasoningError
from scorecard.api.find import MapNotFoundError
from scorecard.api.influence import InfluenceError
from scorecard.api.record import FigureError
from scorecard.api.render import PictureNameError
from scorecard.api.report import ReportNameError
from scorecard.api.rules import RuleNotFoundError
from scorecard.api.score import PeriodError
from scorecard.api.select import SelectionError
from scorecard.api.show import ItemNotFoundError
from scorecard.api.templates import InitError
from scorecard.api.top import RankingError
from scorecard.measuring.closed import ClosedFileError
from scorecard.reading.revision import RevisionError
from scorecard.reviewing.amended import DecisionGoneError, NoteError
from scorecard.serving.changes import WatchError
from scorecard.writing.closed import OutsideError
from scorecard.writing.engine import EngineError
from scorecard.writing.figure_table import UnfitFileError
from scorecard.writing.lock import LockedError

FOR_PEOPLE: tuple[type[Exception], ...] = (
    CloseError,
    ClosedFileError,
    DecisionGoneError,
    EngineError,
    FigureError,
    InfluenceError,
    InitError,
    ItemNotFoundError,
    LockedError,
    MapNotFoundError,
    NoteError,
    OldDataError,
    OutsideError,
    PeriodError,
    PictureNameError,
    RankingError,
    ReasoningError,
    ReportNameError,
    RevisionError,
    RuleNotFoundError,
    SelectionError,
    UnfitFileError,
    WatchError,
)
