// The question, its pieces, the button Check, and what the check says.

const LATE = 8000;
const PIECES = { pick: picker, several: picker, rank: ranker, sort: sorter };
const SILENT =
  "No answer came. If the kernel was stopped or restarted, run this cell again.";
const CHANGED = "You have changed your answer since: check it again.";

function verdictBox(model) {
  const said = make("div", { role: "status" });
  const later = make("p", { class: "later" });
  const box = make("div", { class: "verdict" }, said, later);
  const show = () => {
    const { state = "", head = "", exercise, said: why } = model.get("verdict");
    box.dataset.state = state;
    box.hidden = !state;
    later.textContent = "";
    said.replaceChildren();
    if (!state) return;
    said.append(make("strong", {}, head), ` (${exercise}). `, make("span", {}, why));
  };
  const silent = () => {
    box.hidden = false;
    box.dataset.state = "";
    said.replaceChildren(SILENT);
  };
  const outdated = () => {
    later.textContent = box.hidden || !box.dataset.state ? "" : CHANGED;
  };
  return { box, show, silent, outdated };
}

function leaveByEscape(el) {
  el.addEventListener("keydown", (event) => {
    if (event.key === "Escape") el.closest(".jp-Cell")?.focus();
  });
}

function render({ model, el }) {
  const verdict = verdictBox(model);
  const news = make("p", { class: "past", role: "status" });
  let [answer, timer] = [model.get("answer"), 0];
  const change = (chosen) => {
    answer = chosen;
    model.set("answer", chosen);
    model.save_changes();
    verdict.outdated();
  };
  const say = (words) => { news.textContent = words; };
  const check = button("Check", "", () => {
    clearTimeout(timer);
    timer = setTimeout(verdict.silent, LATE);
    model.send({ do: "check", answer: answer ?? null });
  });
  check.className = "check";
  const show = () => {
    clearTimeout(timer);
    verdict.show();
  };
  const legend = make("legend", {}, model.get("asks"));
  const pieces = PIECES[model.get("shape")](model, change, say);
  const field = make("fieldset", {}, legend, pieces);
  el.append(make("div", { class: "demarche-form" }, field, check, verdict.box, news));
  leaveByEscape(el);
  const stops = [keepKeys(el), follow(model, ["verdict"], show)];
  return () => [...stops, () => clearTimeout(timer)].forEach((stop) => stop());
}

export default { render };
