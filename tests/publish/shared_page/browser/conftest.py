"""Shared pages in a real Chromium, opened as files, with nobody else to ask."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from benchmarks.grown import grown
from playwright.sync_api import Browser, Dialog, Page, expect

from utils.publish.shared_page.shared_page import save_page
from utils.selection import select
from utils.tables import load

HOSTILE = [
    "</script><script>canary = 1</script>",
    "<img src=x onerror='canary = 2'>",
    '"><svg onload="canary = 3">',
    "<!-- <script> ${canary} {{canary}} \u2028 \u2029 \\",
    "\u202edesrever\u202c <b>bold</b> &amp; =1+1",
]
ADDRESSES = {
    "b": "javascript:canary=4",
    "c": "data:text/html,<script>canary=5</script>",
}

ACTORS = """\
actor_id,name,name_native,country,role,parent_id,public_office
NOR,Northland,,NOR,country,,institution
NOR_GOV,Government of Northland,,NOR,executive,NOR,institution
SOU,Southland,,SOU,country,,institution
SOU_MED,Radio Southland,Südfunk,SOU,state_media,SOU,institution
"""
ACTS = """\
action_id,date,actor_id,target_id,type,form,cameo,summary,certainty,in_response_to,place
n1,2031-03-01,NOR_GOV,SOU,diplomatic,summon_envoy,114,Envoy asked in.,confirmed,,
s1,2031-03-04,SOU_MED,NOR,media,accuse,112,A programme made a charge.,reported,n1,
n2,[2031-03-05..2031-03-09],NOR,SOU,cultural,cancel_event,160,{},disputed,s1;n1,
s2,2031-04,SOU,NOR,diplomatic,meet,040,Talks were held.,confirmed,,
"""
SOURCES = """\
source_id,publisher,publisher_country,side,title,published,url,language
a,The Courier,GBR,western,Envoy asked in,2031-03-01,https://example.org/a?b=1&c=2,en
b,The Wire,,other,{},2031-03-04,https://example.org/b,en
c,The Post,,other,A second address,2031-03-04,,en
"""
EVIDENCE = """\
action_id,source_id,supports,locator,note
n1,a,yes,,
s1,a,partly,,
n2,b,yes,,{}
n2,c,contradicts,,No such thing
n2,a,yes,,
s2,a,yes,,
"""
LANDMARKS = """\
landmark_id,date,label,note,source_id,action_id
l1,2031-03-01,{},,a,n1
l2,2031-04-01,A new month,,a,
"""


def cell(text: str) -> str:
    """Write a cell of a CSV file."""
    return '"' + text.replace('"', '""') + '"'


def write_case(folder: Path, texts: list[str]) -> Path:
    """Write a case of four acts between two invented countries."""
    folder.mkdir()
    summary, title, note, mark, name = map(cell, texts)
    tables = {
        "actors.csv": ACTORS.replace("Radio Southland", name, 1),
        "actions.csv": ACTS.format(summary),
        "sources.csv": SOURCES.format(title),
        "evidence.csv": EVIDENCE.format(note),
        "landmarks.csv": LANDMARKS.format(mark),
        "datapackage.json": json.dumps(
            {
                "name": folder.name,
                "title": texts[-1],
                "version": "0.1.0",
                "created": "2032-01-02",
                "licenses": [{"name": "CC0-1.0"}],
                "contributors": [{"title": texts[0]}],
                "sides": ["NOR", "SOU"],
                "densePeriod": {"since": "2031-03-01", "until": "2031-04-30"},
            }
        ),
    }
    for file, text in tables.items():
        (folder / file).write_text(text, "utf-8")
    return folder


@dataclass
class Sheet:
    """A page that was opened, with what it complained of and asked others for."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def hear(self) -> None:
        page = self.page
        page.on("console", lambda m: self.complaints.append(f"{m.type}: {m.text}"))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", self._refuse)
        page.on("request", lambda request: self.requests.append(request.url))

    def _refuse(self, dialog: Dialog) -> None:
        self.complaints.append(f"A dialogue said {dialog.message}")
        dialog.dismiss()

    @property
    def asked_of_others(self) -> list[str]:
        """Name what was asked for, beyond the file itself and what it holds."""
        own = (self.address, "data:", "blob:")
        return [url for url in self.requests if not url.startswith(own)]


Open = Callable[..., Sheet]


@pytest.fixture(scope="session")
def opener(chromium: Browser) -> Iterator[Open]:
    """Give a function that opens a file in a window of its own."""
    contexts = []

    def opened(path: Path, after: str = "", **window: object) -> Sheet:
        width, height = window.pop("width", 1400), window.pop("height", 900)
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            service_workers="block",
            **window,
        )
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        context.set_default_timeout(15_000)
        contexts.append(context)
        sheet = Sheet(context.new_page(), path.as_uri())
        sheet.hear()
        sheet.page.goto(f"{sheet.address}{after}")
        if window.get("java_script_enabled", True):
            expect(sheet.page.locator(".butterfly .main-svg").first).to_be_attached()
        return sheet

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def case():
    """Give the case that we ship."""
    return load("azerbaijan-russia")


@pytest.fixture(scope="session")
def shipped(case, tmp_path_factory) -> Path:
    """Give the page of the case that we ship."""
    return save_page(case, path=tmp_path_factory.mktemp("shipped") / "page.html")


@pytest.fixture(scope="session")
def invented(tmp_path_factory) -> Path:
    """Give the page of a case of four acts between two invented countries."""
    texts = ["A concert was called off.", "No concert", "See page 2", "The envoy"]
    folder = tmp_path_factory.mktemp("invented")
    case = load(write_case(folder / "small", [*texts, "Radio"]))
    return save_page(case, select(types="cultural"), folder / "page.html")


@pytest.fixture(scope="session")
def hostile(tmp_path_factory) -> Path:
    """Give the page of a case whose every text would do harm as markup.

    No case with such addresses can be loaded, so they are put in afterwards.
    """
    folder = tmp_path_factory.mktemp("hostile")
    case = load(write_case(folder / "hostile", HOSTILE))
    urls = case.sources["source_id"].map(ADDRESSES).fillna(case.sources["url"])
    case = replace(case, sources=case.sources.assign(url=urls))
    return save_page(case, path=folder / "page.html")


@pytest.fixture(scope="session")
def large(case):
    """Give a case of ten thousand acts with two sources each."""
    acts = grown(case, 10_000)
    return replace(acts, evidence=acts.evidence.assign(locator="", note="As reported."))


@pytest.fixture(scope="session")
def large_page(large, tmp_path_factory) -> Path:
    """Give the page of ten thousand acts."""
    return save_page(large, path=tmp_path_factory.mktemp("large") / "page.html")


@pytest.fixture(scope="module")
def sheet(opener: Open, shipped: Path) -> Sheet:
    """Give the page of our case in a wide window, opened once for a module."""
    return opener(shipped)


@pytest.fixture
def page(sheet: Sheet) -> Page:
    """Give that page as it opens."""
    sheet.page.keyboard.press("Escape")
    sheet.page.evaluate("location.hash = ''")
    expect(sheet.page.locator("#status .count")).to_have_text("262 of 440 acts")
    expect(sheet.page.locator("#notice")).to_be_hidden()
    return sheet.page
