"""What is counted: recorded acts, or what else the acts of a case are called."""

import re

from utils.about import About

_USUAL = About("").unit
_COUNTED = re.compile(rf"\b({_USUAL})(s?)\b", re.I)


def in_unit(about: About, text: str) -> str:
    """Call the acts what the data call them.

    >>> in_unit(About("Files", unit="coded event"), "Recorded acts by month")
    'Coded events by month'
    >>> in_unit(About("A quarrel"), "Recorded acts by month")
    'Recorded acts by month'
    """
    if about.unit == _USUAL:
        return text
    capital = about.unit[:1].upper() + about.unit[1:]

    def called(found: re.Match[str]) -> str:
        name = capital if found[1][:1].isupper() else about.unit
        return name + found[2]

    return _COUNTED.sub(called, text)
