"""A case made of frames, for acts that come from elsewhere than a folder of files."""

from collections.abc import Collection, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import pandas as pd

from utils.errors import CaseError, Fault, nearest
from utils.scale import Scale
from utils.tables.case import Case
from utils.tables.checking import faults_of
from utils.tables.codebook import NAMES, Codebook, read_codebook
from utils.tables.derive import typed_tables
from utils.tables.frame_faults import act_faults
from utils.tables.frame_sheets import KEPT, sheets_of
from utils.tables.links import Sheets
from utils.tables.loading import DATA
from utils.tables.schema import CASE_TABLES

Tables = Mapping[str, pd.DataFrame]
Scales = Mapping[str, Scale]


def case_of(
    tables: Tables,
    *,
    sides: Collection[str],
    codebook: Codebook | str | Path | None = None,
    scales: Mapping[str, Scale] | None = None,
    name: str = "frames",
    title: str = "Acts from frames",
    **said: Any,
) -> Case:
    """Make a case of frames, check all of it, and give it with what can be derived.

    `tables` has the frames `actions` and `actors`, and may have `sources`,
    `evidence`, `landmarks` and `claims`; without the latter, no act has a source.
    Columns are those of the files. The actors need `actor_id`, `name`, `country`,
    `role` and `parent_id`, with a row for each country; the acts `action_id`,
    `actor_id`, `target_id`, `type`, `form`, and either `date` as EDTF text or
    `earliest` and `latest` as days. What else a file has may be absent and is empty
    then, certainty among it. Acts may have a `direction` and a `tone` of their own,
    `lasted_days`, and `n`: how many acts of the same day, direction, type, form and
    tone a row stands for.

    `codebook` is a codebook, or a folder whose tables stand in for those of the
    project; `scales` are the project's own (or the folder's) unless given. `said` are
    further fields of `Case`: `version`, `licence`, `authors`, `created`, `folder`,
    `dense_period` (no day counts as surveyed unless it is given) and `checksum` (of
    the frames, the codebook and the scales, unless given).

    >>> days = pd.to_datetime(["2025-06-29", "2025-06-30"])
    >>> acts = pd.DataFrame({"action_id": ["x1", "x2"], "earliest": days,
    ...     "latest": days, "actor_id": "AZE", "target_id": "RUS", "type": "media",
    ...     "form": "accuse", "cameo": "112", "n": [3, 1]})
    >>> actors = pd.DataFrame({"actor_id": ["AZE", "RUS"], "name": ["Azerbaijan",
    ...     "Russia"], "country": ["AZE", "RUS"], "role": "country", "parent_id": ""})
    >>> case_of({"actions": acts, "actors": actors}, sides=["AZE", "RUS"])
    <Case frames 0: 4 acts, 2 actors, 0 sources>

    Raises
    ------
    CaseError
        With every fault of every frame: the line it would have as a file, its
        column, what is wrong and what would do.
    """
    book, found = _words(codebook)
    sheets = sheets_of(tables)
    words = {table: getattr(book, table).iloc[:, 0].tolist() for table in NAMES}
    faults = [
        *faults_of(sheets, words, proved=False),
        *act_faults(tables["actions"], words["tones"]),
        *_side_faults(sides, sheets),
    ]
    if faults:
        raise CaseError(name, faults)
    texts = _texts(sheets, tables["actions"])
    typed = typed_tables(texts, book, tuple(sides))
    weights = found if scales is None else dict(scales)
    own = {
        **{"version": "0", "licence": "", "folder": Path(), "checksum": ""},
        **{"dense_period": ("", ""), **said},
    }
    own["checksum"] = own["checksum"] or _checksum(texts, book, weights)
    whole = {"name": name, "title": title, "sides": tuple(sorted(sides)), **own}
    return Case(**whole, **typed, codebook=book, scales=weights)


def _words(codebook: Codebook | str | Path | None) -> tuple[Codebook, Scales]:
    """Give a codebook, and the scales that lie with it or with the project."""
    shared = DATA / "codebook"
    folders = [Path(codebook)] if isinstance(codebook, str | Path) else []
    shelf = read_codebook([*folders, shared], case=shared, largest_file_mb=50)
    if faults := list(shelf.faults()):
        raise CaseError(str(codebook or shared), faults)
    book = codebook if isinstance(codebook, Codebook) else shelf.codebook()
    return book, shelf.scales()


def _side_faults(sides: Collection[str], sheets: Sheets) -> list[Fault]:
    countries = sheets["actors"].rows["country"].unique().tolist()
    if isinstance(sides, str) or len({*sides}) != 2 or len(sides) != 2:
        problem, remedy = "are no two countries", 'write sides=["AZE", "RUS"]'
        return [Fault("sides", None, None, str(sides), problem, remedy)]
    problem = "is the country of no actor"
    return [
        Fault("sides", None, None, side, problem, nearest(countries, side))
        for side in sides
        if side not in countries
    ]


def _texts(sheets: Sheets, acts: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Give the tables as text; the acts with the days and numbers they came with."""
    texts = {it: sheets[it].rows.reset_index(drop=True) for it in CASE_TABLES}
    # A date that is written says all about the days.
    derived = KEPT[:3] if "date" in acts else ()
    kept = [it for it in KEPT if it in acts and it not in derived]
    own = {it: acts[it].reset_index(drop=True) for it in kept}
    return {**texts, "actions": texts["actions"].assign(**own)}


def _checksum(tables: Tables, book: Codebook, scales: Scales) -> str:
    """Hash what the frames, the codebook and the scales hold."""
    whole = sha256()
    for name, frame in {**tables, **vars(book)}.items():
        whole.update(f"{name} {','.join(frame.columns)} {len(frame)}\n".encode())
        whole.update(pd.util.hash_pandas_object(frame, index=False).to_numpy().data)
    for name, scale in sorted(scales.items()):
        whole.update(f"{name} {sorted(scale.weights.items())}\n".encode())
    return whole.hexdigest()
