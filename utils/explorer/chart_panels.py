"""The panels with a chart, in the order of the tabs, each with its controls."""

from ipywidgets import Widget

from utils.explorer.chart_panel import ChartPanel
from utils.explorer.chart_stage import ChartStage
from utils.explorer.controls import Controls
from utils.explorer.lacking import lacking
from utils.explorer.sentence_panel import Sentence
from utils.explorer.state import ExplorerState
from utils.explorer.views import butterfly, tension, timeline
from utils.explorer.views.ladder import Ladder
from utils.explorer.views.matrix import Matrix
from utils.explorer.views.replies import Replies
from utils.explorer.views.sources import Sources
from utils.explorer.views.view import View
from utils.tables import Case


def chart_panels(
    case: Case, state: ExplorerState, stage: ChartStage
) -> list[ChartPanel | Sentence]:
    """Give a panel for each chart, in the order of the tabs.

    A view that the case has not the data for says so in a sentence.
    """
    controls = Controls(case, state)
    scale, half_life, band = controls.scale, controls.half_life, controls.band
    above: list[tuple[View, list[Widget]]] = [
        (timeline.Timeline(), [scale]),
        (tension.Tension(), [half_life, scale, band]),
        (butterfly.Butterfly(), [controls.per]),
        (Replies(), []),
        (Ladder(), []),
        (Matrix(), [controls.groups]),
        (Sources(), []),
    ]
    why = lacking(case)
    return [
        Sentence(view.name, view.title, why[view.name])
        if view.name in why
        else ChartPanel(view, state, stage, controls=row)
        for view, row in above
    ]
