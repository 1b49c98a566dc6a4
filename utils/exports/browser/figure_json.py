"""A figure as the data that a browser draws, and the size it is laid out in."""

from typing import TYPE_CHECKING

from utils.errors import ExportError

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_SIZE_PX = (700, 450)


def figure_json(figure: "Figure") -> str:
    """Write a figure as JSON, without the record that only we read.

    >>> from plotly.graph_objects import Figure
    >>> figure = Figure(layout={"meta": {"rows": {"n": [1]}, "alt": "One act"}})
    >>> "One act" in figure_json(figure), "rows" in figure_json(figure)
    (True, False)
    """
    from plotly.io.json import to_json_plotly

    parts = figure.to_dict()
    layout = parts["layout"]
    if isinstance(meta := layout.get("meta"), dict):
        layout["meta"] = {key: meta[key] for key in meta if key != "rows"}
    # The other engine refuses text with half of a pair of surrogates.
    return str(to_json_plotly({"data": parts["data"], "layout": layout}, engine="json"))


def size_of(figure: object, width_px: float, height_px: float) -> tuple[float, float]:
    """Give the size of a figure: as asked for, or its own, or that of any figure.

    Raises
    ------
    ExportError
        If it is none of plotly's.
    """
    from plotly.basedatatypes import BaseFigure

    if not isinstance(figure, BaseFigure):
        raise ExportError(
            f"Only a figure can be drawn, and this is of the type "
            f"{type(figure).__name__}. Give what a function of utils.charts returns."
        )
    own = figure.layout.width, figure.layout.height
    asked = zip((width_px, height_px), own, _SIZE_PX, strict=True)
    width, height = (float(next(filter(None, sizes))) for sizes in asked)
    return width, height
