// The three charts: drawn anew on each change, at the width and in the colours that
// the reader has.

const REST_MS = 150;
const PAPER_PX = 680;
const PLOT = { displayModeBar: false, displaylogo: false, showSendToCloud: false };
const dark = matchMedia("(prefers-color-scheme: dark)");
const coarse = matchMedia("(pointer: coarse)");
const VIEWS = [
  { name: "timeline", title: "Timeline", draw: demarche.drawTimeline },
  { name: "tension", title: "Tension", draw: demarche.drawTension },
  { name: "butterfly", title: "Acts over time", draw: demarche.drawButterfly },
];

function inOneText({ title, said, key, landmarks, source }) {
  const marks = landmarks && `Landmarks: ${landmarks}`;
  return [`${title}.`, said, `${key.join("; ")}.`, marks, source].filter(Boolean).join(" ");
}

// A finger that is laid on a chart wants to scroll the page.
function laidOut(layout, { width_px: width }) {
  const touch = coarse.matches ? { dragmode: false } : {};
  return { ...layout, ...touch, width, autosize: false };
}

// Show which mark is the chosen act by a ring around it.
function ringAround(data, act, colour) {
  const place = ({ customdata }) => [...(customdata ?? [])].indexOf(act);
  const trace = data.find((one) => place(one) >= 0);
  if (!trace) return [];
  const [x, y] = [[trace.x[place(trace)]], [trace.y[place(trace)]]];
  const marker = { symbol: "circle-open", size: 20, color: colour, line: { width: 2 } };
  const look = { type: "scatter", mode: "markers", hoverinfo: "skip", cliponaxis: false };
  return [{ ...look, x, y, marker }];
}

function pictureOf(plot, filename) {
  const { width, height } = plot._fullLayout;
  return Plotly.downloadImage(plot, { format: "png", scale: 3, filename, width, height });
}

function chartView(stock, { name, title, draw }) {
  const plot = make("div", { class: "plot", role: "img" });
  const words = "Save as a picture";
  const save = button(words, `${words}: ${title}`, () => pictureOf(plot, name));
  const head = make("div", { class: "chart-head" }, make("h3", {}, title), save);
  const figure = make("figure", { class: `chart ${name}` }, head);
  figure.append(make("div", { class: "scroll" }, plot));
  const show = ({ shown, act }, look) => {
    const { data, layout, words: told } = draw(stock, shown, look);
    const ink = layout.template.layout.font.color;
    plot.setAttribute("aria-label", inOneText(told));
    const traces = [...data, ...ringAround(data, act, ink)];
    return Plotly.react(plot, traces, laidOut(layout, look), PLOT);
  };
  return { figure, show };
}

// `state` has what is `shown` and the chosen `act`; `choose` is given the act of a mark.
function chartViews(stock, state, choose) {
  const views = VIEWS.map((view) => chartView(stock, view));
  const column = make("div", { class: "charts" }, ...views.map((view) => view.figure));
  const desk = { state, views, column, narrowest: stock.facts.narrowest_px };
  state.follow((now, turned) => {
    if (!desk.drawn) return;
    if (turned) redraw(desk);
    else views[0].show(now, lookOf(desk));
  });
  return { column, begin: () => begin(desk, choose) };
}

function lookOf({ column, narrowest, onPaper }) {
  if (onPaper) return { theme: "light", width_px: PAPER_PX };
  const theme = dark.matches ? "dark" : "light";
  return { theme, width_px: Math.max(column.clientWidth, narrowest) };
}

// Each in a turn of its own, so that what is typed meanwhile is not held up.
function drawFrom(desk, i) {
  clearTimeout(desk.waiting);
  if (i === desk.views.length) return;
  desk.views[i].show(desk.state, lookOf(desk));
  desk.waiting = setTimeout(drawFrom, 0, desk, i + 1);
}

function redraw(desk) {
  desk.drawn = JSON.stringify(lookOf(desk));
  drawFrom(desk, 0);
}

// What is printed is drawn at once, for there is no later.
function drawForPaper(desk, onPaper) {
  Object.assign(desk, { onPaper });
  clearTimeout(desk.waiting);
  for (const view of desk.views) view.show(desk.state, lookOf(desk));
}

async function begin(desk, choose) {
  addEventListener("beforeprint", () => drawForPaper(desk, true));
  addEventListener("afterprint", () => drawForPaper(desk, false));
  dark.addEventListener("change", () => redraw(desk));
  watchWidth(desk);
  redraw(desk);
  const plot = await desk.views[0].show(desk.state, lookOf(desk));
  plot.on("plotly_click", ({ points: [{ customdata }] }) => {
    if (Number.isInteger(customdata)) choose(customdata);
  });
}

function watchWidth(desk) {
  let resting = 0;
  const fit = () => {
    if (desk.column.clientWidth && JSON.stringify(lookOf(desk)) !== desk.drawn) redraw(desk);
  };
  new ResizeObserver(() => {
    clearTimeout(resting);
    resting = setTimeout(fit, REST_MS);
  }).observe(desk.column);
}
