// What the page shows, written after the sign # of its address: a selection as
// Python writes its query, and the id of the chosen act.

// A query without any filter is empty; in the address it needs a word of its own,
// since an address without anything stands for what the page opens on.
const EVERY_ACT = "all";

function addressOf(query, act) {
  const chosen = act ? [`act=${encodeURIComponent(act)}`] : [];
  return [query || EVERY_ACT, ...chosen].join("&");
}

function decoded(text) {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw new Error("It holds a % that stands for no character.");
  }
}

// Gives the query, null where the address says nothing of it, and the act.
function readAddress(text) {
  const parts = text.split("&").filter(Boolean);
  const acts = parts.filter((part) => part.startsWith("act="));
  const filters = parts.filter((part) => !acts.includes(part) && part !== EVERY_ACT);
  if (acts.length > 1) throw new Error("It names more than one act.");
  const act = acts.length ? decoded(acts[0].slice("act=".length)) : "";
  const open = parts.includes(EVERY_ACT) ? "" : null;
  return { query: filters.length ? filters.join("&") : open, act };
}

// Write a selection as the call that makes it again in a notebook.
const LISTS = ["actors", "targets", "directions", "types", "forms", "tones", "certainty"];
LISTS.push("sides", "only_sides", "n_sources", "acts", "without");

function toCode(selection) {
  const listed = LISTS.filter((name) => selection[name]?.length);
  const parts = listed.map((name) => {
    const values = [...selection[name]].sort().map((value) => JSON.stringify(value));
    return `${name}=[${values.join(", ")}]`;
  });
  const unless = { since: "", until: "", dates: "possibly", text: "" };
  for (const [name, open] of Object.entries(unless)) {
    const value = selection[name] || open;
    if (value !== open) parts.push(`${name}=${JSON.stringify(value)}`);
  }
  return `select(${parts.join(", ")})`;
}
