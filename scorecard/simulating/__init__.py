"""StrategyMap + Actuals + Scenario -> the map and the figures as they would be; two cards -> what a scenario does."""

from scorecard.simulating.distributions import DEFAULT_DRAWS, DEFAULT_SEED, distribution
from scorecard.simulating.edited_figures import Edited, edited_figures
from scorecard.simulating.edited_map import edited_map
from scorecard.simulating.in_force import Unfit, values_in_force
from scorecard.simulating.moves import kpi_moves, reshared, score_moves
from scorecard.simulating.over_time import Ripple, hindrance_effects, paths, ripple_of
from scorecard.simulating.verdicts import verdicts

__all__ = [
    "DEFAULT_DRAWS",
    "DEFAULT_SEED",
    "Edited",
    "Ripple",
    "Unfit",
    "distribution",
    "edited_figures",
    "edited_map",
    "hindrance_effects",
    "kpi_moves",
    "paths",
    "reshared",
    "ripple_of",
    "score_moves",
    "values_in_force",
    "verdicts",
]
