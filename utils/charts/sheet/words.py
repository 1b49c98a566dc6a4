"""Words: what charts say of themselves, in neutral terms and as plain text."""

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from utils.about import About
from utils.selection.phrase import day_in_words

TITLE_CHARACTERS = 90
_SHORT = ("igo", "ngo")

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_DATE = re.compile(rf"\b\d{{1,2}} {_MONTH}(?: \d{{4}})?\b|\b{_MONTH} \d{{4}}\b")
_MARKUP: dict[int, str] = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_CONTROLS = dict.fromkeys((*range(32), *range(127, 160), 0x2028, 0x2029), " ")
_TURNS = dict.fromkeys((0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F)), "")
_TURNS |= dict.fromkeys(range(0x2066, 0x206A), "")
_PLAIN = _MARKUP | _CONTROLS | _TURNS


def plain(text: str) -> str:
    """Write text so that plotly takes none of it as markup.

    Controls become spaces; those that turn the direction of writing go, since
    they would turn what stands beside them as well.

    >>> plain("AZE>RUS & <b>")
    'AZE&gt;RUS &amp; &lt;b&gt;'
    """
    return str(text).translate(_PLAIN)


def spoken(text: str) -> str:
    r"""Write text in one line of plain spaces, without any control.

    >>> spoken("AZE\N{NO-BREAK SPACE}to RUS\n& more")
    'AZE to RUS & more'
    """
    return " ".join(str(text).translate(_CONTROLS | _TURNS).split())


def title(text: str) -> str:
    """Keep a title short enough to be read at a glance.

    >>> title("One recorded act")
    'One recorded act'
    """
    if len(text) <= TITLE_CHARACTERS:
        return text
    return text[: TITLE_CHARACTERS - 1].rsplit(" ", 1)[0] + "…"


def directions(about: About) -> tuple[str, str]:
    """Name the two directions between the sides of the case.

    >>> directions(About("A quarrel", sides=("AZE", "RUS")))
    ('AZE>RUS', 'RUS>AZE')
    """
    first, second = about.sides
    return f"{first}>{second}", f"{second}>{first}"


def arrow(direction: str) -> str:
    """Write a direction for a label.

    >>> arrow("AZE>RUS"), arrow("AZE--RUS")
    ('AZE → RUS', 'AZE – RUS')
    """
    return direction.replace(">", " → ").replace("--", " – ")


def towards(direction: str) -> str:
    """Write a direction in a sentence, in one piece.

    >>> towards("AZE>RUS").replace("\N{NO-BREAK SPACE}", " ")
    'AZE to RUS'
    """
    return direction.replace(">", "\N{NO-BREAK SPACE}to\N{NO-BREAK SPACE}")


def label(code: str) -> str:
    """Write a coded value for a label.

    >>> label("law_enforcement"), label("ngo")
    ('Law enforcement', 'NGO')
    """
    if code in _SHORT:
        return code.upper()
    return code[:1].upper() + code[1:].replace("_", " ")


def acts(n: int) -> str:
    """Count recorded acts.

    >>> acts(1), acts(37)
    ('1 recorded act', '37 recorded acts')
    """
    return f"{n:,} recorded act{'' if n == 1 else 's'}"


def sources(n: int) -> str:
    """Count sources.

    >>> sources(1), sources(37)
    ('1 source', '37 sources')
    """
    return f"{n:,} source{'' if n == 1 else 's'}"


def subtitle(about: About, counted: str, *, weighed: bool = False) -> str:
    """Say what is counted, which acts were chosen and, if `weighed`, the scale.

    >>> subtitle(About("A quarrel", selection="media acts"), "One mark is one act")
    'One mark is one act. Chosen: media acts.'
    """
    scale = f" Scale: {about.scale}{_gap(about)}." if weighed and about.scale else ""
    return f"{counted}. Chosen: {about.selection}.{scale}"


def footer(about: About) -> str:
    """Say where the acts come from, how many they are, and what that means.

    >>> print(footer(About("A quarrel", version="1.0.0", n_actions=1, n_sources=2)))
    Data: A quarrel, version 1.0.0: 1 recorded act, 2 sources, 0 disputed.
    """
    version = f", version {about.version}" if about.version else ""
    licence = f" {about.licence}." if about.licence else ""
    return (
        f"Data: {about.dataset}{version}: {acts(about.n_actions)}"
        f"{_proof(about)}.{licence}"
    )


def _proof(about: About) -> str:
    """Count sources and disputed acts, unless the acts come without any source."""
    if about.n_actions and not about.n_sources and not about.n_disputed:
        return ""
    return f", {sources(about.n_sources)}, {about.n_disputed:,} disputed"


def beside(about: About, against: About) -> str:
    """Say where the acts come from that those of `about` are compared with.

    >>> one, other = (About("A quarrel", n_actions=n, n_sources=3) for n in (5, 2))
    >>> beside(one, other)
    'Compared with: 2 recorded acts, 3 sources, 0 disputed.'
    """
    data = (against.dataset, against.version)
    named = "" if data == (about.dataset, about.version) else f"{', '.join(data)}: "
    return f"Compared with: {named}{acts(against.n_actions)}{_proof(against)}."


def sides_key(about: About) -> str:
    """Say what the codes of the two sides mean.

    >>> sides_key(About("A quarrel", sides=("A", "B"), side_names=("Al", "Bo")))
    'A: Al, B: Bo.'
    """
    pairs = zip(about.sides, about.side_names, strict=False)
    said = ", ".join(f"{side}: {name}" for side, name in pairs if side != name)
    return f"{said}." if said else ""


def day(when: np.datetime64) -> str:
    """Write a day for a title.

    >>> day(np.datetime64("2025-06-29"))
    '29 Jun 2025'
    """
    return day_in_words(str(when.astype("datetime64[D]")))


def month(when: np.datetime64) -> str:
    """Write a month for a title.

    >>> month(np.datetime64("2025-06-29"))
    'Jun 2025'
    """
    return day(when).split(" ", 1)[1]


@lru_cache(maxsize=500)
def whole_dates(text: str) -> str:
    """Write the dates in a text so that no line ends within one.

    >>> whole_dates("2 Jul 2025 (AZE to RUS)").replace("\N{NO-BREAK SPACE}", "_")
    '2_Jul_2025 (AZE to RUS)'
    """
    return _DATE.sub(lambda date: date[0].replace(" ", "\N{NO-BREAK SPACE}"), text)


def listed(parts: Sequence[str]) -> str:
    """Join parts with commas and a last "and".

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    return " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))


def _gap(about: About) -> str:
    missing = about.n_without_weight
    return f" ({missing:,} without a weight left out)" if missing else ""
