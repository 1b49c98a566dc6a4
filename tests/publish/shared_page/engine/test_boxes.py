"""The boxes of a facet are ticked, and written into a selection, as Python does."""

import random

import pytest

from utils.explorer.facets import facets

ASK = """([name, at, asked]) => {
  const facet = stocks[name].facets[at];
  const ticked = (chosen) => demarche.ticked(facet, chosen);
  return asked.map((options) => {
    const found = demarche.asked(facet, options);
    return [found.sort(), ticked(found).sort()];
  });
}"""


FIELDS = [
    *("directions", "types", "actors", "targets", "forms", "tones", "certainty"),
    *("sides", "n_sources"),
]


@pytest.mark.parametrize("field", FIELDS)
def test_ticks_are_asked_for_as_python_asks(script, shipped, case, field):
    held = {facet.field: (at, facet) for at, facet in enumerate(facets(case))}
    (at, facet), draw = held[field], random.Random(field)
    most = len(facet.values)
    lots = [draw.sample(facet.values, draw.randint(0, most)) for _ in range(60)]
    lots += [[value] for value in facet.values]
    found = script.page.evaluate(ASK, [shipped, at, lots])
    asked = [sorted(facet.asked(options)) for options in lots]
    assert found == [[ids, sorted(facet.ticked(ids))] for ids in asked]
