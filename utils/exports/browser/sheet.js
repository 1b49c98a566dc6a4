// Runs in a page that goes on paper: waits until its letters and pictures are there.
async function ready() {
  if (document.readyState !== "complete") {
    await new Promise((resolve) => addEventListener("load", resolve));
  }
  // Letters keep their exact widths, rather than those of whole pixels on a screen.
  document.documentElement.style.textRendering = "geometricPrecision";
  for (const image of document.images) image.loading = "eager";
  // A picture or a font that cannot be had must not keep the rest from being shown.
  const parts = [
    ...[...document.fonts].map((font) => font.load()),
    ...[...document.images].map((image) => image.decode()),
  ];
  await Promise.allSettled(parts);
  await document.fonts.ready;
}
