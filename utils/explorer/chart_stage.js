// Charts by plotly.js, one element for each; Python sends what changes in them.

const LIBRARY = Symbol.for("demarche plotly");
const CONFIG = { displaylogo: false, showSendToCloud: false };
const NUMBERS = {
  int8: Int8Array,
  uint8: Uint8Array,
  int16: Int16Array,
  int32: Int32Array,
  float32: Float32Array,
  float64: Float64Array,
};

// Numbers come as bytes beside the message; a list holds texts and is left alone.
function unpacked(value, buffers) {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  if ("bytes" in value) {
    const { buffer, byteOffset, byteLength } = buffers[value.bytes];
    return new NUMBERS[value.dtype](buffer.slice(byteOffset, byteOffset + byteLength));
  }
  const pairs = Object.entries(value).map(([key, it]) => [key, unpacked(it, buffers)]);
  return Object.fromEntries(pairs);
}

function put(part, changes, buffers) {
  for (const [path, value] of Object.entries(changes)) {
    const names = path.split(".");
    const last = names.pop();
    const inner = names.reduce((it, name) => (it[name] ??= {}), part);
    if (value === null) delete inner[last];
    else inner[last] = unpacked(value, buffers);
  }
}

// The library is loaded once for a page, and stays out of the way of any other.
async function load(bytes) {
  const address = URL.createObjectURL(new Blob([bytes], { type: "text/javascript" }));
  const before = Object.getOwnPropertyDescriptor(globalThis, "Plotly");
  await import(address);
  const ours = globalThis.Plotly;
  if (before) Object.defineProperty(globalThis, "Plotly", before);
  else delete globalThis.Plotly;
  URL.revokeObjectURL(address);
  return ours;
}

const keysOf = (event) => ({
  ctrl: Boolean(event?.ctrlKey),
  shift: Boolean(event?.shiftKey),
  meta: Boolean(event?.metaKey),
});

// What a reader does in a chart is told to Python, which decides what it means.
function listen(node, chart, model) {
  node.on("plotly_click", ({ points, event }) => {
    const [hit] = points ?? [];
    const { curveNumber: trace, pointNumber: point, x, y } = hit ?? {};
    model.send({ do: "click", chart, hit: hit ? { trace, point, x, y } : null, ...keysOf(event) });
  });
  node.on("plotly_selected", (event) => {
    if (!event?.range) return;
    const [x, y] = ["x", "y"].map((axis) => {
      return event.range[Object.keys(event.range).find((key) => key.startsWith(axis))];
    });
    model.send({ do: "box", chart, x, y });
    node.data.forEach((trace) => delete trace.selectedpoints);
    node.plotly.update(node, { selectedpoints: null }, { selections: [] });
  });
  node.on("plotly_deselect", () => model.send({ do: "let go", chart }));
}

function makeView(model, el, pictures) {
  const nodes = new Map();
  let waiting = 0;
  let busy = false;
  function nodeOf(name) {
    if (!nodes.has(name)) {
      const node = make("div", { class: "demarche-chart", role: "figure" });
      nodes.set(name, node);
      el.append(node);
    }
    return nodes.get(name);
  }
  async function drawOn(node, name, picture) {
    const plotly = await globalThis[LIBRARY];
    if (node.drawn === picture.version) return;
    const first = node.drawn === undefined;
    node.drawn = picture.version;
    node.setAttribute("aria-label", picture.alt);
    node.plotly = plotly;
    await plotly.react(node, picture.data, picture.layout, CONFIG);
    if (first) listen(node, name, model);
  }
  async function draw() {
    waiting = 0;
    const top = model.get("top");
    for (const [name, node] of nodes) node.hidden = name !== top;
    const picture = pictures.get(top);
    if (!picture || busy) return;
    busy = true;
    try {
      await drawOn(nodeOf(top), top, picture);
    } finally {
      busy = false;
    }
    if (model.get("top") !== top || nodeOf(top).drawn !== picture.version) later();
  }
  // However many messages come, a frame of the screen draws the last state once.
  function later() {
    waiting ||= requestAnimationFrame(draw);
  }
  function close() {
    cancelAnimationFrame(waiting);
    for (const node of nodes.values()) node.plotly?.purge(node);
  }
  return { later, close };
}

export default () => {
  const pictures = new Map();
  const views = new Set();
  let asked = false;
  const take = ({ do: what, chart, traces, layout, alt }, buffers) => {
    if (what === "library") globalThis[LIBRARY] = load(buffers[0]);
    if (what === "whole") pictures.set(chart, { data: [], layout: {}, version: 0 });
    const picture = pictures.get(chart);
    if (!picture) return;
    for (const [i, changes] of traces) put((picture.data[i] ??= {}), changes, buffers);
    put(picture.layout, layout, buffers);
    picture.alt = alt;
    picture.version += 1;
    views.forEach((view) => view.later());
  };
  return {
    initialize({ model }) {
      model.on("msg:custom", take);
    },
    // The library keeps a page busy for a while; by now all other widgets are there.
    render({ model, el }) {
      if (!asked) model.send({ do: "ready", library: LIBRARY in globalThis });
      asked = true;
      const view = makeView(model, el, pictures);
      views.add(view);
      const stops = [keepKeys(el), follow(model, ["top"], view.later)];
      return () => {
        views.delete(view);
        view.close();
        stops.forEach((stop) => stop());
      };
    },
  };
};
