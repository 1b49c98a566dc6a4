// A row of tabs: one stop for the keyboard, arrows move along.

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function placeAfter(key, here, total) {
  if (key === "Home") return 0;
  if (key === "End") return total - 1;
  return key in STEPS ? (here + STEPS[key] + total) % total : -1;
}

// The box below is another widget, which cannot say what it is itself.
function namePanel(el, title) {
  const panel = el.closest(".demarche-desk")?.querySelector(".demarche-panel");
  panel?.setAttribute("role", "tabpanel");
  panel?.setAttribute("aria-label", title);
}

function render({ model, el }) {
  const titles = model.get("titles");
  const choose = (name) => {
    model.set("chosen", name);
    model.save_changes();
  };
  const tabs = titles.map(([name, title]) => {
    const tab = button(title, "", () => choose(name));
    tab.setAttribute("role", "tab");
    return tab;
  });
  const row = make("div", { class: "demarche-tabs", role: "tablist", "aria-label": "Views" });
  row.append(...tabs);
  row.addEventListener("keydown", (event) => {
    const next = placeAfter(event.key, tabs.indexOf(document.activeElement), tabs.length);
    if (next < 0) return;
    event.preventDefault();
    tabs[next].focus();
    choose(titles[next][0]);
  });
  el.append(row);
  const show = () => {
    titles.forEach(([name, title], i) => {
      const on = name === model.get("chosen");
      tabs[i].setAttribute("aria-selected", String(on));
      tabs[i].tabIndex = on ? 0 : -1;
      if (on) requestAnimationFrame(() => namePanel(el, title));
    });
  };
  const stops = [keepKeys(el), follow(model, ["chosen"], show)];
  return () => stops.forEach((stop) => stop());
}

export default { render };
