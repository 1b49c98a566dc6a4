"""The words that a case may use, and the scales that weigh them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from os.path import relpath
from pathlib import Path

import pandas as pd

from utils.errors import Fault
from utils.scale import Scale
from utils.tables.cells import cell_faults
from utils.tables.checking import heard
from utils.tables.links import key_faults
from utils.tables.reading import Sheet, read_sheet
from utils.tables.schema import CODEBOOK_TABLES, KEYS

NAMES = ("types", "tones", "certainty", "roles", "sides", "forms", "ladder")


@dataclass(frozen=True, eq=False)
class Codebook:
    """Each kind of word with label and definition, in the order to be shown.

    The columns are those of the CSV files; `rung` is a whole number or missing.
    """

    types: pd.DataFrame
    tones: pd.DataFrame
    certainty: pd.DataFrame
    roles: pd.DataFrame
    sides: pd.DataFrame
    forms: pd.DataFrame
    ladder: pd.DataFrame


@dataclass(frozen=True, eq=False)
class Shelf:
    """The codebook's files as read: `sheets` by table, `weights` by scale."""

    sheets: Mapping[str, Sheet]
    weights: Mapping[str, Sheet]
    paths: Mapping[str, Path]

    @cached_property
    def words(self) -> dict[str, list[str]]:
        """The known words by the name of their table, CAMEO codes among them."""
        words = {name: self._keys(name) for name in NAMES}
        scales = self.sheets["scales"].rows.set_index("scale")["column"]
        coded = [s for s in self.weights if scales[s] == "cameo"]
        codes = {code for s in coded for code in self.weights[s].rows["code"]}
        return {**words, "cameo": sorted(codes)}

    def faults(self) -> Iterator[Fault]:
        """Give everything that is wrong in the codebook."""
        tables = [(name, name) for name in self.sheets]
        tables += [("weights", name) for name in self.weights]
        for table, name in tables:
            sheet = (self.weights if table == "weights" else self.sheets)[name]
            cells = cell_faults(sheet, CODEBOOK_TABLES[table], self.words)
            yield from sheet.faults
            yield from heard(sheet, [*cells, *key_faults(sheet, table)])

    def codebook(self) -> Codebook:
        """Make the tables of words; the faults have been looked at before."""
        frames = {name: self.sheets[name].rows.reset_index(drop=True) for name in NAMES}
        for name in ("forms", "ladder"):
            rung = pd.to_numeric(frames[name]["rung"].replace("", None))
            frames[name] = frames[name].assign(rung=rung.astype("Int64"))
        return Codebook(**frames)

    def scales(self) -> dict[str, Scale]:
        """Make the scales; the faults have been looked at before."""
        rows = self.sheets["scales"].rows.set_index("scale").to_dict("index")
        return {
            name: Scale(name, _weights(self.weights[name]), **rows[name])
            for name in rows
        }

    def _keys(self, name: str) -> list[str]:
        return [word for word in self.sheets[name].rows[KEYS[name][0]] if word]


def read_codebook(
    folders: Sequence[Path], *, case: Path, largest_file_mb: float
) -> Shelf:
    """Read the codebook's files, each from the first of the folders that has it.

    Faults name a file as it is reached from the folder of the `case`.
    """
    paths: dict[str, Path] = {}

    def read(name: str, table: str) -> Sheet:
        here = [folder / name for folder in folders if (folder / name).is_file()]
        path = here[0] if here else folders[-1] / name
        shown = Path(relpath(path, case)).as_posix()
        paths[f"codebook/{name}"] = path
        columns = list(CODEBOOK_TABLES[table])
        return read_sheet(path, columns, shown, largest_file_mb=largest_file_mb)

    sheets = {name: read(f"{name}.csv", name) for name in (*NAMES, "scales")}
    names = sheets["scales"].rows["scale"]
    plain = names[names.str.fullmatch("[A-Za-z0-9_-]+")].unique()
    weights = {name: read(f"scales/{name}.csv", "weights") for name in plain}
    return Shelf(sheets, weights, paths)


def _weights(sheet: Sheet) -> dict[str, float]:
    return {
        code: float(weight)
        for code, weight in zip(sheet.rows["code"], sheet.rows["weight"], strict=True)
    }
