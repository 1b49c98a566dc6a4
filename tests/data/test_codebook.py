"""The codebook covers the case, and each of its tables holds together."""

import pytest

TABLES = ["types", "forms", "tones", "certainty", "roles", "sides", "ladder", "scales"]
SCALES = ["goldstein-gdelt", "goldstein-icews", "plover", "signs"]
CAMEO_SCALES = SCALES[:3]
CAMEO = r"(0[1-9]|1[0-9]|20)\d{0,2}"
CODED = [
    ("actions", "type", "types"),
    ("actions", "form", "forms"),
    ("actions", "certainty", "certainty"),
    ("actors", "role", "roles"),
    ("sources", "side", "sides"),
]
KNOWN_WEIGHTS = [
    ("goldstein-gdelt", "016", -2),
    ("goldstein-gdelt", "022", 3.2),
    ("goldstein-gdelt", "164", -7),
    ("goldstein-gdelt", "165", -6.5),
    ("goldstein-gdelt", "1056", -5),
    ("goldstein-icews", "016", -5),
    ("goldstein-icews", "022", 3.4),
    ("goldstein-icews", "164", -6.5),
    ("goldstein-icews", "165", -7),
    ("plover", "173", -7),
    ("plover", "0841", 6.5),
    ("plover", "11", -3),
    ("signs", "conflictual", -1),
]


@pytest.mark.parametrize(("table", "column", "words"), CODED)
def test_the_codebook_knows_every_word_of_the_case(
    table, column, words, case_table, codes
):
    used = set(case_table(table)[column])
    assert used - set(codes(words).iloc[:, 0]) == set()


@pytest.mark.parametrize("name", TABLES)
def test_a_word_stands_in_its_table_once(name, codes):
    assert codes(name).iloc[:, 0].is_unique


@pytest.mark.parametrize("name", TABLES)
def test_every_word_has_a_label_and_a_definition(name, codes):
    assert (codes(name)[["label", "definition"]] != "").all(axis=None)


@pytest.mark.parametrize("name", TABLES)
def test_no_two_words_of_a_table_share_a_label(name, codes):
    assert codes(name)["label"].is_unique


@pytest.mark.parametrize("name", ["types", "forms", "roles"])
def test_words_without_an_order_of_their_own_are_sorted_by_label(name, codes):
    labels = codes(name)["label"].str.casefold()
    assert labels.is_monotonic_increasing


def test_tones_run_from_conflictual_to_cooperative(codes):
    assert list(codes("tones")["tone"]) == ["conflictual", "neutral", "cooperative"]


def test_certainty_runs_from_confirmed_to_disputed(codes):
    assert list(codes("certainty")["certainty"]) == [
        "confirmed",
        "reported",
        "disputed",
    ]


def test_every_form_has_a_known_tone(codes):
    assert set(codes("forms")["tone"]) == set(codes("tones")["tone"])


def test_the_usual_cameo_code_of_a_form_is_the_commonest_in_its_rows(case_table, codes):
    counted = case_table("actions").groupby("form")["cameo"].agg(lowest_of_the_modes)
    usual = codes("forms").set_index("form")["cameo"]
    assert usual[counted.index].to_dict() == counted.to_dict()


def lowest_of_the_modes(cameo):
    return cameo.mode().min()


def test_the_two_russian_groups_are_kept_apart(codes):
    groups = codes("sides").groupby("group")["side"].agg(set)
    assert groups["azerbaijani"] == {"aze_state", "aze_private"}
    assert groups["russian_state_near"] == {"rus_state", "rus_private"}
    assert groups["russian_independent"] == {"rus_independent"}


def test_a_group_has_one_label(codes):
    assert (codes("sides").groupby("group")["group_label"].nunique() == 1).all()


def test_the_rungs_count_from_one_without_a_gap(codes):
    assert list(codes("ladder")["rung"]) == [str(n) for n in range(1, 11)]


def test_every_rung_has_a_form_and_every_form_a_known_rung(codes):
    used = set(codes("forms")["rung"]) - {""}
    assert used == set(codes("ladder")["rung"])


def test_every_rung_says_why_it_stands_where_it_stands(codes):
    assert (codes("ladder")["reason"] != "").all()


def test_no_cooperative_form_stands_on_the_ladder(codes):
    forms = codes("forms")
    assert set(forms.loc[forms["tone"] == "cooperative", "rung"]) == {""}


def test_the_only_other_form_off_the_ladder_is_the_withdrawal_of_forces(codes):
    forms = codes("forms")
    off = forms[(forms["rung"] == "") & (forms["tone"] != "cooperative")]
    assert list(off["form"]) == ["withdraw_forces"]


def test_a_plain_statement_is_lowest_and_force_is_highest(codes):
    rung = codes("forms").set_index("form")["rung"]
    assert rung["make_statement"] == "1"
    assert rung["use_of_force"] == "10"


def test_the_four_scales_are_there(codes):
    assert list(codes("scales")["scale"]) == SCALES


@pytest.mark.parametrize("field", ["version", "origin", "licence"])
def test_every_scale_says_where_it_comes_from(field, codes):
    assert (codes("scales")[field] != "").all()


@pytest.mark.parametrize("scale", SCALES)
def test_a_scale_file_has_code_weight_and_note(scale, codes):
    assert list(codes(f"scales/{scale}")) == ["code", "weight", "note"]


@pytest.mark.parametrize("scale", SCALES)
def test_a_scale_weighs_a_code_once(scale, codes):
    assert codes(f"scales/{scale}")["code"].is_unique


@pytest.mark.parametrize("scale", SCALES)
def test_weights_lie_between_minus_ten_and_ten(scale, weights):
    assert all(-10 <= weight <= 10 for weight in weights(scale).values())


@pytest.mark.parametrize(("scale", "code", "weight"), KNOWN_WEIGHTS)
def test_a_weight_is_the_one_that_its_source_prints(scale, code, weight, weights):
    assert weights(scale)[code] == weight


@pytest.mark.parametrize("code", ["106", "1213"])
def test_gdelt_lacks_a_code_that_icews_has(code, weights):
    assert code not in weights("goldstein-gdelt")
    assert code in weights("goldstein-icews")


def test_the_two_goldstein_lists_differ_on_four_codes(weights):
    gdelt, icews = weights("goldstein-gdelt"), weights("goldstein-icews")
    differ = {code for code in gdelt if gdelt[code] != icews[code]}
    assert differ == {"016", "022", "164", "165"}


@pytest.mark.parametrize("scale", CAMEO_SCALES)
def test_no_code_of_a_scale_lost_its_leading_zero(scale, codes):
    assert codes(f"scales/{scale}")["code"].str.fullmatch(CAMEO).all()


def test_no_code_of_the_case_lost_its_leading_zero(case_table):
    assert case_table("actions")["cameo"].str.fullmatch(CAMEO).all()


def test_plover_has_no_weight_for_statements_and_appeals(weights):
    assert not [code for code in weights("plover") if code[:2] in {"01", "02"}]


def test_a_plover_pair_without_a_score_takes_the_score_of_its_type(codes):
    plover = codes("scales/plover").set_index("code")
    assert plover.loc["185", "weight"] == plover.loc["18", "weight"] == "-9"
    assert plover.loc["185", "note"].startswith("ASSAULT assassinate: no score")


def test_signs_cover_every_tone(codes, weights):
    assert weights("signs").keys() == set(codes("tones")["tone"])


@pytest.mark.parametrize(
    ("scale", "covered"),
    [("goldstein-gdelt", 439), ("goldstein-icews", 440), ("plover", 364)],
)
def test_a_scale_covers_so_many_of_the_acts(scale, covered, case_table, weights):
    assert case_table("actions")["cameo"].isin(weights(scale)).sum() == covered
