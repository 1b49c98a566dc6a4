// Spans of time as buttons, in a group that folds.

function spanButton(model, span) {
  const { label, dates, since, until } = span;
  const choose = () => model.send({ do: "choose", since, until });
  const press = button("", "", choose);
  const name = make("span", {}, make("bdi", {}, label));
  press.append(name, make("span", { class: "dates" }, dates));
  return { press, span };
}

function buildFold(model, body) {
  const flip = () => {
    model.set("unfolded", !model.get("unfolded"));
    model.save_changes();
  };
  const fold = button(model.get("title"), "", flip);
  fold.className = "fold";
  const show = () => {
    body.hidden = !model.get("unfolded");
    fold.setAttribute("aria-expanded", String(!body.hidden));
  };
  return { legend: make("legend", {}, fold), show };
}

function render({ model, el }) {
  const note = make("p", { role: "status" });
  const look = button("Look again", "", () => model.send({ do: "look" }));
  const stale = make("p", { class: "stale" }, "The filters have changed since. ", look);
  const list = make("ul", { role: "list" });
  const body = make("div", { class: "body" }, note, stale, list);
  const { legend, show } = buildFold(model, body);
  el.append(make("fieldset", { class: "demarche-facet spans" }, legend, body));
  let buttons = [];
  const press = () => {
    const [since, until] = [model.get("since"), model.get("until")];
    for (const { press: node, span } of buttons) {
      const pressed = span.since === since && span.until === until;
      node.setAttribute("aria-pressed", String(pressed));
    }
  };
  const stops = [
    keepKeys(el),
    follow(model, ["unfolded"], show),
    follow(model, ["note", "stale"], () => {
      note.textContent = model.get("note");
      note.hidden = !model.get("note");
      stale.hidden = !model.get("stale");
    }),
    follow(model, ["spans"], () => {
      buttons = model.get("spans").map((span) => spanButton(model, span));
      list.replaceChildren(...buttons.map((each) => make("li", {}, each.press)));
      press();
    }),
    follow(model, ["since", "until"], press),
  ];
  return () => stops.forEach((stop) => stop());
}

export default { render };
