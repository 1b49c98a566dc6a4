import pytest


@pytest.fixture
def acts(load_small):
    return load_small().actions.set_index("action_id")


def test_the_columns_are_those_that_everybody_reads(load_small):
    types = load_small().actions.dtypes.astype(str).to_dict()
    text = ("action_id", "date", "cameo", "summary", "in_response_to", "place")
    days = ("earliest", "latest")
    assert {name for name in types if types[name] == "str"} == set(text)
    assert {name for name in types if types[name] == "datetime64[us]"} == set(days)
    assert {name for name in types if types[name] == "category"} == {
        *("actor_id", "target_id", "actor_name", "target_name", "actor_country"),
        *("target_country", "actor_role", "target_role", "actor_path", "target_path"),
        *("direction", "type", "form", "tone", "certainty", "sides"),
        *("actor_native", "target_native"),
    }
    assert [types[name] for name in ("lasted_days", "n_sources")] == ["int64"] * 2
    assert types["contradicted"] == "bool"


def test_dates(acts):
    days = acts[["earliest", "latest"]].map(lambda day: f"{day:%m-%d}")
    assert days.to_numpy().tolist() == [
        ["06-27", "06-27"],
        ["06-28", "06-28"],
        ["06-28", "06-30"],
        ["06-29", "06-29"],
        ["07-01", "07-31"],
    ]
    assert acts["lasted_days"].tolist() == [1, 1, 1, 4, 1]


def test_who_stands_behind_an_act(acts):
    third = acts.loc["a3"]
    assert third["actor_name"] == "Radio Bestovia"
    assert third["actor_path"] == "BBB/BBB_MFA/BBB_MED"
    assert third["actor_role"] == "state_media"
    assert third["target_country"] == "AAA"
    assert third["target_path"] == "AAA"


def test_names_in_the_actors_own_language_come_along(load_after):
    case = load_after("actors.csv", "Police of Altania,,", "Police of Altania,Alt pol,")
    found = case.actions.loc[:1, ["actor_native", "target_native"]]
    assert found.to_numpy().tolist() == [["Alt pol", ""], ["", ""]]


def test_directions_of_the_two_sides_lead(load_after):
    case = load_after(
        "actions.csv", "a1,2025-06-27,AAA_POL,BBB", "a1,2025-06-27,AAA_POL,AAA"
    )
    found = case.actions["direction"]
    assert found.tolist() == ["AAA>AAA", "BBB>AAA", "BBB>AAA", "AAA>BBB", "AAA>BBB"]
    assert found.cat.categories.tolist() == ["AAA>BBB", "BBB>AAA", "AAA>AAA"]


def test_tone_is_that_of_the_form(acts):
    assert acts["tone"].tolist() == ["conflictual"] * 4 + ["cooperative"]


def test_categories_follow_the_codebook_and_the_actors(load_small):
    case = load_small()
    for column, words in [("type", "types"), ("form", "forms"), ("tone", "tones")]:
        known = getattr(case.codebook, words)[column].tolist()
        assert case.actions[column].cat.categories.tolist() == known
    ids = case.actions["target_id"].cat.categories.tolist()
    assert ids == case.actors["actor_id"].tolist()


def test_sources_that_contradict_do_not_count(acts):
    assert acts["n_sources"].tolist() == [2, 1, 1, 1, 3]
    assert acts["contradicted"].tolist() == [True, False, False, False, False]


def test_sides_are_joined_in_the_order_of_the_codebook(load_small):
    case = load_small()
    found = case.actions["sides"]
    joined = "rus_independent;western"
    assert found.tolist()[1:] == ["other", "rus_independent", "turkish", joined]
    singles = case.codebook.sides["side"].tolist()
    assert found.cat.categories.tolist() == [*singles, joined, "turkish;western"]


def test_an_act_that_is_only_contradicted_has_no_side(load_after):
    case = load_after("evidence.csv", "a4,s4,yes", "a4,s4,contradicts")
    act = case.actions.set_index("action_id").loc["a4"]
    assert (act["n_sources"], act["sides"], act["contradicted"]) == (0, "", True)
