"""A sound case of five acts between two invented countries, and ways to break it."""

import json

import pytest

from utils.errors import CaseError
from utils.tables import load

FILES = {
    "actions.csv": """\
action_id,date,actor_id,target_id,type,form,cameo,summary,certainty,in_response_to,place
a1,2025-06-27,AAA_POL,BBB,law_enforcement,detain_persons,173,Six held.,confirmed,,Alt
a2,2025-06-28,BBB_MFA,AAA,diplomatic,summon_envoy,114,Envoy asked in.,confirmed,a1,Best
a3,[2025-06-28..2025-06-30],BBB_MED,AAA,media,accuse,112,"Said ""no"".",reported,a1;a2,
a4,2025-06-29/2025-07-02,AAA,BBB,cultural,cancel_event,160,Concerts off.,disputed,,Alt
a5,2025-07,AAA,BBB_MFA,diplomatic,meet,040,Talks held.,confirmed,,
""",
    "actors.csv": """\
actor_id,name,name_native,country,role,parent_id,public_office
AAA,Altania,,AAA,country,,institution
AAA_POL,Police of Altania,,AAA,law_enforcement,AAA,institution
BBB,Bestovia,,BBB,country,,institution
BBB_MFA,Foreign ministry of Bestovia,,BBB,foreign_ministry,BBB,institution
BBB_MED,Radio Bestovia,,BBB,state_media,BBB_MFA,institution
""",
    "sources.csv": """\
source_id,publisher,publisher_country,side,title,published,url,language
s1,The Courier,GBR,western,Six held,2025-06-27,https://example.org/1,en
s2,The Wire,,other,"Envoy, then silence",2025-06-28,,en
s3,Night Radio,RUS,rus_independent,A word,2025-06-30,http://example.org/3,ru
s4,The Lamp,TUR,turkish,No concert,,https://example.org/4,tr
s5,The Post,USA,western,Talks,2025-07-20,https://example.org/5,en
""",
    "evidence.csv": """\
action_id,source_id,supports,locator,note
a1,s2,contradicts,,Says four.
a1,s1,yes,para 2,
a1,s4,partly,,
a2,s2,yes,,
a3,s3,yes,,
a4,s4,yes,,
a5,s5,yes,,
a5,s1,yes,,
a5,s3,partly,,
""",
    "landmarks.csv": """\
landmark_id,date,label,note,source_id,action_id
l1,2025-06-27,First arrests,,s1,a1
l2,2025-07,Talks,,s5,
""",
    "claims.csv": """\
paragraph,claim,action_ids,verdict,note
2,Bestovia answered,a2;a3,confirmed,
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
        },
        indent=1,
    ),
}


@pytest.fixture
def small_case(tmp_path):
    """Give a folder with a sound case."""
    folder = tmp_path / "small"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_bytes(text.encode())
    return folder


@pytest.fixture
def faults(small_case):
    """Give the faults of the case as it now is."""

    def found():
        with pytest.raises(CaseError) as caught:
            load(small_case)
        return list(caught.value.faults)

    return found


@pytest.fixture
def edit(small_case):
    """Put one text for another that stands once in a file."""

    def edited(file, old, new):
        path = small_case / file
        text = path.read_bytes().decode()
        assert text.count(old) == 1
        path.write_bytes(text.replace(old, new).encode())

    return edited


@pytest.fixture
def fault_of(edit, faults):
    """Edit a file and give the only fault that follows, as a tuple and in words."""

    def only(file, old, new):
        edit(file, old, new)
        found = faults()
        assert len(found) == 1, found
        fault = found[0]
        place = (fault.file, fault.line, fault.column, fault.value)
        return place, f"{fault.problem}; {fault.remedy}"

    return only


@pytest.fixture
def load_after(edit, small_case):
    """Edit a file and give the case, which is still sound."""

    def loaded(file, old, new):
        edit(file, old, new)
        return load(small_case)

    return loaded


@pytest.fixture
def load_small(small_case):
    """Load the small case as it now is."""
    return lambda **how: load(small_case, **how)
