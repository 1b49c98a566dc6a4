// Definitions of a facet's rows, shown on hover and on keyboard focus.

const HOVER_DELAY = 300;

// One definition at a time, beside its row, in the layer above the page.
function definitionShelf() {
  let open = null;
  function place() {
    const row = open.parentElement.getBoundingClientRect();
    const { width, height } = open.getBoundingClientRect();
    const right = row.right + width <= window.innerWidth;
    const beside = right || row.left >= width;
    const left = right ? row.right : beside ? row.left - width : row.left;
    const top = beside ? Math.min(row.top, window.innerHeight - height) : row.bottom;
    Object.assign(open.style, { left: `${left}px`, top: `${top}px` });
  }
  function close() {
    open?.hidePopover?.();
    open = null;
    document.removeEventListener("scroll", place, true);
    document.removeEventListener("keydown", dismiss, true);
  }
  function dismiss({ key }) {
    if (key === "Escape") close();
  }
  function show(definition) {
    close();
    open = definition;
    open.showPopover?.();
    place();
    document.addEventListener("scroll", place, true);
    document.addEventListener("keydown", dismiss, true);
  }
  function attend(row, definition) {
    let timer = 0;
    const leave = () => {
      clearTimeout(timer);
      if (open === definition) close();
    };
    row.addEventListener("mouseenter", () => {
      timer = setTimeout(() => show(definition), HOVER_DELAY);
    });
    row.addEventListener("mouseleave", leave);
    row.addEventListener("focusout", leave);
    row.addEventListener("focusin", ({ target }) => {
      if (target.matches(":focus-visible")) show(definition);
    });
  }
  return { attend, close };
}
