// The filters: the facets of the explorer, the period, and a way out of each.

const hasColumn = matchMedia("(min-width: 860px)");

function facetOf(facet, stock, change) {
  const { field, title, options, opens } = facet;
  let told = null;
  // A selection that came with the address stays as it is until a box is ticked.
  const wish = () => {
    const chosen = model.get("chosen");
    if (chosen === told) return;
    const none = chosen?.length === 0;
    change({ [field]: none ? [stock.facts.nothing] : demarche.asked(facet, chosen ?? []) });
  };
  const values = { title, options, counts: {}, chosen: null, unfolded: opens, sought: "" };
  const model = traits(values, { changed: wish });
  const box = make("div", {});
  facetPicker.render({ model, el: box });
  const show = ({ selection, shown }) => {
    const wanted = selection[field];
    told = wanted.length ? demarche.ticked(facet, wanted) : null;
    model.set("counts", shown.counts[field]);
    model.set("chosen", told);
  };
  return { box, show, clear: () => model.set("sought", "") };
}

function textField(change) {
  const box = make("div", {});
  const model = traits({ text: "" }, { changed: () => change({ text: model.get("text") }) });
  textPicker.render({ model, el: box });
  return { box, show: ({ selection }) => model.set("text", selection.text) };
}

// A way out of filters that came with the address or from Python, and have no boxes.
function dropButtons({ facets, facts }, change) {
  const boxed = new Set(facets.map(({ field }) => field));
  const unboxed = facts.lists.filter((name) => !boxed.has(name));
  const names = facts.condition_names;
  const box = make("div", { class: "more tools" });
  const drop = (name) =>
    button(`Drop the filter on ${names[name]}`, "", () => change({ [name]: [] }));
  const show = ({ selection }) => {
    const used = unboxed.filter((name) => selection[name].length);
    box.replaceChildren(...used.map(drop));
  };
  return { box, show };
}

// On a phone the filters are folded above the charts.
function foldable(parts) {
  const details = make("details", {}, make("summary", {}, "Filters"), ...parts);
  const fit = () => (details.open = hasColumn.matches);
  hasColumn.addEventListener("change", fit);
  fit();
  return details;
}

function filtersOf(stock, state) {
  const { dense_period: surveyed, landmarks } = stock.about;
  const { change } = state;
  const period = datesPicker({ surveyed, landmarks, change });
  const [direction, ...others] = stock.facets.map((facet) => facetOf(facet, stock, change));
  const more = dropButtons(stock, change);
  const text = textField(change);
  const reset = button("Reset every filter", "", () => {
    for (const facet of [direction, ...others]) facet.clear();
    state.reset();
  });
  const first = [reset, more.box, text.box, direction.box, period.box];
  const boxes = [...first, ...others.map(({ box }) => box)];
  state.follow((now, turned) => {
    if (!turned) return;
    for (const part of [direction, ...others, more, text]) part.show(now);
    period.show(now.selection);
  });
  return foldable(boxes);
}
