"""The page about the data of a case as a whole."""

from collections.abc import Mapping, Sequence

from utils.charts.sheet.words import sources
from utils.exports.page_builder import escape
from utils.publish.site.columns import Table, rows_of
from utils.publish.site.downloads import File, archive_name, facts
from utils.publish.site.frame import framed, link, scrolling
from utils.publish.site.listing import listing
from utils.publish.site.plan import Plan
from utils.publish.site.prose import Prose
from utils.publish.site.table_pages import page_of_table

PAGE = "data.html"
CHANGES = "CHANGELOG.md"


def data_page(plan: Plan, tables: Sequence[Table], files: Mapping[str, File]) -> str:
    """Make the page: what the case holds, its tables, how to cite it, its README."""
    case = plan.case
    parts = [
        facts(_facts(plan, files)),
        '<h2 id="tables">Tables</h2>',
        scrolling(_tables(tables, files), "Tables of the case"),
        f"<p>The words of the coded columns are defined in the "
        f"{link(PAGE, 'codebook.html', 'codebook')}.</p>",
        citation(plan),
        _readme(plan),
    ]
    return framed(
        plan,
        PAGE,
        title=case.title,
        main="\n".join(parts),
        lead=f"Version {case.version}: {len(case.actions):,} acts by and towards "
        f"{len(case.actors):,} actors, with {sources(len(case.sources))}.",
    )


def citation(plan: Plan) -> str:
    """Give the section on how to cite the data."""
    cited = plan.case.cite()
    return (
        f'<h2 id="cite">How to cite the data</h2>\n<p>{escape(cited.text)}</p>\n'
        f"<pre>{escape(cited.bibtex)}</pre>"
    )


def _facts(plan: Plan, files: Mapping[str, File]) -> dict[str, str]:
    case = plan.case
    since, until = case.dense_period
    told = {
        "Sides": escape(" and ".join(case.labels.get(s, s) for s in case.sides)),
        "Surveyed": escape(
            f"from {since} to {until}; before and after, acts were only sampled"
        ),
        "Licence": escape(case.licence),
        "Checksum": f'<code class="hash">{escape(case.checksum)}</code>',
        "All files": files[archive_name(plan)].link(PAGE),
    }
    if (case.folder / CHANGES).is_file():
        told["Changes"] = link(PAGE, "changelog.html", "what changed between versions")
    return told


def _tables(tables: Sequence[Table], files: Mapping[str, File]) -> str:
    rows = [
        [
            link(PAGE, page_of_table(table.name), table.title),
            escape(table.description),
            f"{len(rows_of(table)) - 1:,}",
            files[f"{table.name}.csv"].link(PAGE),
        ]
        for table in tables
    ]
    return listing(["Table", "What a row is", "Rows", "File"], rows, numbers=[2])


def _readme(plan: Plan) -> str:
    file = plan.case.folder / "README.md"
    if not file.is_file():
        return ""
    prose = Prose(PAGE, file=file, pages=plan.pages, prefix="readme-")
    return f'<h2 id="about">About the data</h2>\n{prose.below(file)}'
