import pandas as pd
import pytest

from utils import measures
from utils.lessons import exercises, material

WORDS = {f"p{n:02d}": "words" for n in range(1, 11)}
CODED = WORDS | {"p04": "deed"}


def said(name, answer):
    return exercises(7)[name].judge(answer)


def alpha_by_formula(first, second):
    """Give alpha of two observers and two values by the printed formula.

    Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011, section A:
    1 - (n - 1) o / (n0 n1), with n values, o units coded apart, n0 and n1 values of
    each sort.
    """
    values = first + second
    apart = sum(one != other for one, other in zip(first, second, strict=True))
    n_one = values.count(values[0])
    return 1 - (len(values) - 1) * apart / (n_one * (len(values) - n_one))


def column_of(coder):
    table = material("codings")
    return table[table["coder"] == coder]["deed"].tolist()


def test_the_formula_gives_the_published_alpha_and_so_does_the_library():
    meg, owen = list("0100000010"), list("1110010000")
    assert round(alpha_by_formula(meg, owen), 3) == 0.095
    rows = [
        (unit, coder, value)
        for coder, values in {"Meg": meg, "Owen": owen}.items()
        for unit, value in enumerate(values)
    ]
    codings = pd.DataFrame(rows, columns=["unit", "coder", "value"])
    found = measures.agreement(codings, columns={"value": "nominal"})
    assert round(found["alpha"].iloc[0], 3) == 0.095


def test_alpha_by_hand_is_that_of_the_formula():
    alpha = alpha_by_formula(column_of("coder 1"), column_of("coder 2"))
    assert alpha == pytest.approx(1 - 19 * 2 / (16 * 4))
    assert said("l07_4", alpha).is_right


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("l07_1", CODED),
        ("l07_1", CODED | {"p02": "deed", "p07": "deed"}),
        ("l07_2", 0.8),
        ("l07_3", 2 * 16 * 4 / (20 * 19)),
        ("l07_3", 0.34),
        ("l07_4", 0.41),
        ("l07_4", 1 - 0.2 / 0.34),
        ("l07_5", "c"),
        ("l07_6", "announced"),
        ("l07_7", "d"),
        ("l07_8", ["fault", "anger"]),
    ],
)
def test_a_right_answer_is_right(name, answer):
    assert said(name, answer).is_right


@pytest.mark.parametrize(
    ("name", "answer", "hint"),
    [
        ("l07_1", dict.fromkeys(WORDS, "deed"), "all into one column"),
        ("l07_1", WORDS, "did they only speak"),
        ("l07_1", CODED | {"p08": "deed"}, "Harsh talk may hurt"),
        ("l07_1", CODED | {"p10": "deed"}, "Praise is kind"),
        ("l07_1", CODED | {"p01": "deed"}, "Read the rule once more"),
        ("l07_2", 0.2, "on which they differ"),
        ("l07_2", 0.7, "the rarer word"),
        ("l07_2", 0.6, "all three columns"),
        ("l07_2", 0.5, "Go row by row"),
        ("l07_3", 0.32, "put the first slip back"),
        ("l07_3", 0.17, "one order only"),
        ("l07_3", 0.66, "the two slips are alike"),
        ("l07_3", 0.9, "The first slip is a deed"),
        ("l07_4", 0.59, "the part that is lost"),
        ("l07_4", 0.8, "percent agreement again"),
        ("l07_4", 0.375, "one slip too many"),
        ("l07_4", -0.68, "less than by lot"),
        ("l07_5", "a", "Look at the upper end"),
        ("l07_5", "b", "not the coders"),
        ("l07_5", "d", "Who knows what is right"),
        ("l07_6", "clear", "was the step already taken"),
        ("l07_6", "paper", "Is there more than one"),
        ("l07_6", "harsh", "Are they in the list"),
        ("l07_7", "a", "Then one person decides"),
        ("l07_7", "b", "the same things serious"),
        ("l07_7", "c", "Swap the names"),
        ("l07_8", ["deed", "anger", "fault"], "the lower end of the interval"),
        ("l07_8", ["anger"], "Is there another"),
        ("l07_8", ["type", "deed"], "You picked what agrees well"),
        ("l07_8", ["type", "fault"], "Compare `alpha`"),
    ],
)
def test_a_typical_wrong_answer_gets_its_hint(name, answer, hint):
    verdict = said(name, answer)
    assert verdict.state == "not yet"
    assert hint in verdict.said


def test_both_countries_act_in_as_many_passages_of_each_round():
    passages = material("coding_passages").set_index("unit")
    # A passage is by the country that is named first, but for a few read by eye.
    other = {"p10": "Bestovia", "p19": "Bestovia"}
    first = passages["passage"].str.extract("(Altania|Bestovia)")[0]
    by = first.where(~first.index.isin(other), first.index.map(other))
    counts = by.groupby([passages["round"], by]).size()
    assert set(counts) == {5}


def test_each_round_has_ten_passages_that_all_three_coders_coded():
    passages = material("coding_passages")
    assert passages["round"].value_counts().to_dict() == {"first": 10, "fresh": 10}
    for name, n in [("codings", 10), ("codings_after", 20)]:
        table = material(name)
        units = passages["unit"].tolist()[:n]
        assert table.groupby("coder")["unit"].agg(list).tolist() == [units] * 3
