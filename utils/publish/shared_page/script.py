"""The script of the shared page: the widgets of the explorer, the engine, the page."""

from functools import cache
from pathlib import Path

from utils.explorer.scripts import joined
from utils.publish.shared_page.engine import engine_script

_WIDGETS = {
    "facetPicker": ("facet_tree.js", "definition_shelf.js", "facet_picker.js"),
    "textPicker": ("text_picker.js",),
    "statusLine": ("status_line.js",),
    "actCard": ("act_card.js",),
}
_OURS = (
    *("traits.js", "address.js", "state.js", "columns.js", "taking_along.js"),
    *("dates.js", "filters.js", "table.js", "chart_views.js", "chosen_act.js"),
    "page.js",
)
_EXPORT = "export default { render };"


@cache
def page_script() -> str:
    """Give all that the page runs, in one function that names nothing outside.

    >>> page_script().count("const facetPicker = ")
    1
    """
    folder = Path(__file__).parent
    parts = [
        joined("dom.js"),
        *(_widget(name, files) for name, files in _WIDGETS.items()),
        engine_script(),
        *((folder / name).read_text("utf-8") for name in _OURS),
        "start();",
    ]
    inside = "\n".join(parts)
    return f'(() => {{\n"use strict";\n{inside}\n}})();\n'


@cache
def page_styles() -> tuple[str, ...]:
    """Give the styles of the explorer's widgets, and what the page adds to them."""
    own = Path(__file__).with_name("shared_page.css").read_text("utf-8")
    return joined("facet_picker.css", "text_picker.css", "explorer.css"), own


def plotly_script() -> str:
    """Give plotly.js as the installed plotly brings it."""
    from plotly.offline import get_plotlyjs

    script: str = get_plotlyjs()
    return script


def _widget(name: str, files: tuple[str, ...]) -> str:
    """Make a widget's module a function, so that its names are its own."""
    module = joined(*files)
    if module.count(_EXPORT) != 1:
        raise AssertionError(f"{files[-1]} does not end with {_EXPORT!r} once.")
    inside = module.replace(_EXPORT, "return { render };")
    return f"const {name} = (() => {{\n{inside}\n}})();"
