// Tell the kernel that a widget has come to life, and in which program.

function programHere() {
  const { dataset } = document.body;
  if (document.querySelector("#main.jp-LabShell, .jp-LabShell")) return "JupyterLab";
  if (dataset.notebook) return "Notebook";
  if (dataset.voila) return "Voila";
  return "";
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
