"""A case as one file that anybody can open, filter and send on."""

import os
from pathlib import Path

from utils.errors import ExportError, ProjectError, known
from utils.explorer.opening import opening
from utils.exports.files import refuse_existing, write_whole
from utils.exports.page_builder import page
from utils.publish.shared_page.data import page_data
from utils.publish.shared_page.frame import footer, header, main, of_what
from utils.publish.shared_page.script import page_script, page_styles, plotly_script
from utils.selection import Selection
from utils.tables import Case


def save_page(
    case: Case,
    selection: Selection | None = None,
    path: str | os.PathLike[str] = "page.html",
    *,
    scale: str = "",
    half_life_days: float = 30,
    per: str = "month",
    title: str = "",
    overwrite: bool = False,
) -> Path:
    """Write a case as one HTML file that shows and filters its acts anywhere.

    The page needs no kernel, no network and nothing installed: it opens in the
    browser of a phone too. It shows the timeline, the tension curve, the butterfly
    and a table, filters by all facets of the explorer, by dates and by a text, and
    shows what each act rests on. It opens on `selection`; without one, on the two
    sides of the case and the period that was surveyed. **Every act of the case is in
    the file**, whatever it opens on, so that its reader may filter otherwise. What
    the reader looks at stands in the address of the page after the sign #, which can be
    sent on.

    The file of our case, 440 acts with 880 sources, has 6 MB, of which plotly.js takes
    5; each thousand acts adds half a megabyte, and two if each has sources of its
    own. Ten thousand acts still work. Without a `scale` the usual one is taken, or the
    first of a case that has it not. `title` replaces the title of the case. Gives
    the path of the file.

    >>> from utils import load
    >>> case = load("azerbaijan-russia")
    >>> save_page(case, path="nowhere/page.html")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    utils.errors.ExportError: .../nowhere is no folder; make it first.

    Raises
    ------
    ProjectError
        If the case has no such scale.
    SelectionError
        If the selection names what the case lacks.
    MeasureError
        If the half-life is not above zero, or there is no such bin.
    ExportError
        If the file is there and may not be overwritten, or cannot be written.
    """
    target = _target(path, overwrite=overwrite)
    html = page_html(
        case,
        selection,
        scale=scale,
        half_life_days=half_life_days,
        per=per,
        title=title,
    )
    write_whole({target: html.encode()}, overwrite=overwrite)
    return target


def page_html(
    case: Case,
    selection: Selection | None = None,
    *,
    scale: str = "",
    half_life_days: float = 30,
    per: str = "month",
    title: str = "",
    navigation: str = "",
) -> str:
    """Give the page that `save_page` writes, as text.

    `navigation` is HTML that stands on top of it, as on the pages of a site.

    Raises
    ------
    ProjectError
        If the case has no such scale, or the selection or a measure is refused.
    """
    scale = scale or case.usual_scale
    if scale not in case.scales:
        raise ProjectError(f"There is no scale {scale!r}. {known(case.scales, scale)}")
    chosen = opening(case) if selection is None else selection
    data = page_data(case, chosen, scale=scale, half_life_days=half_life_days, per=per)
    return page(
        title=title or case.title,
        header=header(navigation),
        main=main(
            case,
            chosen,
            title or case.title,
            scale=case.scales[scale],
            half_life_days=half_life_days,
        ),
        footer=footer(case),
        styles=page_styles(),
        scripts=[page_script(), plotly_script()],
        data={"page-data": data},
        description=of_what(case),
    )


def _target(path: str | os.PathLike[str], *, overwrite: bool) -> Path:
    """Refuse at once where nothing could be written."""
    target = Path(path).expanduser().absolute()
    if target.suffix.lower() not in (".html", ".htm"):
        raise ExportError(
            f"{target.name!r} does not end with .html, so that no browser would open "
            f"it; write {target.name + '.html'!r}."
        )
    if not target.parent.is_dir():
        raise ExportError(f"{target.parent} is no folder; make it first.")
    refuse_existing([target], overwrite=overwrite)
    return target
