"""Lists of countries: other systems' codes and names, and the codes used here."""

import pytest

from utils.events.countries import countries

LISTS = ("fips", "cow", "cameo", "names")


@pytest.mark.parametrize("listed", LISTS)
def test_each_list_gives_one_code_of_three_letters(listed):
    table = countries(listed)
    assert table["country"].str.fullmatch("[A-Z]{3}").all()
    assert not table["given"].duplicated().any()


@pytest.mark.parametrize(
    ("listed", "given", "country"),
    [
        *(("fips", "AJ", "AZE"), ("fips", "AM", "ARM"), ("fips", "AR", "ARG")),
        *(("fips", "GM", "DEU"), ("fips", "GA", "GMB"), ("fips", "GB", "GAB")),
        *(("fips", "SZ", "CHE"), ("fips", "WZ", "SWZ"), ("fips", "CH", "CHN")),
        *(("fips", "CI", "CHL"), ("fips", "IV", "CIV"), ("fips", "GZ", "PSE")),
        *(("fips", "AU", "AUT"), ("fips", "AS", "AUS"), ("fips", "TU", "TUR")),
        *(("cow", "365", "RUS"), ("cow", "255", "DEU"), ("cow", "265", "DDR")),
        *(("cow", "345", "SRB"), ("cow", "732", "KOR"), ("cow", "731", "PRK")),
        *(("cow", "678", "YEM"), ("cow", "955", "TON"), ("cow", "970", "NRU")),
        *(("names", "Russian Federation", "RUS"), ("names", "Côte d'Ivoire", "CIV")),
        *(("names", "Congo, Democratic Republic of", "COD"), ("names", "USA", "USA")),
        *(("cameo", "AZE", "AZE"), ("cameo", "EUR", "EUR")),
    ],
)
def test_codes_that_are_easily_mistaken(listed, given, country):
    assert countries(listed).set_index("given")["country"][given] == country


def test_no_two_states_of_fips_are_taken_for_one_but_where_they_are_one():
    shared = countries("fips")["country"].value_counts()
    assert {*shared[shared > 1].index} == {"PSE", "SJM", "UMI", "AUS", "ATF", "FRA"}


def test_every_code_that_a_list_gives_has_a_name():
    names = {*countries("names")["country"]} | {*countries("cameo")["country"]}
    assert {*countries("fips")["country"]} <= names
    assert {*countries("cow")["country"]} <= names
