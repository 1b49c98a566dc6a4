"""What Python has to know of the page: how wide a column is, and how dark."""

from anywidget import AnyWidget
from traitlets import Bool, Int

from utils.explorer.scripts import joined


class PageWatch(AnyWidget):
    """An invisible line that tells how wide its column is, now and later.

    `width_px` is 0 before it is shown; `dark` says whether the notebook wears a
    dark theme. When `changes` has been counted up and then stood still for a second,
    the message `{"do": "rest"}` comes, at most every four seconds.

    >>> PageWatch().width_px
    0
    """

    _esm = joined("page_watch.js")
    _css = joined("last_picture.css")

    width_px = Int().tag(sync=True)
    dark = Bool().tag(sync=True)
    changes = Int().tag(sync=True)
