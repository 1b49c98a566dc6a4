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


@pytest.mark.parametrize("at", range(9))
def test_ticks_are_asked_for_as_python_asks(script, shipped, case, at):
    facet, draw = facets(case)[at], random.Random(at)
    most = len(facet.values)
    lots = [draw.sample(facet.values, draw.randint(0, most)) for _ in range(60)]
    lots += [[value] for value in facet.values]
    found = script.page.evaluate(ASK, [shipped, at, lots])
    asked = [sorted(facet.asked(options)) for options in lots]
    assert found == [[ids, sorted(facet.ticked(ids))] for ids in asked]
