// Draws the charts of a page when they come into sight, in the look that fits the
// reader's screen, and anew when that changes.

const NARROW = matchMedia("(max-width: 583px)");
const WIDE = matchMedia("(min-width: 984px)");
const DARK = matchMedia("(prefers-color-scheme: dark)");
const CONFIG = { responsive: true, displaylogo: false };
const drawn = new Set();

function lookOf(looks, printed) {
  const theme = DARK.matches && !printed ? "dark" : "light";
  const width = NARROW.matches ? "narrow" : WIDE.matches ? "wide" : "middle";
  const fit = printed ? "middle" : width;
  return looks[`${theme}-${fit}`] ?? looks[`${theme}-middle`] ?? looks["as-made"];
}

function draw(plot, printed = false) {
  const looks = JSON.parse(document.getElementById(plot.dataset.looks).textContent);
  const look = lookOf(looks, printed);
  plot.style.minHeight = `${look.layout.height ?? 450}px`;
  drawn.add(plot);
  Plotly.purge(plot);
  return Plotly.newPlot(plot, look.data, look.layout, CONFIG);
}

const watcher = new IntersectionObserver(
  (entries) => {
    for (const entry of entries.filter((one) => one.isIntersecting)) {
      watcher.unobserve(entry.target);
      draw(entry.target);
    }
  },
  { rootMargin: "800px" },
);

const plots = [...document.querySelectorAll("[data-looks]")];
plots.forEach((plot) => watcher.observe(plot));

for (const query of [NARROW, WIDE, DARK]) {
  query.addEventListener("change", () => drawn.forEach((plot) => draw(plot)));
}

addEventListener("beforeprint", () => plots.forEach((plot) => draw(plot, true)));
addEventListener("afterprint", () => plots.forEach((plot) => draw(plot)));
