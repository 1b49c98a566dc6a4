// What is looked at: a selection and an act. Controls ask for a change, views are
// told of it, and the address of the page remembers it.

const NO_ACT = -1;

// A wrong address is told in `state.fault`, and the page shows what it opens on.
function pageState(stock, opening) {
  const state = { selection: {}, act: NO_ACT, shown: null, fault: "", address: "", ears: [] };

  function settle(selection, act, shown) {
    const turned = state.shown !== shown;
    Object.assign(state, { selection, act, shown });
    for (const hear of state.ears) hear(state, turned);
  }

  // Refuses, before anything has changed, a selection that can mean nothing.
  function go(selection, act) {
    const same = selection === state.selection;
    if (same && act === state.act) return;
    const shown = same ? state.shown : demarche.show(stock, selection);
    state.fault = "";
    settle(selection, act, shown);
    remember();
  }

  function written() {
    const act = state.act < 0 ? "" : stock.acts.action_id[state.act];
    return addressOf(demarche.toQuery(state.selection), act);
  }

  function remember() {
    const next = written();
    if (next === state.address) return;
    location.hash = next;
    state.address = location.hash.slice(1);
  }

  function visit(text) {
    state.address = text;
    state.fault = "";
    let found = null;
    try {
      found = lookUp(stock, opening, text);
    } catch (error) {
      state.fault = error.message;
      found = lookUp(stock, opening, "");
    }
    settle(...found);
  }

  return Object.assign(state, {
    written,
    visit,
    choose: (act) => go(state.selection, act),
    change: (fields) => go({ ...state.selection, ...fields }, state.act),
    reset: () => go(demarche.fromQuery(opening), state.act),
    follow: (hear) => state.ears.push(hear),
  });
}

function lookUp(stock, opening, text) {
  const { query, act } = readAddress(text);
  const selection = demarche.fromQuery(query ?? opening);
  if (act && !Object.hasOwn(stock.rowOf, act)) throw new Error(`There is no act ${act} here.`);
  return [selection, act ? stock.rowOf[act] : NO_ACT, demarche.show(stock, selection)];
}
