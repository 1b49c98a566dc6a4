// Draws the chart of a page: laid out narrow on a phone, wide elsewhere.

const box = document.getElementById("chart");
const layouts = JSON.parse(document.getElementById("layouts").textContent);
let waiting = 0;

function draw() {
  waiting = 0;
  const room = box.clientWidth;
  // The widest layout that has room; a narrower page scrolls the narrowest.
  const fit = layouts.findLast((each) => each.width <= room) ?? layouts[0];
  const made = structuredClone(fit.figure);
  const layout = { ...made.layout, width: Math.max(room, fit.width) };
  Plotly.react(box, made.data, layout, { displaylogo: false, displayModeBar: false });
}

draw();
addEventListener("resize", () => {
  waiting ||= requestAnimationFrame(draw);
});
