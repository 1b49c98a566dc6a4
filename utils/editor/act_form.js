// The chosen act: its fields, the evidence for it, and what can be done with it.

const STANDING = (act) => (act.is_new ? "new, not saved" : act.is_changed ? "changed, not saved" : "as on disk");

function makeEvidence(row, context) {
  const form = makeRowForm(row, context);
  const name = make("h5", {});
  const ask = () => "Take this source off the act?";
  const go = () => context.wish("remove", { table: "evidence", number: row.number });
  const less = makeDelete("Take off", "Take this source off", ask, go);
  const node = make("li", {}, make("div", { class: "tools" }, name, less), form.node);
  const update = (now, forced) => {
    const source = now.fields[0].value;
    name.textContent = context.choices("sources").find((it) => it[0] === source)?.[1] ?? source;
    form.update(now, forced);
  };
  update(row);
  return { node, update, of: form.of };
}

function makeEvidenceList(context) {
  const title = make("h4", {});
  const list = make("ul", { role: "list" });
  const options = () => context.choices("sources");
  const take = (source) => {
    picker.update("");
    if (source) context.wish("cite", { source });
  };
  const picker = makePicker({ options, take, placeholder: "Search a source" });
  picker.input.id = `cite-${(numbered += 1)}`;
  const label = make("label", { for: picker.input.id }, "Add a source to this act");
  const fresh = button("New source", "", () => context.wish("add", { table: "sources" }));
  const line = make("div", { class: "line" }, ...picker.nodes, fresh);
  const add = make("div", { class: "field" }, label, line);
  let items = [];
  const update = (rows, forced) => {
    title.textContent = `Evidence (${rows.length})`;
    const known = new Map(items.map((item) => [item.of, item]));
    items = rows.map((row) => known.get(`${row.table} ${row.number}`) ?? makeEvidence(row, context));
    items.forEach((item, n) => item.update(rows[n], forced));
    const now = items.map(({ node }) => node);
    const same = now.length === list.children.length && now.every((it, n) => it === list.children[n]);
    if (!same) list.replaceChildren(...now);
  };
  return { node: make("section", { class: "evidence" }, title, list, add), update };
}

function makeActForm(context) {
  const title = make("h4", { tabindex: "-1" });
  const facts = make("p", { class: "facts" });
  const warnings = make("p", { class: "facts" });
  const named = make("p", { class: "facts" });
  const body = make("div", {});
  const evidence = makeEvidenceList(context);
  let [act, form] = [{}, null];
  const question = () => {
    const n = act.evidence.length;
    return `Delete ${act.key}${n ? ` and ${n} row${n > 1 ? "s" : ""} of evidence` : ""}?`;
  };
  const go = () => context.wish("remove", { table: "actions", number: act.number });
  const revert = button("Revert this act", "", () => context.wish("revert"));
  const tools = make("div", { class: "tools" });
  tools.append(button("Duplicate", "Duplicate this act", () => context.wish("copy")), revert);
  tools.append(button("New actor", "", () => context.wish("add", { table: "actors" })));
  tools.append(makeDelete("Delete", "Delete this act", question, go));
  const node = make("section", { class: "form", "aria-label": "The act" });
  const none = make("p", {}, "There is no act yet: press New act.");
  const all = [title, facts, warnings, tools, body, named, evidence.node];
  const update = (now, forced = false) => {
    act = now;
    if (!act.fields) return node.replaceChildren(none);
    if (form?.of !== `${act.table} ${act.number}`) {
      form = makeRowForm(act, context);
      body.replaceChildren(form.node);
    }
    form.update(act, forced);
    title.textContent = act.key || "An act without an id";
    facts.textContent = `This act is ${STANDING(act)}.`;
    warnings.textContent = act.warnings.map((it) => `! Warning: ${it}.`).join(" ");
    revert.hidden = act.is_new || !act.is_changed;
    named.textContent = act.named_by.length ? `Named by: ${act.named_by.join("; ")}.` : "";
    evidence.update(act.evidence, forced);
    if (title.parentElement !== node) node.replaceChildren(...all);
  };
  return { node, update };
}

// The actor or the source that is open beside the act.
function makeBeside(context) {
  const node = make("section", { class: "beside", "aria-label": "An actor or a source" });
  let form = null;
  const build = (row) => {
    form = makeRowForm(row, context);
    const what = row.table === "actors" ? "Actor" : "Source";
    const close = button("Close", `Close the ${what.toLowerCase()}`, () => context.wish("close"));
    const ask = () => `Delete this row of ${row.table}.csv?`;
    const go = () => context.wish("remove", { table: row.table, number: row.number });
    const less = makeDelete("Delete", `Delete this ${what.toLowerCase()}`, ask, go);
    const head = make("div", { class: "tools" }, make("h4", {}, what), close, less);
    node.replaceChildren(head, form.node);
  };
  const update = (row, forced = false) => {
    node.hidden = !row.fields;
    if (!row.fields) return (form = null);
    if (form?.of !== `${row.table} ${row.number}`) build(row);
    form.update(row, forced);
  };
  return { node, update };
}
