// Which acts are chosen, and what can be done with them; hidden where none is.

const WISHES = [
  ["keep", "Keep only these", "Keep only this one"],
  ["leave", "Leave these out", "Leave this one out"],
  ["period", "Only this period", "Only this period"],
  ["let go", "Let go", "Let go"],
];
const LISTED = ["keep", "leave"];
const OWN_ESCAPE = "input, select, textarea, dialog, [role='dialog']";

// A button that is truly disabled would lose the focus, and could not say why.
function wishButton(model, wish) {
  return button("", "", ({ currentTarget }) => {
    if (currentTarget.getAttribute("aria-disabled") === "true") return;
    model.send({ do: wish });
  });
}

// Escape lets go from anywhere in the explorer, but for what has its own use of it.
function hearEscape(model, el) {
  const hear = ({ key, target, defaultPrevented }) => {
    if (key !== "Escape" || defaultPrevented || !model.get("text")) return;
    const desk = el.closest(".demarche-desk");
    if (!desk?.contains(target) || target.closest(OWN_ESCAPE)) return;
    model.send({ do: "let go" });
  };
  window.addEventListener("keydown", hear);
  return () => window.removeEventListener("keydown", hear);
}

// Buttons that vanish under the keyboard hand the focus on to the views.
function toTheTabs(el) {
  const desk = el.closest(".demarche-desk");
  desk?.querySelector("[role='tab'][tabindex='0']")?.focus();
}

function render({ model, el }) {
  const said = make("p", { role: "status", tabindex: "-1", dir: "auto" });
  const why = make("p", { class: "why" });
  const buttons = WISHES.map(([wish]) => wishButton(model, wish));
  const row = make("div", { class: "wishes" }, ...buttons);
  const bar = make("div", { class: "demarche-choice" }, said, row, why);
  const show = () => {
    const held = bar.contains(document.activeElement);
    const some = Boolean(model.get("text"));
    if (said.textContent !== model.get("text")) said.textContent = model.get("text");
    why.textContent = model.get("why");
    why.hidden = !model.get("why");
    WISHES.forEach(([wish, several, one], i) => {
      buttons[i].textContent = model.get("one") ? one : several;
      const off = LISTED.includes(wish) && Boolean(model.get("why"));
      buttons[i].setAttribute("aria-disabled", String(off));
    });
    row.hidden = !some;
    bar.classList.toggle("none", !some);
    if (held && !some) toTheTabs(el);
  };
  el.append(bar);
  const unfollow = follow(model, ["text", "why", "one"], show);
  const stops = [keepKeys(el), hearEscape(model, el), unfollow];
  return () => stops.forEach((stop) => stop());
}

export default { render };
