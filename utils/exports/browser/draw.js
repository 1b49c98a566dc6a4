"use strict";

// Runs in an empty page of the browser, beside plotly.js, and draws figures there.

const FAMILIES = '"Noto Sans", "DejaVu Sans", sans-serif';
// What XML cannot hold, half a pair, and what turns the direction of writing.
const ILLEGIBLE = /[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

// As the finished picture has it, so that texts measure alike here and there.
document.documentElement.style.textRendering = "geometricPrecision";
document.documentElement.style.fontSynthesisWeight = "none";

async function addFonts(fonts) {
  for (const { family, weight, data } of fonts) {
    const source = `url(data:font/ttf;base64,${data})`;
    document.fonts.add(await new FontFace(family, source, { weight }).load());
  }
}

// Every figure meets the same chance, so that its names are the same each time.
function foreseeable() {
  let state = 1;
  Math.random = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

function legible(key, value) {
  if (key === "family") return FAMILIES;
  if (typeof value !== "string") return value;
  return value.replace(ILLEGIBLE, "\ufffd").replace(TURNS, "");
}

async function draw(json, width, height) {
  const { data, layout } = JSON.parse(json, legible);
  layout.font = { ...layout.font, family: FAMILIES };
  foreseeable();
  const size = { format: "svg", width, height, imageDataOnly: true };
  return Plotly.toImage({ data, layout }, size);
}
