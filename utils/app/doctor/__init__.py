"""The doctor: what works here, and what would mend the rest."""

from utils.app.doctor.checkup import Checkup
from utils.app.doctor.line import Line

__all__ = ["Checkup", "Line", "doctor"]


def doctor() -> Checkup:
    """Look at what the notebooks need: packages, data, browser, fonts, widgets.

    Gives a value that says itself, shows as a table in a notebook, and has `ok`,
    `lines` and `table`; nothing is changed and no other host is asked. Shown in a
    notebook, it also tries whether a widget comes to life there.

    >>> from utils import doctor
    >>> [line.what for line in doctor().lines][:3]
    ['Python', 'pandas', 'plotly']
    """
    from utils.app.doctor.browser import browser, fonts
    from utils.app.doctor.data import data
    from utils.app.doctor.packages import packages
    from utils.app.doctor.place import place, shell_here
    from utils.app.doctor.widgets import Widgets

    here = place(shell_here())
    return Checkup((*packages(), *data(), browser(), *fonts(), here), Widgets())
