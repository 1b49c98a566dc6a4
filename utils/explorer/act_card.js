// One act: what happened, what it rests on, who contradicts it, what it answers.

const AGREEMENT = {
  yes: "supports it in full",
  partly: "supports it in part",
  contradicts: "contradicts it",
};
const EMPTY = "Choose an act in a chart or in the table.";

function spoken(text) {
  return make("span", { class: "spoken" }, text);
}

function isWebAddress(url) {
  try {
    return ["http:", "https:"].includes(new URL(url).protocol);
  } catch {
    return false;
  }
}

// Only http and https become links; any other address is shown as what it is.
function titleOf(source) {
  const text = make("bdi", {}, source.title || source.url || "Untitled");
  if (source.language) text.setAttribute("lang", source.language);
  if (!isWebAddress(source.url)) return [text, make("span", { class: "facts" }, source.url ?? "")];
  const link = { href: source.url, target: "_blank", rel: "noopener noreferrer" };
  return [make("a", link, text, spoken(" (opens in a new tab)"))];
}

function itemOf(source) {
  const says = AGREEMENT[source.supports] ?? "";
  const facts = [source.publisher, source.side, source.published, says].filter(Boolean);
  const item = make("li", {}, ...titleOf(source));
  item.append(make("span", { class: "facts", dir: "auto" }, facts.join(" · ")));
  if (source.note) item.append(make("span", { class: "note", dir: "auto" }, source.note));
  return item;
}

function listOf(heading, items, className) {
  if (!items.length) return [];
  const title = make("h5", {}, `${heading} (${items.length})`);
  const list = make("ul", { role: "list" }, ...items);
  return [make("section", { class: className }, title, list)];
}

function evidence(sources) {
  const against = sources.filter((source) => source.supports === "contradicts");
  const rest = sources.filter((source) => source.supports !== "contradicts");
  return [
    ...listOf("Sources", rest.map(itemOf), "sources"),
    ...listOf("Who contradicts it", against.map(itemOf), "against"),
  ];
}

function relatedItem(model, { id, label, kind }) {
  const choose = button("", "", () => model.send({ do: "choose", id }));
  choose.append(make("span", { class: "kind" }, `${kind}: `), make("bdi", {}, label));
  return make("li", {}, choose);
}

function rowsOf(rows) {
  const pairs = rows.flatMap(([label, value]) => [
    make("dt", {}, label),
    make("dd", { dir: "auto" }, String(value)),
  ]);
  return make("dl", {}, ...pairs);
}

function contents(model, act) {
  if (!act.title) return [make("p", { class: "empty", tabindex: "-1" }, EMPTY)];
  return [
    make("h4", { tabindex: "-1", dir: "auto" }, act.title),
    rowsOf(act.rows ?? []),
    ...evidence(act.sources ?? []),
    ...listOf("Linked acts", (act.related ?? []).map((r) => relatedItem(model, r)), "related"),
  ];
}

// The ends keep their focus: a button that is truly disabled would lose it.
function stepButton(model, text, wish) {
  return button(text, `${text} act`, ({ currentTarget }) => {
    if (currentTarget.getAttribute("aria-disabled") === "false") model.send({ do: wish });
  });
}

function buildSteps(model) {
  const previous = stepButton(model, "Previous", "previous");
  const next = stepButton(model, "Next", "next");
  const place = make("span", { class: "place" });
  const news = make("span", { class: "spoken", role: "status" });
  const bar = make("div", { class: "steps" }, previous, place, next, news);
  return { bar, previous, next, place, news };
}

function inWords(position, total, unit) {
  if (!total) return "No act";
  const named = unit.charAt(0).toUpperCase() + unit.slice(1);
  return position ? `${named} ${position} of ${total}` : `${total} ${unit}${total === 1 ? "" : "s"}`;
}

// Who walks with the buttons hears where they are; nobody else is interrupted.
function showSteps(model, steps) {
  const [position, total] = [model.get("position"), model.get("total")];
  const place = inWords(position, total, model.get("unit"));
  steps.place.textContent = place;
  steps.previous.setAttribute("aria-disabled", String(position <= 1));
  steps.next.setAttribute("aria-disabled", String(position >= total));
  if (!steps.bar.contains(document.activeElement)) return;
  steps.news.textContent = `${place}. ${model.get("act").title ?? ""}`;
}

// Whoever pressed a linked act goes on reading at the top of the new one.
function showAct(model, body) {
  const reading = body.contains(document.activeElement);
  body.replaceChildren(...contents(model, model.get("act")));
  if (reading) body.firstElementChild.focus();
}

function render({ model, el }) {
  const steps = buildSteps(model);
  const body = make("div", { class: "body" });
  const card = make("article", { class: "demarche-act", "aria-label": "The chosen act" });
  card.append(steps.bar, body);
  el.append(card);
  const stops = [
    keepKeys(el),
    follow(model, ["act"], () => showAct(model, body)),
    follow(model, ["act", "position", "total", "unit"], () => showSteps(model, steps)),
  ];
  return () => stops.forEach((stop) => stop());
}

export default { render };
