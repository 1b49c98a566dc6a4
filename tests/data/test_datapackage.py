"""The data package is valid and describes the files as they are."""

import hashlib
import json
import socket

import pytest
from frictionless import Package

TABLES = ["actions", "actors", "sources", "evidence", "landmarks", "claims"]
CODED = [
    ("actions", "type", "types"),
    ("actions", "form", "forms"),
    ("actions", "certainty", "certainty"),
    ("actors", "role", "roles"),
    ("sources", "side", "sides"),
]


@pytest.fixture(scope="module")
def package(folder):
    return json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def resources(package):
    return {resource["name"]: resource for resource in package["resources"]}


def fields(resource):
    return {field["name"]: field for field in resource["schema"]["fields"]}


def refuse(*_):
    raise AssertionError("The check of the data package asked for the network.")


def test_the_package_is_valid_without_a_network(folder, monkeypatch):
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    report = Package(str(folder / "datapackage.json")).validate()
    assert report.flatten(["name", "rowNumber", "fieldName", "message"]) == []


def test_the_check_follows_the_foreign_keys(folder, tmp_path):
    for file in folder.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    actions = (folder / "actions.csv").read_text(encoding="utf-8")
    strange = actions.replace(",AZE_GOV_NTRC,", ",AZE_GOV_NOBODY,", 1)
    (tmp_path / "actions.csv").write_text(strange, encoding="utf-8")
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert ["foreign-key"] in report.flatten(["type"])


def test_the_package_follows_version_two_of_the_standard(package):
    assert package["$schema"].endswith("/profiles/2.0/datapackage.json")


def test_the_package_names_the_sides_and_the_dense_period(package):
    assert package["sides"] == ["AZE", "RUS"]
    assert package["densePeriod"] == {"since": "2024-12-25", "until": "2025-12-31"}


def test_the_package_bears_the_licence_and_the_version_of_the_data(package, folder):
    readme = (folder / "README.md").read_text(encoding="utf-8")
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert f"Version {package['version']}." in readme


def test_the_package_lists_every_table(resources):
    assert list(resources) == TABLES


@pytest.mark.parametrize("name", TABLES)
def test_size_and_checksum_are_those_of_the_file(name, resources, folder):
    raw = (folder / f"{name}.csv").read_bytes()
    found = {"bytes": len(raw), "hash": f"sha256:{hashlib.sha256(raw).hexdigest()}"}
    assert {key: resources[name][key] for key in found} == found


@pytest.mark.parametrize("name", TABLES)
def test_the_schema_lists_the_columns_in_the_order_of_the_file(
    name, resources, case_table
):
    assert list(fields(resources[name])) == list(case_table(name))


@pytest.mark.parametrize("name", TABLES)
def test_no_column_is_cast_to_anything_but_text(name, resources):
    kinds = {field["type"] for field in fields(resources[name]).values()}
    assert kinds == {"string"}


@pytest.mark.parametrize(("table", "column", "words"), CODED)
def test_the_package_allows_no_word_that_the_codebook_lacks(
    table, column, words, resources, codes
):
    allowed = fields(resources[table])[column]["constraints"]["enum"]
    assert set(allowed) - set(codes(words).iloc[:, 0]) == set()
