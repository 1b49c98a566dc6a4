// Tell Python how wide this column is and whether the notebook is dark.

const REST = 150;

function render({ model, el }) {
  let timer = 0;
  const tell = () => {
    const width = Math.round(el.getBoundingClientRect().width);
    model.set("dark", document.body.dataset.jpThemeLight === "false");
    if (width) model.set("width_px", width);
    model.save_changes();
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(tell, REST);
  };
  const size = new ResizeObserver(later);
  const theme = new MutationObserver(later);
  size.observe(el);
  theme.observe(document.body, { attributeFilter: ["data-jp-theme-light"] });
  return () => {
    clearTimeout(timer);
    [size, theme].forEach((watch) => watch.disconnect());
  };
}

export default { render };
