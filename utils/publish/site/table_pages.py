"""A page for each table of a case: its columns, its first rows, its file."""

from utils.exports.page_builder import escape
from utils.publish.site.columns import Column, Table, rows_of
from utils.publish.site.downloads import File, facts
from utils.publish.site.frame import framed, link, scrolling
from utils.publish.site.listing import listing
from utils.publish.site.plan import Plan

SHOWN = 20


def table_page(plan: Plan, table: Table, file: File) -> str:
    """Make the page of one table."""
    name = page_of_table(table.name)
    head, *rows = rows_of(table)
    columns = [_column(name, column) for column in table.columns]
    first = f"The first {min(SHOWN, len(rows))} of {len(rows):,} rows"
    cells = [[escape(cell) for cell in row] for row in rows[:SHOWN]]
    parts = [
        facts({"Rows": f"{len(rows):,}", **file.facts(name)}),
        '<h2 id="columns">Columns</h2>',
        f'<dl class="words">{"".join(columns)}</dl>',
        '<h2 id="rows">First rows</h2>',
        scrolling(listing(head, cells, caption=f"{first}."), first),
        f"<p>{link(name, 'data.html', 'All tables of the case')}</p>",
    ]
    return framed(
        plan,
        name,
        title=f"{table.title}: {table.name}.csv",
        main="\n".join(parts),
        lead=table.description,
    )


def page_of_table(name: str) -> str:
    """Name the page of a table.

    >>> page_of_table("actions")
    'tables/actions.html'
    """
    return f"tables/{name}.html"


def _column(page: str, column: Column) -> str:
    more = " ".join(filter(None, [_filled(column), *_where(page, column)]))
    return (
        f'<div id="{escape(column.name)}"><dt><code>{escape(column.name)}</code></dt>'
        f"<dd>{escape(column.meaning)} {more}</dd></div>\n"
    )


def _filled(column: Column) -> str:
    return "" if column.needed or not column.meaning else "May be empty."


def _where(page: str, column: Column) -> list[str]:
    said = []
    if column.codebook:
        words = link(page, f"codebook.html#{column.codebook}", "the codebook")
        weighed = column.codebook == "scales"
        said.append(
            f"{'Its weights are' if weighed else 'Its words are defined'} in {words}."
        )
    if column.words:
        listed = ", ".join(f"<code>{escape(word)}</code>" for word in column.words)
        said.append(f"One of: {listed}.")
    if column.leads_to:
        target = link(page, page_of_table(column.leads_to), column.leads_to)
        said.append(f"Names a row of {target}.")
    return said
