"""A page for each notebook, as it comes out of a run, and one that lists them."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from utils.exports.page_builder import escape
from utils.publish.site.frame import EXPLORE, framed, link
from utils.publish.site.living import PLOTLY, looks, script
from utils.publish.site.outputs import Outputs
from utils.publish.site.plan import ROOT, Plan, page_of
from utils.publish.site.prose import Prose

if TYPE_CHECKING:
    from nbformat import NotebookNode

LIST = "notebooks/index.html"


def notebook_page(plan: Plan, path: Path, notebook: "NotebookNode") -> str:
    """Make the page of a notebook that has been run.

    Prose and code stand as they are in the notebook, and below each cell what it
    gave; charts are drawn on the page by plotly's own script.
    """
    name = page_of(path)
    prose = Prose(name, file=path, pages=plan.pages)
    outputs = Outputs(
        without_widgets=_instead_of_widgets(name),
        private=private_places(path),
    )
    cells = [_cell(cell, prose, outputs) for cell in notebook.cells]
    data = {f"{anchor}-looks": looks(fig) for anchor, fig in outputs.figures.items()}
    parts = [_opening(path), _contents(prose), *cells, _turn(plan, path)]
    return framed(
        plan,
        name,
        title=prose.title or path.stem,
        main="\n".join(parts),
        scripts=[script()] if data else [],
        beside=[PLOTLY] if data else [],
        data=data,
    )


def list_page(plan: Plan, notebooks: "Sequence[NotebookNode]") -> str:
    """Make the page that lists the notebooks, each with the first thing it says."""
    items = [
        _item(plan, path, notebook)
        for path, notebook in zip(plan.notebooks, notebooks, strict=True)
    ]
    return framed(
        plan,
        LIST,
        title="Notebooks",
        main=f'<ul class="cards">{"".join(items)}</ul>',
        lead="Each notebook asks one question of the record, and shows the code that "
        "answers it. The charts here can be zoomed and read off; to change the code, "
        "run the notebooks with Demarche installed.",
    )


def _item(plan: Plan, path: Path, notebook: "NotebookNode") -> str:
    prose = Prose(LIST, file=path, pages=plan.pages)
    first = next((c for c in notebook.cells if c.cell_type == "markdown"), None)
    html = prose.html(first.source) if first else ""
    said = re.search(r"<p>.*?</p>", html, re.DOTALL)
    title = link(LIST, page_of(path), prose.title or path.stem)
    return f"<li><h2>{title}</h2>{said[0] if said else ''}</li>"


def private_places(path: Path) -> list[Path]:
    """Give the folders of this computer that no page of a notebook may name.

    The reader's own folder is one, unless it is the top of the disk.
    """
    home = [home for home in [Path.home()] if home != home.parent]
    return [path.resolve().parent, ROOT, *home]


def _cell(cell: "NotebookNode", prose: Prose, outputs: Outputs) -> str:
    if cell.cell_type == "markdown":
        return prose.html(cell.source)
    if cell.cell_type != "code":
        return f"<pre>{escape(cell.source)}</pre>"
    given = "".join(
        f'<div class="output">{outputs.html(o)}</div>' for o in cell.outputs
    )
    return f'<div class="cell">{code_html(cell.source)}{given}</div>'


def code_html(source: str) -> str:
    """Write code as HTML whose pieces bear the classes of the site's style."""
    from pygments import highlight
    from pygments.formatters import HtmlFormatter
    from pygments.lexers import PythonLexer

    marked = highlight(
        source, PythonLexer(), HtmlFormatter(nowrap=True, classprefix="tok-")
    )
    return f'<pre class="code"><code>{marked.rstrip()}</code></pre>'


def _opening(path: Path) -> str:
    return (
        f'<p class="quiet">A notebook of Demarche, run from top to bottom when this '
        f'page was made. <a href="{escape(path.name)}" download>Download the '
        "notebook</a></p>"
    )


def _contents(prose: Prose) -> str:
    heads = [heading for heading in prose.headings if heading.level == 2]
    items = "".join(
        f'<li><a href="#{escape(one.anchor)}">{escape(one.words)}</a></li>'
        for one in heads
    )
    return (
        f'<nav class="contents" aria-label="On this page"><p>On this page</p>'
        f"<ol>{items}</ol></nav>"
    )


def _turn(plan: Plan, path: Path) -> str:
    here = plan.notebooks.index(path)
    before = plan.notebooks[here - 1 : here] if here else ()
    after = plan.notebooks[here + 1 : here + 2]
    name = page_of(path)
    links = [link(name, page_of(p), f"Previous: {_words(p)}") for p in before]
    links += [link(name, page_of(p), f"Next: {_words(p)}") for p in after]
    links.append(link(name, LIST, "All notebooks"))
    return f'<nav class="turn" aria-label="Other notebooks">{" ".join(links)}</nav>'


def _words(path: Path) -> str:
    """Say a notebook by its file name.

    >>> _words(Path("03-scales-and-weights.ipynb"))
    'scales and weights'
    """
    return path.stem.lstrip("0123456789-").replace("-", " ") or path.stem


def _instead_of_widgets(name: str) -> str:
    page = link(name, EXPLORE, "the page to explore")
    return (
        '<p class="note">Here stands the explorer, with filters that need a running '
        f"notebook. The same filters work without one on {page}.</p>"
    )
