// One row of a table as a form: its fields, and what is wrong with it as a whole.

function makeRowForm(row, context) {
  const fields = row.fields.map((spec) => makeField(spec, row, context));
  const faults = make("p", { class: "wrong", "aria-live": "polite" });
  const grid = make("div", { class: "fields" }, ...fields.map(({ node }) => node));
  const node = make("div", { class: "row" }, faults, grid);
  const update = (now, forced = false) => {
    now.fields.forEach((spec, n) => fields[n].update(spec, forced));
    faults.textContent = now.faults.join(" ");
  };
  update(row);
  return { node, update, of: `${row.table} ${row.number}` };
}

// A question in the place of a button: nothing goes with one press.
function makeDelete(text, name, question, go) {
  const ask = button(text, name, () => {
    words.textContent = question();
    asked.hidden = false;
    ask.hidden = true;
    keep.focus();
  });
  const done = () => {
    asked.hidden = true;
    ask.hidden = false;
    ask.focus();
  };
  const words = make("span", {});
  const keep = button("Keep", "", done);
  const yes = button("Delete it", "", () => {
    done();
    go();
  });
  const asked = make("span", { class: "asked", role: "group", hidden: "" }, words, yes, keep);
  asked.setAttribute("aria-label", "Delete?");
  asked.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    done();
  });
  return make("span", { class: "delete" }, ask, asked);
}
