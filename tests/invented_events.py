"""Rows in the shape of GDELT 2.0 that are made up: no such event was ever coded."""

from collections.abc import Iterable
from pathlib import Path

from utils.events import Events
from utils.events.engines import DuckEngine
from utils.events.formats.gdelt import GDELT_2

Row = tuple[str, str, str, str, str]


def row(event_id: str, day: str, actor: str, target: str, code: str, **more) -> str:
    """Write one row; `actor` and `target` are codes that begin with a country."""
    cells = dict.fromkeys(GDELT_2.columns, "")
    cells |= {"GLOBALEVENTID": event_id, "SQLDATE": day.replace("-", "")}
    cells |= {"EventCode": code, "QuadClass": "1", "DATEADDED": "20990101000000"}
    for number, party in ((1, actor), (2, target)):
        cells |= {f"Actor{number}Code": party, f"Actor{number}Name": party}
        cells |= {f"Actor{number}CountryCode": party[:3]}
    return "\t".join({**cells, **more}.values())


def events_of(folder: Path, rows: Iterable[Row | str]) -> Events:
    """Write rows into a file, and give its events."""
    written = [each if isinstance(each, str) else row(*each) for each in rows]
    file = folder / "invented.export.CSV"
    file.write_text("".join(f"{each}\n" for each in written))
    return Events((file,), GDELT_2, DuckEngine())
