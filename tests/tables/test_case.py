import pytest

from utils.errors import SelectionError
from utils.scale import Scale
from utils.selection import NOTHING, select


def test_about_counts_acts_and_their_sources(load_small):
    about = load_small().about(select(types=["law_enforcement", "media"]))
    assert (about.n_actions, about.n_sources, about.n_disputed) == (2, 3, 0)
    assert about.selection == select(types=["law_enforcement", "media"]).describe()
    assert about.query == "types=law_enforcement&types=media"


def test_about_counts_a_source_of_two_acts_once(load_small):
    about = load_small().about(select())
    assert (about.n_actions, about.n_sources, about.n_disputed) == (5, 5, 1)


def test_about_tells_what_the_package_tells(load_small):
    case = load_small()
    about = case.about(select(since="2025-06-28"))
    assert (about.dataset, about.version) == ("Altania and Bestovia", "0.1.0")
    assert (about.licence, about.checksum) == ("CC0-1.0", case.checksum)
    assert (about.sides, about.since) == (("AAA", "BBB"), "2025-06-28")
    assert about.dense_period == ("2025-06-01", "2025-07-31")


def test_about_says_how_the_tables_are_cited(load_small):
    case = load_small()
    assert case.about(select()).citation == str(case.cite())


def test_only_landmarks_of_one_day_are_told(load_small):
    assert load_small().about(select()).landmarks == (("2025-06-27", "First arrests"),)


def test_about_counts_acts_that_the_scale_does_not_weigh(load_small):
    scale = Scale("mine", {"173": -5, "040": 1}, label="Mine")
    about = load_small().about(select(), scale)
    assert (about.scale, about.n_without_weight) == ("Mine 1", 3)


def test_about_nothing_is_nothing(load_small):
    about = load_small().about(select(types=[NOTHING]))
    assert (about.n_actions, about.n_sources) == (0, 0)


def test_without_a_side_its_acts_and_words_are_gone(load_small):
    case = load_small().without("western")
    assert case.actions["action_id"].tolist() == ["a1", "a2", "a3", "a4", "a5"]
    assert case.actions["n_sources"].tolist() == [1, 1, 1, 1, 1]
    assert case.actions["sides"].tolist() == [
        *("turkish", "other", "rus_independent", "turkish", "rus_independent")
    ]
    assert case.sources["source_id"].tolist() == ["s2", "s3", "s4"]
    assert len(case.evidence) == 6


def test_without_a_group_acts_that_nobody_else_reports_are_gone(load_small):
    case = load_small().without("russian_independent")
    assert case.actions["action_id"].tolist() == ["a1", "a2", "a4", "a5"]
    assert case.actions.index.tolist() == [0, 1, 2, 3]


def test_without_keeps_certainty_as_coded(load_small):
    case = load_small()
    fewer = case.without("turkish")
    kept = case.actions[case.actions["action_id"] != "a4"]
    assert fewer.actions["certainty"].tolist() == kept["certainty"].tolist()


def test_a_contradiction_goes_with_its_source(load_small):
    case = load_small().without("other", by="side")
    assert case.actions["contradicted"].tolist() == [False] * 4


def test_without_says_so(load_small):
    case = load_small()
    fewer = case.without("western")
    assert fewer.name == "small-without-western"
    assert fewer.title == "Altania and Bestovia (without sources of side Western)"
    assert fewer.checksum != case.checksum
    assert fewer.checksum != case.without("turkish").checksum


def test_without_changes_nothing_in_the_case(load_small):
    case = load_small()
    before = case.actions.copy()
    case.without("russian_independent")
    assert case.actions.equals(before)


def test_without_a_side_that_is_unknown(load_small):
    with pytest.raises(SelectionError, match="'westen': did you mean 'western'"):
        load_small().without("westen")


def test_a_word_that_is_both_side_and_group_needs_by(load_small):
    with pytest.raises(SelectionError, match='by="side" or by="group"'):
        load_small().without("other")
    assert len(load_small().without("other", by="group").sources) == 1


def test_evidence_lists_supporters_first(load_small):
    evidence = load_small().evidence_of("a1")
    assert evidence["supports"].tolist() == ["yes", "partly", "contradicts"]
    assert evidence.iloc[0].to_dict() == {
        **{"publisher": "The Courier", "side": "western", "side_label": "Western"},
        **{"supports": "yes", "title": "Six held", "published": "2025-06-27"},
        **{"url": "https://example.org/1", "language": "en"},
        **{"note": "", "locator": "para 2"},
    }


def test_replies_to_an_act(load_small):
    case = load_small()
    assert case.replies_to("a1") == ("a2", "a3")
    assert case.replies_to("a5") == ()


@pytest.mark.parametrize("method", ["evidence_of", "replies_to"])
def test_an_act_that_the_case_lacks(load_small, method):
    with pytest.raises(SelectionError, match="small has no act 'a9'"):
        getattr(load_small(), method)("a9")


def test_a_citation_bears_version_and_checksum(load_small):
    case = load_small()
    assert str(case.cite()) == (
        "Two friends (2026). Altania and Bestovia. Version 0.1.0, "
        f"SHA-256 {case.checksum[:12]}. CC0-1.0."
    )
    assert case.cite().bibtex.startswith("@misc{small-0.1.0,")


def test_a_case_shows_itself_in_a_line(load_small):
    assert repr(load_small()) == "<Case small 0.1.0: 5 acts, 5 actors, 5 sources>"


def test_about_says_the_selection_in_names(load_small):
    case = load_small()
    chosen = select(actors=["BBB_MED"])
    assert case.about(chosen).selection == chosen.describe(case.labels)
    assert "Radio Bestovia" in case.about(chosen).selection


def test_about_names_the_sides(load_small):
    assert load_small().about(select()).side_names == ("Altania", "Bestovia")


def test_rows_at_hand_need_not_be_sought_again(load_small):
    case, chosen = load_small(), select(types=["media"])
    rows = chosen.apply(case.actions).index.to_numpy()
    assert case.about(chosen, rows=rows) == case.about(chosen)
