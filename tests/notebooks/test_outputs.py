"""What a reader of a notebook sees, after a run from top to bottom without network."""

import re
from html import escape
from itertools import zip_longest

import nbformat
import pandas as pd
import pytest
from nbclient.exceptions import CellExecutionError
from notebook_outputs import FIGURE, in_words, pairs, peaks, said, tagged, title

WIDGET = "application/vnd.jupyter.widget-view+json"
START, TIME, EXPLORER = "00-start-here", "01-escalation-over-time", "02-explorer"
SIDES = {"AZE", "RUS"}
SURVEYED = ("2024-12-25", "2025-12-31")


@pytest.fixture(scope="module")
def rows(repository) -> pd.DataFrame:
    """Give the acts between the two sides, from the files as they are."""
    folder = repository / "data" / "azerbaijan-russia"
    acts = pd.read_csv(folder / "actions.csv", dtype=str, keep_default_na=False)
    country = (
        pd.read_csv(folder / "actors.csv", dtype=str).set_index("actor_id").country
    )
    ends = acts[["actor_id", "target_id"]].replace(country.to_dict())
    return acts[[set(pair) == SIDES for pair in ends.itertuples(index=False)]]


@pytest.fixture(scope="module")
def n_surveyed(rows) -> int:
    """Count the acts that may have begun in the surveyed period, by their text."""
    bounds = rows["date"].str.strip("[]").str.split(r"\.\.", regex=True)
    earliest, latest = (bounds.str[end].str.split("/").str[0] for end in (0, -1))
    latest = latest.str.pad(10, "right", "~")
    inside = (earliest <= SURVEYED[1]) & (latest >= SURVEYED[0])
    return int(inside.sum())


def test_it_runs_in_its_time_and_without_network(run, path):
    assert run(path.stem).cells[-1].source.startswith("## Try it")


def test_no_cell_complains(run, path):
    outputs = [o for cell in run(path.stem).cells for o in cell.get("outputs", [])]
    assert [o.text for o in outputs if o.get("name") == "stderr"] == []


@pytest.mark.parametrize(
    "reach",
    [
        "import urllib.request; urllib.request.urlopen('http://192.0.2.1')",
        "import socket; socket.getaddrinfo('example.org', 443)",
        "import socket; socket.socket(type=2).sendto(b'', ('192.0.2.1', 1))",
    ],
)
def test_a_notebook_that_asked_another_host_would_fail(execute, reach):
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(reach)])
    with pytest.raises(CellExecutionError, match="This kernel is offline"):
        execute(notebook)


def test_the_size_of_the_case_is_that_of_its_files(run, repository):
    folder = repository / "data" / "azerbaijan-russia"
    sizes = [len(pd.read_csv(folder / f"{n}.csv")) for n in ("actions", "sources")]
    assert re.findall(r"(\d+) (?:acts|sources)", said(run(START), "size")) == [
        str(size) for size in sizes
    ]


def test_the_surveyed_acts_are_those_that_plain_pandas_finds(run, n_surveyed):
    assert said(run(START), "number-of-acts") == str(n_surveyed)
    assert said(run(TIME), "number-of-acts").startswith(f"{n_surveyed} acts between")


def test_the_first_chart_is_a_timeline_of_those_acts(run, n_surveyed):
    assert f"{n_surveyed} recorded acts: busiest month" in title(run(START), "timeline")


def test_the_founding_article_is_confirmed_in_part_only(run):
    verdicts = said(run(START), "claims")
    assert {"partly", "contradicted", "not found"} <= set(
        re.findall(r"^(\w+(?: \w+)*) +\d", verdicts, re.M)
    )


def test_the_surveyed_year_is_denser_than_any_before(run):
    years = re.findall(r"-01-01 +([\d.]+)", said(run(START), "years"))
    assert float(years[-2]) == max(map(float, years))


def test_the_act_that_is_read_has_one_source_against_it(run):
    assert said(run(START), "evidence").count("contradicts") == 1


def test_the_act_that_is_read_answers_one_and_is_answered(run, rows):
    before, *after = said(run(START), "chain").split()
    assert {before, *after} <= set(rows["action_id"])
    assert after


def test_the_citation_names_the_version(run):
    assert re.search(r"Version\s\d+\.\d+\.\d+,\sSHA-256", said(run(START), "citation"))


def test_the_months_add_up_to_the_number_of_acts(run, n_surveyed):
    counted = sum(map(sum, pairs(run(TIME), "counts").values()))
    assert counted == pytest.approx(n_surveyed, abs=1)


def test_both_directions_swell_in_the_same_months(run):
    months = pairs(run(TIME), "counts")
    busiest = [sorted(months, key=lambda m: -months[m][i])[:3] for i in (0, 1)]
    assert set(busiest[0]) == set(busiest[1])


def test_the_butterfly_says_how_often_each_direction_is_ahead(run):
    months = pairs(run(TIME), "counts")
    ahead = sum(one > two for one, two in months.values())
    heading = f"More recorded acts from AZE to RUS in {ahead} of"
    assert heading in title(run(TIME), "butterfly")


def test_one_scale_reaches_further_than_the_other(run):
    weighted = re.findall(r"weight for (\d+) of", said(run(TIME), "coverage"))
    assert int(weighted[0]) > int(weighted[1])


@pytest.mark.parametrize("memory", ["short", "long"])
def test_the_title_of_a_curve_names_the_days_of_its_peaks(run, memory):
    days = [day for day, _ in peaks(run(TIME), f"{memory}-peaks").values()]
    shown = title(run(TIME), f"{memory}-memory")
    assert [in_words(day) in shown for day in days] == [True, True]


def test_the_longer_memory_peaks_later(run):
    short, long = (peaks(run(TIME), f"{memory}-peaks") for memory in ("short", "long"))
    assert all(long[direction][0] > short[direction][0] for direction in short)


def test_the_direction_with_the_higher_peak_hangs_on_the_half_life(run):
    short, long = (peaks(run(TIME), f"{memory}-peaks") for memory in ("short", "long"))
    higher = [max(found, key=lambda d: found[d][1]) for found in (short, long)]
    assert higher[0] != higher[1]


def test_each_chart_of_the_second_notebook_has_a_finding_for_a_title(run):
    curves = [title(run(TIME), tag) for tag in ("tension", "short-memory", "signs")]
    assert all("Recorded tension is highest on" in shown for shown in curves)


def test_the_explorer_opens_as_a_widget(run):
    assert WIDGET in tagged(run(EXPLORER), "explorer").outputs[0].data
    assert WIDGET in tagged(run(EXPLORER), "media").outputs[0].data


def test_below_the_explorer_stands_what_is_seen_without_a_kernel(run):
    _, sentence, picture, told = tagged(run(EXPLORER), "explorer").outputs
    assert sentence.data["text/plain"].startswith("262 of 440 acts: acts between ")
    assert "timeline of 262 recorded acts" in picture.data["text/plain"].lower()
    assert f"<p>{escape(picture.data['text/plain'])}" in told.data["text/html"]


def test_the_explorer_can_be_found_by_its_last_line(run):
    source = tagged(run(EXPLORER), "explorer").source
    assert source.endswith("desk = explore(case)\ndesk")


def test_the_explorer_says_its_opening_view_as_code(run):
    code = said(run(EXPLORER), "as-code").strip()
    assert code == (
        'select(directions=["AZE>RUS", "RUS>AZE"], '
        f'since="{SURVEYED[0]}", until="{SURVEYED[1]}")'
    )


def test_the_acts_of_the_explorer_are_the_surveyed_ones(run, n_surveyed):
    numbers = re.findall(r" (\d+)", said(run(EXPLORER), "as-frame"))
    assert sum(map(int, numbers)) == n_surveyed


def test_the_weeks_are_drawn_from_the_acts_of_the_explorer(run):
    assert "Recorded acts by week" in title(run(EXPLORER), "weekly")


def charts_of(notebook):
    """Give each output with a chart, and the output that comes after it.

    What an explorer showed last has the picture of a chart, and not its record.
    """
    shown = [cell.get("outputs", []) for cell in notebook.cells]
    pairs = [pair for cell in shown for pair in zip_longest(cell, cell[1:])]
    return [
        (one, after)
        for one, after in pairs
        if "meta" in one.get("data", {}).get(FIGURE, {}).get("layout", {})
    ]


def test_every_chart_is_followed_by_its_text_and_table(run, path):
    for chart, after in charts_of(run(path.stem)):
        meta = chart.data[FIGURE]["layout"]["meta"]
        assert chart.data["text/plain"] == meta["alt"]
        assert f"<p>{escape(meta['alt'])}" in after.data["text/html"]
        n = min(200, len(next(iter(meta["rows"].values()), [])))
        assert after.data["text/html"].count("<tr>") == 1 + n


@pytest.mark.parametrize("name", [START, TIME, "03-scales-and-weights"])
def test_there_are_charts_to_follow(run, name):
    assert charts_of(run(name))
