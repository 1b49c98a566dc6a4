// What the rest of the page calls. A page holds one case, so what it says of codes
// and queries needs no facts to be handed over each time.

let factsOfPage = null;

function makeStockOfPage(data) {
  factsOfPage = data.facts;
  return makeStock(data);
}

return {
  makeStock: makeStockOfPage,
  show,
  value: valueOf,
  toQuery: (selection) => toQuery(factsOfPage, selection),
  fromQuery: (query) => fromQuery(factsOfPage, query),
  label: (code) => label(factsOfPage, code),
  arrow,
  ticked: tickedBoxes,
  asked: askedBy,
  drawTimeline,
  drawTension,
  drawButterfly,
};
