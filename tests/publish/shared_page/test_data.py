"""What a shared page holds of a case."""

import json

import pytest

from utils.errors import MeasureError, ProjectError, SelectionError
from utils.publish.shared_page.data import page_data
from utils.selection import Selection, select
from utils.tables import load

COLUMNS = {"side": "side_label", "title": "title", "url": "url"}


@pytest.fixture(scope="module")
def case():
    return load("azerbaijan-russia")


@pytest.fixture(scope="module")
def data(case):
    return page_data(case, select(types="media"))


def test_the_data_are_plain_json_without_gaps_that_json_lacks(data):
    written = json.dumps(data, allow_nan=False)
    assert json.dumps(json.loads(written)) == written


def test_every_act_is_there_whatever_is_chosen(data, case):
    ids = case.actions["action_id"].tolist()
    assert data["acts"]["action_id"] == ids
    assert data["n_acts"] == len(ids)
    columns = data["acts"].values()
    lengths = {len(c["codes"] if isinstance(c, dict) else c) for c in columns}
    assert lengths == {len(ids)}


def test_coded_columns_can_be_read_back(data, case):
    for name in ("direction", "type", "certainty", "actor_path", "place"):
        coded = data["acts"][name]
        read = [coded["values"][code] for code in coded["codes"]]
        assert read == case.actions[name].astype(str).tolist()


def test_days_are_counted_from_1970(data, case):
    at = data["acts"]["action_id"].index("20061228-aze-end-russian-tv")
    assert data["acts"]["earliest"][at] == 13_510
    assert data["acts"]["date_in_words"][at] == "28 December 2006"


def test_the_opening_can_be_read_back(data):
    assert Selection.from_query(data["opening"]) == select(types="media")


def test_the_evidence_of_an_act_is_that_of_the_case_in_its_order(data, case):
    for row in range(0, data["n_acts"], 10):
        action_id = data["acts"]["action_id"][row]
        wanted = case.evidence_of(action_id)
        found = [line for line in data["evidence"] if line[0] == row]
        assert [line[2] for line in found] == wanted["supports"].tolist()
        assert [line[3] for line in found] == wanted["locator"].tolist()
        assert [line[4] for line in found] == wanted["note"].tolist()
        sources = [data["sources"][line[1]] for line in found]
        for key, column in {
            "side": "side_label",
            "title": "title",
            "url": "url",
        }.items():
            assert [source[key] for source in sources] == wanted[column].tolist()


def test_the_data_are_small_beside_plotly(data):
    assert len(json.dumps(data, ensure_ascii=False).encode()) < 1_000_000


def test_a_selection_of_what_the_case_lacks_is_refused(case):
    with pytest.raises(SelectionError, match="Did you mean 'media'"):
        page_data(case, select(types="medai"))


@pytest.mark.parametrize("option", [{"half_life_days": 0}, {"per": "fortnight"}])
def test_an_option_that_no_measure_takes_is_refused(case, option):
    with pytest.raises(MeasureError):
        page_data(case, select(), **option)


def test_a_scale_that_the_case_lacks_is_refused(case):
    with pytest.raises(ProjectError, match="Did you mean 'goldstein-icews'"):
        page_data(case, select(), scale="goldstein-icew")
