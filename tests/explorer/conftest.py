"""A case of six acts between two invented countries, and the case that we ship."""

import json

import pytest
from hypothesis import strategies as st

from utils.explorer.stock import Stock
from utils.selection import NOTHING, select
from utils.selection.shape import N_SOURCES
from utils.tables import load

FILES = {
    "actions.csv": """\
action_id,date,actor_id,target_id,type,form,cameo,summary,certainty,in_response_to,place
a1,2025-06-27,AAA_POL,BBB,law_enforcement,detain_persons,173,Six held.,confirmed,,Alt
a2,2025-06-28,BBB_MFA,AAA,diplomatic,summon_envoy,114,Envoy asked in.,confirmed,a1,Best
a3,[2025-06-28..2025-07-02],BBB_MED,AAA,media,accuse,112,It said no.,reported,a1;a2,
a4,2025-06-29/2025-07-02,AAA,BBB,cultural,cancel_event,160,Concerts off.,disputed,,Alt
a5,2025-08,AAA,BBB_MFA,diplomatic,meet,040,Talks held.,confirmed,,
a6,2025-07-10,BBB,BBB_MED,media,accuse,112,A radio is told off.,confirmed,,
""",
    "actors.csv": """\
actor_id,name,name_native,country,role,parent_id,public_office
AAA,Altania,,AAA,country,,institution
AAA_POL,Police of Altania,Alt polis,AAA,law_enforcement,AAA,institution
BBB,Bestovia,,BBB,country,,institution
BBB_MFA,Foreign ministry of Bestovia,,BBB,foreign_ministry,BBB,institution
BBB_MED,Radio Bestovia,,BBB,state_media,BBB_MFA,institution
""",
    "sources.csv": """\
source_id,publisher,publisher_country,side,title,published,url,language
s1,The Courier,GBR,western,Six held,2025-06-27,https://example.org/1,en
s2,The Wire,,other,"Envoy, then silence",2025-06-28,,en
""",
    "evidence.csv": """\
action_id,source_id,supports,locator,note
a1,s2,contradicts,,Says four.
a1,s1,yes,para 2,
a2,s2,yes,,
a3,s1,yes,,
a4,s1,yes,,
a5,s1,yes,,
a6,s1,yes,,
""",
    "landmarks.csv": """\
landmark_id,date,label,note,source_id,action_id
l1,2025-06-27,First arrests,,s1,a1
""",
    "datapackage.json": json.dumps(
        {
            "name": "small",
            "title": "Altania and Bestovia",
            "version": "0.1.0",
            "created": "2026-01-02",
            "licenses": [{"name": "CC0-1.0"}],
            "contributors": [{"title": "Two friends"}],
            "sides": ["AAA", "BBB"],
            "densePeriod": {"since": "2025-06-01", "until": "2025-07-31"},
        }
    ),
}


@pytest.fixture(scope="session")
def small(tmp_path_factory):
    """Give the six acts; four of them are between the sides, in June and July."""
    folder = tmp_path_factory.mktemp("small")
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    return load(folder)


@pytest.fixture(scope="session")
def case():
    """Give the case that we ship."""
    return load("azerbaijan-russia")


@pytest.fixture
def small_stock(small):
    return Stock(small, small.scales["goldstein-icews"])


@pytest.fixture(scope="session")
def stock(case):
    return Stock(case, case.scales["goldstein-icews"])


@pytest.fixture(scope="session")
def selections(case):
    """Give a strategy for selections of the case, narrow and wide ones."""
    acts = case.actions
    ids = case.actors["actor_id"].tolist()
    return st.builds(
        select,
        directions=_some(acts["direction"].cat.categories.tolist()),
        types=_some(acts["type"].cat.categories.tolist()),
        forms=_some(acts["form"].cat.categories.tolist()),
        tones=_some(acts["tone"].cat.categories.tolist()),
        certainty=_some(acts["certainty"].cat.categories.tolist()),
        sides=_some(case.codebook.sides["side"].tolist()),
        n_sources=_some([*N_SOURCES]),
        actors=_some([*ids, "AZE/", "RUS_GOV/"]),
        targets=_some([*ids, "RUS/"]),
        since=st.sampled_from(["", "1999-01-01", "2024-12-25", "2025-07-01"]),
        until=st.sampled_from(["", "2025-07-15", "2025-12-31", "2031-01-01"]),
        dates=st.sampled_from(["possibly", "certainly"]),
    )


def _some(values):
    half = st.sets(st.sampled_from(values), min_size=len(values) // 2)
    return st.sampled_from([set(), set(), {NOTHING}, {values[0]}]) | half
