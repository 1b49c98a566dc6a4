"""A reader's way through the explorer, by mouse and by keys.

What the page shows is held against the raw tables, read here with plain pandas.
"""

import re
import time
from collections import Counter

import numpy as np
import pandas as pd
import pytest
from playwright.sync_api import Error, expect

YEAR = ("2024-12-25", "2025-12-31")
COUNTRY = re.compile("^Azerbaijan, ")
OPEN = """
from utils import explore, load
desk = explore(load("azerbaijan-russia"))
desk
"""
ALL = "262 of 440 acts"
READ = """(gd) => ({
  title: gd.querySelector('.gtitle').textContent,
  marks: gd.querySelectorAll('.scatterlayer path.point').length,
  bars: [...gd.querySelectorAll('.barlayer .point path')]
    .filter((path) => path.getBBox().height > 0).length,
  traces: gd.data.map(({type, mode, x, x0, y, base, hovertemplate}) => ({
    type, mode, x0, hover: Boolean(hovertemplate),
    x: Array.from(x ?? []), y: Array.from(y ?? []), base: Array.from(base ?? []),
  })),
})"""


@pytest.fixture(scope="module")
def page(lab):
    page = lab.open_code(OPEN)
    lab.run_all()
    page.locator(".demarche-act").first.wait_for()
    facet(page, "Certainty").get_by_role("button", name="Certainty").click()
    return page


@pytest.fixture
def desk(page):
    """Begin with nothing chosen, every filter reset, and the timeline on top."""
    desk = page.locator(".demarche-desk").first
    if desk.get_by_role("button", name="Let go").is_visible():
        desk.get_by_role("button", name="Let go").click()
    desk.get_by_role("button", name="Reset every filter").click()
    for sought in ["fold every group", ""]:
        desk.get_by_label("Search in Actor").fill(sought)
    expect(desk.locator(".demarche-status .count")).to_have_text(ALL)
    bring(desk, "Timeline")
    return desk


def bring(desk, view):
    tab = desk.get_by_role("tab", name=view, exact=True)
    tab.click()
    expect(tab).to_have_attribute("aria-selected", "true")


@pytest.fixture(scope="session")
def record(repository):
    """Read the raw acts, with the window of each date, the direction and the weight."""
    folder = repository / "data"

    def table(name):
        return pd.read_csv(folder / name, dtype=str, keep_default_na=False)

    acts = table("azerbaijan-russia/actions.csv")
    country = table("azerbaijan-russia/actors.csv").set_index("actor_id")["country"]
    scale = table("codebook/scales/goldstein-icews.csv").set_index("code")["weight"]
    ways = [acts[c].map(country) for c in ("actor_id", "target_id")]
    windows = [window(date) for date in acts["date"]]
    return acts.assign(
        way=ways[0] + ">" + ways[1],
        first=[first for first, _ in windows],
        last=[last for _, last in windows],
        conflict=-acts["cameo"].map(scale).astype(float).clip(upper=0),
    )


def window(date):
    """Give the first and the last day on which an act may have begun."""
    ends = re.findall(r"[\d-]+", date)
    last = ends[-1] if date.startswith("[") else ends[0]
    return pd.Period(ends[0]).start_time, pd.Period(last).end_time.normalize()


@pytest.fixture(scope="session")
def keep(record):
    """Give the acts between the sides that may lie in a period, and fit a mask."""

    def kept(fits=True, since=YEAR[0], until=YEAR[1]):
        between = record["way"].isin(["AZE>RUS", "RUS>AZE"])
        near = (record["last"] >= since) & (record["first"] <= until)
        return record[between & near & fits]

    return kept


def daily(acts, amount):
    """Spread an amount of each act evenly over the days of its window."""
    parts = [pd.Series(dtype=float, index=pd.DatetimeIndex([]))]
    parts += [
        pd.Series(n / len(days), index=days)
        for first, last, n in zip(acts["first"], acts["last"], amount, strict=True)
        for days in [pd.date_range(first, last)]
    ]
    return pd.concat(parts).groupby(level=0).sum()


def by_month(acts):
    days = daily(acts, np.ones(len(acts)))
    months = days.groupby(days.index.strftime("%Y-%m-01")).sum()
    return months[months > 1e-9].to_dict()


def doubtful(acts, sign):
    """Give the fewest and the most acts of each month in which dates leave doubt."""
    months = [
        pd.period_range(first, last, freq="M").strftime("%Y-%m-01")
        for first, last in zip(acts["first"], acts["last"], strict=True)
    ]
    most = Counter(month for window in months for month in window)
    least = Counter(window[0] for window in months if len(window) == 1)
    return {
        (sign, month): (least[month], n)
        for month, n in most.items()
        if n > least[month]
    }


def reached(whiskers):
    """Read from where to where each whisker goes, by its side and month."""
    columns = (whiskers[name] for name in ("x", "y", "base"))
    return {
        (np.sign(y), x): (abs(base), abs(base + y))
        for x, y, base in zip(*columns, strict=True)
    }


def faded(acts, x0, n_days):
    """Let each day's conflict fade by half in 30 days, and add it up."""
    days = pd.date_range(x0, periods=n_days)
    level, levels = 0.0, []
    for new in daily(acts, acts["conflict"]).reindex(days, fill_value=0):
        level = level * 0.5 ** (1 / 30) + new
        levels.append(level)
    return levels


def agrees(desk, acts, views=("Timeline",)):
    """Wait until the status and one view after another show just these acts."""
    said = f"{len(acts)} of 440 acts"
    expect(desk.locator(".demarche-status .count")).to_have_text(said, timeout=30_000)
    for view in views:
        bring(desk, view)
        holds(lambda view=view: CHECKS[view](desk, acts), desk.page)


def holds(check, page, seconds=30):
    """Try until a check passes; the browser draws when it can."""
    until = time.monotonic() + seconds
    while True:
        try:
            return check()
        except (AssertionError, Error):
            if time.monotonic() > until:
                raise
            page.wait_for_timeout(100)


def read(desk):
    return desk.locator(".demarche-chart:not([hidden])").evaluate(READ, timeout=5_000)


def ways(acts):
    return [acts[acts["way"] == way] for way in ("AZE>RUS", "RUS>AZE")]


def check_timeline(desk, acts):
    drawn = read(desk)
    assert drawn["title"].startswith(f"{len(acts)} recorded acts:")
    assert drawn["marks"] == len(acts)
    marks = [t for t in drawn["traces"] if t["mode"] == "markers"]
    sizes = [len(way) for way in ways(acts)]
    assert [len(t["x"]) for t in marks] == [*sizes, 0, 0]


def check_tension(desk, acts):
    drawn = read(desk)
    assert "ecorded tension" in drawn["title"]
    curves = [t for t in drawn["traces"] if t["hover"]][:2]
    for way, curve in zip(ways(acts), curves, strict=True):
        wanted = faded(way, curve["x0"], len(curve["y"]))
        np.testing.assert_allclose(curve["y"], wanted, atol=1e-3)


def check_both_sides(desk, acts):
    drawn, sides = read(desk), ways(acts)
    assert "recorded act" in drawn["title"].lower()
    bars = [t for t in drawn["traces"] if t["type"] == "bar"][:3]
    assert len(bars) == 3
    *bars, whiskers = bars
    for way, bar, sign in zip(sides, bars, (1, -1), strict=True):
        found = {x: sign * y for x, y in zip(bar["x"], bar["y"], strict=True) if y}
        assert found == pytest.approx(by_month(way), abs=1e-3)
    assert reached(whiskers) == doubtful(sides[0], 1) | doubtful(sides[1], -1)
    assert drawn["bars"] >= max(len(by_month(way)) for way in sides)


def check_table(desk, acts):
    rows = desk.locator(".itables_anywidget tbody tr")
    assert rows.count() == min(5, len(acts))
    assert acts["summary"].iloc[0] in rows.first.inner_text()
    assert f"of {len(acts)}" in desk.locator(".dt-info").inner_text()


CHECKS = {
    "Timeline": check_timeline,
    "Tension": check_tension,
    "Both sides": check_both_sides,
    "Table": check_table,
}


def facet(desk, title):
    return desk.get_by_role("group", name=title, exact=True)


def row(desk, title, label):
    return facet(desk, title).locator("bdi").get_by_text(label, exact=True)


def press(desk, *keys):
    for key in keys:
        desk.page.keyboard.press(key)


def test_it_opens_on_what_pandas_counts(desk, keep):
    agrees(desk, keep(), CHECKS)


def direction_by_mouse(desk):
    row(desk, "Direction", "Azerbaijan → Russia").click()


def direction_by_keys(desk):
    facet(desk, "Direction").get_by_role("button", name="None of").focus()
    press(desk, "Tab", "Space")


def type_by_mouse(desk):
    row(desk, "Type", "Media").hover()
    facet(desk, "Type").get_by_role("button", name="Only Media").click()


def type_by_keys(desk):
    facet(desk, "Type").get_by_role("button", name="All of Type").focus()
    press(desk, "Tab", "Enter", "Tab", *["ArrowDown"] * 6, "Space")


def certainty_by_mouse(desk):
    row(desk, "Certainty", "Confirmed").click()


def certainty_by_keys(desk):
    facet(desk, "Certainty").get_by_role("button", name="None of").focus()
    press(desk, "Tab", "Space")


def folded_actor_by_mouse(desk):
    actors = facet(desk, "Actor")
    actors.get_by_role("button", name="None of Actor").click()
    actors.get_by_role("button", name="Within Azerbaijan", exact=True).click()
    actors.get_by_role("button", name="Within Judiciary", exact=True).click()
    row(desk, "Actor", "Courts of Azerbaijan (alone)").click()


def folded_actor_by_keys(desk):
    actors = facet(desk, "Actor")
    actors.get_by_role("button", name="All of Actor").focus()
    press(desk, "Tab", "Enter", "Tab", "Tab", "Enter", "Tab")
    expect(actors.get_by_role("checkbox", name=COUNTRY)).to_be_focused()
    walk_down_to(actors.get_by_role("checkbox", name="Judiciary, "))
    press(desk, "Shift+Tab", "Enter", "Tab")
    walk_down_to(actors.get_by_role("checkbox", name="Courts of Azerbaijan (alone), "))
    press(desk, "Space")


def walk_down_to(box):
    for _ in range(20):
        if box.evaluate("(box) => box === document.activeElement"):
            break
        box.page.keyboard.press("ArrowDown")
    expect(box).to_be_focused()


def found_actor_by_mouse(desk):
    actors = facet(desk, "Actor")
    actors.get_by_role("searchbox").click()
    desk.page.keyboard.type("zakharova")
    actors.get_by_role("button", name="Only these of Actor").click()


def found_actor_by_keys(desk):
    facet(desk, "Actor").get_by_role("button", name="None of Actor").focus()
    press(desk, "Tab")
    desk.page.keyboard.type("zakharova")
    press(desk, "Tab", "Enter")


def since_by_mouse(desk):
    desk.get_by_label("Since", exact=True).fill("2025-07-01")


def since_by_keys(desk):
    desk.get_by_label("Since", exact=True).focus()
    desk.page.keyboard.type("07012025")


def until_by_mouse(desk):
    desk.get_by_label("Until", exact=True).fill("2025-06-30")


def until_by_keys(desk):
    desk.get_by_label("Until", exact=True).focus()
    desk.page.keyboard.type("06302025")


def meaning_by_mouse(desk):
    desk.get_by_label("Dates", exact=True).select_option("certainly in it")


def meaning_by_keys(desk):
    desk.get_by_label("Dates", exact=True).focus()
    press(desk, "ArrowDown")


FILTERS = {
    "direction": lambda acts, keep: keep(acts["way"] == "RUS>AZE"),
    "type": lambda acts, keep: keep(acts["type"] == "media"),
    "certainty": lambda acts, keep: keep(acts["certainty"] != "confirmed"),
    "folded_actor": lambda acts, keep: keep(acts["actor_id"] == "AZE_JUD"),
    "found_actor": lambda acts, keep: keep(acts["actor_id"].str.match(".*ZAKHAROVA")),
    "since": lambda acts, keep: keep(since="2025-07-01"),
    "until": lambda acts, keep: keep(until="2025-06-30"),
    "meaning": lambda acts, keep: keep(
        (acts["first"] >= YEAR[0]) & (acts["last"] <= YEAR[1])
    ),
}


@pytest.mark.parametrize("way", ["mouse", "keys"])
@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_leaves_what_pandas_leaves(desk, record, keep, name, way):
    globals()[f"{name}_by_{way}"](desk)
    views = CHECKS if way == "mouse" else ["Timeline"]
    agrees(desk, FILTERS[name](record, keep), views)


def test_filters_of_each_kind_work_together(desk, record, keep):
    type_by_mouse(desk)
    direction_by_keys(desk)
    until_by_mouse(desk)
    fits = (record["type"] == "media") & (record["way"] == "RUS>AZE")
    agrees(desk, keep(fits, until="2025-06-30"))


def test_reset_by_keys_brings_everything_back(desk, keep):
    type_by_mouse(desk)
    since_by_mouse(desk)
    desk.get_by_role("button", name="Reset every filter").focus()
    press(desk, "Enter")
    agrees(desk, keep())
    expect(facet(desk, "Type")).to_contain_text("All 9")
    expect(desk.get_by_label("Since", exact=True)).to_have_value(YEAR[0])


def test_ten_quick_ticks_end_where_the_last_one_leads(desk, record, keep):
    types = facet(desk, "Type").get_by_role("checkbox")
    for n in [0, 1, 2, 3, 4, 5, 6, 7, 0, 2]:
        types.nth(n).click(no_wait_after=True)
    kinds = ["cultural", "economic", "parliamentary"]
    agrees(desk, keep(record["type"].isin(kinds)))


def check_nothing_is_drawn(desk):
    drawn = read(desk)
    assert (drawn["marks"], drawn["bars"]) == (0, 0)


def test_an_empty_result_names_the_filter_and_drops_it(desk, record, keep):
    facet(desk, "Certainty").get_by_role("button", name="Only Disputed").focus()
    press(desk, "Enter")
    facet(desk, "Type").get_by_role("button", name="Only Economic").focus()
    press(desk, "Enter")
    status = desk.locator(".demarche-status")
    expect(status).to_contain_text("No act fits. Without the filter on Certainty, 9")
    for view in ["Timeline", "Both sides"]:
        bring(desk, view)
        holds(lambda: check_nothing_is_drawn(desk), desk.page)
    bring(desk, "Table")
    expect(desk.locator(".itables_anywidget")).to_contain_text("No act fits")
    status.get_by_role("button", name="Drop the filter on Certainty").click()
    agrees(desk, keep(record["type"] == "economic"))


def test_a_period_that_ends_before_it_begins_is_told(desk, keep):
    desk.get_by_label("Until", exact=True).fill("2024-01-01")
    expect(desk.get_by_text("before it begins on 2024-12-25")).to_be_visible()
    agrees(desk, keep())


def card_shows(desk, repository, act):
    """Read the card against the raw tables: summary, and each source with its link."""
    card = desk.get_by_role("article", name="The chosen act")
    expect(card.locator("h4")).to_have_text(act["summary"])
    folder = repository / "data/azerbaijan-russia"
    said = pd.read_csv(folder / "evidence.csv", dtype=str, keep_default_na=False)
    sources = pd.read_csv(folder / "sources.csv", dtype=str, keep_default_na=False)
    said = said[said["action_id"] == act["action_id"]].merge(sources, on="source_id")
    links = card.locator("section a")
    hrefs = links.evaluate_all("(all) => all.map((a) => a.getAttribute('href'))")
    assert sorted(hrefs) == sorted(said["url"][said["url"] != ""])
    assert {*links.evaluate_all("(all) => all.map((a) => a.rel)")} == {
        "noopener noreferrer"
    }


def test_a_row_opens_its_card(desk, keep, repository):
    bring(desk, "Table")
    desk.locator(".itables_anywidget tbody tr").nth(2).click()
    card_shows(desk, repository, keep().iloc[2])


def test_a_row_opens_its_card_after_a_change_too(desk, record, keep, repository):
    type_by_mouse(desk)
    media = keep(record["type"] == "media")
    agrees(desk, media, ["Table"])
    desk.locator(".itables_anywidget tbody tr").nth(1).click()
    card_shows(desk, repository, media.iloc[1])


def test_the_keyboard_walks_from_act_to_act(desk, keep, repository):
    bring(desk, "Table")
    desk.locator(".itables_anywidget tbody tr").first.click()
    card_shows(desk, repository, keep().iloc[0])
    desk.get_by_role("button", name="Next act").focus()
    press(desk, "Enter", "Enter")
    card_shows(desk, repository, keep().iloc[2])
    desk.get_by_role("button", name="Previous act").focus()
    press(desk, "Enter")
    card_shows(desk, repository, keep().iloc[1])


def test_a_mark_opens_its_card(desk, record, keep, repository):
    type_by_mouse(desk)
    direction_by_mouse(desk)
    acts = keep((record["type"] == "media") & (record["way"] == "RUS>AZE"))
    agrees(desk, acts)
    mark = desk.locator(".demarche-chart:not([hidden]) path.point").last
    mark.scroll_into_view_if_needed()
    spot = mark.bounding_box()
    middle = spot["x"] + spot["width"] / 2, spot["y"] + spot["height"] / 2
    desk.page.mouse.move(*middle)
    desk.page.locator(".hoverlayer .hovertext").wait_for()
    desk.page.mouse.click(*middle)
    title = desk.get_by_role("article", name="The chosen act").locator("h4")
    last = acts.sort_values(["first"], kind="stable").iloc[-1]
    expect(title).to_have_text(last["summary"])
    card_shows(desk, repository, last)


def test_no_button_uploads_a_chart(desk):
    titles = desk.locator(".modebar-btn").evaluate_all(
        "(all) => all.map((b) => b.dataset.title ?? b.getAttribute('aria-label'))"
    )
    assert titles
    assert not [t for t in titles if re.search("share|cloud|upload|studio", t, re.I)]
    assert desk.locator(".modebar a[href]").count() == 0


def test_nothing_goes_wrong_and_nobody_else_is_asked(page, lab):
    assert (lab.console_errors, lab.foreign_requests) == ([], [])
