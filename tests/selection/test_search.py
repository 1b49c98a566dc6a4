import pandas as pd
import pytest

from utils.errors import SelectionError
from utils.selection.search import Lines, TextIndex

SPELLINGS = [
    ["Aliyev", "Алиев", "Əliyev"],
    ["Шуша", "Şuşa", "Susa", "Shusha"],
    ["Zakharova", "Захарова"],
    ["Agdam", "Ağdam", "Aghdam", "Агдам"],
    ["Xankəndi", "Khankendi", "Ханкенди"],
    ["Hacıyev", "Hajiyev"],
    ["Məmmədov", "Mammadov", "Mamedov", "Мамедов"],
    ["Zelensky", "Zelenskyy", "Зеленский"],
    ["Yekaterinburg", "Екатеринбург"],
    ["Shoigu", "Шойгу"],
    ["Qafarova", "Gafarova", "Гафарова"],
    ["Füzuli", "Fuzuli"],
]
EVERY_PAIR = [(one, other) for group in SPELLINGS for one in group for other in group]
APART = {
    "a common word that sounds so": ("press", "The President spoke."),
    "a word of which a sign is left": ("yes", "Essen and Espoo agreed."),
    "a short word with an x": ("tax", "Tahir Aslan spoke."),
    "a word that ends on a y": ("city", "Citizens of Baku left."),
    "one that ends on sh": ("cash", "The Caspian Sea fell."),
    "the year": ("year", "Early talks ended."),
    "letter and later": ("letter", "They later left."),
    "the inside of a name": ("guest", "Request and reply."),
    "three Cyrillic letters": ("США", "Shahin Mustafayev spoke."),
    "a name that begins otherwise": ("Алиев", "Valiyev spoke."),
    "a name that is but near": ("Agdam", "Agdash fell."),
    "peace": ("peace", "PACE met."),
    "two names apart": ("Алиев Путин", "Aliyev met Putin."),
    "signs alone": ("-", "Aliyev and Putin."),
    "a tilde between": ("Алиев ~ Путин", "Aliyev met Putin."),
    "an accent alone": ("\u0301", "Aliyev."),
    "blanks alone": ("  ", "Aliyev met Putin."),
    "a soft sign alone": ("ь", "Aliyev."),
    "a pattern": ("A.*v", "Aliyev."),
}


def finds(text, summary):
    [found] = TextIndex(pd.DataFrame({"summary": [summary]})).rows(text)
    return bool(found)


@pytest.mark.parametrize(("sought", "written"), EVERY_PAIR)
def test_a_name_is_found_in_each_of_its_spellings(sought, written):
    assert finds(sought, f"Talks with {written}, then a note.")
    assert finds(sought.lower(), f"{written}'s note.")


@pytest.mark.parametrize("case", APART)
def test_what_only_looks_alike_is_not_found(case):
    assert not finds(*APART[case])


@pytest.mark.parametrize(
    ("sought", "written"),
    [
        ("concert", "Two concerts were called off."),
        ("called off", "Two concerts were\ncalled  off."),
        ("ALL", "Two concerts were called off."),
        ("&", "A & B"),
        ("Захар", "Maria Zakharova spoke."),
        ("ильхам алиев", "President Ilham Aliyev spoke."),
        ("МВД", "The MVD denied it."),
        ("Khanken", "In Xankəndi."),
    ],
)
def test_parts_are_found(sought, written):
    assert finds(sought, written)


def test_every_column_that_is_there_is_searched():
    acts = pd.DataFrame(
        {
            "summary": ["One", "Two", "Three", "Four"],
            "actor_name": pd.Categorical(["A", "B", "A", None]),
            "actor_native": ["", "Милли", "", ""],
            "other": ["Five"] * 4,
        }
    )
    index = TextIndex(acts)
    assert index.rows("three").tolist() == [False, False, True, False]
    assert index.rows("Milli").tolist() == [False, True, False, False]
    assert index.rows("five").tolist() == [False] * 4


def test_acts_with_the_same_text_are_found_together():
    acts = pd.DataFrame({"place": ["Baku", "Moscow", "Baku"]})
    assert TextIndex(acts).rows("баку").tolist() == [True, False, True]


def test_a_gap_holds_no_text():
    acts = pd.DataFrame({"place": ["Baku", None]})
    assert TextIndex(acts).rows("a").tolist() == [True, False]


def test_a_table_without_texts_is_refused():
    with pytest.raises(SelectionError, match="none of summary"):
        TextIndex(pd.DataFrame({"n": [1]}))


def test_nothing_is_found_across_two_texts():
    assert Lines(["one", "two"]).holding("e\nt") == [0]
    acts = pd.DataFrame({"summary": ["President Ilham", "Aliyev spoke"]})
    assert not TextIndex(acts).rows("ilham aliyev").any()
