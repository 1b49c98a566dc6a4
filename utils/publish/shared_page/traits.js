// What a widget of ours asks of its model, on a page without a notebook.

// `changed` is called when the reader has changed a trait, `sent` with a message.
function traits(values, { changed = () => {}, sent = () => {} } = {}) {
  const ears = new Map();
  const earsOf = (event) => ears.get(event) ?? ears.set(event, new Set()).get(event);
  const each = (events, act) => events.split(" ").forEach((event) => act(earsOf(event)));
  return {
    get: (name) => values[name],
    set(name, value) {
      if (values[name] === value) return;
      values[name] = value;
      for (const tell of [...earsOf(`change:${name}`)]) tell();
    },
    on: (events, tell) => each(events, (heard) => heard.add(tell)),
    off: (events, tell) => each(events, (heard) => heard.delete(tell)),
    save_changes: changed,
    send: sent,
  };
}
