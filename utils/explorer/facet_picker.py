"""One facet of the explorer: native checkboxes with live counts."""

from typing import Any

from anywidget import AnyWidget
from traitlets import Bool, Bunch, Dict, List, TraitError, Unicode, validate

from utils.errors import known
from utils.explorer.facet_options import completed
from utils.explorer.scripts import joined


class FacetPicker(AnyWidget):
    """A fieldset of checkboxes, one for each option, with counts beside them.

    `title` is the legend. `options` are mappings in the order shown, fixed once
    given: `value` and `label`; if wanted `definition` (shown on hover and on
    keyboard focus), `also` (more words by which the search finds it) and
    `parent` (the value of a group that stands before it). `depth` is derived.
    `counts` maps values to numbers of acts; a leaf without one counts 0, a
    group without one counts the sum of what is below it.

    `chosen` is None where the facet filters nothing (every box is ticked), an
    empty list where no box is ticked, else the values ticked, in the order of
    the options; a group in it stands for everything below the group. `unfolded`
    says whether more than its title and summary is seen, `sought` is the text in its
    search field, if it is long enough to have one.

    >>> options = [{"value": "media", "label": "Media"},
    ...            {"value": "sport", "label": "Sport"}]
    >>> picker = FacetPicker(title="Type", options=options)
    >>> picker.chosen is None
    True
    >>> picker.chosen = ["sport"]

    Raises
    ------
    TraitError
        If an option lacks value or label, comes twice, stands before its
        parent or changes later; if a count or a choice names no option.
    """

    _esm = joined("dom.js", "facet_tree.js", "definition_shelf.js", "facet_picker.js")
    _css = joined("facet_picker.css")

    title = Unicode().tag(sync=True)
    options = List(Dict()).tag(sync=True)
    counts = Dict().tag(sync=True)
    chosen = List(Unicode(), default_value=None, allow_none=True).tag(sync=True)
    unfolded = Bool(default_value=True).tag(sync=True)
    sought = Unicode().tag(sync=True)

    @validate("options")
    def _complete_options(self, proposal: Bunch) -> list[dict[str, Any]]:
        options = completed(proposal.value)
        if self.options not in ([], proposal.value, options):
            raise TraitError("The options of a facet stay as given; make a new picker.")
        return options

    @validate("counts")
    def _known_counts(self, proposal: Bunch) -> dict[str, int]:
        self._refuse_unknown(proposal.value, "A count")
        return {value: int(number) for value, number in proposal.value.items()}

    @validate("chosen")
    def _known_choice(self, proposal: Bunch) -> list[str] | None:
        if proposal.value is None:
            return None
        self._refuse_unknown(proposal.value, "The choice")
        wanted = set(proposal.value)
        return [value for value in self._values() if value in wanted]

    def _values(self) -> list[str]:
        return [option["value"] for option in self.options]

    def _refuse_unknown(self, given: Any, what: str) -> None:
        values = self._values()
        there = set(values)
        for value in given:
            if value not in there:
                raise TraitError(
                    f"{what} names {value!r}, which is no option of "
                    f"{self.title or 'the facet'}. {known(values, str(value))}"
                )
