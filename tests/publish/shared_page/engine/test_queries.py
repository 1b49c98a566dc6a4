"""What the script refuses, and the queries that it reads and writes."""

import re

import pytest

from utils.errors import SelectionError
from utils.selection import Selection
from utils.selection.search import TextIndex

REFUSED = {
    "types=medai": "nothing here is called medai",
    "actors=AZE_GOV//": "nothing here is called AZE_GOV//",
    "since=2025-02-30": "'2025-02-30' is not a date",
    "until=0000": "'0000' is not a date",
    "since=2025-1-1": "is not a date",
    "since=2025-06&until=2025-05": "ends on 2025-05-31, before it begins on 2025-06-01",
    "since=2025&since=2024": "gives since twice",
    "dates=perhaps": "dates is 'perhaps'",
    "directions=AZE": "is not two countries",
    "nosuch=1": "no field nosuch",
    "n_sources=7": "n_sources holds '7'",
    "acts=20061228": "there is no act 20061228 here",
    "without=20061228": "there is no act 20061228 here",
    "types": "is not a query",
    "types=%E0%A4": "is not a query",
    "&": "is not a query",
}
READ = [
    "",
    "types=media",
    "types=nothing",
    "types=media&types=nothing",
    "types=media&types=cultural&types=media",
    "since=2025&until=2025",
    "since=2024-02&until=2024-02",
    "since=0099-12-31",
    "dates=possibly",
    "text=%3Cb%3E+%26+%22%C9%99%22+%2B%2A%7E%21%27%28%29",
    "text=%F0%9F%9C%81",
    "only_sides=western&sides=other&tones=neutral&forms=accuse&targets=AZE",
    "n_sources=4%2B&n_sources=1&acts=b&acts=a&without=c",
]


@pytest.mark.parametrize("query", REFUSED)
def test_what_python_refuses_the_script_refuses_in_a_sentence(script, shipped, query):
    assert REFUSED[query] in script.refusal(shipped, query)


@pytest.mark.parametrize("query", REFUSED)
def test_python_refuses_it_too(case, query):
    with pytest.raises(SelectionError):
        Selection.from_query(query).apply(case.actions)


@pytest.mark.parametrize("query", READ)
def test_a_query_is_read_and_written_as_python_does(script, shipped, query):
    chosen = Selection.from_query(query)
    read = script.page.evaluate("(query) => demarche.fromQuery(query)", query)
    fields = {
        k: sorted(v) if isinstance(v, frozenset) else v for k, v in vars(chosen).items()
    }
    assert read == fields
    written = script.page.evaluate("(chosen) => demarche.toQuery(chosen)", read)
    assert written == chosen.to_query()


def test_a_period_longer_than_any_chart_is_refused(script, shipped):
    said = script.refusal(shipped, "since=0001-01-01&until=9999-12-31")
    assert "3,652,059 days, more than 1,000,000" in said


def test_a_refusal_leaves_the_script_as_it_was(script, shipped):
    script.refusal(shipped, "types=medai")
    assert script.ask(shipped, ["types=media"])[0]["n"] == 64


TEXTS = [
    *(
        "ƏLİYEV",
        "eliyev",
        "Aliyev",
        "Алиев",
        "БАКУ",
        "Şuşa",
        "Шуша",
        "susa",
        "Xankəndi",
    ),
    *(
        "Ханкенди",
        "Agdam",
        "Захарова",
        "Russkiy dom",
        "Русский",
        "МВД",
        "Məclis",
        "мид",
    ),
    *("&", "ﬁ", ".", "~", " ", "press", "cash", "q", "ь", "Ilham  Aliyev", "İLHAM"),
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_sought_as_python_seeks_it(script, shipped, case, text):
    chosen = Selection(text=text)
    kept = chosen.apply(case.actions).index.tolist()
    assert script.ask(shipped, [chosen.to_query()])[0]["rows"] == kept


def test_every_word_of_the_case_is_sought_as_python_seeks_it(script, shipped, case):
    texts = [
        *case.actions["summary"],
        *case.actors["name"],
        *case.actors["name_native"],
    ]
    words = sorted({word for text in texts for word in re.findall(r"\w+", text)})[::3]
    index = TextIndex(case.actions)
    queries = [Selection(text=word).to_query() for word in words]
    found = [said["rows"] for said in script.ask(shipped, queries)]
    wanted = [index.rows(word).nonzero()[0].tolist() for word in words]
    wrong = [w for w, a, b in zip(words, found, wanted, strict=True) if a != b]
    assert wrong == []
