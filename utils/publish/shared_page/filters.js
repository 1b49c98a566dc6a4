// The filters: the facets of the explorer, the period, and a way out of each.

const hasColumn = matchMedia("(min-width: 860px)");

// Filters that came with the address or from Python, and have no boxes here.
const UNBOXED = ["targets", "forms", "tones", "sides", "only_sides", "text"];

function facetOf(facet, stock, change) {
  const { field, title, options } = facet;
  const values = new Set(options.map((option) => option.value));
  const wish = () => {
    const chosen = model.get("chosen") ?? [];
    const none = model.get("chosen")?.length === 0;
    change({ [field]: none ? [stock.facts.nothing] : chosen });
  };
  const model = traits({ title, options, counts: {}, chosen: null }, { changed: wish });
  const box = make("div", {});
  facetPicker.render({ model, el: box });
  const show = ({ selection, shown }) => {
    const ticked = selection[field];
    model.set("counts", shown.counts[field]);
    model.set("chosen", ticked.length ? ticked.filter((value) => values.has(value)) : null);
  };
  return { box, show };
}

function dropButtons(names, change) {
  const box = make("div", { class: "more tools" });
  const open = (name) => ({ [name]: name === "text" ? "" : [] });
  const drop = (name) =>
    button(`Drop the filter on ${names[name]}`, "", () => change(open(name)));
  const show = ({ selection }) => {
    const used = UNBOXED.filter((name) => selection[name].length);
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
  const more = dropButtons(stock.facts.condition_names, change);
  const reset = button("Reset every filter", "", state.reset);
  const boxes = [reset, more.box, direction.box, period.box, ...others.map(({ box }) => box)];
  state.follow((now, turned) => {
    if (!turned) return;
    for (const part of [direction, ...others, more]) part.show(now);
    period.show(now.selection);
  });
  return foldable(boxes);
}
