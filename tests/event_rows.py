"""Make files of events with invented rows, for tests."""

import csv
import io

from utils import events
from utils.events.formats import FORMATS

ANY = {
    "gdelt-1": {
        "GLOBALEVENTID": "1",
        "SQLDATE": "20180101",
        "Actor1Code": "AZEGOV",
        "Actor1CountryCode": "AZE",
        "Actor2Code": "RUSGOV",
        "Actor2CountryCode": "RUS",
        "EventCode": "112",
        "QuadClass": "3",
        "DATEADDED": "20180101",
        "SOURCEURL": "https://news.example/1",
    },
    "gdelt-reduced": {
        "Date": "20180101",
        "Source": "AZEGOV",
        "Target": "RUS",
        "CAMEOCode": "112",
        "NumEvents": "1",
        "QuadClass": "3",
    },
    "icews": {
        "Event ID": "1",
        "Event Date": "2018-01-01",
        "Source Name": "Foreign Ministry (Azerbaijan)",
        "Source Country": "Azerbaijan",
        "CAMEO Code": "112",
        "Target Name": "Foreign Ministry (Russia)",
        "Target Country": "Russian Federation",
        "Story ID": "7",
    },
    "cow-mid": {
        **{"dispnum": "1", "incidnum": "1001", "stabb": "AZE", "ccode": "373"},
        **{"stday": "1", "stmon": "1", "styear": "1995"},
        **{"endday": "1", "endmon": "1", "endyear": "1995"},
        **{"insidea": "1", "action": "16", "hostlev": "4"},
    },
    "polecat": {
        "Event ID": "20230101-1",
        "Event Date": "2023-01-01",
        "Event Type": "ACCUSE",
        "Event Mode": "disapprove",
        "Quad Code": "VERBAL CONFLICT",
        "Actor Name": "Azerbaijan",
        "Actor Country": "AZE",
        "Recipient Name": "Russia",
        "Recipient Country": "RUS",
        "Publication Date": "2023-01-02",
    },
    "acled": {
        "event_id_cnty": "AZE1",
        "event_date": "2022-12-28",
        "time_precision": "1",
        "event_type": "Battles",
        "sub_event_type": "Armed clash",
        "actor1": "Military Forces of Azerbaijan (2003-)",
        "inter1": "1",
        "actor2": "Military Forces of Armenia (2018-)",
        "inter2": "State Forces",
        "country": "Azerbaijan",
    },
}
ANY["gdelt-2"] = ANY["gdelt-1"] | {"DATEADDED": "20180101000000"}


def line(form, **cells):
    """Give one line; what `cells` leaves open is that of an ordinary event."""
    named = {name.replace("_", " "): name for name in cells}
    known = {named.get(column): column for column in form.columns}
    given = {known.get(name, name): value for name, value in cells.items()}
    row = dict.fromkeys(form.columns, "") | ANY[form.name] | given
    written = io.StringIO()
    if not form.quoted:
        return form.separator.join(row.values()) + "\n"
    csv.writer(written, delimiter=form.separator, lineterminator="\n").writerow(
        row.values()
    )
    return written.getvalue()


def header(form):
    return form.separator.join(form.columns) + "\n" if form.header else ""


def text(form, *rows):
    """Give a file: `rows` are the cells in which each differs, or lines as they are."""
    lines = [row if isinstance(row, str) else line(form, **row) for row in rows]
    return header(form) + "".join(lines)


def read(folder, name, *rows, engine="polars"):
    """Write a file and open it, by the engine that is quickest with a few rows."""
    (folder / "export").write_text(text(FORMATS[name], *rows), "utf-8", newline="")
    return events.read(folder / "export", engine=engine)


def chosen(read):
    """Give the events, in order."""
    found = read.engine.collected(read.chosen).astype({"n": "int64"})
    found = found.astype(dict.fromkeys(found.columns.drop(["n", "n_reports"]), "str"))
    return found.sort_values([*found.columns]).reset_index(drop=True)


def left_out(read):
    """Give the number of rows left out for each reason that there is."""
    return {why: n for why, n in read.report().accounts.left_out.items() if n}
