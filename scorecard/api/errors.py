"""The exceptions whose message is a sentence for the person at the keyboard."""

from __future__ import annotations

from scorecard.api.find import MapNotFoundError
from scorecard.api.render import PictureNameError
from scorecard.api.rules import RuleNotFoundError
from scorecard.api.select import SelectionError
from scorecard.api.show import ItemNotFoundError
from scorecard.api.templates import InitError
from scorecard.writing.picture import EngineError

FOR_PEOPLE: tuple[type[Exception], ...] = (
    EngineError,
    InitError,
    ItemNotFoundError,
    MapNotFoundError,
    PictureNameError,
    RuleNotFoundError,
    SelectionError,
)
