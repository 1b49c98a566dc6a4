"""A site of the real data with two short notebooks, one of them hostile."""

import json
import shutil
from pathlib import Path

import pytest
from site_pages import write_notebook

from utils import load
from utils.publish.site import build_site
from utils.publish.site.plan import Plan
from utils.tables import Case

MARKUP = "<img src=x onerror=\"document.title='run'\"><b>bold</b>"
LOADED = "from utils import charts, explore, load, measures, select"


@pytest.fixture(scope="session")
def short_notebooks(tmp_path_factory) -> list[Path]:
    folder = tmp_path_factory.mktemp("notebooks")
    first = write_notebook(
        folder / "01-acts-by-month.ipynb",
        "# How many acts?\n\nWe count.\n\n## The chart\n\nTo [text](02-words.ipynb).",
        f"{LOADED}\n\ncase = load('azerbaijan-russia')",
        "monthly = measures.counts(case.actions, 'month', since='2025-01-01')\n"
        "monthly.head(3)",
        "charts.butterfly(monthly, about=case.about(select(since='2025-01-01')))",
        "print('one', 'two', sep='\\n')\nlen(monthly) > 0",
    )
    second = write_notebook(
        folder / "02-words.ipynb",
        f"# Words\n\n## Text {MARKUP}\n\n## Text\n\n"
        "[Back](01-acts-by-month.ipynb#the-chart)",
        f"{LOADED}\nimport pandas as pd\nfrom IPython.display import HTML, display",
        f"display(HTML({MARKUP!r} + '<script>document.title = 1</script>'))",
        f"display(pd.DataFrame({{'said': [{MARKUP!r}], 'n': [1.5]}}))",
        f"print({MARKUP!r})",
        "explore(load('azerbaijan-russia'))",
    )
    return [first, second]


@pytest.fixture(scope="session")
def site(tmp_path_factory, short_notebooks) -> Path:
    """Build the site of the real data, once."""
    folder = tmp_path_factory.mktemp("built") / "site"
    return build_site(folder, notebooks=short_notebooks)


@pytest.fixture(scope="session")
def hostile_case(tmp_path_factory, repository) -> Path:
    """Copy the real case, with markup wherever a table has text."""
    home = tmp_path_factory.mktemp("hostile")
    folder = shutil.copytree(repository / "data" / "azerbaijan-russia", home / "case")
    book = shutil.copytree(repository / "data" / "codebook", folder / "codebook")
    quoted = MARKUP.replace('"', '""')
    hurt(folder / "actions.csv", "Russian television", f"television {quoted}")
    hurt(book / "types.csv", "Arts, festivals", f"Arts {quoted}, festivals")
    hurt(book / "types.csv", "media,Media", f'media,"Media {quoted}"')
    hurt(folder / "README.md", "# Azerbaijan", f"{MARKUP}\n\n# {MARKUP} Azerbaijan")
    package = folder / "datapackage.json"
    told = json.loads(package.read_text("utf-8"))
    told["title"] = f"{MARKUP} and \N{RIGHT-TO-LEFT OVERRIDE}more"
    told["resources"][0]["description"] = MARKUP
    told["resources"][0]["schema"]["fields"][0]["description"] = MARKUP
    package.write_text(json.dumps(told), "utf-8")
    return folder


def hurt(path: Path, words: str, hostile: str) -> None:
    text = path.read_text("utf-8")
    assert words in text
    path.write_text(text.replace(words, hostile, 1), "utf-8")


@pytest.fixture(scope="session")
def hostile_site(hostile_case) -> Path:
    return build_site(hostile_case.parent / "site", case=hostile_case, notebooks=[])


@pytest.fixture(scope="session")
def case() -> Case:
    return load("azerbaijan-russia")


@pytest.fixture(scope="session")
def plan(case) -> Plan:
    return Plan(case)
