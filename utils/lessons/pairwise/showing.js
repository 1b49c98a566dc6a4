// Two kinds of act side by side: which one weighs more? Keys: 1, 2, 0 and Backspace.

const KEYS = { 1: "first", 2: "second", 0: "tie", Backspace: "back" };

function side(number, press) {
  const name = make("strong", {});
  const meaning = make("p", {});
  const weighs = button("", "", press);
  const node = make("div", { class: "side" }, name, meaning, weighs);
  const show = ([label, definition]) => {
    name.textContent = label;
    meaning.textContent = definition;
    weighs.textContent = `This one weighs more (${number})`;
    weighs.setAttribute("aria-label", `${label} weighs more (${number})`);
  };
  return { node, show };
}

function render({ model, el }) {
  const press = (which) => model.send({ do: "judge", which, nth: model.get("nth") });
  const sides = [side(1, () => press("first")), side(2, () => press("second"))];
  const news = make("p", { class: "news", role: "status", tabindex: "-1" });
  const unsure = button("Cannot say (0)", "", () => press("tie"));
  const back = button("One back", "", () => press("back"));
  const pair = make("div", { class: "pair" }, ...sides.map(({ node }) => node));
  const row = make("div", { class: "ways" }, unsure, back);
  const legend = make("legend", {}, model.get("asks"));
  const field = make("fieldset", {}, legend, news, pair, row);
  const root = make("div", { class: "demarche-form demarche-judging" }, field);
  root.addEventListener("keydown", (event) => {
    if (!KEYS[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    press(KEYS[event.key]);
  });
  const show = () => {
    const [nth, pairs] = [model.get("nth"), model.get("pairs")];
    const done = nth >= pairs.length;
    if (done && pair.contains(document.activeElement)) news.focus();
    pair.hidden = done;
    unsure.hidden = done;
    back.setAttribute("aria-disabled", String(nth === 0));
    const here = pairs[nth] ?? [];
    here.forEach((one, n) => sides[n].show(one));
    const names = here.map(([label]) => label).join(" or ");
    news.textContent = done
      ? `All ${pairs.length} pairs are judged. Thank you.`
      : `Pair ${nth + 1} of ${pairs.length}: ${names}?`;
  };
  el.append(root);
  const stops = [keepKeys(el), follow(model, ["nth"], show)];
  return () => stops.forEach((stop) => stop());
}

export default { render };
