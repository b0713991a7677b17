"""The fence: text of an expression -> our own SQL, or a refusal with a sentence.

Each expression of a map is parsed and walked before it runs. What is listed is written anew, so that nothing of the
written text itself ever reaches the database that holds the rows; everything else is refused by name.
"""

from scorecard.measuring.fence.entrances import aggregate, derived, rowwise
from scorecard.measuring.fence.fenced import ColumnKind, Fenced, Link, Stock
from scorecard.measuring.fence.needs import decide
from scorecard.measuring.fence.refused import RefusedError

__all__ = ["ColumnKind", "Fenced", "Link", "RefusedError", "Stock", "aggregate", "decide", "derived", "rowwise"]
