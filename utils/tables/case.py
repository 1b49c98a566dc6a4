"""A sound case: its typed tables, its codebook, its scales, and what it can tell."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path

import numpy as np
import pandas as pd

from utils.about import About
from utils.errors import SelectionError, nearest
from utils.multiplicity import n_acts
from utils.scale import Scale, usual_scale
from utils.tables.act_counts import ActCounts
from utils.tables.chosen import Chosen
from utils.tables.citation import Citation, citation
from utils.tables.codebook import Codebook
from utils.tables.dates import read_dates
from utils.tables.derive import supported
from utils.tables.labels import labels_of
from utils.tables.sides import LABELS, read_sides, side_column
from utils.tables.support import Support, support_of

EVIDENCE = [
    *("publisher", "side", "side_label", "supports", "title"),
    *("published", "url", "language", "note", "locator"),
]


@dataclass(frozen=True, eq=False, repr=False)
class Case:
    """The tables of one case, as `load` gives them; no frame is to be changed.

    `actions` has a row per act with what was derived: `earliest` and `latest`
    (where the start may lie), `lasted_days`, name, native name, country, role and
    path of both parties, `direction`, `tone` (of the form), `n_sources` and `sides`
    (sources that support the act) and `contradicted`. Where it has a column `n`, a
    row stands for so many acts of the same day, direction, type, form and tone.
    Coded columns are categories in the order of the codebook. `checksum` is the
    SHA-256 of the files of the case and of the codebook. `unit` is what one act is
    called where acts are counted, and `note` what counts must be read with.
    `opens_on` names the scale to take where none is asked for, if not the usual one.
    """

    name: str
    title: str
    version: str
    sides: tuple[str, str]
    dense_period: tuple[str, str]
    licence: str
    folder: Path
    checksum: str
    actions: pd.DataFrame
    actors: pd.DataFrame
    sources: pd.DataFrame
    evidence: pd.DataFrame
    landmarks: pd.DataFrame
    claims: pd.DataFrame
    codebook: Codebook
    scales: Mapping[str, Scale]
    authors: tuple[str, ...] = ()
    created: str = ""
    unit: str = "recorded act"
    note: str = ""
    opens_on: str = ""

    def __repr__(self) -> str:
        return (
            f"<Case {self.name} {self.version}: {n_acts(self.actions)} acts, "
            f"{len(self.actors)} actors, {len(self.sources)} sources>"
        )

    @property
    def usual_scale(self) -> str:
        """The name of the scale to take where none is asked for."""
        return self.opens_on or usual_scale(self.scales)

    def about(
        self,
        selection: Chosen,
        scale: Scale | None = None,
        *,
        rows: np.ndarray | None = None,
    ) -> About:
        """Say what a chart needs to know about the acts of a selection.

        Sources are counted once each, and only where they support one of the
        acts; acts that the scale has no weight for are counted apart. Where
        `rows`, the numbers of the rows that the selection keeps, are at hand,
        they need not be sought again.

        Raises
        ------
        SelectionError
            If the selection names what the table lacks.
        """
        if rows is None:
            rows = selection.apply(self.actions).index.to_numpy()
        return replace(
            self._origin,
            selection=selection.describe(self.labels),
            query=selection.to_query(),
            since=selection.since,
            until=selection.until,
            scale=str(scale) if scale else "",
            n_actions=self._counts.of(rows),
            n_sources=self._support.count(rows),
            n_disputed=self._counts.disputed(rows),
            n_without_weight=self._counts.without_weight(rows, scale),
        )

    def without(self, name: str, *, by: str = "") -> "Case":
        """Give the case as it were had the sources of one side never been read.

        `name` is a side of the codebook or a group of sides; where a word is
        both, `by="side"` or `by="group"` says which. Those sources, what they
        say, and the acts that no other source supports are gone, and what is
        derived from evidence is derived anew. Certainty stays as it was coded,
        and a reply may name an act that is gone.

        Raises
        ------
        SelectionError
            If there is no such side or group, or the word is both.
        """
        column = side_column(self.codebook.sides, name, by)
        named = self.codebook.sides.loc[self.codebook.sides[column] == name]
        sources = self.sources[~self.sources["side"].isin(named["side"])]
        evidence = self.evidence[self.evidence["source_id"].isin(sources["source_id"])]
        acts = supported(self.actions, evidence, sources)
        acts = acts[acts["n_sources"] > 0]
        evidence = evidence[evidence["action_id"].isin(acts["action_id"])]
        label = named[LABELS[column]].iloc[0]
        trace = f"{self.checksum} without {column} {name}"
        return replace(
            self,
            name=f"{self.name}-without-{name}",
            title=f"{self.title} (without sources of {column} {label})",
            checksum=sha256(trace.encode()).hexdigest(),
            actions=acts.reset_index(drop=True),
            sources=sources.reset_index(drop=True),
            evidence=evidence.reset_index(drop=True),
        )

    def left_out(
        self, selection: Chosen | None = None, *, by: str = "group"
    ) -> dict[str, pd.DataFrame]:
        """Give the acts with all sources, and with each group's left out in turn.

        The frames are named "all sources", "without Azerbaijani sources" and so
        on, one for each group (or, `by="side"`, each side) of which a source was
        read, with the selection applied to each; see `without`.

        Raises
        ------
        SelectionError
            If the selection names what the table lacks, or `by` is neither.
        """
        acts = {"all sources": self.actions}
        for label, name in read_sides(self.codebook.sides, self.sources, by).items():
            acts[f"without {label} sources"] = self.without(name, by=by).actions
        chosen = selection.apply if selection else pd.DataFrame
        return {name: chosen(frame) for name, frame in acts.items()}

    def cite(self) -> Citation:
        """Give the citation of this version; its `str` is the text."""
        return citation(
            self.name,
            self.title,
            authors=self.authors,
            version=self.version,
            created=self.created,
            licence=self.licence,
            checksum=self.checksum,
        )

    def evidence_of(self, action_id: str) -> pd.DataFrame:
        """Give what each source says about one act, supporters first.

        The columns are publisher, side, side_label, supports, title, published,
        url, language, note and locator.

        Raises
        ------
        SelectionError
            If the case has no such act.
        """
        self._known_act(action_id)
        rows = self.evidence[self.evidence["action_id"] == action_id]
        rows = rows.sort_values("supports", kind="stable")
        labels = self.codebook.sides.rename(columns={"label": "side_label"})
        found = rows.merge(self.sources, on="source_id", how="left")
        found = found.merge(labels[["side", "side_label"]], on="side", how="left")
        return found[EVIDENCE]

    def replies_to(self, action_id: str) -> tuple[str, ...]:
        """Give the ids of the acts that answer this one, in the table's order.

        Raises
        ------
        SelectionError
            If the case has no such act.
        """
        self._known_act(action_id)
        listed = ";" + self.actions["in_response_to"] + ";"
        answers = listed.str.contains(f";{action_id};", regex=False)
        return tuple(self.actions.loc[answers, "action_id"])

    def _known_act(self, action_id: str) -> None:
        ids = self.actions["action_id"]
        if not ids.eq(action_id).any():
            hint = nearest(ids.tolist(), action_id)
            raise SelectionError(f"{self.name} has no act {action_id!r}: {hint}.")

    @cached_property
    def labels(self) -> dict[str, str]:
        """Names of coded values and of actors, for a selection said in words."""
        return labels_of(self.codebook, self.actors)

    @cached_property
    def _origin(self) -> About:
        """Say what is the same whatever is selected."""
        exact = read_dates(self.landmarks["date"])["form"] == "day"
        marks = self.landmarks[exact].sort_values("date")
        return About(
            *(self.title, self.version, self.checksum, self.licence),
            citation=str(self.cite()),
            sides=self.sides,
            side_names=tuple(self.labels.get(side, side) for side in self.sides),
            dense_period=self.dense_period,
            landmarks=tuple(zip(marks["date"], marks["label"], strict=True)),
            unit=self.unit,
            note=self.note,
        )

    @cached_property
    def _counts(self) -> ActCounts:
        return ActCounts(self.actions)

    @cached_property
    def _support(self) -> Support:
        """The sources that support each row."""
        return support_of(self.actions, self.evidence)
