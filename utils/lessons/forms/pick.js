// Pick one or several: radio buttons or boxes to tick.

let nPickers = 0;

function picker(model, change) {
  const several = model.get("shape") === "several";
  const name = `demarche-pick-${(nPickers += 1)}-${Math.random()}`;
  const held = [model.get("answer") ?? []].flat();
  const inputs = model.get("options").map(([key]) => {
    const type = several ? "checkbox" : "radio";
    const input = make("input", { type, name, value: key });
    input.checked = held.includes(key);
    return input;
  });
  const tell = () => {
    const keys = inputs.filter((it) => it.checked).map((it) => it.value);
    change(several ? keys : keys[0]);
  };
  const rows = model.get("options").map(([, label], n) => {
    inputs[n].addEventListener("change", tell);
    return make("label", { class: "choice" }, inputs[n], make("span", {}, label));
  });
  return make("div", { class: "choices" }, ...rows);
}
