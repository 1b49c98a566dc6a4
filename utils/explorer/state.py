"""The one thing that every picker writes and every view reads."""

from traitlets import HasTraits, Instance, Unicode

from utils.selection import Selection


class ExplorerState(HasTraits):
    """What is looked at: a selection, and the id of the act that is chosen.

    A selection compares by value, so setting an equal one tells nobody.

    >>> state = ExplorerState(selection=Selection())
    >>> state.observe(lambda change: print(change.new.describe()), "selection")
    >>> state.selection = state.selection.but(types=["media"])
    media acts
    >>> state.selection = Selection(types=["media"])
    """

    selection = Instance(Selection)
    act = Unicode()
