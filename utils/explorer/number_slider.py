"""A slider with a number beside it, as the browser's own controls."""

from anywidget import AnyWidget
from traitlets import Float, Unicode

from utils.explorer.scripts import joined


class NumberSlider(AnyWidget):
    """A number between `least` and `most`, by a slider or by typing it.

    `value` is told when the slider is let go or the number is typed, not on the
    way; it may lie beyond the slider when it is set from code. `label` is the name
    of both, with its `unit`.

    >>> NumberSlider(label="Half-life", unit="days", least=1, most=365, value=30).value
    30.0
    """

    _esm = joined("dom.js", "number_slider.js")
    _css = joined("controls.css")

    label = Unicode().tag(sync=True)
    unit = Unicode().tag(sync=True)
    least = Float(0.0).tag(sync=True)
    most = Float(100.0).tag(sync=True)
    value = Float(0.0).tag(sync=True)
