"""Make the tables of a case from rows of the Militarized Interstate Disputes.

`python -m utils.curate.militarized_disputes data/caucasus-disputes` says whether
the tables of the case follow from the rows in its folder `original/`; with
`--into FOLDER` it writes what follows from them there, and never over the case.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from utils.curate.disputes import ACTIONS, LEVELS, Parts, edtf, towards
from utils.errors import CaseError, Fault, ProjectError
from utils.tables.cells import cell_faults
from utils.tables.checking import heard
from utils.tables.reading import Sheet, read_sheet
from utils.tables.rules import COUNTRY, FILLED, matching, one_of

SOURCE = "mid-5-0"
ROWS, STATES = "midip-5.0.csv", "states.csv"
WHOLE = matching("whole", "-9|[0-9]+", problem="is no number", remedy="see MID")
ACTION = one_of([str(code) for code in range(len(ACTIONS))], "is no action of MID")
COLUMNS = {
    **{name: [FILLED, WHOLE] for name in ("dispnum", "incidnum")},
    "stabb": [FILLED],
    "ccode": [FILLED, WHOLE],
    **{f"st{part}": [FILLED, WHOLE] for part in ("day", "mon", "year")},
    **{f"end{part}": [FILLED, WHOLE] for part in ("day", "mon", "year")},
    "insidea": [FILLED, one_of(["0", "1"], "is no side of an incident")],
    "sidea": [WHOLE],
    **{name: [FILLED, WHOLE] for name in ("fatality", "fatalpre")},
    "action": [FILLED, ACTION],
    "hostlev": [FILLED, one_of(["1", *LEVELS], "is no level of hostility")],
    **{name: [WHOLE] for name in ("revtype1", "revtype2", "version")},
}
STATE_COLUMNS = {
    "ccode": [FILLED, WHOLE],
    "stabb": [FILLED],
    "country": [FILLED, COUNTRY],
    "name": [FILLED],
}
DEATHS = {
    **{"-9": "not known", "0": "none", "1": "1 to 25", "2": "26 to 100"},
    **{"3": "101 to 250", "4": "251 to 500", "5": "501 to 999", "6": "1,000 or more"},
}
Tables = dict[str, pd.DataFrame]


def tables_of(original: Path) -> Tables:
    """Give the tables that follow from the rows in a folder, all cells text.

    The folder holds `midip-5.0.csv`, rows of incident participants with the
    columns of MID, and `states.csv`, which names the states of the case by `ccode`,
    with their `country` (ISO 3166-1) and `name`. What comes back are `actions`,
    `actors`, `evidence` and `left-out`; each row of the file is an act or left out.

    Raises
    ------
    CaseError
        With every fault of the two files: line, column and what would do.
    """
    rows, states = _read(original)
    judged = rows.join(towards(rows))
    strange = ~rows["ccode"].isin(states.index)
    beyond = ~judged["target"].isin(["", *states.index])
    judged.loc[beyond, "reason"] = "acts towards a state outside this case"
    judged.loc[strange, "reason"] = "is a state outside this case"
    acts = _with_words(judged[judged["reason"] == ""], rows, states)
    return {
        "actions": _actions(acts),
        "actors": _actors(states),
        "evidence": _evidence(acts),
        "left-out": _left_out(judged[judged["reason"] != ""]),
    }


def _read(original: Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Read both files; the rows get the `date` that is made of six cells."""
    sheet, named = (
        read_sheet(original / file, list(columns), largest_file_mb=50)
        for file, columns in ((ROWS, COLUMNS), (STATES, STATE_COLUMNS))
    )
    faults = [*sheet.faults, *heard(sheet, [*cell_faults(sheet, COLUMNS, {})])]
    faults += [*named.faults, *heard(named, [*cell_faults(named, STATE_COLUMNS, {})])]
    if faults := faults or [*_code_faults(sheet, named)]:
        raise CaseError(original, faults)
    dates, faults = _dates(sheet)
    if faults:
        raise CaseError(original, faults)
    return sheet.rows.assign(date=dates), named.rows.set_index("ccode")


def _code_faults(sheet: Sheet, named: Sheet) -> Iterator[Fault]:
    """Name rows whose abbreviation and number are not those of one state."""
    known = named.rows.set_index("ccode")["stabb"]
    meant = sheet.rows["ccode"].map(known)
    for line in sheet.rows.index[meant.notna() & (meant != sheet.rows["stabb"])]:
        remedy = f"write {meant[line]} if {sheet.rows['ccode'][line]} is meant"
        problem, value = "is not the state of that number", sheet.rows["stabb"][line]
        yield Fault(sheet.file, int(line), "stabb", value, problem, remedy)


def _dates(sheet: Sheet) -> tuple[list[str], list[Fault]]:
    dates, faults = [], []
    for line, row in sheet.rows.iterrows():
        try:
            dates.append(edtf(_parts(row, "st"), _parts(row, "end")))
        except ProjectError as why:
            problem = f"has no date ({str(why).rstrip('.')})"
            fault = (int(str(line)), "styear", row["styear"], problem, "mend the line")
            faults.append(Fault(sheet.file, *fault))
    return dates, faults


def _parts(row: pd.Series, end: str) -> Parts:
    return int(row[f"{end}year"]), int(row[f"{end}mon"]), int(row[f"{end}day"])


def _with_words(
    acts: pd.DataFrame, rows: pd.DataFrame, states: pd.DataFrame
) -> pd.DataFrame:
    """Add ids, names and the deaths of both, and sort by id."""
    own = states["country"].reindex(acts["ccode"]).to_numpy()
    first = acts[["styear", "stmon", "stday"]].replace("-9", "0")
    day = first.apply(lambda part: part.str.zfill(2)).agg("".join, axis=1)
    deaths = rows.set_index(["incidnum", "ccode"])[["fatality", "fatalpre"]]
    across = pd.MultiIndex.from_frame(acts[["incidnum", "target"]])
    named = acts.assign(
        action_id=day + "-" + pd.Series(own, acts.index).str.lower() + "-",
        actor_id=own,
        target_id=states["country"].reindex(acts["target"]).to_numpy(),
        actor=states["name"].reindex(acts["ccode"]).to_numpy(),
        other=states["name"].reindex(acts["target"]).to_numpy(),
        form=[ACTIONS[int(code)] for code in acts["action"]],
        own_deaths=_deaths(acts),
        other_deaths=_deaths(deaths.loc[across]),
    )
    named["action_id"] += named["incidnum"]
    return named.sort_values("action_id")


def _deaths(rows: pd.DataFrame) -> list[str]:
    """Say the number of deaths, or the range where the number is not known."""
    exact = rows["fatalpre"].where(rows["fatalpre"] != "-9")
    return exact.fillna(rows["fatality"].map(DEATHS)).replace("0", "none").to_list()


def _actions(acts: pd.DataFrame) -> pd.DataFrame:
    said = acts["actor"] + " towards " + acts["other"] + ": "
    said += acts["form"].str.replace("_", " ").str.replace("cbr", "CBR")
    said += ". MID dispute " + acts["dispnum"] + ", incident " + acts["incidnum"] + "."
    words = {"type": acts["hostlev"].map(LEVELS), "form": acts["form"]}
    empty = {"cameo": "", "in_response_to": "", "place": ""}
    table = acts[["action_id", "date", "actor_id", "target_id"]].assign(
        **words, **empty, summary=said, certainty="coded"
    )
    last = ["cameo", "summary", "certainty", "in_response_to", "place"]
    return table[["action_id", "date", "actor_id", "target_id", *words, *last]]


def _actors(states: pd.DataFrame) -> pd.DataFrame:
    table = pd.DataFrame({"actor_id": states["country"], "name": states["name"]})
    table = table.assign(
        name_native="", country=table["actor_id"], role="country", parent_id=""
    )
    return table.assign(public_office="institution").sort_values("actor_id")


def _evidence(acts: pd.DataFrame) -> pd.DataFrame:
    note = "Deaths coded for " + acts["actor"] + ": " + acts["own_deaths"]
    note += "; for " + acts["other"] + ": " + acts["other_deaths"] + "."
    return pd.DataFrame(
        {
            "action_id": acts["action_id"],
            "source_id": SOURCE,
            "supports": "yes",
            "locator": "incident " + acts["incidnum"] + ", " + acts["stabb"],
            "note": note,
        }
    )


def _left_out(rows: pd.DataFrame) -> pd.DataFrame:
    columns = ["dispnum", "incidnum", "stabb", "ccode", "date", "action", "reason"]
    return rows[columns].reset_index()


def main(arguments: list[str] | None = None) -> int:
    """Compare the tables of a case with its rows; 0 where they agree."""
    about, _, more = (__doc__ or "").partition("\n\n")
    parser = argparse.ArgumentParser(description=about, epilog=more)
    parser.add_argument("case", type=Path, help="the folder of the case")
    parser.add_argument("--into", type=Path, help="a folder that is not there yet")
    given = parser.parse_args(arguments)
    try:
        tables = tables_of(given.case / "original")
        texts = {f"{name}.csv": as_csv(table) for name, table in tables.items()}
        return _write(texts, given.into) if given.into else _agree(texts, given.case)
    except (ProjectError, OSError) as why:
        print(why, file=sys.stderr)
        return 2


def as_csv(table: pd.DataFrame) -> str:
    r"""Give the text of a table's file.

    >>> as_csv(pd.DataFrame({"name": ["Armenia"], "ccode": ["371"]}))
    'name,ccode\nArmenia,371\n'
    """
    return table.to_csv(index=False, lineterminator="\n")


def _write(texts: dict[str, str], into: Path) -> int:
    into.mkdir(parents=True)
    for name, text in texts.items():
        (into / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"{', '.join(texts)} are in {into}.")
    return 0


def _agree(texts: dict[str, str], case: Path) -> int:
    paths = {name: case / name for name in texts}
    differ = [
        name
        for name, path in paths.items()
        if not path.is_file() or path.read_text(encoding="utf-8") != texts[name]
    ]
    agree = [name for name in texts if name not in differ]
    for names, what in ((agree, "follow"), (differ, "do not follow")):
        if names:
            print(f"{', '.join(names)} {what} from the rows of {case / 'original'}.")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
