// Tell Python how wide this column is, whether the notebook is dark, and when
// nothing has changed for a while.

const REST = 150;
const STILL = 1000;
const LEAST_BETWEEN = 4000;

function tellOfRest(model) {
  let timer = 0;
  let told = 0;
  const tell = () => {
    told = Date.now();
    model.send({ do: "rest" });
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(tell, Math.max(STILL, told + LEAST_BETWEEN - Date.now()));
  };
  model.on("change:changes", later);
  return () => {
    clearTimeout(timer);
    model.off("change:changes", later);
  };
}

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
  const stop = tellOfRest(model);
  return () => {
    stop();
    clearTimeout(timer);
    [size, theme].forEach((watch) => watch.disconnect());
  };
}

export default { render };
