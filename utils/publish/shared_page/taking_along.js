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
  const bar = make("div", { class: "tools take" });
  bar.append(button("Copy link", "Copy link to this view", linked));
  bar.append(button("Copy as code", "Copy as code: this selection", coded), news, field);
  return bar;
}

// CSV as utils/exports/rows_csv.py writes it, to the byte.
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$|^$/;
const LEAD = "[\\s\"'`\u2018-\u201f\u200b\u2060\ufeff]*";
const SIGNS = "[=+\\-@\uff1d\uff0b\uff0d\uff20]";
const RUNS = new RegExp(`(^|[;|\\t\\r\\n])(?=${LEAD}${SIGNS})|^(?=[\\t\\r\\n])`, "g");

const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
const quotedIfNeeded = (text) => (NEEDS_QUOTES.test(text) ? quoted(text) : text);
// A spreadsheet would run a text that begins so as a formula; a mark keeps it text.
const defused = (text) => quoted(text.replace(RUNS, "$1'"));

function csvCell(value, written) {
  if (value === null) return "";
  return typeof value === "number" ? String(Number(value.toPrecision(9))) : written(value);
}

// `columns` are pairs of a name and what it says of an act.
function csvOf(columns, acts, written) {
  const head = columns.map(([name]) => written(name));
  const lines = acts.map((act) => columns.map(([, said]) => csvCell(said(act), written)));
  return [head, ...lines].map((cells) => `${cells.join(",")}\n`).join("");
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
  const save = (file, mark, written) => () => {
    download(file, mark + csvOf(columns, order(), written));
    news.textContent = `${actsInWords(order().length)} saved.`;
  };
  const press = (words, done) => button(words, `${words}: these acts`, done);
  return make(
    "div",
    { class: "tools take" },
    press("Save as CSV", save(`${name}.csv`, "", quotedIfNeeded)),
    press("Save for a spreadsheet", save(`${name}.for-spreadsheets.csv`, UTF8, defused)),
    news,
  );
}
