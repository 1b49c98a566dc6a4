// Ways out: ask the kernel for a file, and hand it to the browser as a download.

const PATIENCE = 20_000;
const FREED_AFTER = 10_000;
const SLOW =
  "Still making it. A cell that runs comes first; if the kernel was restarted, " +
  "run the cell of the explorer again.";

function sizeInWords(bytes) {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

// The browser reads the file some time after the click, so it is freed later.
function download({ name, type }, buffer) {
  const address = URL.createObjectURL(new Blob([buffer], { type }));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), FREED_AFTER);
}

function choice(text, pairs) {
  const select = make("select", {});
  select.append(...pairs.map(([value, label]) => make("option", { value }, label)));
  return { select, label: make("label", {}, make("span", {}, text), select) };
}

// One file at a time. While it is made, buttons are off but keep the focus, and an
// answer to somebody else's press (another view of this panel) is let pass.
class Counter {
  constructor(model, status) {
    Object.assign(this, { model, status, buttons: [], ask: null, timer: 0 });
    this.hear = this.hear.bind(this);
    model.on("msg:custom", this.hear);
  }

  button(text, title, order) {
    const press = () => this.ask === null && this.send(title, order());
    this.buttons.push(button(text, "", press));
    return this.buttons.at(-1);
  }

  send(title, order) {
    this.ask = crypto.getRandomValues(new Uint32Array(2)).join("-");
    this.say(`Making ${title} …`);
    this.timer = setTimeout(() => this.say(SLOW), PATIENCE);
    this.model.send({ ask: this.ask, ...order });
  }

  hear(message, buffers) {
    if (message.ask !== this.ask || this.ask === null) return;
    this.ask = null;
    clearTimeout(this.timer);
    if (message.error) return this.say(message.error);
    download(message, buffers[0]);
    const size = sizeInWords(buffers[0].byteLength);
    this.say(`Downloaded ${message.name}, ${size}. ${message.said}`.trim());
  }

  say(words) {
    this.status.textContent = words;
    for (const one of this.buttons) one.setAttribute("aria-disabled", String(this.ask !== null));
  }

  close() {
    clearTimeout(this.timer);
    this.model.off("msg:custom", this.hear);
  }
}

function figureRow(model, counter) {
  const format = choice("Format", model.get("formats"));
  const preset = choice("Size", model.get("presets"));
  const { select } = format;
  preset.select.value = model.get("preset");
  const offer = () => {
    preset.select.disabled = !model.get("sized").includes(select.value);
  };
  select.addEventListener("change", offer);
  offer();
  const order = () => ({ what: "figure", format: select.value, preset: preset.select.value });
  const go = counter.button("Download the figure", "the figure", order);
  return row("The figure on top", format.label, preset.label, go);
}

function rowsRow(counter) {
  const order = (format) => () => ({ what: "rows", format });
  return row(
    "The acts shown",
    counter.button("Download CSV", "the rows", order("csv")),
    counter.button("Download CSV for spreadsheets", "the rows", order("csv-for-spreadsheets")),
  );
}

function pageRow(counter) {
  const about = "It opens on what is shown here, needs no kernel, and holds every act of the case.";
  return row(
    "A page that filters anywhere",
    counter.button("Download the page", "the page", () => ({ what: "page" })),
    make("small", {}, about),
  );
}

function row(title, ...parts) {
  const heading = make("span", { class: "of" }, title);
  return make("div", { role: "group", "aria-label": title }, heading, ...parts);
}

function render({ model, el }) {
  const status = make("p", { role: "status" });
  const counter = new Counter(model, status);
  const rows = [figureRow(model, counter), rowsRow(counter), pageRow(counter)];
  const title = make("h4", {}, "Take it with you");
  const panel = make("section", { class: "demarche-ways", "aria-label": "Take it with you" });
  panel.append(title, ...rows, status);
  counter.say("");
  el.append(panel);
  const unguard = keepKeys(el);
  return () => [unguard, () => counter.close()].forEach((stop) => stop());
}

export default { render };
