import json
import shutil

import pytest

from utils import load
from utils.publish.site.columns import tables_of
from utils.publish.site.plan import Plan


@pytest.fixture(scope="module")
def tables(plan):
    return {table.name: table for table in tables_of(plan)}


@pytest.fixture
def untold(repository, tmp_path):
    """Copy the case with a data package that says no more than it must."""
    home = repository / "data" / "azerbaijan-russia"
    folder = shutil.copytree(home, tmp_path / "case")
    told = json.loads((folder / "datapackage.json").read_text("utf-8"))
    for name in ("resources", "contributors", "created", "keywords", "sources"):
        del told[name]
    (folder / "datapackage.json").write_text(json.dumps(told), "utf-8")
    (folder / "claims.csv").unlink()
    return Plan(load(folder))


def column(tables, table, name):
    return next(one for one in tables[table].columns if one.name == name)


def test_every_table_of_the_case_is_told(tables):
    assert list(tables) == (
        ["actions", "actors", "sources", "evidence", "landmarks", "claims"]
    )


def test_a_column_means_what_the_data_package_says(tables):
    assert column(tables, "actions", "actor_id").meaning == "Who acted."


def test_a_coded_column_leads_to_the_codebook(tables):
    assert column(tables, "actions", "form").codebook == "forms"
    assert column(tables, "actions", "form").words == ()


def test_words_that_are_not_in_the_codebook_are_listed(tables):
    supports = column(tables, "evidence", "supports")
    assert supports.words == ("yes", "partly", "contradicts")


def test_a_key_leads_to_its_table_also_to_the_same_one(tables):
    assert column(tables, "evidence", "source_id").leads_to == "sources"
    assert column(tables, "actors", "parent_id").leads_to == "actors"


def test_what_may_be_empty_is_known(tables):
    assert column(tables, "actions", "date").needed
    assert not column(tables, "actions", "place").needed


def test_a_case_that_tells_little_still_has_its_columns(untold):
    tables = {table.name: table for table in tables_of(untold)}
    names = [one.name for one in tables["actors"].columns]
    told = "actor_id name name_native country role parent_id public_office"
    assert names == told.split()
    assert column(tables, "actors", "role").codebook == "roles"
    assert "claims" not in tables
