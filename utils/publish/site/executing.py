"""Notebooks run from top to bottom, two at a time, or taken from an earlier run."""

import asyncio
import os
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from utils.errors import ExportError
from utils.publish.site.plan import ROOT

if TYPE_CHECKING:
    from nbformat import NotebookNode

AT_ONCE = 2
_QUIET = ["--log-level=40"]
"""Only errors: a kernel warns of its local connection each time it starts."""


def executed(
    notebooks: Sequence[Path],
    *,
    reuse: Path | None = None,
    cell_timeout_s: float = 120,
    progress: Callable[[str], None] = lambda _: None,
) -> list["NotebookNode"]:
    """Give each notebook with the outputs of a run in its own folder.

    In the folder `reuse` runs are kept, and taken from there as long as neither
    the notebook, the package nor the data have changed.

    Raises
    ------
    ExportError
        If a notebook is not there or is none, or a cell of it fails or takes longer
        than `cell_timeout_s`.
    """
    missing = [str(path) for path in notebooks if not path.is_file()]
    if missing:
        raise ExportError(
            f"There is no notebook {', '.join(missing)}; give paths of .ipynb files."
        )
    seed = _state_of_project() if reuse and notebooks else ""
    run = partial(
        _run, reuse=reuse, seed=seed, timeout_s=cell_timeout_s, progress=progress
    )
    # A caller may run in a loop of its own, as every notebook does.
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, _side_by_side(run, notebooks)).result()


async def _side_by_side(
    run: Callable[[Path], Coroutine[Any, Any, "NotebookNode"]],
    notebooks: Sequence[Path],
) -> list["NotebookNode"]:
    """Run as many as there is room for; after a failure no other one is begun."""
    room = asyncio.Semaphore(AT_ONCE)

    async def begin(path: Path) -> "NotebookNode":
        async with room:
            return await run(path)

    try:
        async with asyncio.TaskGroup() as tasks:
            begun = [tasks.create_task(begin(path)) for path in notebooks]
    except* ExportError as failures:
        raise failures.exceptions[0] from None
    return [task.result() for task in begun]


async def _run(
    path: Path,
    *,
    reuse: Path | None,
    seed: str,
    timeout_s: float,
    progress: Callable[[str], None],
) -> "NotebookNode":
    kept = reuse / f"{path.stem}-{_key(path, seed)}.ipynb" if reuse else None
    if kept and kept.is_file():
        progress(f"{path.name}: taken from an earlier run")
        return _read(kept)
    notebook = _read(path)
    await _execute(notebook, path, timeout_s)
    progress(f"{path.name}: run")
    if kept:
        _keep(notebook, kept)
    return notebook


def _read(path: Path) -> "NotebookNode":
    import nbformat
    from nbformat.reader import NotJSONError

    try:
        return nbformat.read(path, as_version=4)
    except (NotJSONError, nbformat.ValidationError, UnicodeDecodeError) as why:
        said = str(why).splitlines()[0]
        raise ExportError(
            f"{path} is no notebook ({said}); mend or leave it out."
        ) from why


async def _execute(notebook: "NotebookNode", path: Path, timeout_s: float) -> None:
    from jupyter_client.kernelspec import NoSuchKernel
    from nbclient import NotebookClient
    from nbclient.exceptions import (
        CellExecutionError,
        CellTimeoutError,
        DeadKernelError,
    )

    places = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    client: Any = NotebookClient(
        notebook,
        kernel_name="python3",
        timeout=timeout_s,
        resources={"metadata": {"path": str(path.parent)}},
        extra_arguments=_QUIET,
        store_widget_state=False,
    )
    try:
        await client.async_execute(
            env={**os.environ, "PYTHONPATH": os.pathsep.join(places)}
        )
    except (
        CellExecutionError,
        CellTimeoutError,
        DeadKernelError,
        NoSuchKernel,
        OSError,
    ) as why:
        said = getattr(why, "evalue", "") or str(why).strip().splitlines()[0]
        raise ExportError(
            f"{path.name} does not run to its end ({said}); run it in JupyterLab, "
            "mend the cell that fails, and build again."
        ) from why


def _keep(notebook: "NotebookNode", path: Path) -> None:
    import nbformat

    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part")
    nbformat.write(notebook, unfinished)
    unfinished.replace(path)


def _key(path: Path, seed: str) -> str:
    return sha256(seed.encode() + path.read_bytes()).hexdigest()[:16]


def _state_of_project() -> str:
    """Sum up all that a notebook may draw on."""
    kinds = {".py", ".js", ".css", ".csv", ".json"}
    files = [*(ROOT / "utils").rglob("*"), *(ROOT / "data").rglob("*")]
    whole = sha256((ROOT / "requirements.lock").read_bytes())
    for path in sorted(path for path in files if path.suffix in kinds):
        whole.update(f"{path.relative_to(ROOT).as_posix()}\n".encode())
        whole.update(path.read_bytes())
    return whole.hexdigest()
