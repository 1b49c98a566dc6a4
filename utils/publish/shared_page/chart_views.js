// The three charts: drawn anew on each change, at the width and in the colours that
// the reader has.

const REST_MS = 150;
const PAPER_PX = 680;
const PLOT = { displayModeBar: false, displaylogo: false, showSendToCloud: false };
const dark = matchMedia("(prefers-color-scheme: dark)");
const coarse = matchMedia("(pointer: coarse)");

function inOneText({ title, said, key, landmarks, source }) {
  const marks = landmarks ? `Landmarks: ${landmarks}` : "";
  return [`${title}.`, said, `${key.join("; ")}.`, marks, source].filter(Boolean).join(" ");
}

// A finger that is laid on a chart wants to scroll the page.
function laidOut(layout, look) {
  const touch = coarse.matches ? { dragmode: false } : {};
  return { ...layout, ...touch, width: look.width_px, autosize: false };
}

// Show which mark is the chosen act by a ring around it.
function ringAround(data, act, look) {
  for (const { customdata, x, y } of data) {
    const at = [...(customdata ?? [])].indexOf(act);
    if (at < 0) continue;
    const colour = { light: "#1A1A1A", dark: "#F2F2F2" }[look.theme];
    const marker = { symbol: "circle-open", size: 20, color: colour, line: { width: 2 } };
    const ring = { type: "scatter", mode: "markers", x: [x[at]], y: [y[at]], marker };
    return [{ ...ring, hoverinfo: "skip", cliponaxis: false }];
  }
  return [];
}

function chartView({ name, title, draw }, stock) {
  const plot = make("div", { class: "plot", role: "img" });
  const save = button("Save as a picture", `Save the ${title.toLowerCase()} as a picture`, () =>
    Plotly.downloadImage(plot, { format: "png", scale: 3, filename: name, ...sizeOf(plot) }),
  );
  const heading = make("h3", {}, title);
  const bar = make("div", { class: "chart-head" }, heading, save);
  const figure = make("figure", { class: `chart ${name}` }, bar, make("div", { class: "scroll" }, plot));
  const show = ({ shown, act }, look) => {
    const { data, layout, words } = draw(stock, shown, look);
    plot.setAttribute("aria-label", inOneText(words));
    const traces = [...data, ...ringAround(data, act, look)];
    return Plotly.react(plot, traces, laidOut(layout, look), PLOT);
  };
  return { figure, plot, show };
}

function sizeOf(plot) {
  const { width, height } = plot._fullLayout;
  return { width, height };
}

// `state` has what is `shown` and the chosen `act`; `choose` is given the row of a mark.
function chartViews(stock, state, choose) {
  const views = [
    { name: "timeline", title: "Timeline", draw: demarche.drawTimeline },
    { name: "tension", title: "Tension", draw: demarche.drawTension },
    { name: "butterfly", title: "Acts by month", draw: demarche.drawButterfly },
  ].map((view) => chartView(view, stock));
  const column = make("div", { class: "charts" }, ...views.map((view) => view.figure));
  let [waiting, drawn, onPaper] = [0, "", false];

  function look() {
    if (onPaper) return { theme: "light", width_px: PAPER_PX };
    const width = Math.floor(column.clientWidth);
    const theme = dark.matches ? "dark" : "light";
    return { theme, width_px: Math.max(width, stock.facts.narrowest_px) };
  }

  // Each in a turn of its own, so that what is typed meanwhile is not held up.
  function drawFrom(i) {
    clearTimeout(waiting);
    if (i === views.length) return;
    views[i].show(state, look());
    waiting = setTimeout(drawFrom, 0, i + 1);
  }

  function redraw() {
    if (!globalThis.Plotly || !column.clientWidth) return;
    drawn = JSON.stringify(look());
    drawFrom(0);
  }

  function drawAllAtOnce(paper) {
    onPaper = paper;
    clearTimeout(waiting);
    for (const view of views) view.show(state, look());
  }

  function begin() {
    views[0].show(state, look()).then((plot) =>
      plot.on("plotly_click", ({ points: [{ customdata }] }) => {
        if (Number.isInteger(customdata)) choose(customdata);
      }),
    );
    redraw();
    let resting = 0;
    new ResizeObserver(() => {
      clearTimeout(resting);
      resting = setTimeout(() => JSON.stringify(look()) !== drawn && redraw(), REST_MS);
    }).observe(column);
    dark.addEventListener("change", redraw);
    addEventListener("beforeprint", () => drawAllAtOnce(true));
    addEventListener("afterprint", () => drawAllAtOnce(false));
  }

  const point = () => globalThis.Plotly && drawn && views[0].show(state, look());
  return { column, begin, redraw, point };
}
