"""A browser as a process: started with pipes to it, cut off from every network."""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from utils.exports.browser.fonts import write_fontconfig

_FLAGS = (
    "--headless",
    "--remote-debugging-pipe",
    # As root, and in most containers, there is no sandbox to be had. What is drawn
    # is data, in pages of our own.
    "--no-sandbox",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-proxy-server",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--disable-extensions",
    "--disable-breakpad",
    "--no-first-run",
    "--no-default-browser-check",
    "--no-service-autorun",
    "--password-store=basic",
    "--use-mock-keychain",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-hang-monitor",
    "--disable-renderer-backgrounding",
    "--disable-background-timer-throttling",
    # Letters are as wide on every screen, and their edges have no colours.
    "--font-render-hinting=none",
    "--disable-lcd-text",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
    "--lang=en",
    # A PDF says by this name who made it; its own would tell of this computer.
    "--user-agent=Demarche",
)
# Chromium reads on 3 and writes on 4, numbers that may be taken in this process. Its
# folder goes after it, even where this process was killed and cannot see to that.
_WITH_PIPES = '"$@" 3<&0 4>&1 </dev/null >/dev/null; rm -rf "$0"'
_MOST_SAID = 300


class Process:
    """A running browser, and the two ends of the pipes to it.

    When this process ends, however it ends, the pipes close and the browser goes.
    """

    def __init__(self, path: Path) -> None:
        """Start the browser at `path`.

        Raises
        ------
        OSError
            If it cannot be started at all.
        """
        self.folder = Path(tempfile.mkdtemp(prefix="demarche-browser-"))
        self._log = tempfile.TemporaryFile()  # noqa: SIM115, closed with the pipes
        self._is_killed = False
        for_browser, self.write_end = os.pipe()
        self.read_end, from_browser = os.pipe()
        try:
            self._process = self._start(path, for_browser, from_browser)
        except OSError:
            self._clear()
            raise
        finally:
            os.close(for_browser)
            os.close(from_browser)

    def is_alive(self) -> bool:
        """Whether it still runs."""
        return not self._is_killed and self._process.poll() is None

    def said(self) -> str:
        """Give the end of what it complained of, in one line."""
        self._log.seek(0)
        words = self._log.read().decode("utf-8", "replace")
        return " ".join(words.split())[-_MOST_SAID:]

    def kill(self) -> None:
        """End it at once, which makes whoever reads from it read the end.

        Nothing of a browser that only draws is worth an orderly end.
        """
        self._is_killed = True
        with suppress(OSError):
            if os.name == "posix":
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()

    def close(self) -> None:
        """End it and remove its folder."""
        self.kill()
        self._process.wait()
        self._clear()

    def forget(self) -> None:
        """Let go of the pipes, in a fork whose parent goes on using them."""
        self._let_go()
        # It is no child of the fork, and there is nothing to wait for.
        self._process.returncode = 0

    def _let_go(self) -> None:
        self._log.close()
        for end in (self.write_end, self.read_end):
            with suppress(OSError):
                os.close(end)

    def _clear(self) -> None:
        self._let_go()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _start(
        self, path: Path, for_browser: int, from_browser: int
    ) -> subprocess.Popen[bytes]:
        fonts = str(write_fontconfig(self.folder))
        environment = {**os.environ, "FONTCONFIG_FILE": fonts}
        command = [str(path.absolute()), *_FLAGS, f"--user-data-dir={self.folder}"]
        start = _start_on_windows if os.name == "nt" else _start_on_posix
        more = {"stderr": self._log, "env": environment, "cwd": self.folder}
        return start([*command, "about:blank"], (for_browser, from_browser), more)


def _start_on_posix(
    command: Sequence[str], pipes: tuple[int, int], more: dict[str, Any]
) -> subprocess.Popen[bytes]:
    shell = ["/bin/sh", "-c", _WITH_PIPES, str(more["cwd"])]
    return subprocess.Popen(
        [*shell, *command],
        stdin=pipes[0],
        stdout=pipes[1],
        start_new_session=True,
        **more,
    )


def _start_on_windows(
    command: Sequence[str], pipes: tuple[int, int], more: dict[str, Any]
) -> subprocess.Popen[bytes]:
    import msvcrt

    handles = [msvcrt.get_osfhandle(end) for end in pipes]  # type: ignore[attr-defined]
    for handle in handles:
        os.set_handle_inheritable(handle, True)  # type: ignore[attr-defined]
    named = "--remote-debugging-io-pipes=" + ",".join(map(str, handles))
    only = subprocess.STARTUPINFO(  # type: ignore[attr-defined]
        lpAttributeList={"handle_list": handles}
    )
    return subprocess.Popen([*command, named], startupinfo=only, **more)
