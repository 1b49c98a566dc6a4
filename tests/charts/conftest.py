"""Charts of the founding case over the selections that a reader may come to."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from html import unescape

import numpy as np
import pandas as pd
import pytest
from chart_pictures import DRAWN, PICTURES, SELECTIONS, Chosen, Picture
from plotly.graph_objects import Figure

from utils import load, measures
from utils.about import About
from utils.selection import Selection
from utils.tables import Case

SIDES = ["AZE>RUS", "RUS>AZE"]
CERTAINTY = ["confirmed", "reported", "disputed"]
LONG = "a name that is far longer than any that was foreseen by those who drew it"


@pytest.fixture(scope="session")
def head() -> Callable[[Figure], tuple[str, str]]:
    """Read the title of a figure and all that stands below it, each in one line."""

    def read(figure: Figure) -> tuple[str, str]:
        lines = figure.layout.title.text.split("<br>")
        parts = {
            title: [line for line in lines if ("<b>" in line) == title]
            for title in (True, False)
        }
        return _read(" ".join(parts[True])), _read(" ".join(parts[False]))

    return read


@pytest.fixture(scope="session")
def footer() -> Callable[[Figure], str]:
    return lambda figure: _read(figure.layout.annotations[0].text.replace("<br>", " "))


@pytest.fixture
def about() -> About:
    """Say what there is to say of a quarrel between A and B, and no more."""
    return About("A quarrel", sides=("A", "B"), side_names=("Altania", "Bestovia"))


@pytest.fixture
def acts() -> Callable[..., pd.DataFrame]:
    """Make acts from (earliest, latest, direction, type, certainty, and more)."""

    def make(*rows: tuple[str, ...], **more: object) -> pd.DataFrame:
        columns = ["earliest", "latest", "direction", "type", "certainty"]
        frame = pd.DataFrame(list(rows), columns=columns)
        days = {end: pd.to_datetime(frame[end]) for end in columns[:2]}
        coded = {
            "type": pd.Categorical(frame["type"], ["cultural", "media", "military"]),
            "certainty": pd.Categorical(frame["certainty"], CERTAINTY),
            "date": frame["earliest"],
            "lasted_days": 1,
        }
        return frame.assign(**days | coded | more)

    return make


@pytest.fixture(scope="session")
def case() -> Case:
    return load("azerbaijan-russia")


@pytest.fixture(scope="session")
def choose(case: Case) -> Callable[[str], Chosen]:
    """Give the acts of a selection by its name."""

    @cache
    def chosen(name: str) -> Chosen:
        found = _chosen(case, SELECTIONS[name])
        return CHANGES[name](found) if name in CHANGES else found

    return chosen


@pytest.fixture(scope="session")
def drawings() -> list[tuple[str, str]]:
    return DRAWN


@pytest.fixture(scope="session")
def drawn(choose: Callable[[str], Chosen]) -> Callable[..., Figure]:
    """Draw a chart of a selection, once for all tests; they leave it as it is."""
    return cache(lambda name, *look: choose(name).draw(*look))


@pytest.fixture(params=DRAWN, ids="-".join)
def drawing(request: pytest.FixtureRequest) -> tuple[str, str]:
    """Name each chart with each selection that it can be drawn of."""
    return request.param


@pytest.fixture
def chart(drawing: tuple[str, str]) -> str:
    return drawing[0]


@pytest.fixture
def picture(chart: str) -> Picture:
    """Say what is to be expected of the chart."""
    return PICTURES[chart]


@pytest.fixture
def name(drawing: tuple[str, str]) -> str:
    return drawing[1]


@pytest.fixture
def chosen(name: str, choose: Callable[[str], Chosen]) -> Chosen:
    return choose(name)


@pytest.fixture
def figure(drawn: Callable[..., Figure], name: str, chart: str) -> Figure:
    """Give a chart of a selection in the light theme."""
    return drawn(name, chart, "light")


@pytest.fixture
def themed(drawn: Callable[..., Figure], name: str, chart: str, theme: str) -> Figure:
    """Give a chart of a selection in one of the themes."""
    return drawn(name, chart, theme)


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> str:
    return request.param


def _read(marked: str) -> str:
    """Read a text of plotly as the reader does."""
    return unescape(re.sub("<[^>]+>", "", marked)).replace("\N{NO-BREAK SPACE}", " ")


def _chosen(case: Case, selection: Selection) -> Chosen:
    scale = case.scales["goldstein-icews"]
    acts = measures.weigh(selection.apply(case.actions), scale)
    return Chosen(acts, case.about(selection, scale), case)


def _uncertain(whole: Chosen) -> Chosen:
    return _only(whole, whole.acts["earliest"] < whole.acts["latest"])


def _of_others(whole: Chosen) -> Chosen:
    return _only(whole, ~whole.acts["direction"].isin(SIDES))


def _only(whole: Chosen, kept: pd.Series) -> Chosen:
    acts = whole.acts[kept]
    return replace(whole, acts=acts, about=replace(whole.about, n_actions=len(acts)))


def _long(chosen: Chosen) -> Chosen:
    """Write everything that is text at its longest."""
    acts = chosen.acts.assign(
        **{
            name: chosen.acts[name].cat.rename_categories(_longer)
            for name in ("type", "form", "actor_role", "target_role")
        }
    )
    about = replace(
        chosen.about,
        dataset=_longer(chosen.about.dataset),
        side_names=("Azerbaijan, " + LONG, "Russia, " + LONG),
        landmarks=tuple((day, _longer(it)) for day, it in chosen.about.landmarks),
        selection=f"{chosen.about.selection}, {', '.join([LONG] * 4)}",
        version="12.345.678-and-then-some",
        scale=_longer(chosen.about.scale),
        n_without_weight=12_345,
    )
    return replace(chosen, acts=acts, about=about, case=_long_case(chosen.case))


def _long_case(case: Case) -> Case:
    """Write the labels of the codebook and of the scales at their longest."""
    book = case.codebook
    long = {
        "forms": book.forms.assign(form=book.forms["form"].map(_longer)),
        "ladder": book.ladder.assign(label=book.ladder["label"].map(_longer)),
        "sides": book.sides.assign(group_label=book.sides["group_label"].map(_longer)),
    }
    scales = {
        name: replace(scale, label=_longer(scale.label))
        for name, scale in case.scales.items()
    }
    return replace(case, codebook=replace(book, **long), scales=scales)


def _longer(text: str) -> str:
    return f"{text}, {LONG}"


def _many(whole: Chosen) -> Chosen:
    """Draw 10,000 acts by lot from the case, each moved by up to half a year."""
    lots = np.random.default_rng(0)
    acts = whole.acts.iloc[lots.integers(0, len(whole.acts), 10_000)]
    moved = pd.to_timedelta(lots.integers(-180, 180, len(acts)), unit="D")
    ends = {end: acts[end] + moved for end in ("earliest", "latest")}
    acts = acts.assign(**ends).reset_index(drop=True)
    return replace(whole, acts=acts, about=replace(whole.about, n_actions=len(acts)))


CHANGES: dict[str, Callable[[Chosen], Chosen]] = {
    "uncertain dates only": _uncertain,
    "other countries only": _of_others,
    "longest labels": _long,
    "10000 acts": _many,
}
