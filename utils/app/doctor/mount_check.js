// Tell the kernel that a widget has come to life, and in which program.

// Voila has a shell of JupyterLab too, so it is asked for first.
function programHere() {
  const { dataset } = document.body;
  if (dataset.voila) return "Voila";
  if (dataset.notebook) return "Notebook";
  return document.querySelector(".jp-LabShell") ? "JupyterLab" : "";
}

function render({ model, el }) {
  const line = document.createElement("p");
  line.setAttribute("role", "status");
  line.className = "demarche-mount-check";
  const show = () => {
    line.textContent = model.get("said");
  };
  model.on("change:said", show);
  show();
  el.append(line);
  model.send({ mounted: programHere() });
  return () => model.off("change:said", show);
}

export default { render };
