// What a reader takes along: a link, a line of code, the acts as a file.

// Some pages may not use the clipboard; then the old way, and else a field to copy from.
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

function quoted(value) {
  const text = String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

// A spreadsheet would run a cell that begins so as a formula; a mark keeps it text.
function defused(value) {
  const runs = typeof value === "string" && /^[\s]*[=+\-@]/.test(value);
  return runs ? `'${value}` : value;
}

// `columns` are pairs of a name and what it says of an act.
function csvOf(columns, acts, { defuse = false } = {}) {
  const safe = defuse ? defused : (value) => value;
  const lines = acts.map((act) => columns.map(([, said]) => quoted(safe(said(act)))));
  return [columns.map(([name]) => name), ...lines].map((cells) => `${cells.join(",")}\r\n`).join("");
}

function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = make("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
