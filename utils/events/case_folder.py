"""Read a folder with a case of this suite as events."""

from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp

import pandas as pd

from utils.events.event_file import EventFile
from utils.events.formats import FORMATS, Format
from utils.events.formats.own import COLUMNS, own
from utils.events.ontology import codes
from utils.tables import Case, load

_WORDS = ("types", "tones", "certainty", "roles", "sides", "forms", "ladder")


def is_case(path: Path) -> bool:
    """Say whether a path is the folder of a case, or the acts in one."""
    folder = path.parent if path.name == "actions.csv" else path
    return all((folder / f"{name}.csv").is_file() for name in ("actions", "actors"))


def read_case(path: Path, folder: Path) -> tuple[EventFile, Format]:
    """Write the acts of a case into a folder as an own file, and give its format.

    The case is checked as `load` checks it. Its words and scales are its ontology.

    Raises
    ------
    CaseError
        If the folder is no sound case.
    """
    home = path.parent if path.name == "actions.csv" else path
    case = load(home)
    into = Path(mkdtemp(prefix="case-", dir=folder))
    acts = _as_own(case)
    acts.to_csv(into / "acts.csv", index=False, lineterminator="\n")
    _write_ontology(case, acts, into)
    form = replace(
        own(FORMATS["case"], parquet=False),
        title=case.title,
        ontology=str(into),
        version=case.version,
        scale=next(iter(case.scales), ""),
        citation=str(case.cite()),
        licence=case.licence,
    )
    acts_csv = home / "actions.csv"
    return EventFile(into / "acts.csv", acts_csv, str(acts_csv)), form


def _as_own(case: Case) -> pd.DataFrame:
    acts = case.actions
    given = {name: acts[name] for name in ("type", "form", "tone", "place", "summary")}
    given |= {name: acts[f"{name}_id"] for name in ("actor", "target")}
    for name in ("actor_name", "actor_country", "target_name", "target_country"):
        given[name] = acts[name]
    days = {name: acts[name].dt.strftime("%Y-%m-%d") for name in ("earliest", "latest")}
    text = pd.DataFrame({**given, **days}, dtype="str")
    quad = codes("cameo").set_index("code")["quad"]
    text = text.assign(
        format="case",
        event_id=acts["action_id"].astype("str"),
        code=acts["cameo"].astype("str"),
        n=acts.get("n", 1),
    )
    text["quad"] = text["code"].map(quad).fillna("")
    return text.reindex(columns=[*COLUMNS], fill_value="")


def _write_ontology(case: Case, acts: pd.DataFrame, into: Path) -> None:
    """Write the words and scales of the case where the ontology is looked for."""
    coded = acts[["code", "type", "form", "tone", "quad"]].drop_duplicates()
    coded.to_csv(into / "codes.csv", index=False)
    for name in _WORDS:
        getattr(case.codebook, name).to_csv(into / f"{name}.csv", index=False)
    fields = ("label", "version", "column", "origin", "licence", "definition")
    scales = [
        {"scale": name, **{field: getattr(scale, field) for field in fields}}
        for name, scale in case.scales.items()
    ]
    pd.DataFrame(scales).to_csv(into / "scales.csv", index=False)
    (into / "scales").mkdir()
    for name, scale in case.scales.items():
        weights = pd.DataFrame(scale.weights.items(), columns=["code", "weight"])
        weights.assign(note="").to_csv(into / "scales" / f"{name}.csv", index=False)
