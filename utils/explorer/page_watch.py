"""What Python has to know of the page: how wide a column is, and how dark."""

from anywidget import AnyWidget
from traitlets import Bool, Int

from utils.explorer.scripts import joined


class PageWatch(AnyWidget):
    """An invisible line that tells how wide its column is, now and later.

    `width_px` is 0 before it is shown; `dark` says whether the notebook wears a
    dark theme.

    >>> PageWatch().width_px
    0
    """

    _esm = joined("page_watch.js")

    width_px = Int().tag(sync=True)
    dark = Bool().tag(sync=True)
