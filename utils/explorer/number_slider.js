// A slider and a number with one name; both tell their value when they come to rest.

function field(model, type) {
  const [least, most] = [model.get("least"), model.get("most")];
  const name = `${model.get("label")} in ${model.get("unit")}`;
  const bounds = type === "range" ? { min: least, max: most } : { min: least };
  return make("input", { type, step: 1, "aria-label": name, ...bounds });
}

function render({ model, el }) {
  const [slider, number] = ["range", "number"].map((type) => field(model, type));
  const row = make("div", { class: "demarche-slider" });
  row.append(make("span", {}, model.get("label")), slider, number, model.get("unit"));
  const tell = ({ currentTarget }) => {
    const value = currentTarget.valueAsNumber;
    if (value >= model.get("least")) {
      model.set("value", value);
      model.save_changes();
    }
    show();
  };
  const show = () => {
    slider.value = number.value = model.get("value");
  };
  slider.addEventListener("input", () => {
    number.value = slider.value;
  });
  [slider, number].forEach((node) => node.addEventListener("change", tell));
  // A notebook keeps Enter to itself, so that no change would be told.
  number.addEventListener("keydown", (event) => {
    if (event.key === "Enter") tell(event);
  });
  el.append(row);
  const stops = [keepKeys(el), follow(model, ["value"], show)];
  return () => stops.forEach((stop) => stop());
}

export default { render };
