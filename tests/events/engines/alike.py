"""Rows with every trap, questions to ask of them, and a checksum of the answers."""

import hashlib
import random

import pandas as pd

from utils import select
from utils.events import Events
from utils.events.formats.gdelt import GDELT_2
from utils.scale import Scale

SCALE = Scale("mine", {"042": 1.9, "043": 2.8, "112": -2, "0841": 5.5, "190": -10})
QUESTIONS = {
    "all": (select(), ("direction", "type", "tone")),
    "a country since a day": (
        select(actors=["AZE"], since="2018-01-01"),
        ("direction", "code"),
    ),
    "a dyad": (select(directions=["AZE>RUS", "RUS>AZE"]), ("direction",)),
    "nothing": (select(directions=["ABW>AFG"]), ("direction", "type", "tone")),
    "what the file says": (select(tones=["conflictual"]), ("actor", "quad_given")),
}


def answers(events: Events) -> dict[str, str]:
    """Give the checksum of the daily frame for each question, each by every row too."""
    found = {}
    for name, (selection, by) in QUESTIONS.items():
        chosen = events.within(selection)
        found[name] = checksum(chosen.daily(SCALE, by=by))
        found[f"{name}, row by row"] = checksum(chosen.row_by_row().daily(by=by))
    return found


COUNTRIES = ["AZE", "RUS", "ARM", "GEO", "", "", "XXX", "ROU"]
CODES = ["042", "043", "036", "046", "112", "0841", "190", "999", ""]
DAYS = ["20180101", "20180102", "20171231", "20180230", "", "2018x101"]
NAMES = ["BAKU", "Bakı", "Москва", 'the "Kremlin"', "", "o'neill"]
BAD = [
    b"",
    b"1\t2\t3",
    b"GLOBALEVENTID\tSQLDATE",
    b"\t" * 61,
    "\t".join(GDELT_2.columns).encode(),
    b"\t".join([b"9", b"20180101"] + [b""] * 58 + [b"caf\xe9"]),
]


def checksum(frame: pd.DataFrame) -> str:
    """Sum up a frame: names, order and values, whatever its types are called."""
    told = frame.to_csv(index=False, date_format="%Y-%m-%d", lineterminator="\n")
    return hashlib.sha256(told.encode()).hexdigest()


def trapped_rows(count: int, seed: int) -> list[bytes]:
    """Give rows of GDELT 2.0 with whatever goes wrong in such files."""
    drawn = random.Random(seed)
    lines = []
    for number in range(count):
        cells = dict.fromkeys(GDELT_2.columns, "")
        for who in ("Actor1", "Actor2"):
            country = drawn.choice(COUNTRIES)
            role = drawn.choice(["", "", "GOV"])
            cells |= {f"{who}Code": country + role, f"{who}CountryCode": country}
            cells[f"{who}Name"] = drawn.choice(NAMES)
        cells |= {
            "GLOBALEVENTID": str(number),
            "SQLDATE": drawn.choice(DAYS),
            "EventCode": drawn.choice(CODES),
            "QuadClass": drawn.choice("1234"),
            "ActionGeo_CountryCode": drawn.choice(["AJ", "RS", "", "ZZ"]),
            "DATEADDED": "20180101000000",
            "SOURCEURL": f"https://example.org/{drawn.randrange(40)}",
        }
        lines.append("\t".join(cells.values()).encode())
        if drawn.random() < 0.1:
            lines.append(drawn.choice(lines))
        if drawn.random() < 0.05:
            lines.append(drawn.choice(BAD))
    return lines
