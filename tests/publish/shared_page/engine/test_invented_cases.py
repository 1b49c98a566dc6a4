"""Cases with other countries, other types and texts that would harm as markup."""

import json
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from page_script import differences, reference

from utils.publish.shared_page.data import page_data
from utils.selection import NOTHING, select
from utils.tables import load

FILES = {
    "codebook/types.csv": """\
type,label,definition
fishing,Fishing,Acts at sea.
air_traffic_and_landing_rights_of_any_kind,Air traffic,Acts in the air.
ngo,Clubs,Acts of clubs.
""",
    "actors.csv": """\
actor_id,name,name_native,country,role,parent_id,public_office
SOU,Southland,,SOU,country,,institution
NOR,Northland,,NOR,country,,institution
NOR_GOV,{name},,NOR,executive,NOR,institution
WES,Westland,,WES,country,,institution
""",
    "actions.csv": """\
action_id,date,actor_id,target_id,type,form,cameo,summary,certainty,in_response_to,place
n1,2031-03-01,NOR_GOV,SOU,fishing,detain_persons,173,{summary},confirmed,,{place}
s1,[2031-03-31..2031-04-01],SOU,NOR,fishing,accuse,112,Said so.,reported,n1,
n2,2031-04-02/2031-04-05,NOR,SOU,ngo,cancel_event,160,Off.,disputed,s1;n1,
s2,2031-04,SOU,NOR_GOV,ngo,meet,040,Talks were held.,confirmed,,
w1,2031-05-05,WES,SOU,air_traffic_and_landing_rights_of_any_kind,accuse,112,No.,confirmed,,
""",
    "sources.csv": """\
source_id,publisher,publisher_country,side,title,published,url,language
a,The Courier,GBR,western,A title,2031-03-01,https://example.org/a,en
b,The Wire,,other,Another,2031-03-04,,en
""",
    "evidence.csv": """\
action_id,source_id,supports,locator,note
n1,b,contradicts,,
n1,a,yes,,
s1,a,partly,,
n2,b,yes,,
s2,a,yes,,
w1,a,yes,,
""",
    "landmarks.csv": """\
landmark_id,date,label,note,source_id,action_id
l1,2031-03-01,{landmark},,a,n1
l2,2031-03-02,The day after,,a,
l3,2031-04-01,A new month,,a,
""",
}
MILD = {
    "summary": "Six were held.",
    "name": "Government of Northland",
    "place": "Port",
    "landmark": "A first day",
    "title": "Northland and Southland",
}
WILD = {
    "summary": "</script><script>canary = 1</script> ${canary} <b>x</b> &amp; \u2028!",
    "name": "<img src=x onerror='canary = 2'> \u202edesrever\u202c O'Name",
    "place": '"><svg onload="canary = 3"> 🜁 𐐀 Ж',
    "landmark": "<a href='javascript:canary=4'>click</a> %{x|%Y} " + "W" * 120,
    "title": "<i>Quarrel</i> & {x} 中文 \u00a0 =1+1",
}
FORBIDDEN = ("<script", "<img", "<svg", "<i>", "<a ", "<b>x", "\u2028", "\u202e")
PLOT = """async () => {
  const stock = stocks.wild;
  const shown = demarche.show(stock, {});
  const look = { theme: "light", width_px: 400 };
  const plots = [];
  for (const name of ["drawTimeline", "drawTension", "drawButterfly"]) {
    const { data, layout } = demarche[name](stock, shown, look);
    const plot = document.body.appendChild(document.createElement("div"));
    await Plotly.react(plot, data, { ...layout, width: look.width_px });
    plots.push(plot);
  }
  const words = plots.map((plot) => plot.textContent.replaceAll("\\u00a0", " "));
  const alive = document.querySelectorAll("svg a, svg script, img, i, b").length;
  plots.forEach((plot) => plot.remove());
  return { words, alive, canary: typeof window.canary };
}"""
WANTED = [
    select(),
    select(types=["fishing", "ngo"], directions=["NOR>SOU", "SOU>NOR"]),
    select(actors=["NOR/", "SOU"], since="2031-03-31", dates="certainly"),
    select(actors="NOR_GOV", until="2031-12-31"),
    select(certainty="disputed"),
    select(certainty="confirmed"),
    select(types=["air_traffic_and_landing_rights_of_any_kind"]),
    select(text='<b> & "𐐀" ß'),
    select(text="ONERROR='"),
    select(types=[NOTHING], since="2031-01-01", until="2031-01-31"),
]


def write_case(folder, words):
    """Write a case of five acts between three invented countries."""
    (folder / "codebook").mkdir(parents=True)
    cells = {key: '"' + word.replace('"', '""') + '"' for key, word in words.items()}
    for name, text in FILES.items():
        table = text if name.startswith("codebook") else text.format(**cells)
        (folder / name).write_text(table, "utf-8")
    about = {
        "name": "invented",
        "title": words["title"],
        "version": "0.1.0",
        "created": "2032-01-02",
        "licenses": [{"name": "CC0-1.0"}],
        "contributors": [{"title": "Two friends"}],
        "sides": ["NOR", "SOU"],
        "densePeriod": {"since": "2031-03-15", "until": "2031-04-30"},
    }
    (folder / "datapackage.json").write_text(json.dumps(about), "utf-8")
    return load(folder)


@pytest.fixture(scope="module")
def mild(tmp_path_factory):
    return write_case(tmp_path_factory.mktemp("mild") / "case", MILD)


@pytest.fixture(scope="module")
def wild(tmp_path_factory):
    return write_case(tmp_path_factory.mktemp("wild") / "case", WILD)


@pytest.fixture(scope="module")
def five(script, mild):
    """Give what the script draws of all five acts."""
    script.take("mild", page_data(mild, select()))
    return script.ask("mild", [""], {"theme": "light", "width_px": 560})[0]


@pytest.fixture(scope="module")
def dangerous(script, wild):
    """Give what the script draws of acts whose every text is markup."""
    script.take("wild", page_data(wild, select()))
    return script.ask("wild", [""], {"theme": "dark", "width_px": 400})[0]


@pytest.mark.parametrize("kind", ["mild", "wild"])
@pytest.mark.parametrize("chosen", WANTED, ids=lambda chosen: chosen.to_code())
def test_an_invented_case_is_drawn_as_python_draws_it(request, script, kind, chosen):
    request.getfixturevalue({"mild": "five", "wild": "dangerous"}[kind])
    found = script.ask(kind, [chosen.to_query()], {"theme": "dark", "width_px": 440})
    wanted = reference(request.getfixturevalue(kind))(chosen, "dark", 440)
    assert differences(found, [wanted]) == []


@pytest.mark.parametrize("per", ["day", "week", "quarter", "year"])
def test_other_bins_are_counted_as_python_counts_them(script, mild, per):
    script.take(per, page_data(mild, select(), per=per))
    found = script.ask(per, [""], {"theme": "light", "width_px": 560})[0]
    wanted = reference(mild, per=per)(select(), "light")
    assert differences(found["charts"], wanted["charts"]) == []


def test_another_scale_and_half_life_are_drawn_as_python_draws_them(script, mild):
    options = {"scale": "signs", "half_life_days": 2.5}
    script.take("other", page_data(mild, select(), **options))
    found = script.ask("other", [""], {"theme": "light", "width_px": 560})[0]
    wanted = reference(mild, **options)(select(), "light")
    assert differences(found["charts"], wanted["charts"]) == []


def test_of_equal_peaks_of_tension_the_first_is_named(script, mild):
    """On a scale of signs, where each act is gone the day after, all peaks are 1."""
    data = page_data(mild, select(), scale="signs", half_life_days=0.01)
    script.take("brief", data)
    query = select(directions="NOR>SOU").to_query()
    found = script.ask("brief", [query], {"theme": "light", "width_px": 560})[0]
    tension = found["charts"]["tension"]
    assert [day for day in tension["data"][2]["y"] if day > 0.5] == [1, 1]
    title = tension["words"]["title"].replace("\u00a0", " ")
    assert title == "Recorded tension is highest on 1 Mar 2031 (NOR to SOU)"


def test_acts_of_uncertain_date_alone_are_drawn_as_python_draws_them(script, case):
    uncertain = case.actions["earliest"] < case.actions["latest"]
    kept = replace(case, actions=case.actions[uncertain].reset_index(drop=True))
    script.take("uncertain", page_data(kept, select()))
    found = script.ask("uncertain", [""], {"theme": "light", "width_px": 700})[0]
    wanted = reference(kept)(select(), "light", 700)
    assert found["n"] == 74
    assert differences(found, wanted) == []


def crowd(case):
    """Draw 1,000 acts by lot from the case, and move them all into one month."""
    lots = np.random.default_rng(0)
    acts = case.actions.iloc[lots.integers(0, len(case.actions), 1000)]
    first = pd.Timestamp("2025-06-01") + pd.to_timedelta(
        lots.integers(0, 30, 1000), "D"
    )
    last = first + pd.to_timedelta(lots.choice([0, 0, 0, 20, 90], 1000), "D")
    ids = [f"a{i}" for i in range(1000)]
    acts = acts.assign(action_id=ids, earliest=first, latest=last)
    return replace(case, actions=acts.reset_index(drop=True))


@pytest.mark.parametrize("width_px", [360, 900])
def test_a_crowd_is_stacked_and_thinned_out_as_python_does(script, case, width_px):
    many = crowd(case)
    script.take("crowd", page_data(many, select()))
    look = {"theme": "light", "width_px": width_px}
    found = script.ask("crowd", ["", "types=media"], look)
    find = reference(many)
    wanted = [find(s, "light", width_px) for s in (select(), select(types="media"))]
    assert differences(found, wanted) == []


def test_facets_count_the_acts_by_hand(five):
    assert five["counts"]["types"] == {
        "fishing": 2,
        "air_traffic_and_landing_rights_of_any_kind": 1,
        "ngo": 2,
    }
    north = {"NOR": 2, "NOR:executive": 1, "NOR_GOV": 1, "NOR/": 1}
    actors = {**north, "SOU": 2, "WES": 1}
    assert five["counts"]["actors"] == actors


def test_bars_by_hand_share_an_act_between_the_months_it_may_lie_in(five):
    """March: n1 up; half of s1 down. April: n2 up; half of s1 and s2 down."""
    up, down, *_, whisker = five["charts"]["butterfly"]["data"]
    assert up["x"] == ["2031-03-01", "2031-04-01", "2031-05-01"]
    assert up["y"] == pytest.approx([1, 1, 0])
    assert down["y"] == pytest.approx([-0.5, -1.5, 0])
    assert list(zip(whisker["x"], whisker["base"], whisker["y"], strict=True)) == [
        ("2031-03-01", 0, -1),
        ("2031-04-01", -1, -1),
    ]


def test_tension_by_hand_has_a_doubt_of_half_the_weight_on_a_day_of_two(script, mild):
    """One act of weight w on one of two days: w/2 expected on the first, doubt w/2."""
    script.take("days", page_data(mild, select(), half_life_days=1))
    query = select(types="fishing", directions="SOU>NOR").to_query()
    found = script.ask("days", [query], {"theme": "light", "width_px": 560})[0]
    weight = -mild.scales["goldstein-icews"].weights["112"]
    low, high, line = found["charts"]["tension"]["data"][3:6]
    assert line["y"] == pytest.approx([weight / 2, weight * 3 / 4])
    assert low["y"][0] == pytest.approx(0)
    assert high["y"][0] == pytest.approx(weight)
    assert high["y"][1] - line["y"][1] == pytest.approx(weight / 4)


def test_a_mark_of_a_window_lies_in_its_middle_between_the_ends_of_a_bar(five):
    thin, broad, marks = five["charts"]["timeline"]["data"][5:8]
    assert marks["x"] == ["2031-03-31", "2031-04-15"]
    assert thin["x"][3:6] == ["2031-04-01", "2031-04-30", None]
    assert broad["x"] == []


def test_landmarks_that_stand_close_share_one_number(five):
    signs = five["charts"]["timeline"]["data"][1]
    assert signs["text"] == ["1–2", "3"]


def test_no_text_of_a_case_reaches_a_chart_as_markup(dangerous):
    charts = dangerous["charts"].values()
    drawn = [(chart["data"], chart["layout"]) for chart in charts]
    written = json.dumps(drawn, ensure_ascii=False)
    found = [sign for sign in FORBIDDEN if sign in written]
    assert found == []


def test_data_stay_text_when_plotly_draws_them(script, dangerous):
    """Plotly itself draws the three charts, and nothing in them comes to life."""
    from plotly.offline import get_plotlyjs

    script.page.add_script_tag(content=get_plotlyjs())
    found = script.page.evaluate(PLOT)
    assert found["canary"] == "undefined"
    assert found["alive"] == 0
    assert "Recorded tension is" in found["words"][1]
    assert "<i>Quarrel</i>" in found["words"][0]


def test_acts_are_called_what_the_case_calls_them(script, mild):
    coded = replace(mild, unit="coded event", note="Counted are reports.")
    script.take("coded", page_data(coded, select()))
    found = script.ask("coded", ["", "types=ngo"], {"theme": "light", "width_px": 560})
    find = reference(coded)
    assert (
        differences(
            found, [find(select(), "light"), find(select(types="ngo"), "light")]
        )
        == []
    )
    title = found[0]["charts"]["timeline"]["layout"]["title"]["text"]
    assert "coded event" in title
    assert "recorded act" not in title.lower()
