// What a reader takes along: a link, a line of code, the acts as a file.

// Some pages may not use the clipboard; then the old way is tried.
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedTheOldWay(text);
  }
}

function copiedTheOldWay(text) {
  const before = document.activeElement;
  const field = make("textarea", { class: "spoken", "aria-hidden": "true" }, text);
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  before?.focus();
  return done;
}

// Where nothing may be copied, a field shows what to copy by hand.
function copying(link, code) {
  const news = make("span", { role: "status" });
  const field = make("input", { class: "copy", readonly: "", "aria-label": "To copy from" });
  field.hidden = true;
  const copy = (what, text) => async () => {
    const done = await copied(text());
    field.hidden = done;
    field.value = text();
    if (!done) field.select();
    news.textContent = done ? what : "Copy this text yourself:";
  };
  const local = location.protocol === "file:" ? " Send the file of this page along with it." : "";
  const linked = copy(`Link copied.${local}`, link);
  const coded = copy("Code for a notebook copied.", code);
  const bar = make("div", { class: "tools take" }, button("Copy link", "Copy link to this view", linked));
  bar.append(button("Copy as code", "Copy as code: this selection", coded), news, field);
  return bar;
}

function quoted(value) {
  const text = String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

// A spreadsheet would run a cell that begins so as a formula; a mark keeps it text.
function defused(value) {
  const runs = typeof value === "string" && /^[\s\u0000]*[=+\-@]/.test(value);
  return runs ? `'${value}` : value;
}

function csvOf(columns, acts, { defuse = false } = {}) {
  const safe = defuse ? defused : (value) => value;
  const lines = acts.map((act) => columns.map(([, said]) => quoted(safe(said(act)))));
  const head = columns.map(([name]) => name);
  return [head, ...lines].map((cells) => `${cells.join(",")}\r\n`).join("");
}

function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = make("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

// A spreadsheet takes a file for UTF-8 only if it begins with this mark.
const UTF8 = "\ufeff";

function saving(name, columns, order) {
  const news = make("span", { role: "status" });
  const save = (suffix, defuse) => () => {
    const text = csvOf(columns, order(), { defuse });
    download(`${name}${suffix}.csv`, defuse ? UTF8 + text : text);
    news.textContent = `${actsInWords(order().length)} saved.`;
  };
  const exact = button("Save as CSV", "Save as CSV: these acts", save("", false));
  const sheet = "Save for a spreadsheet";
  const safe = button(sheet, `${sheet}: these acts`, save("-for-spreadsheets", true));
  return make("div", { class: "tools take" }, exact, safe, news);
}
